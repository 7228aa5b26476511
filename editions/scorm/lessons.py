"""Each lesson as a package of its own for a learning platform, and one for all of them side by side."""

import re
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from data_gen.disk.whole_folder import whole_folder
from editions.home import HOME
from editions.pages.building import KIT_NAME, Edition, fill_with_pages
from editions.scorm.package import START, scorm_zip

BESIDE: Final = ("accessibility.html", "glossary.html")
"""What each package holds beside its lesson."""

LINK: Final = re.compile(r'<a (?:[^>]* )?href="([^"#]+)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
TITLE: Final = re.compile(r"<title>(.*?)</title>")


def build_packages(out: Path, edition: Edition, *, notebooks: Path = HOME / "notebooks") -> list[Path]:
    """Write a package for each lesson, whole or not at all.

    Args:
        out: the folder; packages that stand there already are replaced.
        edition: what a teacher has chosen, with a build for a platform.
        notebooks: the lessons.

    Returns:
        The files, by number.

    Raises:
        FileExistsError: the folder holds something else.
        PagesError: a lesson fails.
    """
    with whole_folder(out, refusal=_holds_something_else) as folder, TemporaryDirectory() as made:
        pages = Path(made)
        fill_with_pages(pages, edition, notebooks=notebooks)
        read = {path.name: path.read_text(encoding="utf-8") for path in pages.glob("*.html")}
        for name in filter(re.compile(r"\d\d_").match, sorted(read)):
            folder.write(f"{Path(name).stem}.zip", packed(Path(name).stem, read))
    return sorted(out.glob("*.zip"))


def packed(lesson: str, pages: Mapping[str, str]) -> bytes:
    """One lesson's package: its page, and those that it needs beside it.

    Args:
        lesson: the name of its page, without ``.html``.
        pages: all pages: file -> HTML.
    """
    held = {START: pages[f"{lesson}.html"]} | {name: pages[name] for name in BESIDE if name in pages}
    within = {name: _links_within(page, set(held)) for name, page in held.items()}
    (title,) = TITLE.findall(held[START])
    return scorm_zip(within, name=lesson, title=title, version=metadata.version(KIT_NAME))


def _links_within(page: str, held: set[str]) -> str:
    """A page whose links lead to nothing that the package lacks: there the words stay.

    Examples:
        >>> _links_within('<a href="02_x.html">two</a>, <a href="glossary.html#y">y</a>', {"glossary.html"})
        'two, <a href="glossary.html#y">y</a>'
    """
    body, script = page.partition("<script")[0], page[len(page.partition("<script")[0]) :]
    return LINK.sub(lambda link: link[0] if link[1] in held or ":" in link[1] else link[2], body) + script


def _holds_something_else(folder: Path) -> str:
    """A sentence where a folder is there that holds no packages: it stays as it is."""
    if folder.is_dir() and all(path.suffix == ".zip" for path in folder.iterdir()):
        return ""
    return f"{folder} is there already and holds no packages. It stays as it is: choose another folder."
