"""Combinations of printed cells: by hand, and against every combination written out."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.attacks.combinations import NONE, combinations, pairs_with_sum, small_differences
from disclosure.attacks.query_sets import query_sets_of
from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import count_table
from disclosure.tables.editions import Archive, Publication
from tests.disclosure.attacks import brute_combinations

KINDS = [((), ()), ((), ("staff",)), ((), ("trainees",)), ((), ("staff", "trainees")), (("staff",), ())]
KINDS += [(("trainees",), ()), (("staff",), ("trainees",))]
"""Groups that a publication keeps, and groups that it leaves out."""

WIDE = {"north": "coast", "south": "coast", "east": "inland", "west": "inland"}


def found_by_search(archive, threshold, up_to):
    query_sets = query_sets_of(archive)
    rows = combinations(query_sets, threshold, up_to)
    signs = {"A": (1,), "A - B": (1, -1), "A - B - C": (1, -1, -1), "A + B - C": (1, 1, -1)}
    where = list(zip(query_sets.publication.tolist(), query_sets.row.tolist(), strict=True))
    listed = [
        frozenset(
            (s, where[box]) for s, box in zip(signs[row.form], (row.a, row.b, row.c), strict=False) if box != NONE
        )
        for row in rows.itertuples()
    ]
    assert len(set(listed)) == len(listed), "a combination stands there twice"
    assert rows["people"].between(1, threshold - 1).all()
    return set(listed)


def random_archive(rng):
    """A tiny world of a few people, and two or three tables of them."""
    n = int(rng.integers(3, 25))
    people = pd.DataFrame(
        {
            "film": pd.Categorical(rng.choice(list("AB"), n), list("AB")),
            "region": pd.Categorical(rng.choice(list(WIDE), n), list(WIDE)),
            "staff": rng.random(n) < 0.3,
            "day": rng.integers(0, 3, n),
        }
    )
    people["trainees"] = people["staff"] & (rng.random(n) < 0.5)
    dated, leave = rng.random() < 0.6, rng.random() < 0.3
    publications = [publication(rng, people, number, dated, leave) for number in range(int(rng.integers(2, 4)))]
    within = {"trainees": "staff"} if rng.random() < 0.5 else {}
    return with_known_labels(Archive(tuple(publications), within))


def publication(rng, people, number, dated, leave):
    """A table of some of the people: until some day, with or without some groups, hidden or not, nested or not."""
    only, without = KINDS[rng.choice(len(KINDS), p=[0.4, *[0.1] * 6])]
    day = int(rng.integers(3))
    chosen = people[people[list(only)].all(axis=1) & ~people[list(without)].any(axis=1)]
    chosen = chosen[chosen["day"] <= day] if dated else chosen
    by = [("film",), ("region",), ("film", "region"), ("coast",)][rng.choice(4, p=[0.3, 0.3, 0.2, 0.2])]
    hierarchies = {"region": WIDE} if "region" in by and rng.random() < 0.5 else {}
    if by == ("coast",):
        by, chosen = ("region",), chosen.assign(region=pd.Categorical(chosen["region"].map(WIDE), ["coast", "inland"]))
    table = count_table(chosen, by=by, totals=bool(rng.random() < 0.5), hierarchies=hierarchies)
    threshold = int(rng.choice([0, 0, 2, 4]))
    table = Suppress(threshold)(table) if threshold else table
    when = pd.Timestamp("2017-12-04") + pd.Timedelta(days=day) if dated else None
    return Publication(f"table {number}", table, when, only, without, leave)


def with_known_labels(archive):
    """Tables by coast alone say which regions lie in it, if no other table does."""
    by_coast = [p for p in archive.publications if "coast" in set(p.table.cells.get("region", []))]
    known = [replace(p, table=replace(p.table, hierarchies={"region": WIDE})) for p in by_coast[:1]]
    others = [p for p in archive.publications if p.name not in {it.name for it in known}]
    return Archive((*known, *others), archive.within)


@pytest.mark.parametrize("seed", range(0, 60, 15))
def test_it_finds_what_brute_force_finds_and_nothing_else(seed):
    kinds = set()
    for each in range(seed, seed + 15):
        rng = np.random.default_rng(each)
        archive, threshold = random_archive(rng), int(rng.integers(2, 7))
        found = found_by_search(archive, threshold, 3)
        assert found == brute_combinations.isolating(archive, threshold, 3), each
        kinds |= {tuple(sorted(sign for sign, _ in combination)) for combination in found}
    assert kinds == {(1,), (-1, 1), (-1, -1, 1), (-1, 1, 1)}, "every form occurs"


@given(st.integers(0, 10_000), st.integers(2, 7))
def test_the_short_search_finds_the_same_pairs(seed, threshold):
    query_sets = query_sets_of(random_archive(np.random.default_rng(seed)))
    fast, short = combinations(query_sets, threshold, 2), small_differences(query_sets, threshold)
    rows = [sorted(found.astype({"form": "str"}).itertuples(index=False, name=None)) for found in (fast, short)]
    assert rows[0] == rows[1]


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
    rows = combinations(query_sets_of(Archive(publications)), threshold, up_to)
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


def test_two_that_share_people_must_hold_them_in_the_third():
    """All of the staff, and all but the trainees, share the staff who are no trainees; film A holds not all of them."""
    people = pd.DataFrame({"film": list("AAAAAABBB"), "staff": [True] * 3 + [False] * 4 + [True] * 2})
    people["trainees"] = False
    people.loc[:1, "trainees"] = True
    staff = Publication("staff", total_of(people[people["staff"]]), only={"staff"})
    others = Publication("no trainees", total_of(people[~people["trainees"]]), without={"trainees"})
    film = Publication("films", count_table(people, by=["film"], totals=False))
    archive = Archive((staff, others, film), within={"trainees": "staff"})
    assert not found_by_search(archive, 9, 3) - brute_combinations.isolating(archive, 9, 3)


def total_of(people):
    table = count_table(people, by=["film"])
    return replace(table, cells=table.cells.tail(1))


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
