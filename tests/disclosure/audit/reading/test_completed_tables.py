"""Lines that do not cover everybody: without a word of it, the audit would give false exact counts."""

from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.disclosure import group_disclosure
from disclosure.audit.reading.completed_tables import completed_tables
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.companions import Companions
from disclosure.tables.count_table import TOTAL, CountTable, Hierarchy
from disclosure.tables.linked_tables import LinkedTables
from tests.disclosure.audit import fuzz_percentages

UNKNOWN = {"district": "district unknown"}


def districts(counts: list[int | None], **more: object) -> CountTable:
    cells = pd.DataFrame({"district": ["Ashfield", "Birchmoor", TOTAL], "count": pd.array(counts, dtype="Int64")})
    cells["mark"] = ["c" if n is None else "" for n in counts]
    return CountTable(cells, ("district",), Rule(5), **more)  # type: ignore[arg-type]


def ends(release: CountTable | LinkedTables) -> dict[str, tuple[int, int, str]]:
    frame = audit(release, Outsider())
    return {row["target"]: (row["low"], row["high"], row["verdict"]) for row in frame.to_dict("records")}


def test_a_hidden_district_beside_an_unknown_one_is_not_what_is_left() -> None:
    counts = [40, None, 44]
    assert ends(districts(counts)) == {"Birchmoor": (4, 4, "exact")}
    assert ends(districts(counts, not_covered=UNKNOWN)) == {
        "Birchmoor": (1, 4, "open"),
        "district unknown": (0, 3, "narrowed"),
    }


def test_the_unprinted_part_may_be_a_small_count_that_the_print_gives_away() -> None:
    assert ends(districts([40, 20, 62], not_covered=UNKNOWN)) == {"district unknown": (2, 2, "exact")}


def test_what_one_table_does_not_cover_none_does_unless_it_prints_it() -> None:
    first, second = districts([40, None, 44], not_covered=UNKNOWN), districts([40, None, 44])
    assert ends(LinkedTables((first, second)))["Birchmoor"] == (1, 4, "open")
    cells = pd.concat([second.cells, pd.DataFrame({"district": ["district unknown"], "count": [2], "mark": [""]})])
    third = CountTable(cells, ("district",), Rule(5, complementary_mark="x"))
    assert ends(LinkedTables((first, third)))["Birchmoor"] == (2, 2, "exact")


def test_a_table_of_wider_labels_alone_may_leave_a_part_out() -> None:
    """North prints 40 of 44; what is left are South and the unknown district, whatever lies in South."""
    cells = pd.DataFrame({"district": ["North", "South", TOTAL], "count": [40, None, 44], "mark": ["", "c", ""]})
    nested = {"district": {"n1": "North", "n2": "North", "s1": "South", "s2": "South"}}
    release = CountTable(cells, ("district",), Rule(5), nested, not_covered=UNKNOWN)
    assert ends(release) == {"South": (1, 4, "open"), "district unknown": (0, 3, "narrowed")}


def test_rows_that_were_filtered_keep_their_labels() -> None:
    """Ashfield and Birchmoor hold 6 together, and which of them is small is told by the labels of the rows."""
    cells = pd.DataFrame({"district": ["Ashfield", "Birchmoor", "Coldwell", TOTAL], "count": [None, None, 9, 15]})
    kept = cells.assign(mark=cells["count"].map(lambda n: "c" if pd.isna(n) else "")).set_index(pd.Index([5, 0, 1, 7]))
    kept = kept[kept["district"] != "Coldwell"]
    release = CountTable(kept, ("district",), Rule(5, complementary_mark="c"), not_covered=UNKNOWN)
    known = audit(release, Outsider(), primary=pd.Series([False, True, False], index=[5, 0, 7]))
    assert known["target"].to_dict() == {5: "Ashfield", 0: "Birchmoor", 3: "district unknown"}
    assert known["role"].tolist() == ["complementary", "primary", "not covered"]
    assert (known["low"].tolist(), known["high"].tolist()) == ([5, 1, 0], [14, 4, 9])


def test_an_unprinted_part_may_lie_in_a_wider_label() -> None:
    cells = pd.DataFrame({"district": ["Ashfield", "North", "Coldwell", TOTAL], "count": [3, 5, 9, 14]})
    nested = {"district": {"Ashfield": "North", "north unknown": "North"}}
    table = CountTable(cells, ("district",), None, nested, not_covered={"district": "north unknown"})
    assert ends(table) == {"north unknown": (2, 2, "exact")}


