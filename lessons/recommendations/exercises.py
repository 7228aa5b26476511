"""Exercises on recommendations: what is a leak, how alike two titles are, a list; and the lists of a small library."""

from functools import cache
from math import sqrt
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.whole_numbers import whole_number
from lessons.recommendations import strings
from lessons.recommendations.known import some_viewers, titles_known
from lessons.recommendations.release import AlsoWatched, count_together
from lessons.recommendations.small_library import READERS, small_library
from lessons.recommendations.sweep import with_and_without_her
from teaching.checks import Arguments
from teaching.decision import Decision
from teaching.exercise import Exercise

LEAK_TASK: Final = """
**Which of them are leaks?** Ada guesses about some people twice: from lists with each of them in the data, and from
lists without. Complete `my_leak(with_her, without_her)`. Both have one row per person, with `target` and `right` (True
or False), but not in the same order. Count the people about whom she is right with them in the data, and not right
without them. Return this number.
"""

LIKENESS_TASK: Final = """
**How alike are two titles?** Complete `my_likeness(both, i, j)`. `both` has one row and one column per title:
`both[i, j]` is how many viewers the titles `i` and `j` have in common, and `both[i, i]` is how many viewers `i` has.
Return the viewers in common, divided by the square root of the product of their viewers. If one of them has no viewer,
return 0. (`x ** 0.5` is the square root of `x`.)
"""

LIST_TASK: Final = """
**The list of a title.** Complete `my_list(counts, title, length, least)`. `counts` has one row per other title:
`title_id`, `viewers`, and `common` (viewers in common with `title`). Return a list of the `title_id` that stand in the
list of `title`, at most `length`: the largest `common / sqrt(viewers)` first. Leave out titles with fewer than `least`
viewers, and those with nobody in common. The title itself is in `counts`, too, and must not stand in its own list.
"""

LIBRARY_TASK: Final = """
**Readers also borrowed.** A library of 800 readers and 300 books wants to print a list beside each book. You have not
seen its loans. Ada knows of each reader the five rarest books that have a list. She names a book that stands in at
least three of their lists, or in at least two, whichever serves her better. Choose two numbers:

- `length`: how many books stand in a list, at most;
- `least_readers`: a book with fewer readers has no list, and stands in none.

1. Of 800 readers, Ada may owe at most 60 of her right guesses to the reader's own loans: right with the reader in the
   data, and no longer right without.
2. The books that have a list must make up at least 60 of 100 loans.
3. A list has at least 5 places.

Write for example `{"length": 20, "least_readers": 10}`. Several answers are right. Say who loses a list by yours.
"""

MOST_LEAKS, FEWEST_LISTED, SHORTEST = 60, 0.60, 5
"""What the library can bear: readers, the share of loans of books with a list, and places of a list."""


def leak() -> Exercise:
    """Return the exercise that tells leaks from guesses that would have been right anyhow."""
    return Exercise(
        LEAK_TASK,
        name="recommendations/leak",
        minutes=5,
        reference=vanished,
        make_case=_two_runs,
        hints=[
            "The difference of both numbers is not the answer: somebody may be right only without.",
            "Bring the rows of one person together: `with_her.merge(without_her, on='target')`.",
            "Then count where `right_x` is True and `right_y` is not.",
        ],
    )


def vanished(with_her: pd.DataFrame, without_her: pd.DataFrame) -> int:
    """Return of how many people a right guess vanishes without them."""
    both = with_her.merge(without_her, on="target", suffixes=("_with", "_without"))
    return int((both["right_with"] & ~both["right_without"]).sum())


def _two_runs(rng: np.random.Generator) -> Arguments:
    """Seven people, in two orders; one at least is right only without."""
    right, without = rng.random(7) < 0.6, rng.random(7) < 0.4
    right[0], without[0] = False, True
    runs = [pd.DataFrame({"target": list("abcdefg"), "right": each}) for each in (right, without)]
    shuffled = [run.iloc[rng.permutation(7)].reset_index(drop=True) for run in runs]
    return {"with_her": shuffled[0], "without_her": shuffled[1]}


def likeness_of_two() -> Exercise:
    """Return the exercise on how alike two titles are."""
    return Exercise(
        LIKENESS_TASK,
        name="recommendations/likeness",
        minutes=4,
        reference=likeness,
        make_case=_small_counts,
        hints=[
            "Three numbers of the table are needed. Which stand on its diagonal?",
            "`both[i, j] / (both[i, i] * both[j, j]) ** 0.5`. What if a title has no viewer?",
            "Ask first: `if both[i, i] == 0 or both[j, j] == 0: return 0`.",
        ],
    )


def likeness(both: np.ndarray, i: int, j: int) -> float:
    """Return how alike two titles are, 0 to 1: the cosine of their viewers."""
    viewers = int(both[i, i]) * int(both[j, j])
    return float(both[i, j]) / sqrt(viewers) if viewers else 0.0


