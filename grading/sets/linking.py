"""Set 5, on unicity and linking: who fits, whom to name, and whose record it is."""

from typing import Any, Final

import numpy as np
import pandas as pd

from data_gen.streams import stream
from grading.drawing import several
from grading.tasks import ORDINARY, Case, FunctionTask, OwnWorld, ProblemSet, WorldTask

AT_THRESHOLD: Final = "the threshold itself"
NO_CLUE: Final = "no clue at all"
TWICE: Final = "watched twice"
TIES: Final = "ties"
EMPTY: Final = "no record at all"
ALONE: Final = "one record alone"
FEW: Final = "fewer titles than p"
NOBODY: Final = "nobody"

RECORDS, LONGEST_RECORD = 60, 15
"""Records of a student's log, and ratings in each, at most."""
TARGETS, CLUES, OFF_BY = 6, 4, 3
"""People whom a student looks for; clues about each; days by which a clue may be off."""


def who_fits(rng: np.random.Generator, tag: str, number: int) -> Case:
    """A log in which it is drawn of each viewer whether she fits all clues, or misses one."""
    days = int(rng.integers(2, 6))
    clues = [] if tag == NO_CLUE else list(zip([1, 2, 3], several(rng, 20, 300, 3), strict=True))
    rows, fitting = [], set()
    for viewer in range(101, 107):
        missed = int(rng.integers(-3, 3)) if clues else -1
        for place, (title, day) in enumerate(clues):
            edge = days if tag == AT_THRESHOLD else int(rng.integers(0, days))
            off = days + 1 + int(rng.integers(0, 3)) if place == missed else edge
            rows.append((viewer, title, day + (off if rng.random() < 0.5 else -off)))
            if tag == TWICE:
                rows.append((viewer, title, day + days + 20))
        rows.append((viewer, 9, int(rng.integers(1, 300))))
        fitting |= set() if missed >= 0 else {viewer}
    log = pd.DataFrame([rows[n] for n in rng.permutation(len(rows))], columns=["viewer_id", "title_id", "day"])
    return Case((log, clues, days), fitting)


def whom_to_name(rng: np.random.Generator, tag: str, number: int) -> Case:
    """Scores of records, of which the lead of the best is drawn first."""
    lead, second = int(rng.integers(2, 6)), int(rng.integers(10, 20))
    ahead = {AT_THRESHOLD: lead, TIES: 0}.get(tag, lead + int(rng.integers(1, 5)) if number % 2 else lead - 1)
    n = {EMPTY: 0, ALONE: 1}.get(tag, 5)
    records = [f"record {place}" for place in rng.permutation(30)[:n]]
    scores = [second + ahead, second, *several(rng, 0, second, 3)][:n]
    named = tag not in (EMPTY, TIES) and (tag in (AT_THRESHOLD, ALONE) or ahead >= lead)
    pairs = list(zip(records, scores, strict=True))
    return Case((dict(pairs[place] for place in rng.permutation(n)), lead), records[0] if named else NOBODY)


def how_many_alone(rng: np.random.Generator, tag: str, number: int) -> Case:
    """A log in which it is drawn of each viewer whether she has a title of her own among her first p."""
    p = int(rng.integers(2, 4))
    alone = 1 + int(rng.integers(0, 3)) if tag != EMPTY else 0
    rows: list[tuple[int, int]] = []
    viewers = [int(viewer) for viewer in 100 + rng.permutation(90)]
    for place in range(alone):
        titles = [*range(1, p), 500 + place]
        shown = titles[-1:] if tag == FEW else titles
        rows += [(viewers[place], title) for title in shown for _ in range(1 + (tag == TWICE))]
    for pair in range(2 if tag != EMPTY else 0):
        for twin in (0, 1):
            titles = [*range(1, p), 700 + pair, 800 + 2 * pair + twin]
            rows += [(viewers[10 + 2 * pair + twin], title) for title in titles for _ in range(1 + (tag == TWICE))]
    order = np.argsort(rng.random(len(viewers)))
    sorted_rows = sorted(rows, key=lambda row: order[viewers.index(row[0])])
    return Case((pd.DataFrame(sorted_rows, columns=["viewer_id", "title_id"]), p), alone)


