"""A learner's own copy of the lessons: made once, never written over, a newer edition beside it."""

import hashlib
import posixpath
import re
from collections.abc import Collection
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Final

import lessons
from data_gen.disk.whole_folder import is_taken, whole_folder
from editions.home import HOME

KIT: Final = "fifty-three"
EDITION: Final = "edition.txt"
"""The file that says which edition a folder holds: its version, and a digest of all that was copied."""

READING: Final = (
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "CITATION.cff",
    "LICENSE",
    "LICENSE-lessons",
)
"""README, and what it leads to."""

PARTS: Final = ("notebooks", "docs", "lab_settings", "lab_config.py", *READING)
LEARNERS_OWN: Final = ".jsonl"
"""How files end that learners make: they are nobody's lesson."""

LINK: Final = re.compile(r"(?<!!)\[([^\[\]]*)\]\((?!\w+:|#)([^()#\s]+)(?:#[^()\s]*)?\)")
"""A link to a file, in Markdown."""


class FolderError(OSError):
    """The folder holds something else; the sentence says what to do. Nothing was written."""


def lesson_files() -> dict[str, bytes]:
    """All files that a learner's copy begins with: path below its folder, with forward slashes -> content."""
    files = {path.relative_to(HOME): path for part in PARTS for path in _files_of(HOME / part)}
    guides = Path(lessons.__file__).parent
    files |= {Path("lessons") / path.relative_to(guides): path for path in guides.glob("*/guide.md")}
    content = {name.as_posix(): files[name].read_bytes() for name in sorted(files)}
    return {
        name: _links_within(name, text, content) if name.endswith((".md", ".ipynb")) else text
        for name, text in content.items()
    }


def own_copy(folder: Path) -> Path:
    """Copy the lessons, unless this edition is there already.

    Args:
        folder: where the copy shall lie.

    Returns:
        The folder with this edition: the one asked for, or, where that holds another edition of the kit, one beside it
        with the version in its name. What somebody has written there stays as it is.

    Raises:
        FolderError: the folder holds something else, or the one beside it does.
        OSError: nothing can be written there.
    """
    files = lesson_files()
    version = metadata.version(KIT)
    edition = f"{version} {_digest(files)}\n"
    for place in (folder, folder.with_name(f"{folder.name}-{version}")):
        if not is_taken(place):
            with whole_folder(place) as new:
                for name, content in files.items():
                    new.write(name, content)
                new.write(EDITION, edition.encode())
            return place
        if not (place / EDITION).is_file():
            break
        if (place / EDITION).read_text(encoding="utf-8") == edition:
            return place
    raise FolderError(f"{place} holds something else, and stays as it is. Name another folder: {KIT} --folder NAME")


def _links_within(name: str, text: bytes, held: Collection[str]) -> bytes:
    """A text whose links lead to nothing that the copy lacks: there the words stay.

    Examples:
        >>> _links_within("docs/hub.md", b"[here](room.md#a) and [there](../environment.yml)", {"docs/room.md"})
        b'[here](room.md#a) and there'
    """
    folders = {str(folder) for other in held for folder in PurePosixPath(other).parents}

    def kept(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), link[2]))
        return link[0] if target in held or target in folders else link[1]

    return LINK.sub(kept, text.decode()).encode()


def _files_of(part: Path) -> list[Path]:
    """One file, or all that lie below a folder, without what learners and programs leave there."""
    if part.is_file():
        return [part]
    every = (path for path in part.rglob("*") if path.is_file() and path.suffix != LEARNERS_OWN)
    return [path for path in every if not any(name.startswith(".") for name in path.relative_to(part).parts)]


def _digest(files: dict[str, bytes]) -> str:
    """One short word for all names and contents."""
    whole = hashlib.sha256()
    for name, content in files.items():
        whole.update(f"{name}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()[:16]
