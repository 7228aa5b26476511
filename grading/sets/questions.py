"""Set 7, on trackers and reconstruction: what a desk refuses, and what its answers add up to."""

from itertools import product
from typing import Any, Final

import numpy as np
import pandas as pd

from data_gen.streams import stream
from grading.drawing import several
from grading.tasks import ORDINARY, Case, FunctionTask, OwnWorld, ProblemSet, WorldTask

AT_THRESHOLD: Final = "the threshold itself"
OTHERS: Final = "too few others"
EVERYBODY: Final = "a question about everybody"
ZERO: Final = "a zero"
NO_ANSWERS: Final = "no answers at all"
ALL_SETTLED: Final = "everything is settled"
REFUSED: Final = "refused"
ONE: Final = "one person"
EQUAL: Final = "all are equally old"
IMPOSSIBLE: Final = "nothing fits"

FACTS: Final = {"sex": ["female", "male"], "plan": ["basic", "premium"], "device": ["phone", "tv"]}
TARGETS: Final = 8
"""People about whom a student's Ada has asked."""
PATIENTS: Final = 8
"""People in a student's small group, whose answers are to be rebuilt."""


def desk_says(rng: np.random.Generator, tag: str, number: int) -> Case:
    """People at a desk, of whom it is drawn how many fulfil a question."""
    k, n = int(rng.integers(3, 6)), int(rng.integers(24, 30))
    usual = int(rng.integers(k + 1, n - k)) if number % 3 else int(rng.integers(1, k))
    size = {AT_THRESHOLD: (k, n - k)[number % 2], OTHERS: n - int(rng.integers(1, k)), EVERYBODY: n, ZERO: 0}.get(
        tag, usual
    )
    asked = {} if tag == EVERYBODY else {"sex": "female", "plan": "basic"}
    rows = []
    for place in range(n):
        inside = place < size
        missed = None if inside else ("sex", "plan")[int(rng.integers(2))]
        facts = {name: labels[int(rng.integers(2))] for name, labels in FACTS.items()}
        facts |= {name: FACTS[name][name == missed] for name in asked}
        rows.append(facts)
    people = pd.DataFrame([rows[place] for place in rng.permutation(n)])
    return Case((people, asked, k), size if k <= size <= n - k else REFUSED)


def surely(rng: np.random.Generator, tag: str, number: int) -> Case:
    """Groups of people and how many of each say yes; what is settled, over all ways to answer."""
    n = int(rng.integers(4, 7))
    truth = rng.integers(0, 2, n)
    groups = [sorted(rng.permutation(n)[: int(rng.integers(2, n))].tolist()) for _ in range(3)]
    if tag == ALL_SETTLED:
        groups = [[0], *[[place, place + 1] for place in range(n - 1)]]
    if tag == ZERO:
        truth[groups[0]] = 0
    if tag == ORDINARY:
        truth[:2] = number % 2
        groups = [[0, 1], *groups[:2]]
    answers = [] if tag == NO_ANSWERS else [(group, int(truth[group].sum())) for group in groups]
    return Case((n, answers), settled(n, answers))


def settled(n: int, answers: list[tuple[list[int], int]]) -> dict[int, int]:
    """Who has one answer only, over all ways to answer that fit."""
    ways = [
        way for way in product((0, 1), repeat=n) if all(sum(way[one] for one in group) == yes for group, yes in answers)
    ]
    return {person: each[0] for person, each in enumerate(zip(*ways, strict=True)) if len(set(each)) == 1}


