"""Combinations of printed cells: by hand, and against every combination written out."""

from dataclasses import replace

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.attacks.boxes import boxes_of
from lessons.attacks.isolating import NONE, combinations, pairs_with_sum
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
@settings(max_examples=30)
def test_it_finds_what_brute_force_finds_and_nothing_else(archive, threshold):
    archive = with_known_labels(archive)
    assert found_by_search(archive, threshold, 3) == brute_combinations.isolating(archive, threshold, 3)


PEOPLE = pd.DataFrame(
    {
        "region": ["north"] * 12 + ["south"] * 14,
        "staff": [True] + [False] * 13 + [True] * 2 + [False] * 10,
    }
)


def counted(people, **kinds):
    return Publication(
        kinds.pop("name"), count_table(people, by=["region"], totals=kinds.pop("totals", False)), **kinds
    )


def found(*publications, threshold=10, up_to=3):
    rows = combinations(boxes_of(Archive(publications)), threshold, up_to)
    return sorted(zip(rows["form"], rows["people"], strict=True))


def test_all_and_all_but_the_staff():
    others = counted(PEOPLE[~PEOPLE["staff"]], name="others", without={"staff"})
    assert found(counted(PEOPLE, name="all"), others) == [("A - B", 1), ("A - B", 2)]


def test_two_parts_off_the_whole():
    whole = Publication("all", count_table(PEOPLE, by=["region"], totals=True))
    total_only = replace(whole, table=replace(whole.table, cells=whole.table.cells.tail(1)))
    others = counted(PEOPLE[~PEOPLE["staff"]], name="others", without={"staff"})
    assert found(total_only, others) == [("A - B - C", 3)]


def test_the_whole_off_two_parts():
    others = Publication("others", count_table(PEOPLE[~PEOPLE["staff"]], by=["region"]), without={"staff"})
    total_only = replace(others, table=replace(others.table, cells=others.table.cells.tail(1)))
    assert found(counted(PEOPLE, name="all"), total_only) == [("A + B - C", 3)]


def test_numbers_that_happen_to_differ_by_one_are_no_combination():
    women, men = PEOPLE.head(12), PEOPLE.head(11)
    assert found(counted(women, name="women", only={"women"}), counted(men, name="men", only={"men"})) == []


def test_of_members_nothing_is_proven():
    days = pd.to_datetime(["2017-12-04", "2017-12-11"])
    two = [counted(PEOPLE.head(n), name=str(n), day=day) for n, day in zip((11, 12), days, strict=True)]
    assert found(*two) == [("A - B", 1)]
    assert found(*(replace(each, people_leave=True) for each in two)) == []


def test_fewer_cells_may_be_asked_for():
    others = counted(PEOPLE[~PEOPLE["staff"]], name="others", without={"staff"})
    everybody = counted(PEOPLE, name="all", totals=True)
    assert {form for form, _ in found(everybody, others, up_to=2)} == {"A - B"}
    assert found(everybody, others, up_to=1) == []


def test_nothing_printed_nothing_found():
    nobody = Publication("a", Suppress(50)(count_table(PEOPLE, by=["region"])))
    assert found(nobody) == []


def test_large_counts_are_exact():
    """Beyond 2^53, where floats have holes."""
    big = 2**54
    table = count_table(PEOPLE, by=["region"], totals=False)
    one, other = (
        replace(table, cells=table.cells.assign(count=pd.array([n, n], dtype="Int64"))) for n in (big + 1, big)
    )
    assert found(Publication("all", one), Publication("others", other, without={"staff"})) == [("A - B", 1)] * 2


@settings(max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9)), max_size=12), st.integers(0, 12), st.integers(0, 5))
def test_pairs_with_sum_are_all_pairs_with_that_sum(rows, low, more):
    group, value = (np.array([row[i] for row in rows], dtype=np.int64) for i in (0, 1))
    limits = np.full(4, low), np.full(4, low + more)
    found = pairs_with_sum(group, value, *limits)
    pairs = {frozenset(pair) for one, other in found for pair in zip(one, other, strict=True)}
    assert pairs == {
        frozenset((i, j))
        for i in range(len(rows))
        for j in range(i)
        if group[i] == group[j] and low <= value[i] + value[j] <= low + more
    }
