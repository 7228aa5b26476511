"""The process in which a student's code runs: fresh for each hand-in, within limits, behind a fence.

It is given cells, and arguments to call functions with. No right answer is ever in it, so there is nothing to be found
in its frames or its memory; and what it says is only compared, elsewhere. The fence (an audit hook, PEP 578) refuses
files outside of Python's own and writing into those, other processes, the network, the kit, and whatever opens files
or lines without asking Python (databases, other packages). It holds against what students try; it is no wall against
somebody who attacks Python itself: `docs/grading.md` says how to put one around it.
"""

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from grading.cells import run_cell
from grading.plain import plain

KIT: Final = frozenset({"data_gen", "disclosure", "teaching", "lessons", "editions", "grading", "tests"})
NO_KIT: Final = "The kit is not there when your work is checked."
PACKAGES: Final = frozenset({"numpy", "pandas", "dateutil", "pytz", "six", "tzdata"})
"""What may be imported beside Python's own library: numpy, pandas, and what these need."""
OPEN_BY_THEMSELVES: Final = frozenset({"sqlite3", "_sqlite3", "readline", "dbm", "_dbm", "_gdbm", "_posixshmem"})
"""Modules of Python's own whose files and memory no audit hook sees opened."""
OF_ARROW: Final = ("OSFile", "MemoryMappedFile", "memory_map", "create_memory_map", "input_stream", "output_stream")
"""What opens files in pyarrow, which pandas brings along where it is installed."""
NOT_THERE: Final = "Only Python's own library, numpy and pandas are there when your work is checked, and {name} is not."
WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
FENCED: Final = "Your work is checked without other files, processes or the network ({event})."
REFUSED: Final = (
    "os.",
    "subprocess.",
    "socket.",
    "ctypes.",
    "shutil.",
    "pty.",
    "mmap.",
    "fcntl.",
    "signal.",
    "winreg.",
)
LOOKING: Final = frozenset({"os.listdir", "os.scandir", "os.walk", "os.fwalk"})
MEGABYTE: Final = 2**20

Asked = tuple[str, list[tuple[Any, ...]] | None]
"""One task: the name, and the arguments of all calls; None where the name holds a value."""


def answer_all(
    connection: Connection, cells: list[str], asked: list[Asked], given: list[str], megabytes: int, folder: str
) -> None:
    """Run a hand-in's cells, then call its functions and read its values; say each result at once, as JSON.

    Args:
        connection: where results go, one message each: ``["ready"]``, or ``["not ready", how]`` where a given cell
            failed; ``["cell", n]`` before a cell runs, ``["failed", how]`` after it; ``["task", n]`` before a task,
            ``["answer", plain form]`` or ``["error", text]`` for each of its calls; ``["end"]``.
        cells: the code of the hand-in, in its order.
        asked: the tasks.
        given: the grader's own cells, which come first.
        megabytes: how much memory it may take beyond what Python and pandas take.
        folder: an empty one, which it may write into.
    """

    def say(*words: Any) -> None:
        connection.send_bytes(json.dumps(words).encode())

    _shut_in(folder, megabytes)
    names: dict[str, Any] = {"__name__": "__main__"}
    if failures := list(filter(None, [run_cell(cell, names) for cell in given])):
        say("not ready", *failures)
        return
    say("ready")
    for number, cell in enumerate(cells):
        say("cell", number)
        if failure := run_cell(cell, names):
            say("failed", failure)
    for number, (name, calls) in enumerate(asked):
        say("task", number)
        for arguments in [None] if calls is None else calls:
            say(*_answered(names, name, arguments))
    say("end")


def _answered(names: dict[str, Any], name: str, arguments: tuple[Any, ...] | None) -> tuple[str, Any]:
    """One answer in its plain form, or what went wrong."""
    if name not in names:
        return "error", f"There is no {name}."
    try:
        return "answer", plain(names[name] if arguments is None else names[name](*arguments))
    except BaseException as error:  # whatever a student's code raises is her answer, SystemExit too
        return "error", _in_words(error)


def _in_words(error: BaseException) -> str:
    """The sort of an error and the beginning of its text, where it has one that can be read."""
    text = ""
    with suppress(BaseException):
        text = str(error)[:200]
    return f"{type(error).__name__}: {text}"


def _shut_in(folder: str, megabytes: int) -> None:
    """Take everything away that the code does not need, once and for all."""
    os.chdir(folder)
    os.environ.clear()
    own = [str(Path(root).resolve()) for root in (sys.prefix, sys.base_prefix)]
    sys.path[:] = [path for path in sys.path if path and str(Path(path).resolve()).startswith(tuple(own))]
    for name in [name for name in sys.modules if name.split(".")[0] in KIT | OPEN_BY_THEMSELVES]:
        sys.modules.pop(name)
    for module in filter(None, map(sys.modules.get, ("pyarrow", "pyarrow.lib"))):
        for name in OF_ARROW:
            vars(module).pop(name, None)
    sys.argv, sys.dont_write_bytecode = [""], True
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    _limit_memory(megabytes)
    sys.addaudithook(_fence(own, str(Path(folder).resolve())))


def _limit_memory(megabytes: int) -> None:
    """Let the process take no more than so much beyond what it has, where the system can (Linux)."""
    try:
        import resource

        taken = int(Path("/proc/self/statm").read_text().split()[5]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_DATA, (taken + megabytes * MEGABYTE,) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        return  # no such limit here; the time limit stays


def _fence(own: list[str], folder: str) -> Callable[[str, tuple[Any, ...]], None]:
    """A hook that refuses whatever leads out of the process."""
    roots = tuple(root + os.sep for root in (*own, folder))
    importable = (sys.stdlib_module_names | PACKAGES) - OPEN_BY_THEMSELVES
    resolve, kit_parts = os.path.realpath, tuple(f"{os.sep}{name}{os.sep}" for name in KIT)

    def inside(path: Any) -> bool:
        if isinstance(path, int) or path is None:
            return True
        real = resolve(os.fsdecode(path)) + os.sep
        packages = real.rpartition("site-packages")[2] if "site-packages" in real else ""
        return real.startswith(roots) and not packages.startswith(kit_parts)

    def own_file(path: Any) -> bool:
        return isinstance(path, int) or resolve(os.fsdecode(path)).startswith(folder + os.sep)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "import" and (name := str(arguments[0]).split(".")[0]) not in importable:
            raise ImportError(NO_KIT if name in KIT else NOT_THERE.format(name=name))
        if event == "open" and not (own_file if arguments[2] & WRITING else inside)(arguments[0]):
            raise PermissionError(FENCED.format(event=event))
        if event in LOOKING:
            if not inside(arguments[0] if arguments[0] is not None else folder):
                raise PermissionError(FENCED.format(event=event))
        elif event.startswith(REFUSED):
            raise PermissionError(FENCED.format(event=event))

    return hook