def lists_of_ages(rng: np.random.Generator, tag: str, number: int) -> Case:
    """A few printed numbers about ages; the number of lists that fit, counted one by one.

    Two people beside the youngest and the oldest leave more than one list; one person would leave one.
    """
    n = {ONE: 1}.get(tag, 4 + number % 2)
    ages = sorted(several(rng, 20, 28, n))
    if tag == EQUAL:
        ages = [ages[0]] * n
    if tag == ORDINARY:
        ages[-1] = max(ages[-1], ages[0] + 4)
    total = sum(ages) + (40 * n if tag == IMPOSSIBLE else 0)
    low, high = ages[0], ages[-1]
    fitting = {
        tuple(sorted(way))
        for way in product(range(low, high + 1), repeat=n)
        if sum(way) == total and min(way) == low and max(way) == high
    }
    return Case((n, total, low, high), len(fitting))


def own_world(world: Any) -> OwnWorld:
    """Answers of a desk about some people, and sums over a small group; and what they give away."""
    rng = stream(world.seed, "problem set on questions")
    answers, known = _desk_answers(rng, world)
    sums, sure = _sums(rng)
    return OwnWorld({"answers": answers, "sums": sums}, {"my_watched": known, "my_sure": ["settled", sure]})


def _desk_answers(rng: np.random.Generator, world: Any) -> tuple[pd.DataFrame, dict[str, bool]]:
    """Three answers about each of some people, and of whom they tell whether they watched a title."""
    viewers, facts = world.viewers, ["sex", "plan", "device", "country"]
    alike = viewers.groupby(facts)["viewer_id"].transform("size")
    half = TARGETS // 2
    chosen = pd.concat([viewers[alike == 1].head(half), viewers[alike > 1].drop_duplicates("region").head(half)])
    seen_by = world.views[["title_id", "viewer_id"]].drop_duplicates()
    reach = seen_by[seen_by["viewer_id"].isin(chosen["viewer_id"])]["title_id"].value_counts()
    watched = viewers["viewer_id"].isin(seen_by[seen_by["title_id"] == (reach - half).abs().idxmin()]["viewer_id"])
    rows, known = [], {}
    for place, person in enumerate(rng.permutation(chosen.index), 1):
        like_her = viewers[facts].eq(viewers.loc[person, facts]).all(axis="columns")
        crowd, seen = int((viewers["sex"] == viewers.loc[person, "sex"]).sum()), int((like_her & watched).sum())
        rows.append((f"target {place}", crowd, crowd - int(like_her.sum()), crowd - seen))
        if seen in (0, int(like_her.sum())):
            known[f"target {place}"] = bool(seen)
    return pd.DataFrame(rows, columns=["person", "crowd", "without", "without_watchers"]), known


def _sums(rng: np.random.Generator) -> tuple[pd.DataFrame, list[list[int]]]:
    """How many of some groups said yes, and whose answers that settles."""
    yes_or_no = rng.integers(0, 2, PATIENTS)
    yes_or_no[:2] = yes_or_no[0]
    groups = [*(sorted(rng.permutation(PATIENTS)[:4].tolist()) for _ in range(5)), [0, 1]]
    answers = [(group, int(yes_or_no[group].sum())) for group in groups]
    sums = pd.DataFrame([(" ".join(map(str, group)), yes) for group, yes in answers], columns=["group", "yes"])
    return sums, [[person, answer] for person, answer in settled(PATIENTS, answers).items()]


def same_people(answer: Any, key: Any) -> bool:
    """Whether a dictionary says of the same people the same as the key."""
    return bool(answer == dict(key[1]))


SET: Final = ProblemSet(
    "set7",
    (
        FunctionTask("my_desk", {ORDINARY: 1.5, AT_THRESHOLD: 1, OTHERS: 1, EVERYBODY: 0.5, ZERO: 0.5}, desk_says),
        FunctionTask("my_settled", {ORDINARY: 2, ZERO: 1, ALL_SETTLED: 1, NO_ANSWERS: 0.5}, surely),
        FunctionTask("my_lists", {ORDINARY: 2, ONE: 0.5, EQUAL: 1, IMPOSSIBLE: 0.5}, lists_of_ages),
        WorldTask("my_watched", 4),
        WorldTask("my_sure", 3, same_people),
    ),
    ("answers", "sums"),
    own_world,
)
