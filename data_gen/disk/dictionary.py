"""The data dictionary: every column of a world, its type, its unit and what it means, as one table.

Everything else about columns follows from here: how they are stored, and the page that a teacher reads.
"""

from typing import NamedTuple

SHAPES_ASSUMED = "the hours, weekends and seasons of viewing were measured nowhere; they are assumed"
SHARES_ASSUMED = "how people spread over the values is invented"
TYPES = {
    "int64": "whole number",
    "int32": "whole number",
    "int16": "whole number",
    "int8": "whole number",
    "Int64": "whole number, may be missing",
    "Int16": "whole number, may be missing",
    "str": "text",
    "words": "one of a few words",
    "day": "day",
    "moment": "moment (UTC)",
    "bool": "yes or no",
}
"""Kind of column -> how a teacher calls it. A day is kept in memory as its midnight."""


class Column(NamedTuple):
    """A column: name, kind (one of TYPES), unit, meaning, and what about it is assumed rather than measured."""

    name: str
    kind: str
    unit: str
    meaning: str
    assumed: str = ""


class Frame(NamedTuple):
    """A frame of a world: what one row is, and its columns. Frames made block by block have one file per block."""

    row: str
    by_block: bool
    columns: tuple[Column, ...]


PERSON = (
    Column("sex", "str", "", '"female" or "male"'),
    Column("birth_date", "day", "calendar day", "born on", "the spread of ages is invented"),
)
PLACE = (
    Column("country", "str", "", "where the person lives", "the shares of countries are invented"),
    Column("region", "str", "", "part of the country", SHARES_ASSUMED),
    Column("postcode", "str", "", "invented, in the shape that the country uses", SHARES_ASSUMED),
)
VIEWER_ID = Column("viewer_id", "int64", "key", "number of the viewer; tells nothing of her")
TITLE_ID = Column("title_id", "int32", "key", "number of the film or series")
STARS = Column("stars", "int8", "stars", "1 to 5", "the mean of 3.5 is assumed")
FRAMES: dict[str, Frame] = {
    "viewers": Frame(
        "a viewer: one profile of an account",
        True,
        (
            VIEWER_ID,
            Column("account_id", "int64", "key", "the account; profiles of one household often share one"),
            Column("household_id", "int64", "key", "who lives together"),
            Column("name", "str", "", "made up of first and last names that are common in the country"),
            Column("email", "str", "", "at a reserved example domain: nobody's"),
            Column("handle", "str", "", "the name under which the viewer writes public reviews"),
            PERSON[0],
            PERSON[1],
            Column("age", "int16", "whole years", "on 11 December 2017", "the spread of ages is invented"),
            *PLACE,
            Column("time_zone", "str", "", "IANA name: whose clock tells the viewer's local day"),
            Column("plan", "str", "", '"basic", "standard" or "premium"', SHARES_ASSUMED),
            Column("device", "str", "", "the device she mostly watches on", SHARES_ASSUMED),
            Column("joined_on", "day", "calendar day", "first day with the service", "growth is assumed"),
            Column("left_on", "day", "calendar day", "last day with the service; missing: still there", "as above"),
            Column("staff", "bool", "", "works for the service"),
        ),
    ),
    "titles": Frame(
        "a film or a series",
        False,
        (
            TITLE_ID,
            Column("title", "str", "", "coined: no such film or series exists"),
            Column("kind", "str", "", '"film" or "series"', SHARES_ASSUMED),
            Column("genre", "str", "", "one of twelve", SHARES_ASSUMED),
            Column("seasons", "int16", "seasons", "0 for a film"),
            Column("episodes", "int16", "episodes", "of all seasons together, 0 for a film"),
            Column("minutes", "int16", "minutes", "how long the film, or one episode, runs"),
            Column("released_on", "day", "calendar day", "nobody watches it before"),
            Column("seasonal", "str", "", '"Christmas", "Halloween", "Valentine" or nothing', SHAPES_ASSUMED),
        ),
    ),
    "views": Frame(
        "a showing: one viewer watches one film or episode once",
        True,
        (
            VIEWER_ID,
            TITLE_ID,
            Column("season", "int16", "", "from 1; 0 for a film"),
            Column("episode", "int16", "", "within the season, from 1; 0 for a film"),
            Column("started_at", "moment", "seconds, UTC", "when the showing began", SHAPES_ASSUMED),
            Column("day", "day", "calendar day", "the viewer's local day: the one that counts", SHAPES_ASSUMED),
            Column("minutes_watched", "int16", "minutes", "at least 1, at most what the title runs", SHARES_ASSUMED),
            Column("device", "words", "", '"tv", "computer", "phone" or "tablet"', SHARES_ASSUMED),
        ),
    ),
    "ratings": Frame(
        "what one viewer thinks of one title, in private",
        True,
        (VIEWER_ID, TITLE_ID, STARS, Column("rated_on", "day", "calendar day", "local day of the first showing")),
    ),
    "outside/reviews": Frame(
        "a public review: some are wrong, and some handles are nobody's",
        True,
        (
            Column("review_id", "int64", "key", "number of the review"),
            Column("handle", "str", "", "who signs it"),
            TITLE_ID,
            Column("title", "str", "", "of the film or series"),
            STARS,
            Column("day", "day", "calendar day", "dated, rightly or wrongly"),
        ),
    ),
    "outside/clues": Frame(
        "a remark in passing about somebody, and the facts in it (missing where it is silent)",
        False,
        (
            Column("clue_id", "int64", "key", "number of the remark"),
            Column("card", "str", "", '"first", "second" or "third" for the cards of the lessons, else nothing'),
            Column("speaker", "str", "", "who says it"),
            Column("sentence", "str", "", "what is said"),
            Column("country", "str", "", "where the person lives"),
            Column("region", "str", "", "part of the country"),
            Column("device", "str", "", "what she mostly watches on"),
            Column("sex", "str", "", '"female" or "male"'),
            Column("joined_week", "day", "calendar day", "the Monday of the week of joining"),
            Column("age_from", "Int16", "whole years", "at least so old"),
            Column("age_to", "Int16", "whole years", "at most so old"),
            Column("group", "str", "", "what the remark says that the person did"),
        ),
    ),
    "outside/register": Frame(
        "an adult in a public register: part of the viewers, and people who are not viewers",
        True,
        (
            Column("register_id", "int64", "key", "number of the entry"),
            Column("name", "str", "", "as the register has it"),
            *PERSON,
            *PLACE,
        ),
    ),
    "truth/clues": Frame(
        "a remark and whom it is about",
        False,
        (
            Column("target", "int64", "key", "clue_id"),
            Column("answer", "Int64", "key", "viewer_id of one who kept the vigil; missing for anybody else"),
        ),
    ),
    "truth/reviews": Frame(
        "a handle and whose it is",
        True,
        (Column("target", "str", "", "handle"), Column("answer", "Int64", "key", "viewer_id; missing: not a viewer")),
    ),
    "truth/register": Frame(
        "an entry of the register and who it is",
        True,
        (
            Column("target", "int64", "key", "register_id"),
            Column("answer", "Int64", "key", "viewer_id; missing: not a viewer"),
        ),
    ),
    "truth/stories": Frame(
        "a person in a planted story",
        False,
        (
            Column("target", "str", "", '"vigil", "record" or "marathon"'),
            Column("answer", "int64", "key", "viewer_id"),
        ),
    ),
}
INTRODUCTION = """# What is in this folder

Everything here is made up by a computer: no row is about a real person, film or series. How taste and popularity
spread was held against measured data; whatever was assumed instead is marked so below.

`manifest.json` says how the data were made and lists every file. `views/` has one folder per month and in it one file
per block of 2,500 viewers, so that a month (`views/month=2017-12`) or a block can be read alone. `exports/` are the
viewing histories of the people whom the lessons follow, as the service would hand them out. `truth/` has the
answers: keep it from learners, and know that whoever has the seed in the manifest can make it again.
"""


def markdown() -> str:
    """The data dictionary as a page in Markdown.

    Examples:
        >>> "| `minutes_watched` | whole number | minutes |" in markdown()
        True
    """
    return "\n".join([INTRODUCTION, *(_section(name, frame) for name, frame in FRAMES.items())])


def _section(name: str, frame: Frame) -> str:
    head = (
        f"## {name}\n\nOne row is {frame.row}.\n\n| column | type | unit | meaning | assumed |\n|---|---|---|---|---|\n"
    )
    return head + "".join(f"{_row(column)}\n" for column in frame.columns)


def _row(column: Column) -> str:
    cells = (f"`{column.name}`", TYPES[column.kind], column.unit, column.meaning, column.assumed)
    return f"| {' | '.join(cells)} |"
