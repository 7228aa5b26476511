"""The files that a room serves: listed once, so that no address leads to any other file of this laptop."""

import gzip
import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

KINDS: Final = {".html", ".css", ".js", ".svg", ".png", ".md", ".txt", ".pdf", ".toml", ".zip"}
"""Endings of files that are served."""


@dataclass(frozen=True)
class Item:
    """One file, packed once and kept, so that thirty browsers do not make thirty copies.

    Attributes:
        file: where it is.
    """

    file: Path

    @property
    def kind(self) -> str:
        """What a browser is told that it is."""
        kind = mimetypes.guess_type(self.file.name)[0] or "text/plain"
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    @cached_property
    def packed(self) -> bytes:
        """Its bytes, by gzip."""
        return gzip.compress(self.file.read_bytes(), 6, mtime=0)

    @cached_property
    def tag(self) -> str:
        """What tells a browser that its copy is still good."""
        return f'"{hashlib.sha256(self.packed).hexdigest()[:32]}"'


def shelf(folders: Mapping[str, Path]) -> dict[str, Item]:
    """List what can be asked for.

    Args:
        folders: the first part of an address -> the folder that it leads to; one that does not exist is left out.

    Returns:
        Address below the room's token -> file. Hidden files, links that lead out and other kinds are not in it.

    Examples:
        >>> import tempfile
        >>> place = Path(tempfile.mkdtemp())
        >>> _ = (place / "index.html").write_text("Hello"), (place / ".hidden.html").touch()
        >>> list(shelf({"pages": place}))
        ['pages/index.html']
    """
    return {
        f"{name}/{file.relative_to(folder).as_posix()}": Item(file)
        for name, folder in folders.items()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.suffix in KINDS and _inside(file, folder)
    }


def _inside(file: Path, folder: Path) -> bool:
    """Whether a file lies in a folder, all links followed, and is not hidden there."""
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and file.resolve().is_relative_to(folder.resolve())