def test_nobody_says_that_all_are_in_one_district_where_some_may_be_nowhere() -> None:
    assert len(group_disclosure(districts([40, 0, 40]), Outsider()))
    facts = group_disclosure(districts([40, 0, 44], not_covered=UNKNOWN), Outsider())
    assert facts["fact"].tolist() == ["nobody"]


@pytest.mark.parametrize("share", (0, 1))
def test_agrees_with_all_worlds_in_which_some_people_stand_nowhere(share: int) -> None:
    assert fuzz_percentages.run({"not everybody": 20}, seed=share).total() >= 20


def test_statistics_of_a_total_tell_of_people_whom_no_label_covers() -> None:
    """Random releases of up to four people: A, B, and a part that nobody printed; stars from 1 to 2; enumerated."""
    rng, every = np.random.default_rng(53), np.array(list(product(range(5), repeat=6))).reshape(-1, 3, 2)
    every, stars = every[every.sum(axis=(1, 2)) <= 4], Companions("stars", 1, 2, 1)
    means = np.array([[mean_of(n, more, stars) for more in range(5)] for n in range(5)])
    for world in every[rng.permutation(len(every))[:12]]:
        printed, fits = [], np.ones(len(every), dtype=bool)
        for people, others in ((world[0], every[:, 0]), (world[1], every[:, 1]), (world.sum(0), every.sum(axis=1))):
            n, count, mean = others.sum(axis=1), int(people.sum()), means[tuple(people)]
            hidden = 1 <= count <= 2
            fits &= (n >= 1) & (n <= 2) if hidden else n == count
            fits &= np.isclose(means[others[:, 0], others[:, 1]], mean, equal_nan=True)
            printed.append({"count": pd.NA if hidden else count, "mark": "c" if hidden else "", "mean": mean})
        cells = pd.DataFrame(printed).assign(district=["A", "B", TOTAL]).astype({"count": "Int64"})
        table = CountTable(cells, ("district",), Rule(3), companions=stars, not_covered={"district": "unknown"})
        counts = np.column_stack([every[fits].sum(axis=2), every[fits].sum(axis=(1, 2))])
        truth = dict(zip(["A", "B", "unknown", TOTAL], zip(counts.min(0), counts.max(0), strict=True), strict=True))
        frame = audit(table, Outsider())
        for label, low, high in zip(frame["district"], frame["low"], frame["high"], strict=True):
            assert (low, high) == truth[label], f"{label}\n{table.grid()}"


def mean_of(ones: int, twos: int, stars: Companions) -> float:
    """The mean as it is printed, not a number of nobody."""
    return float(stars.rounded(Fraction(ones + 2 * twos, ones + twos))) if ones + twos else np.nan


@pytest.mark.parametrize("named", [True, False])
def test_a_part_in_the_lowest_of_three_levels_is_counted_by_what_is_printed_in_one_piece(named: bool) -> None:
    """The unknown ones are among the 10 of West: 17 less 7 of East, whichever table names them."""
    nest = {"a": "West", "b": "West", "district unknown": "West", "c": "East", "West": "Land", "East": "Land"}

    def places(counts: dict[str, int | None], part: dict[str, str]) -> CountTable:
        cells = pd.DataFrame({"district": list(counts), "count": pd.array(list(counts.values()), dtype="Int64")})
        cells["mark"] = cells["count"].isna().map({True: "c", False: ""})
        rule = Rule(3, complementary_mark="c")
        return CountTable(cells, ("district",), rule, {"district": nest}, not_covered=part)

    wide = places({"West": None, "East": 7, "Land": 17, TOTAL: 17}, UNKNOWN if named else {})
    fine = places({"a": None, "b": None, "c": 7, "West": None, "East": 7, "Land": None, TOTAL: None}, UNKNOWN)
    if named:
        assert ends(wide) == {"West": (10, 10, "exact")}
    told = ends(LinkedTables((wide, fine)))
    assert told["West"] == (10, 10, "exact") and told["district unknown"] == (0, 8, "narrowed")