def own_world(world: Any) -> OwnWorld:
    """A log of ratings without names, clues about some people, and whose records they are."""
    rng = stream(world.seed, "problem set on linking")
    ratings = world.ratings.sort_values(["viewer_id", "rated_on", "title_id"])
    ratings = ratings[ratings.groupby("viewer_id").cumcount() < LONGEST_RECORD]
    sizes = ratings.groupby("viewer_id").size()
    people = rng.permutation(sizes.index[sizes >= LONGEST_RECORD // 2])[: RECORDS + TARGETS // 3]
    record = dict(zip(people[:RECORDS], rng.permutation(np.arange(1, RECORDS + 1)), strict=True))
    rows = ratings[ratings["viewer_id"].isin(people)]
    rows = rows.assign(day=(rows["rated_on"] - pd.Timestamp("2016-11-01")).dt.days)
    log = rows[rows["viewer_id"].isin(record)]
    log = log.assign(record=log["viewer_id"].map(record)).sort_values(["record", "day", "title_id"])
    targets = [*people[: TARGETS - TARGETS // 3], *people[RECORDS:]]
    names = dict(zip(targets, [f"target {n}" for n in rng.permutation(len(targets)) + 1], strict=True))
    known = rows[rows["viewer_id"].isin(names)].assign(person=lambda one: one["viewer_id"].map(names))
    known = known.sample(frac=1, random_state=int(rng.integers(2**31))).groupby("person").head(CLUES)
    clues = known.assign(day=known["day"] + rng.integers(-OFF_BY, OFF_BY + 1, len(known))).sort_values(
        ["person", "title_id"]
    )
    return OwnWorld(
        {"log": log[["record", "title_id", "day"]], "clues": clues[["person", "title_id", "day"]]},
        {"my_records": fitting_records(log, clues), "my_alone": records_alone(log)},
    )


def fitting_records(log: pd.DataFrame, clues: pd.DataFrame) -> dict[str, list[int]]:
    """The records that fit all clues about each person."""
    found = {}
    for person, own in clues.groupby("person"):
        near = own.merge(log, on="title_id", suffixes=("_told", ""))
        near = near[(near["day"] - near["day_told"]).abs() <= OFF_BY]
        titles = near.groupby("record")["title_id"].nunique()
        found[str(person)] = [int(record) for record in titles.index[titles == len(own)]]
    return found


def records_alone(log: pd.DataFrame) -> int:
    """How many records are the only ones with both of their own first two titles."""
    titles = log.groupby("record")["title_id"].agg(list)
    return sum(sum(set(mine[:2]) <= set(other) for other in titles) == 1 for mine in titles)


def same_records(answer: Any, key: Any) -> bool:
    """Whether each person has the key's records."""
    return {person: set(records) for person, records in answer.items()} == {one: set(all_) for one, all_ in key.items()}


SET: Final = ProblemSet(
    "set5",
    (
        FunctionTask("my_fits", {ORDINARY: 2, AT_THRESHOLD: 1, TWICE: 1, NO_CLUE: 1}, who_fits),
        FunctionTask("my_named", {ORDINARY: 1.5, AT_THRESHOLD: 1, TIES: 0.5, ALONE: 0.5, EMPTY: 0.5}, whom_to_name),
        FunctionTask("my_alone_with", {ORDINARY: 2, FEW: 1, TWICE: 1, EMPTY: 0.5}, how_many_alone),
        WorldTask("my_records", 4, same_records),
        WorldTask("my_alone", 2.5),
    ),
    ("log", "clues"),
    own_world,
)
