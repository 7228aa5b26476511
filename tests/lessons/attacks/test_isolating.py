"""Combinations of printed cells: by hand, and against every combination written out."""

from dataclasses import replace

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.attacks.boxes import boxes_of
from lessons.attacks.isolating import NONE, combinations
from lessons.defences.suppression import Suppress
from lessons.releases.count_table import count_table
from lessons.releases.published import Archive, Publication
from tests.lessons.attacks import brute_combinations

WIDE = {"north": "coast", "south": "coast", "east": "inland", "west": "inland"}


def found_by_search(archive, threshold, up_to):
    boxes = boxes_of(archive)
    rows = combinations(boxes, threshold, up_to)
    signs = {"A": (1,), "A - B": (1, -1), "A - B - C": (1, -1, -1), "A + B - C": (1, 1, -1)}
    where = list(zip(boxes.publication.tolist(), boxes.row.tolist(), strict=True))
    listed = [
        frozenset(
            (s, where[box]) for s, box in zip(signs[row.form], (row.a, row.b, row.c), strict=False) if box != NONE
        )
        for row in rows.itertuples()
    ]
    assert len(set(listed)) == len(listed), "a combination stands there twice"
    assert rows["people"].between(1, threshold - 1).all()
    return set(listed)


@st.composite
def archives(draw):
    """Tiny worlds of a few people, and two to four tables of them."""
    n = draw(st.integers(3, 25))
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))
    people = pd.DataFrame(
        {
            "film": pd.Categorical(rng.choice(list("AB"), n), list("AB")),
            "region": pd.Categorical(rng.choice(list(WIDE), n), list(WIDE)),
            "staff": rng.random(n) < 0.3,
            "day": rng.integers(0, 3, n),
        }
    )
    people["trainees"] = people["staff"] & (rng.random(n) < 0.5)
    people["coast"] = people["region"].map(WIDE).astype("category")
    dated, leave = draw(st.booleans()), draw(st.sampled_from([False, False, True]))
    publications = [publication(draw, people, number, dated, leave) for number in range(draw(st.integers(2, 4)))]
    return Archive(tuple(publications), within=draw(st.sampled_from([{}, {"trainees": "staff"}])))


def publication(draw, people, number, dated, leave):
    only = draw(st.sets(st.sampled_from(["staff", "trainees"]), max_size=1)) if draw(st.booleans()) else set()
    without = draw(st.sets(st.sampled_from(["staff", "trainees"]), max_size=2)) - only
    if only == {"trainees"}:
        without = set()
    day = draw(st.integers(0, 2))
    chosen = people[[True] * len(people)]
    for group in only:
        chosen = chosen[chosen[group]]
    for group in without:
        chosen = chosen[~chosen[group]]
    if dated:
        chosen = chosen[chosen["day"] <= day]
    by = draw(st.sampled_from([("film",), ("region",), ("film", "region"), ("coast",)]))
    totals, nested = draw(st.booleans()), draw(st.booleans())
    if by == ("coast",):
        chosen, by = chosen.drop(columns="region").rename(columns={"coast": "region"}), ("region",)
    hierarchies = {"region": WIDE} if nested and "region" in by and "coast" in chosen else {}
    table = count_table(chosen, by=by, totals=totals, hierarchies=hierarchies)
    threshold = draw(st.sampled_from([0, 0, 2, 4]))
    table = Suppress(threshold)(table) if threshold else table
    when = pd.Timestamp("2017-12-04") + pd.Timedelta(days=day) if dated else None
    return Publication(f"table {number}", table, when, frozenset(only), frozenset(without), leave)


def with_known_labels(archive):
    """Tables by coast alone say which regions lie in it, if no other table does."""
    if any("coast" in set(p.table.cells.get("region", [])) for p in archive.publications):
        first = archive.publications[0].table
        known = replace(archive.publications[0], table=replace(first, hierarchies={"region": WIDE}))
        return Archive((known, *archive.publications[1:]), archive.within)
    return archive


@given(archives(), st.integers(2, 6))
@settings(max_examples=60)
def test_it_finds_what_brute_force_finds_and_nothing_else(archive, threshold):
    archive = with_known_labels(archive)
    assert found_by_search(archive, threshold, 3) == brute_combinations.isolating(archive, threshold, 3)
