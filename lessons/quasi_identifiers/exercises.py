"""Exercises on quasi-identifiers: sizes of classes, a coarser date, the worst class, and how to publish an extract."""

from typing import Final

import numpy as np
import pandas as pd

from disclosure.records.anonymity import information_lost
from disclosure.records.columns import QUASI_IDENTIFIERS
from disclosure.records.generalisation import Generalise, SuppressRecords
from disclosure.records.mondrian import Mondrian
from lessons.quasi_identifiers import strings
from lessons.quasi_identifiers.attack import guess_fact, link
from teaching.checks import Arguments
from teaching.decision import Decision
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

LIBRARY_TASK: Final = """
**How do you publish it?** Cleo works in a library. Researchers ask for the table above: who owes how much for books
that came back late. Ada has a list of all who live in the two towns, with their names. She knows who is a reader.
Choose steps, so that

1. at least **three** rows fit each reader whom you publish;
2. no reader has a crowd in which all rows say the same of `owes`;
3. no more than **half** of what the three columns said is lost. (A row left out is lost whole.)

These are the steps you have:

- `Generalise` says less in every row. Give it what you like of `birth_date="month"`, `"year"`, `"decade"` or `"any"`,
  of `sex="any"`, and of `postcode="area"` or `"any"`.
- `SuppressRecords(k)` leaves out rows in crowds below k.
- `Mondrian(k)` makes crowds of k or more. `Mondrian(k, distinct=2, fact="owes")` wants two answers in each.

Write them as a list. They are done one after the other. Say what you would tell the researchers about your choice.
"""

MOST_LOST: Final = 0.5
"""The share of what the columns said that may be lost."""

SMALLEST_CROWD: Final = 3

STEPS: Final = Generalise | SuppressRecords | Mondrian

READERS: Final = """
1952-08-07 male North, 103 a lot
1956-07-26 male South, 201 nothing
1958-12-17 male South, 202 a little
1960-01-12 female North, 103 a lot
1960-05-02 female North, 103 nothing
1960-05-24 male North, 101 nothing
1961-04-12 female South, 202 a little
1961-04-24 male South, 202 a little
1962-08-17 female South, 202 nothing
1968-12-21 female North, 102 a little
1970-01-17 male North, 102 nothing
1971-02-16 female North, 103 nothing
1971-09-22 male South, 201 nothing
1972-04-14 female North, 101 nothing
1972-04-15 female North, 101 nothing
1975-02-11 female North, 103 a little
1976-01-17 female North, 103 nothing
1977-06-17 male South, 201 a lot
1978-07-07 male North, 101 a lot
1981-05-12 female North, 101 nothing
1984-02-12 female North, 101 nothing
1988-06-26 male North, 101 a little
1996-10-04 female North, 103 a little
1998-02-26 female South, 202 a little
"""
"""Date of birth, sex, town and postcode, and what is owed, one reader a line."""


def library_readers() -> pd.DataFrame:
    """Return the table of the task: ``birth_date``, ``sex``, ``postcode`` and ``owes``, one row per reader."""
    lines = [line.split(" ", 4) for line in READERS.strip().splitlines()]
    rows = [(born, sex, f"{town} {code}", owes) for born, sex, town, code, owes in lines]
    return pd.DataFrame(rows, columns=[*QUASI_IDENTIFIERS, "owes"])


def publish_readers() -> Decision:
    """Return the task that asks how to publish a small extract."""
    return Decision(
        LIBRARY_TASK,
        minutes=6,
        judge=judge_of_readers,
        one_way=boxes_with_two_answers,
        hints=[
            "Begin with one step and read the sentence. Which of the three demands fails?",
            "A crowd with one answer needs a larger crowd, or `distinct=2`. A price too high needs finer steps.",
            "`Mondrian` chooses where to cut. Ask it for three rows and two answers in each class.",
        ],
        name="quasi_identifiers/publish-readers",
    )


def judge_of_readers(answer: object) -> str:
    """Say what is wrong with a way to publish the readers; nothing, if the attack fails at the price."""
    readers = library_readers().assign(row_id=range(1, len(library_readers()) + 1))
    published = _after(answer, readers)
    entries = readers.drop(columns="owes").rename(columns={"row_id": "register_id"})
    entries = entries[entries["register_id"].isin(published["row_id"])]
    found = link(published, entries, knows_members=True, at_most=SMALLEST_CROWD - 1)
    told = guess_fact(published, entries, fact="owes", sure=1)
    lost = information_lost(readers, published)
    for sentence, guesses in ((strings.SINGLED_OUT, found), (strings.SECRET_TOLD, told)):
        if guesses["declared"].any():
            return _sentence(sentence, guesses, readers, found)
    too_dear = strings.TOO_DEAR.format(lost=lost, most=MOST_LOST, kept=len(published), members=len(readers))
    return too_dear if lost > MOST_LOST else ""


def _after(answer: object, readers: pd.DataFrame) -> pd.DataFrame:
    """The readers after the steps that a learner chose."""
    steps = list(answer) if isinstance(answer, list | tuple) else [answer]
    if not steps or not all(isinstance(step, STEPS) for step in steps):
        raise ValueError(strings.NO_STEPS)
    for step in steps:
        readers = step(readers)  # type: ignore[operator]
    return readers


def _sentence(sentence: str, guesses: pd.DataFrame, readers: pd.DataFrame, found: pd.DataFrame) -> str:
    """What Ada learns, about the first of whom she learns something."""
    first = guesses[guesses["declared"]].iloc[0]
    person = readers.set_index("row_id").loc[first["target"]].to_dict()
    rows = found.set_index("target").loc[first["target"], "rows_fit"]
    return sentence.format(**person, people=guesses["declared"].sum(), least=SMALLEST_CROWD, rows=rows)


def boxes_with_two_answers() -> list[Mondrian]:
    """Return one way to publish that holds."""
    return [Mondrian(3, distinct=2, fact="owes")]


def own_rows() -> pd.DataFrame:
    """Return a few rows with other columns than those of the lesson: ``born``, ``street``, ``grade``."""
    return pd.DataFrame(
        {"born": ["1961", "1961", "1970", "1970"], "street": ["Elm"] * 4, "grade": ["good", "good", "good", "fair"]}
    )


def class_sizes() -> Exercise:
    """Return the exercise that counts the anonymity set of each row."""
    return Exercise(
        SIZES_TASK,
        name="quasi_identifiers/class-sizes",
        minutes=4,
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
        minutes=4,
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