def test_a_part_of_a_label_that_lies_in_one_printed_in_one_piece_has_no_number() -> None:
    """West has the unknown ones and others that no row tells of: not all 10 are unknown."""
    cells = pd.DataFrame({"district": ["Land", "Sea", TOTAL], "count": [10, 1, 11], "mark": ""})
    nest = {"district unknown": "West", "West": "Land", "a": "East", "East": "Land", "s": "Sea"}
    assert ends(CountTable(cells, ("district",), hierarchies={"district": nest}, not_covered=UNKNOWN)) == {}


def test_an_uncovered_part_is_counted_by_the_label_of_which_it_is_a_piece() -> None:
    """P is a, b and the unknown ones: b is all that is left of P's 10, or they are."""

    def places(counts: dict[str, int | None], part: dict[str, str]) -> CountTable:
        cells = pd.DataFrame({"district": list(counts), "count": pd.array(list(counts.values()), dtype="Int64")})
        cells["mark"] = cells["count"].isna().map({True: "x", False: ""})
        return CountTable(cells, ("district",), not_covered=part)

    wide = places({"P": 10, "c": None, TOTAL: 14}, {})
    fine = places({"a": 4, "b": None, "c": 4, TOTAL: 14}, UNKNOWN)
    release = LinkedTables((wide, fine), {"district": {"P": ("a", "b", "district unknown")}})
    assert ends(release) == {"c": (4, 4, "exact"), "b": (0, 6, "narrowed"), "district unknown": (0, 6, "narrowed")}


def test_a_hierarchy_holds_through_labels_that_a_table_does_not_print() -> None:
    nest = {"a": "b", "b": "c", "d": "c"}

    def regions(labels: list[str], hierarchy: dict[str, str]) -> CountTable:
        cells = pd.DataFrame({"region": labels, "count": 1, "mark": ""})
        return CountTable(cells, ("region",), hierarchies={"region": hierarchy})

    tables = (regions(["a", "b", "d", "c"], nest), regions(["a", "d", "c"], {}), regions(["a", "d", "c"], nest))
    assert [each.hierarchies for each in completed_tables(tables)] == [{"region": nest}] * 3


@pytest.mark.parametrize("hidden", [True, False])
def test_a_wider_label_that_nobody_covers_counts_the_parts_that_others_do_not_cover(hidden: bool) -> None:
    """One table leaves W out, the other prints it, and of its parts only a: what is left is for u, and not nothing."""

    def places(counts: dict[str, int | None], nest: dict[str, str], uncovered: str) -> CountTable:
        cells = pd.DataFrame({"place": list(counts), "count": pd.array(list(counts.values()), dtype="Int64")})
        cells["mark"] = cells["count"].isna().map({True: "c", False: ""})
        rule = Rule(5, zeros="hidden", complementary_mark="c")
        return CountTable(cells, ("place",), rule, {"place": nest}, not_covered={"place": uncovered})

    without = places({"z": 6, TOTAL: 14}, {}, "W")
    within = places({"a": None if hidden else 5, "z": 6, "W": 8}, {"a": "W", "u": "W"}, "u")
    told = ends(LinkedTables((without, within)))
    assert told == ({"a": (0, 8, "open"), "u": (0, 8, "narrowed")} if hidden else {"u": (3, 3, "exact")})


def test_parts_that_two_tables_name_by_wider_labels_of_two_hierarchies_are_one_part_where_these_overlap() -> None:
    """u is all of S and a part of R: 4 are left for R beside z, 3 are left for S beside z and v."""

    def places(counts: dict[str, int], nest: dict[str, str], uncovered: str) -> CountTable:
        cells = pd.DataFrame({"place": list(counts), "count": list(counts.values()), "mark": ""})
        return CountTable(cells, ("place",), hierarchies={"place": nest}, not_covered={"place": uncovered})

    one = places({"RZ": 5, TOTAL: 9}, {"z": "RZ", "u": "R", "v": "R"}, "R")
    other = places({"SV": 6, TOTAL: 9}, {"z": "SV", "v": "SV", "u": "S"}, "S")
    for release in (LinkedTables((one, other)), LinkedTables((other, one))):
        told = ends(release)
        assert told == {label: (n, n, "exact") for label, n in {"u": 3, "v": 1, "R": 4, "S": 3}.items()}


