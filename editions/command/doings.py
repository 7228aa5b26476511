"""What the command can do, and which part of the kit does it."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module, metadata
from typing import Any, Final, NoReturn

from disclosure.saying import say
from disclosure.starting import start
from editions.home import CLONE, HOME, MADE

KIT: Final = "fifty-three"
WELCOME: Final = """{name}: who is still found in numbers that look harmless?

{doings}

Without a word: {first}.
Each has its own help, such as: {name} pages --help
"""
UNKNOWN: Final = "There is no '{name}'. {others}. More: {kit} --help"
FROM_A_CLONE: Final = "'{name}' needs a clone of the repository: get one, and say {kit} {name} there."


@dataclass(frozen=True)
class Doing:
    """One thing that the command can do.

    Args:
        module: the part of the kit whose `main(arguments)` does it.
        purpose: what it does, in a line.
        first: what stands before the arguments, which may say otherwise.
        from_a_clone: whether an installed kit lacks what it needs.
    """

    module: str
    purpose: str
    first: tuple[str, ...] = ()
    from_a_clone: bool = False

    def __call__(self, arguments: Sequence[str]) -> Any:
        """Do it; the part is imported only now, so that help comes at once."""
        do: Callable[[list[str]], Any] = import_module(self.module).main
        return do([*self.first, *arguments])


PLATFORM: Final = ("--build", "platform", "--out", str(MADE / "staff-scorm"))
ALL: Final = ("instructor",)
PAPER: Final = ("handout", "paper")
DOINGS: Final = {
    "lessons": Doing("editions.command.opening", "copy the lessons into a folder and open the first one in JupyterLab"),
    "lab": Doing("editions.command.opening", "open JupyterLab on the first lesson", ("--in-place",)),
    "check": Doing("disclosure.__main__", "check a table of your own: what does it give away?", ("check",)),
    "table": Doing("disclosure.__main__", "a table of your own: a page on this machine, no code", ("page",)),
    "pages": Doing("editions.pages.__main__", "make each lesson a page that needs nothing"),
    "staff": Doing("editions.staff.__main__", "make the staff hour: one file, no code"),
    "staff-scorm": Doing("editions.staff.__main__", "the same for a learning platform", PLATFORM),
    "scorm": Doing("editions.scorm.__main__", "each lesson as a package for a learning platform"),
    "room": Doing(
        "editions.room.__main__", "serve the hour and all pages to a room without internet", ("--host", "lan")
    ),
    "answers": Doing("editions.answers", "write all answers into one file, for teachers"),
    "instructor": Doing(
        "editions.copies.__main__", "each lesson run, with all answers and the guide at their places", ALL
    ),
    "slides": Doing("editions.copies.__main__", "slides of each lesson, one file each, without answers", ("slides",)),
    "handout": Doing("editions.copies.__main__", "handouts and a paper pack, without answers", PAPER),
    "course": Doing("editions.course.__main__", "the problem sets of a course, for nbgrader", from_a_clone=True),
    "marks": Doing("grading.__main__", "mark all hand-ins for a set", from_a_clone=True),
    "results": Doing("editions.results.__main__", "check what a class has handed in, and show what it found hard"),
    "wheelhouse": Doing("editions.wheelhouse", "fill a folder for a stick, to install offline", from_a_clone=True),
    "world": Doing("data_gen.__main__", "make a world on disk, check it, export it"),
}
"""All but `lessons`, `check` and `world` are also targets of the Makefile, which calls them by these names."""


def run() -> NoReturn:
    """Do what the command line says, then leave Python."""
    start(main)


def main(arguments: Sequence[str]) -> int:
    """Do what is asked for; return what to tell the shell.

    Args:
        arguments: the words after `fifty-three`.

    Returns:
        0 where it went well, else a number.

    Raises:
        SystemExit: with a sentence where there is no such thing to do.
    """
    asked = list(arguments)
    if not asked or (asked[0].startswith("-") and asked[0] not in ("-h", "--help", "--version")):
        asked = ["lessons", *asked]
    name, *rest = asked
    if name in ABOUT:
        outcome = ABOUT[name]()
    elif name in DOINGS:
        sys.argv = [f"{KIT} {name}", *rest]  # the name that the part's own help shows
        outcome = _do(name, rest)
    else:
        sys.exit(UNKNOWN.format(name=name, others=_others(name), kit=KIT))
    if isinstance(outcome, str):
        say(outcome.rstrip())
        return 0
    return outcome or 0


def _do(name: str, arguments: Sequence[str]) -> Any:
    """Do one thing, unless it needs a clone and there is none."""
    if DOINGS[name].from_a_clone and HOME != CLONE:
        sys.exit(FROM_A_CLONE.format(name=name, kit=KIT))
    return DOINGS[name](arguments)


def _others(name: str) -> str:
    """What there is in place of an unknown name: the nearest, else all.

    Examples:
        >>> _others("lesson"), _others("staff_scorm")
        ('The nearest: lessons', 'The nearest: staff-scorm, staff, scorm')
        >>> _others("xyz").startswith("What there is: lessons, lab, ")
        True
    """
    nearest = get_close_matches(name.lower(), DOINGS)
    return f"The nearest: {', '.join(nearest)}" if nearest else f"What there is: {', '.join(DOINGS)}"


def version() -> str:
    """The kit's name and version."""
    return f"{KIT} {metadata.version(KIT)}"


def overview() -> str:
    """What can be done, one line each.

    Examples:
        >>> overview().splitlines()[2]
        '  fifty-three lessons       copy the lessons into a folder and open the first one in JupyterLab'
    """
    longest = max(map(len, DOINGS))
    lines = (f"  {KIT} {name:{longest}}   {doing.purpose}" for name, doing in DOINGS.items())
    return WELCOME.format(name=KIT, doings="\n".join(lines), first=DOINGS["lessons"].purpose)


ABOUT: Final = {"--version": version, "--help": overview, "-h": overview}
"""What is told without doing anything."""
