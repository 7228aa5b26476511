"""The manifest of a world on disk: what it was made from, with which versions, and every file with its hashes."""

from __future__ import annotations

import hashlib
import json
import platform
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from data_gen.disk.columns import combined
from data_gen.disk.dictionary import FRAMES
from data_gen.knobs import Knobs
from data_gen.streams import Seed

MANIFEST = "manifest.json"
FORMAT = "fifty-three world 1"
VERSIONS_OF = ("fifty-three", "numpy", "pandas", "pyarrow")


class DamagedWorldError(ValueError):
    """A world on disk is not what its manifest says; the sentence names the file."""


@dataclass(frozen=True)
class File:
    """One file of a world.

    path: below the folder of the world. frame: which frame it has a part of, or "" for files to be read by people.
    rows: of the frame. content: hash of the column values (columns.content_hash). sha256: of the bytes, size: how many.
    """

    path: str
    frame: str
    rows: int
    content: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Manifest:
    """What a world on disk is. people: as in World. versions: of Python and of the packages it was made with."""

    knobs: Knobs
    seed: Seed
    people: dict[str, int]
    files: tuple[File, ...]
    versions: dict[str, str]

    def of(self, frame: str) -> list[File]:
        """The files of one frame, by path: by month and then by block."""
        return sorted((file for file in self.files if file.frame == frame), key=lambda file: file.path)

    def rows(self) -> dict[str, int]:
        """How many rows each frame has."""
        return {frame: sum(file.rows for file in self.of(frame)) for frame in FRAMES}

    def content(self) -> dict[str, str]:
        """The content hash of each frame: equal for equal worlds, whoever made them and with which engine."""
        return {frame: combined([f"{file.path} {file.content}" for file in self.of(frame)]) for frame in FRAMES}

    def text(self) -> str:
        """The manifest as JSON, signed with its own hash so that a change in it is noticed."""
        body: dict[str, Any] = {
            "format": FORMAT,
            "knobs": asdict(self.knobs),
            "seed": self.seed,
            "people": self.people,
            "versions": self.versions,
            "rows": self.rows(),
            "content": self.content(),
            "files": [asdict(file) for file in self.files],
        }
        return json.dumps(body | {"manifest_sha256": _signature(body)}, ensure_ascii=False, indent=1) + "\n"


def versions_now() -> dict[str, str]:
    """The versions of Python and of the packages that decide what stands in the files."""
    return {"python": platform.python_version()} | {name: _version(name) for name in VERSIONS_OF}


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a world on disk.

    Raises:
        FileNotFoundError: there is no world in this folder.
        DamagedWorldError: the manifest was changed, or is not one that this version of the kit reads.
    """
    try:
        text = (folder / MANIFEST).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        raise FileNotFoundError(f"{folder}: no world stands here ({MANIFEST} is missing).") from None
    except UnicodeDecodeError:
        raise DamagedWorldError(f"{folder / MANIFEST} is damaged: it is not text. Make the world again.") from None
    except OSError as failure:
        raise DamagedWorldError(f"{folder / MANIFEST} cannot be read ({failure.strerror}).") from None
    return _parsed(text, folder / MANIFEST)


def is_world(folder: Path) -> bool:
    """Whether the folder holds a world that this kit has written, damaged or not."""
    try:
        return f'"format": "{FORMAT}"' in (folder / MANIFEST).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False


def _parsed(text: str, file: Path) -> Manifest:
    try:
        body = json.loads(text)
        signature = body.pop("manifest_sha256")
        form = body["format"]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise DamagedWorldError(f"{file} is damaged: it is not a manifest. Make the world again.") from None
    if form != FORMAT:
        raise DamagedWorldError(f"{file}: this version of the kit reads {FORMAT!r}, and this is {form!r}.")
    if signature != _signature(body):
        raise DamagedWorldError(f"{file} is damaged: it does not fit its own hash. Make the world again.")
    try:
        files = tuple(File(**entry) for entry in body["files"])
        return Manifest(Knobs(**body["knobs"]), body["seed"], body["people"], files, body["versions"])
    except (ValueError, KeyError, TypeError):  # signed, but with knobs or files that this version does not know
        raise DamagedWorldError(f"{file} was written by another version of the kit. Make the world again.") from None


def _signature(body: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
