"""Exercises on quasi-identifiers: sizes of classes, a coarser date, and how diverse the worst class is."""

from typing import Final

import numpy as np
import pandas as pd

from teaching.checks import Arguments
from teaching.exercise import Exercise

SIZES_TASK: Final = """
**How large is each crowd?** Complete `my_class_sizes(rows, columns)`. For **each row**, return how many rows agree with
it in all of `columns`, itself included: a column of numbers, one for each row, in the order of the rows.
"""

DECADE_TASK: Final = """
**Say less.** Complete `my_generalise(birth_date)`. It gets one date as text, such as `"1961-03-04"`, and returns its
decade as text, such as `"1960 to 1969"`.
"""

DIVERSE_TASK: Final = """
**How diverse is the worst class?** Complete `my_distinct_l(rows, columns, fact)`. Rows that agree in all of `columns`
are one class. Return the number of different values of `fact` in the class that has the fewest.
"""


def class_sizes() -> Exercise:
    """Return the exercise that counts the anonymity set of each row."""
    return Exercise(
        SIZES_TASK,
        name="quasi_identifiers/class-sizes",
        minutes=6,
        reference=sizes_of,
        make_case=_small_extract,
        hints=[
            "How large is each group? And which method gives every row of a group the same answer?",
            "`rows.groupby(columns)` makes the groups. `.size()` has one number per *group*; you need one per *row*.",
            "`rows.groupby(columns)[columns[0]].transform('size')`",
        ],
    )


def generalise() -> Exercise:
    """Return the exercise that makes a decade of a date."""
    return Exercise(
        DECADE_TASK,
        name="quasi_identifiers/generalise",
        minutes=5,
        reference=decade_of,
        make_case=_date,
        hints=[
            "Which letters of the text stay the same through the whole decade?",
            "`birth_date[:3]` are the first three. With which digit does a decade begin, and with which does it end?",
            '`f"{birth_date[:3]}0 to {birth_date[:3]}9"`',
        ],
    )


def distinct_l() -> Exercise:
    """Return the exercise that finds the fewest different facts in a class."""
    return Exercise(
        DIVERSE_TASK,
        name="quasi_identifiers/distinct-l",
        minutes=6,
        reference=fewest_facts,
        make_case=_small_extract_with_facts,
        hints=[
            "First one number for each class, then the smallest of them.",
            "`rows.groupby(columns)[fact]` are the facts of a class. `count` counts all; what counts *different* ones?",
            "`rows.groupby(columns)[fact].nunique().min()`",
        ],
    )


def sizes_of(rows: pd.DataFrame, columns: list[str]) -> pd.Series:
    """Return for each row how many agree with it."""
    return rows.groupby(columns)[columns[0]].transform("size")


def decade_of(birth_date: str) -> str:
    """Return the decade of a date."""
    return f"{birth_date[:3]}0 to {birth_date[:3]}9"


def fewest_facts(rows: pd.DataFrame, columns: list[str], fact: str) -> int:
    """Return the number of different facts in the least diverse class."""
    return int(rows.groupby(columns)[fact].nunique().min())


def _small_extract(rng: np.random.Generator) -> Arguments:
    """A few people whose quasi-identifiers partly agree."""
    rows = pd.DataFrame(
        {
            "born": rng.choice(["1961", "1962", "1970"], 6),
            "sex": rng.choice(["female", "male"], 6),
            "postcode": rng.choice(["10001", "73301"], 6),
        }
    )
    known = [["born", "sex"], ["sex", "postcode"], ["born", "sex", "postcode"]]
    return {"rows": rows, "columns": known[int(rng.integers(0, 3))]}


def _date(rng: np.random.Generator) -> Arguments:
    """One date; the ends of decades come often."""
    year = int(rng.choice([1960, 1969, 1970, 1999, 2000, int(rng.integers(1931, 2005))]))
    return {"birth_date": f"{year}-{rng.integers(1, 13):02}-{rng.integers(1, 29):02}"}


def _small_extract_with_facts(rng: np.random.Generator) -> Arguments:
    """The same with a fact, which a class often shares."""
    nights = rng.choice(["hardly ever", "now and then", "every week"], 6, p=[0.6, 0.3, 0.1])
    return {
        "rows": _small_extract(rng)["rows"].assign(late_nights=nights),
        "columns": ["born", "sex"],
        "fact": "late_nights",
    }
