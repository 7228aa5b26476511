"""What lies in a folder of copies already: whether it may be replaced, and what stays where one lesson is made anew."""

from collections.abc import Sequence
from html import unescape
from importlib import metadata
from pathlib import Path

from editions.copies import strings
from editions.pages.building import KIT_NAME


def said_of(kind: str, title: str, seed: str | None) -> str:
    """What a copy says of itself: what it is of, in which version and world."""
    world = seed or strings.EVERYBODYS
    return strings.MADE.format(kind=strings.KINDS[kind], title=title, version=metadata.version(KIT_NAME), world=world)


def places_of(kinds: Sequence[str], folder: Path) -> dict[str, Path]:
    """Where each kind lies."""
    return {kind: folder if len(kinds) == 1 else folder / kind for kind in kinds}


def copies_in(folder: Path) -> list[Path]:
    """The copies of lessons that lie in a folder."""
    return sorted(folder.glob("[0-9][0-9]_*.html"))


def holds_something_else(folder: Path) -> str:
    """A sentence where a folder is there that holds no copies: it stays as it is."""
    held = [path for path in folder.rglob("*") if not path.is_dir()] if folder.is_dir() else [folder]
    if all(path.suffix == ".html" for path in held) and (not held or any(path.name == "index.html" for path in held)):
        return ""
    return f"{folder} is there already and holds no copies. It stays as it is: choose another folder."


def holds_other_copies(folder: Path, *, kinds: Sequence[str], seed: str | None) -> str:
    """A sentence where the copies that are there cannot lie beside new ones: another kind, version or world."""
    if sentence := holds_something_else(folder):
        return sentence
    alike = {
        path for kind, place in places_of(kinds, folder).items() for path in copies_in(place) if _is(path, kind, seed)
    }
    lists = {place / "index.html" for place in places_of(kinds, folder).values()}
    return "" if set(folder.rglob("*.html")) <= alike | lists else strings.UNLIKE.format(folder=folder)


def _is(copy: Path, kind: str, seed: str | None) -> bool:
    """Whether a copy is of this kind, version and world, as it says at its end."""
    before, _, after = said_of(kind, "\0", seed).partition("\0")
    text = unescape(copy.read_text(encoding="utf-8"))
    return before in text and f"{after}<" in text
