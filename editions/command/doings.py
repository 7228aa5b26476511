"""What the command can do, and which part of the kit does it."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module, metadata
from typing import Any, Final, NoReturn

from disclosure.saying import say
from disclosure.starting import start

KIT: Final = "fifty-three"
WELCOME: Final = """{name}: who is still found in numbers that look harmless?

{doings}

Without a word: {first}.
Each has its own help, such as: {name} pages --help
"""


@dataclass(frozen=True)
class Doing:
    """One thing that the command can do.

    Args:
        module: the part of the kit whose `main(arguments)` does it.
        purpose: what it does, in a line.
        first: what stands before the arguments.
    """

    module: str
    purpose: str
    first: tuple[str, ...] = ()

    def __call__(self, arguments: Sequence[str]) -> Any:
        """Do it; the part is imported only now, so that help comes at once."""
        do: Callable[[list[str]], Any] = import_module(self.module).main
        return do([*self.first, *arguments])


DOINGS: Final = {
    "lessons": Doing("editions.command.opening", "copy the lessons into a folder and open the first one in JupyterLab"),
    "check": Doing("disclosure.__main__", "check a table of your own: what does it give away?", ("check",)),
    "table": Doing("disclosure.__main__", "the same on a page, without code: choose a file there", ("page",)),
    "pages": Doing("editions.pages.__main__", "make each lesson a page that needs nothing but a browser"),
    "staff": Doing("editions.staff.__main__", "make the staff hour: one file, no code"),
    "scorm": Doing("editions.scorm.__main__", "pack each lesson for a learning platform (SCORM 1.2)"),
    "room": Doing("editions.room.__main__", "serve all pages and the hour to a room without internet"),
    "answers": Doing("editions.answers", "write all answers into one file, for teachers"),
    "instructor": Doing("editions.copies.__main__", "each lesson run, with all answers and the guide", ("instructor",)),
    "slides": Doing("editions.copies.__main__", "make slides of each lesson, without answers", ("slides",)),
    "handout": Doing("editions.copies.__main__", "make handouts and a paper pack, no answers", ("handout", "paper")),
    "course": Doing("editions.course.__main__", "make the problem sets of a course, for nbgrader (from a clone)"),
    "results": Doing("editions.results.__main__", "check what a class has handed in: what did it find hard?"),
    "world": Doing("data_gen.__main__", "make a world on disk, check it, export it"),
}


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
        outcome = DOINGS[name](rest)
    else:
        sys.exit(f"There is no '{name}'. What there is: {', '.join(DOINGS)}. More: {KIT} --help")
    if isinstance(outcome, str):
        say(outcome.rstrip())
        return 0
    return outcome or 0


def version() -> str:
    """The kit's name and version."""
    return f"{KIT} {metadata.version(KIT)}"


def overview() -> str:
    """What can be done, one line each.

    Examples:
        >>> overview().splitlines()[2]
        '  fifty-three lessons   copy the lessons into a folder and open the first one in JupyterLab'
    """
    longest = max(map(len, DOINGS))
    lines = (f"  {KIT} {name:{longest}}   {doing.purpose}" for name, doing in DOINGS.items())
    return WELCOME.format(name=KIT, doings="\n".join(lines), first=DOINGS["lessons"].purpose)


ABOUT: Final = {"--version": version, "--help": overview, "-h": overview}
"""What is told without doing anything."""
