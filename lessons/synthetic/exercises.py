"""Exercises on synthetic files: the leak, the nearest row, two tables side by side; a clinic's file to decide on."""

from typing import Final

import numpy as np
import pandas as pd

from lessons.synthetic import strings
from lessons.synthetic.clinic import DRAWS, MOST_ALL, MOST_EPSILON, MOST_PAIR, Way, what_file_does, what_is_wrong
from lessons.synthetic.defences import CopyRows, DrawColumns, DrawFromTree
from teaching.checks import Arguments
from teaching.decision import Decision
from teaching.exercise import Exercise
from teaching.prose import Prose, prose

LEAK_TASK: Final = """
**How much is leak?** Ada has asked a file about some people who are in its data, and about control people, who are
not. Complete `my_leak(members, control)`. Each of the two has one value per person: `True` where she was right, `False`
where she was wrong or said nothing. Return a number, not rounded: how many more is she right about of 100 people in the
data than of 100 who are not? (It is below 0 where she is right about fewer.)
"""

NEAREST_TASK: Final = """
**Most like her.** Complete `my_nearest(rows, facts)`. `rows` is a file with one row per made-up person. `facts` says
what is known of Bea: column -> label. In how many facts does each row agree with her? Return the index labels of all
rows with the largest number, as a list, in the order of the file.
"""

ERROR_TASK: Final = """
**Two tables side by side.** `one` and `other` count people by the same two columns, for two files: each is a pandas
table of counts, with the same rows and columns. The files may have different numbers of people. Complete
`my_two_way_error(one, other)`: which share of the people would have to stand in another cell? It is half the sum of all
differences of shares, without their signs.
"""

CLINIC_TASK: Final = f"""
**What does the clinic publish?** A clinic has 400 patients: `age` (three groups), `area` (four), `reason` (of the
visit: four) and `sent_on` (to a hospital: yes or no). Cleo publishes a made-up file. All doctors know without it that
the reason goes with the age, and that who is sent on hangs on the reason. Nobody knows of anything that goes with the
area.

Write a way to make the file: `CopyRows(changed=...)`, `DrawColumns(epsilon=...)`, or
`DrawFromTree(epsilon=..., edges=((..., ...), ...))`. An edge names a column, and one that is drawn by its label.

1. The clinic promises an epsilon of {MOST_EPSILON:g} at most, for all that the file takes from its patients.
2. Doctors read the table of `reason` and `sent_on`. It may be off by {MOST_PAIR:.0%} at most.
3. All tables of two columns may be off by {MOST_ALL:.0%} at most, in the mean over all of them.

(The file is made {DRAWS} times, and the mean counts.)

Several answers are right. Say what yours does not show any more.
"""


def leak() -> Exercise:
    """Return the exercise that tells leak and inference apart."""
    return Exercise(
        LEAK_TASK,
        name="synthetic/leak",
        minutes=3,
        reference=leak_of_100,
        make_case=_two_groups,
        hints=[
            "What would she have been right about anyhow? Do the two groups have as many people?",
            "Take the share that is right in each group first. Only then take one from the other.",
            "`100 * (members.mean() - control.mean())`",
        ],
    )


def nearest() -> Exercise:
    """Return the exercise that looks for the rows most like somebody."""
    return Exercise(
        NEAREST_TASK,
        name="synthetic/nearest",
        minutes=4,
        reference=nearest_rows,
        make_case=_small_file,
        hints=[
            "Count for each row in how many facts it agrees. Which count is the largest?",
            "`rows[list(facts)] == pd.Series(facts)` compares all at once. Sum it along each row.",
            "With that sum as `agrees`: `list(rows.index[agrees == agrees.max()])`",
        ],
    )


def tables_apart() -> Exercise:
    """Return the exercise that compares two tables."""
    return Exercise(
        ERROR_TASK,
        name="synthetic/tables-apart",
        minutes=3,
        reference=share_elsewhere,
        make_case=_two_tables,
        hints=[
            "A file of 10 people and one of 20 can be equal in all shares. What must you divide by?",
            "Divide each table by its own sum. Then take differences without their sign.",
            "`(one / one.to_numpy().sum() - other / other.to_numpy().sum()).abs().to_numpy().sum() / 2`",
        ],
    )


def clinic_file() -> Decision:
    """Return the task that asks how to make a clinic's file."""
    return Decision(
        CLINIC_TASK,
        minutes=7,
        judge=judge_of_file,
        one_way=along_the_reason,
        hints=[
            "Which of the three ways promise anything? And what must not be chosen from the patients?",
            "The tree is yours to write. Take the two things that doctors know without the file.",
            "`age`, then `reason`, then `sent_on`. Is an epsilon of 0.5 enough? Of 1? Of 2?",
        ],
        name="synthetic/clinic-file",
        told=what_file_does,
    )


def leak_of_100(members: pd.Series, control: pd.Series) -> float:
    """Return how many more of 100 are told right in the data than out of it."""
    return 100 * float(members.mean() - control.mean())


def nearest_rows(rows: pd.DataFrame, facts: dict[str, str]) -> list[object]:
    """Return the labels of the rows that agree in most facts."""
    agrees = (rows[list(facts)] == pd.Series(facts)).sum(axis=1)
    return list(rows.index[agrees == agrees.max()])


def share_elsewhere(one: pd.DataFrame, other: pd.DataFrame) -> float:
    """Return half the sum of all differences of shares."""
    shares = [table.to_numpy() / table.to_numpy().sum() for table in (one, other)]
    return float(np.abs(shares[0] - shares[1]).sum() / 2)


def judge_of_file(answer: object) -> str:
    """Say what is wrong with a way to make the clinic's file; nothing, if it holds."""
    if not isinstance(answer, Way):
        raise ValueError(strings.NO_WAY)
    return what_is_wrong(answer)


def said_of(way: CopyRows | DrawColumns | DrawFromTree) -> Prose:
    """Return what is wrong with a way to make the file, as a paragraph; learners try theirs with ``check``."""
    return prose(repr(way) + ":", judge_of_file(way))


def along_the_reason() -> DrawFromTree:
    """Return one way that holds."""
    return DrawFromTree(epsilon=2.0, edges=(("age", "reason"), ("reason", "sent_on")))


def _two_groups(rng: np.random.Generator) -> Arguments:
    """Two groups of different sizes, and who of them was told right."""
    sizes = rng.integers(4, 9), rng.integers(10, 21)
    return {name: pd.Series(rng.random(size) < 0.5) for name, size in zip(("members", "control"), sizes, strict=True)}


def _small_file(rng: np.random.Generator) -> Arguments:
    """A few rows, labelled by numbers in no order, and what is known of somebody."""
    labels = {"plan": ["basic", "premium"], "device": ["tv", "phone"], "age": ["young", "old"], "sex": ["f", "m"]}
    rows = pd.DataFrame({name: rng.choice(each, 7) for name, each in labels.items()}, index=rng.permutation(20)[:7])
    known = [name for name in labels if rng.random() < 0.7] or ["plan", "device"]
    return {"rows": rows, "facts": {name: str(rng.choice(labels[name])) for name in known}}


def _two_tables(rng: np.random.Generator) -> Arguments:
    """Two tables of the same shape, of different numbers of people."""
    shape = pd.Index(["basic", "premium"], name="plan"), pd.Index(["phone", "tv", "tablet"], name="device")
    counts = rng.integers(0, 9, (2, 2, 3)) + np.array([1, 4])[:, None, None]
    return {name: pd.DataFrame(counts[at], *shape) for at, name in enumerate(("one", "other"))}