def test_where_a_row_is_left_out_a_part_that_nobody_covers_may_hold_people() -> None:
    """b has no row at y, so nobody of b is there; of the 5 of f at y, all or none may be unknown, like those at x."""
    rows = [("f", "b", "x", 3), ("f", "b", TOTAL, 3), ("g", "b", "x", 0), ("g", "b", "y", 1), ("g", "b", TOTAL, 1)]
    cells = pd.DataFrame(rows, columns=["film", "place", "sex", "count"]).assign(mark="")
    inner = CountTable(cells, ("film", "place", "sex"), not_covered={"place": "unknown"})
    sums = pd.DataFrame({"sex": ["x", "y", TOTAL], "count": [9, 6, 15], "mark": ""})
    told = ends(LinkedTables((inner, CountTable(sums, ("sex",)))))
    assert told["f | unknown | total"][:2] == (0, 11) and told["f | unknown | y"][:2] == (0, 5)


@pytest.mark.parametrize("who", ["a cell of another table", "a total of another table", "the sum itself", "nobody"])
def test_a_sum_alone_holds_none_of_a_part_that_nobody_covers_where_the_release_prints_that_nobody_is_there(
    who: str,
) -> None:
    """The 5 of n are a, 2 of b, and u: it was said to be open whether those of s are u, whatever else was printed."""

    def table(by: tuple[str, ...], rows: list[tuple[str | int | None, ...]], **more: object) -> CountTable:
        cells = pd.DataFrame(rows, columns=[*by, "count"]).astype({"count": "Int64"})
        return CountTable(cells.assign(mark=["c" if n is pd.NA else "" for n in cells["count"]]), by, **more)  # type: ignore[arg-type]

    s = 0 if who == "the sum itself" else 4
    rows = [("a", "n", None), ("b", "n", 2), (TOTAL, "n", 5), (TOTAL, "s", s), (TOTAL, TOTAL, 5 + s)]
    alone = table(("p", "q"), rows, not_covered={"p": "u"})
    broken_down = [("u", "n", 1), *rows[:3], ("a", "s", 3), ("b", "s", 1), ("u", "s", 0), (TOTAL, "s", 4)]
    others = {
        "a cell of another table": [table(("p", "q"), broken_down)],
        "a total of another table": [table(("p",), [("a", None), ("b", None), ("u", 0), (TOTAL, 9)])],
    }
    release = LinkedTables((alone, *others[who])) if who in others else alone
    if who == "nobody":
        with pytest.raises(ValueError, match="prints that of s alone: it is open whether this one holds some of 'u'"):
            ends(release)
    else:
        low, high = {"a cell of another table": (2, 2), "a total of another table": (3, 3), "the sum itself": (0, 3)}[
            who
        ]
        assert ends(release)["a | n"][:2] == (low, high)


@pytest.mark.parametrize("nest", [{"ash": "North", "oak": "North"}, {"ash": "wood", "oak": "wood", "wood": "North"}])
def test_a_label_in_one_piece_holds_parts_that_nobody_covers_at_any_depth(nest: Hierarchy) -> None:
    def by_place(counts: dict[str, int | None], **more: Any) -> CountTable:
        cells = pd.DataFrame({"place": [*counts], "count": pd.array([*counts.values()], "Int64")})
        return CountTable(cells.assign(mark=cells["count"].isna().map({True: "c", False: ""})), ("place",), **more)

    one = by_place({"west": None, "North": 4, TOTAL: 6})
    two = by_place({"west": None, TOTAL: 6}, hierarchies={"place": nest}, not_covered={"place": ("ash", "oak")})
    frame = audit(LinkedTables((one, two)), Outsider()).set_index("place")
    assert frame[["low", "high"]].T.to_dict("list") == {"west": [2, 2], "ash": [0, 4], "oak": [0, 4]}


def test_a_mark_that_reads_as_the_own_sign_is_a_mark_like_any_other() -> None:
    """Both are 1, for the rule hides 1 alone: they were taken for parts that nobody printed, 0 to 2."""
    cells = pd.DataFrame({"place": ["n", "m", TOTAL], "mark": ["not covered", "not covered", ""]})
    cells["count"] = pd.array([None, None, 2], dtype="Int64")
    frame = audit(CountTable(cells, ("place",), Rule(2, mark="not covered")), Outsider())
    assert frame[["role", "low", "high"]].to_numpy().tolist() == [["primary", 1, 1]] * 2