def _small_counts(rng: np.random.Generator) -> Arguments:
    """Four titles and eight viewers; now and then a title without any."""
    watched = (rng.random((8, 4)) < rng.uniform(0.2, 0.8, 4)).astype(int)
    if rng.random() < 0.3:
        watched[:, 3] = 0
    i, j = rng.choice(4, 2, replace=False)
    return {"both": watched.T @ watched, "i": int(i), "j": int(j)}


def list_of_a_title() -> Exercise:
    """Return the exercise that makes one list."""
    return Exercise(
        LIST_TASK,
        name="recommendations/list",
        minutes=6,
        reference=listed,
        make_case=_small_catalogue,
        hints=[
            "First leave out what must not stand in the list: three kinds of rows.",
            "`kept.assign(like=kept['common'] / kept['viewers'] ** 0.5)`, then sort by `like`, the largest first.",
            "`.sort_values('like', ascending=False).head(length)['title_id'].tolist()`",
        ],
    )


def listed(counts: pd.DataFrame, title: int, length: int, least: int) -> list[int]:
    """Return the titles of one list, best first."""
    may_stand = counts["title_id"].ne(title) & counts["viewers"].ge(least) & counts["common"].gt(0)
    kept = counts[may_stand]
    order = (kept["common"] / kept["viewers"] ** 0.5).sort_values(ascending=False).index
    return [int(each) for each in kept.loc[order, "title_id"].head(length)]


def _small_catalogue(rng: np.random.Generator) -> Arguments:
    """Eight titles, no two of them equally alike to the one that is asked about."""
    while True:
        viewers = rng.integers(1, 40, 8)
        common = np.minimum(viewers, rng.integers(0, 9, 8))
        common[0] = viewers[0]
        if len(np.unique(np.round(common**2 / viewers, 9)[common > 0])) == (common > 0).sum():
            break
    counts = pd.DataFrame({"title_id": range(11, 19), "viewers": viewers, "common": common})
    chosen = {"title": 11, "length": int(rng.integers(2, 5)), "least": int(rng.integers(2, 15))}
    return {"counts": counts.iloc[rng.permutation(8)].reset_index(drop=True), **chosen}


def library_lists() -> Decision:
    """Return the task that asks for the lists of a small library."""
    return Decision(
        LIBRARY_TASK,
        minutes=6,
        judge=judge_of_lists,
        one_way=long_lists_of_read_books,
        hints=[
            "Which of the two numbers decides how many loans are of books with a list?",
            "Without a limit, rare books tell of their readers. With a high one, hardly any book has a list.",
            "Raise `least_readers` until about 65 of 100 loans are left. Then try a few lengths.",
        ],
        name="recommendations/library",
        told=what_lists_do,
    )


def judge_of_lists(answer: Any) -> str:
    """Say what is wrong with the lists of the library; nothing, if all three demands are met."""
    release = _lists(answer)
    leaks, share = library_outcome(release)
    wrong = [
        strings.TOO_MANY_LEAKS.format(most=MOST_LEAKS) if leaks > MOST_LEAKS else "",
        strings.TOO_FEW_LISTED.format(fewest=FEWEST_LISTED) if share < FEWEST_LISTED else "",
        strings.TOO_SHORT.format(shortest=SHORTEST) if release.length < SHORTEST else "",
    ]
    return " ".join([what_lists_do(answer), *filter(None, wrong)]) if any(wrong) else ""


def what_lists_do(answer: Any) -> str:
    """Say how many right guesses the lists owe to the reader's own loans, and which loans are of books with a list."""
    leaks, share = library_outcome(_lists(answer))
    return strings.LIBRARY.format(leaks=leaks, readers=READERS, share=share)


def _lists(answer: Any) -> AlsoWatched:
    """Read an answer: how long a list is, and how many readers its books have."""
    if not isinstance(answer, dict) or set(answer) != {"length", "least_readers"}:
        raise ValueError(strings.NO_LISTS)
    whole_number("least_readers", answer["least_readers"], "choose 0 or more", least=0)
    return AlsoWatched(answer["length"], answer["least_readers"])


@cache
def library_outcome(release: AlsoWatched) -> tuple[int, float]:
    """Return how many right guesses vanish without the reader, by the better of two rules, and the loans listed."""
    rows, books = small_library()
    together, readers = count_together(rows, books), rows["title_id"].value_counts()
    known = titles_known(rows, some_viewers(rows, READERS), least_viewers=release.least_viewers)
    by_rule = [with_and_without_her(together, rows, known, release, least_lists=lists).vanished for lists in (3, 2)]
    return max(by_rule), float(rows["title_id"].map(readers).ge(release.least_viewers).mean())


def long_lists_of_read_books() -> dict[str, int]:
    """Return one choice that such a library can bear."""
    return {"length": 20, "least_readers": 65}
