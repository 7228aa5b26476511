"""A folder that comes to be whole or not at all, whatever happens while its files are written.

Files are written into a hidden folder beside the target; when all are safe on the disk, one rename puts it in place.
Whoever is interrupted leaves the target untouched, and the next run removes what is left over. A lock, which the
system takes from a process that dies, tells a run that goes on from one that was interrupted.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
NO_FOLDER = {errno.EEXIST, errno.ENOTDIR}
Say = Callable[[str], None]
Refusal = Callable[[Path], str]


def stays(target: Path) -> str:
    """The sentence that refuses to replace anything."""
    return f"{target} is there already, and stays as it is. Choose another folder."


class DiskFullError(OSError):
    """The disk, or one's share of it, is full; the sentence says where."""


class UnwritableError(OSError):
    """No folder can be made in this place; the sentence says why."""


@dataclass(frozen=True)
class NewFolder:
    """A folder in the making: files are added to it, and nobody sees it yet."""

    _folder: Path

    @property
    def place(self) -> Path:
        """Where the folder is in the making, for tools that write their files themselves."""
        return self._folder

    def write(self, path: str, data: bytes) -> None:
        """Write one file, so that it is on the disk when this returns.

        Args:
            path: below the folder, with forward slashes.
            data: what stands in it.
        """
        file = self._folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())


@contextmanager
def whole_folder(target: Path, *, refusal: Refusal = stays, say: Say = lambda sentence: None) -> Iterator[NewFolder]:
    """Make a folder, whole or not at all.

    Args:
        target: the folder; what is written in the `with` block appears there at its end, and at once.
        refusal: is asked about what stands there already; its sentence refuses, "" allows to replace it.
        say: is told, in sentences, what an interrupted run has left and what became of it.

    Raises:
        FileExistsError: there is something already, and it is not to be replaced.
        BlockingIOError: another run is making this very folder now.
        DiskFullError: there is no room left; nothing was written.
        UnwritableError: no folder can be made there.

    Examples:
        >>> import tempfile
        >>> place = Path(tempfile.mkdtemp()) / "new"
        >>> with whole_folder(place) as folder:
        ...     folder.write("deep/hello.txt", b"Hello")
        ...     place.exists()
        False
        >>> (place / "deep" / "hello.txt").read_text()
        'Hello'
    """
    target = _real(target)
    with _locked(target):
        tidy_up(target, say)
        if is_taken(target) and (sentence := refusal(target)):
            raise FileExistsError(sentence)
        unfinished = beside(target, "unfinished")
        unfinished.mkdir()
        try:
            yield NewFolder(unfinished)
            _save_folders(unfinished)
            _put_in_place(unfinished, target)
        except OSError as failure:
            if failure.errno in FULL:
                raise DiskFullError(f"There is no room left in {target.parent}. Nothing was written.") from failure
            raise
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)


def _real(target: Path) -> Path:
    """The folder itself, links followed; the folder of all folders cannot be made anew, nor a circle of links."""
    try:
        real = target.resolve()
    except (OSError, RuntimeError):  # which of them depends on the version of Python
        raise UnwritableError(f"{target} cannot be made: it is a link in a circle. Choose another folder.") from None
    if not real.name:
        raise UnwritableError(f"{target} cannot be made anew: it holds everything. Choose a folder below it.")
    return real


def is_taken(target: Path) -> bool:
    """Whether something stands there that is not an empty folder."""
    return target.exists() and not (target.is_dir() and not any(target.iterdir()))


def beside(target: Path, role: str) -> Path:
    """The hidden neighbour of a folder in one of the roles "unfinished", "replaced" and "lock".

    Examples:
        >>> beside(Path("worlds/ada"), "lock").name
        '.ada.lock'
    """
    return target.with_name(f".{target.name}.{role}")


def tidy_up(target: Path, say: Say) -> None:
    """Remove what an interrupted run has left, and put back what it had put aside; the lock must be held."""
    unfinished, replaced = beside(target, "unfinished"), beside(target, "replaced")
    if unfinished.exists():
        shutil.rmtree(unfinished)
        say(f"An earlier run for {target} was interrupted before it was done; its leftovers are removed.")
    if replaced.exists() and not is_taken(target):
        _rename(replaced, target)
        say(f"An earlier run was interrupted while it replaced {target}; what was there before is put back.")
    elif replaced.exists():
        shutil.rmtree(replaced)
        say(f"An earlier run was interrupted after it had replaced {target}; what was there before is removed.")


def _put_in_place(unfinished: Path, target: Path) -> None:
    """One rename; what is there is first put aside by another, and tidy_up knows what to do should that be the last."""
    replaced = beside(target, "replaced")
    if is_taken(target):
        _rename(target, replaced)
    try:
        _rename(unfinished, target)
    except BaseException:
        if replaced.exists() and not target.exists():
            _rename(replaced, target)
        raise
    if replaced.exists():
        shutil.rmtree(replaced)


def _rename(old: Path, new: Path) -> None:
    with suppress(FileNotFoundError):
        new.rmdir()  # an empty folder is in the way of a rename on some systems
    old.rename(new)
    _save_folder(new.parent)


def _save_folders(top: Path) -> None:
    for folder in (top, *(path for path in top.rglob("*") if path.is_dir())):
        _save_folder(folder)


def _save_folder(folder: Path) -> None:
    """Make the names in a folder safe on the disk, where the system can."""
    if sys.platform == "win32":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _opened(lock: Path, target: Path) -> BinaryIO:
    """The file of the lock, in a folder that is made if need be."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        return lock.open("wb")
    except OSError as failure:
        if failure.errno in FULL:
            raise DiskFullError(f"There is no room left in {target.parent}. Nothing was written.") from failure
        why = "something on the way to it is no folder" if failure.errno in NO_FOLDER else failure.strerror
        raise UnwritableError(f"{target} cannot be made ({why}). Choose another folder.") from failure


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    lock = beside(target, "lock")
    with _opened(lock, target) as stream:
        try:
            _take(stream.fileno())
            mine = lock.exists() and os.path.samestat(lock.stat(), os.fstat(stream.fileno()))
        except OSError:
            mine = False
        if not mine:
            raise BlockingIOError(f"Another run is making {target} right now. Wait for it, or choose another folder.")
        try:
            yield
        finally:
            with suppress(OSError):  # some systems keep an open file; it is empty, and the next run takes it over
                lock.unlink()


def _take(number: int) -> None:
    """Lock an open file, or raise OSError when another process has it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
