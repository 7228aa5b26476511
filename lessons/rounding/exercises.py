"""Exercises of the lesson on rounding: add up keys, look a change up, see what has changed, and plan a release."""

from typing import Final

import numpy as np
import pandas as pd

from disclosure.defences.cell_key import CellKey
from disclosure.defences.random_rounding import RoundRandomly
from disclosure.tables.perturbation import KEYS
from disclosure.whole_numbers import whole_number
from lessons.rounding import strings
from lessons.rounding.plan import EDITIONS, Plan, what_is_wrong
from teaching.checks import Arguments
from teaching.decision import Decision
from teaching.exercise import Exercise
from teaching.prose import Prose, prose

KEY_TASK: Final = """
**The key of a cell.** `people` has one row per person, with a `cell` and a `record_key` from 0 to 4095. Complete
`my_cell_keys(people)`: a column with the key of each cell, labelled by the cells. It is the sum of the record keys, and
what is left of it after division by 4096.
"""

PRINTED_TASK: Final = """
**Look a change up.** `changes` has one row for each count 0, 1, 2 and so on, and one column for each key. Its last row
holds for all larger counts, too. Complete `my_printed(count, key, changes)`: what is printed of one cell?
"""

CHANGED_TASK: Final = """
**Has it changed?** `this` and `last` hold what was printed of the same cells on two Mondays, by cell keys. Complete
`my_changed(this, last)`: the labels of all cells whose people are certainly not the same any more.
"""

PLAN_TASK: Final = f"""
**What do you publish?** A school district counts the pupils with a support need: four needs by four schools. 400 are
there, and in each month two new ones come. Neighbours hear when a child has moved, and what it needs. They want its
school. And anybody may ask a desk for each count in other ways, by age groups.

Write a plan: `Plan(CellKey(5, 3, 3), questions=..., editions=...)`. The three numbers of `CellKey` are the largest
change, the variance, and the smallest count above 0 that is printed. Or take `RoundRandomly(...)` with a base.
`editions` is how often the table comes out in a year: 1, 2, 3, 4, 6 or 12 times.

- Readers want 3 editions or more, 5 questions for each count or more, and counts that are off by 1.8 at most, on
  average.
- Somebody who asks all questions may have no more than 8 of the {4 * 4} counts exactly.
- In the year, neighbours may learn the school of no more than 9 of the 24 new pupils.
"""


def cell_key() -> Exercise:
    """Return the exercise that adds up the keys of each cell."""
    return Exercise(
        KEY_TASK,
        name="rounding/cell-key",
        minutes=3,
        reference=keys_of_cells,
        make_case=_some_keys,
        hints=[
            "First one sum for each cell. Then make each sum small again.",
            "`groupby` gives a sum for each cell. What is left after division is written `%`.",
            "`people.groupby('cell')['record_key'].sum() % 4096`",
        ],
    )


def look_up() -> Exercise:
    """Return the exercise that looks one change up."""
    return Exercise(
        PRINTED_TASK,
        name="rounding/look-up",
        minutes=4,
        reference=printed_of,
        make_case=_some_changes,
        hints=[
            "Which row holds for a count that is larger than all rows?",
            "The row is the count, or the last one: the smaller of the two. The change is added to the count.",
            "`count + changes.loc[min(count, changes.index.max()), key]`",
        ],
    )


def has_changed() -> Exercise:
    """Return the exercise that finds the cells whose people have changed."""
    return Exercise(
        CHANGED_TASK,
        name="rounding/has-changed",
        minutes=3,
        reference=labels_changed,
        make_case=_two_mondays,
        hints=[
            "The same people always get the same number. So which numbers tell that the people are others?",
            "It does not matter whether a number rises or falls, nor by how much.",
            "`list(this.index[this != last])`",
        ],
    )


def plan_release() -> Decision:
    """Return the task that asks how to publish a small table."""
    return Decision(
        PLAN_TASK,
        minutes=6,
        judge=judge_of_plan,
        one_way=three_editions,
        hints=[
            "Begin with few editions and few questions, and see which limit you meet.",
            "More editions make smaller steps, and more questions make better averages. Changes that are too small "
            "average away at once.",
            "Three editions and five questions leave room. Which way of changing is off by 1 to 2 on average?",
        ],
        name="rounding/plan-release",
    )


def keys_of_cells(people: pd.DataFrame) -> pd.Series:
    """Return the key of each cell."""
    return people.groupby("cell")["record_key"].sum() % KEYS


def printed_of(count: int, key: int, changes: pd.DataFrame) -> int:
    """Return what is printed of a cell."""
    row = min(count, changes.index.max())
    return int(count + changes.loc[row, key])


def labels_changed(this: pd.Series, last: pd.Series) -> list[str]:
    """Return the cells whose printed number is another."""
    return list(this.index[this != last])


def judge_of_plan(answer: object) -> str:
    """Say what is wrong with a plan; nothing, if it holds."""
    if not isinstance(answer, Plan):
        raise ValueError(strings.NO_PLAN)
    if not isinstance(answer.change, CellKey | RoundRandomly):
        raise ValueError(strings.NO_CHANGE.format(change=answer.change))
    if answer.editions not in EDITIONS:
        raise ValueError(strings.NO_EDITIONS.format(editions=answer.editions, offered=", ".join(map(str, EDITIONS))))
    whole_number("questions", answer.questions, "choose 0 to 127", least=0, most=127)
    return what_is_wrong(answer)


def said_of(plan: Plan) -> Prose:
    """Return what is wrong with a plan, as a paragraph; learners try theirs with ``check``."""
    return prose(repr(plan) + ":", judge_of_plan(plan))


def three_editions() -> Plan:
    """Return one plan that holds."""
    return Plan(CellKey(5, 3, 3), questions=5, editions=3)


def _some_keys(rng: np.random.Generator) -> Arguments:
    """A few people in a few cells."""
    people = int(rng.integers(4, 12))
    cells = rng.choice(["north", "south", "east"], people)
    return {"people": pd.DataFrame({"cell": cells, "record_key": rng.integers(0, KEYS, people)})}


def _some_changes(rng: np.random.Generator) -> Arguments:
    """A small table of changes with eight keys; 0 stays 0."""
    rows = int(rng.integers(4, 7))
    changes = np.array([[max(-count, int(change)) for change in rng.integers(-3, 4, 8)] for count in range(rows)])
    changes[0] = 0
    counts = [0, int(rng.integers(1, rows)), int(rng.integers(rows, 40))]
    table = pd.DataFrame(changes).rename_axis("count").rename_axis("key", axis="columns")
    return {"count": int(rng.choice(counts)), "key": int(rng.integers(0, 8)), "changes": table}


def _two_mondays(rng: np.random.Generator) -> Arguments:
    """What was printed of five cells on two Mondays."""
    genres = ["comedy", "crime", "drama", "music", "sport"]
    last = pd.Series(rng.integers(3, 40, 5), index=genres, name="last")
    step = rng.choice([-3, -1, 0, 0, 0, 1, 2, 4], 5)
    return {"this": (last + step).rename("this"), "last": last}
