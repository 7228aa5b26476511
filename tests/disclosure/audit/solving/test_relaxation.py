"""Bounds that exact fractions prove, and audits that did not end without them."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pandas as pd

from disclosure.audit import Outsider, audit
from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint, disjunction_of_gap
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.relaxation import Relaxation, solved
from disclosure.tables import Companions, CountTable, Percentages

FREE = (NO_LIMIT, NO_LIMIT)


def bound(conditions: list[Disjunction], *, high: tuple[int, int] = FREE, sums: tuple[int, ...] = ()) -> int | None:
    """The largest first count of two that is proved, where the second one is 10 at most by a line, if there is one."""
    matrix = np.array([[0, 1]] * len(sums)).reshape(-1, 2)
    return Relaxation(
        Equations(matrix, np.array(sums, dtype=int), np.zeros(2, dtype=int), np.array(high), tuple(conditions))
    ).upper_bound(np.array([1, 0]))


def at_most(*weights: int, end: int = 0) -> Disjunction:
    return Disjunction(((LinearConstraint((0, 1), weights, None, end),),))


def test_what_is_proved_is_the_largest_whole_number() -> None:
    assert bound([at_most(3, -2)], sums=(10,)) == 6  # 3 n <= 20
    assert bound([at_most(3, -2), at_most(1, 0, end=5)], sums=(10,)) == 5


def test_nothing_is_proved_where_there_is_no_limit() -> None:
    assert bound([at_most(3, -2)]) is None
    assert bound([at_most(3, -2)], high=(NO_LIMIT, 9)) == 6


def test_conditions_with_alternatives_prove_nothing() -> None:
    assert bound([disjunction_of_gap(0, (2, 4))], high=(9, 9)) == 9
    assert bound([disjunction_of_gap(0, (2, 4))]) is None


def test_equations_that_do_not_tell_have_no_solution() -> None:
    assert solved([{0: 1, 1: 2}, {0: 2, 1: 4}], [1, 2]) is None
    assert solved([{1: 1}, {0: 1}], [3, 4]) == {0: 4, 1: 3}
    assert solved([], []) == {}


def test_a_direction_is_proved_by_exact_counts() -> None:
    """99,991 for each 99,989: whole numbers, and no solver has to look for these."""
    cone = Equations(np.zeros((0, 2)), np.zeros(0, dtype=int), np.zeros(2, dtype=int), np.array(FREE), (ratio(0, 0),))
    assert Relaxation(cone).direction(0) == (True, [Fraction(1), Fraction(99_991, 99_989)])
    stopped = replace(cone, high=np.array([NO_LIMIT, 0]))
    assert Relaxation(stopped).direction(0) == (False, [])


def ratio(low: int, high: int) -> Disjunction:
    return Disjunction(((LinearConstraint((0, 1), (99_991, -99_989), low, high),),))


def shares_of(shares: list[float | None]) -> pd.DataFrame:
    """The verdicts on a line of hidden counts, the total among them, of which nothing but shares is printed."""
    labels = [f"b{place}" for place in range(len(shares))] + ["total"]
    cells = pd.DataFrame({"b": labels, "count": pd.array([None] * len(labels), dtype="Int64"), "mark": "c"})
    cells["share"] = np.array([*shares, None], dtype=float)
    how = Percentages("share", of="b", decimals=0, rounding="truncated", sums_to_100=False)
    return audit(CountTable(cells, ("b",), percentages=how), Outsider(), nothing_to_subtract=True, why=False)


def test_shares_that_leave_nobody_beside_them_are_found_among_counts_of_any_size() -> None:
    """It did not end: a solver came nearer by one person at a time, among numbers of any size."""
    found = shares_of([None, 50.0, 50.0])
    assert found["low"].tolist() == [0, 1, 1, 2]
    assert found["high"].isna().tolist() == [False, True, True, True]
    assert found["high"].iloc[0] == 0


def test_a_table_of_nothing_but_shares_of_rows_ends() -> None:
    """30.0 and 70.0, cut off, are everybody of a1; 93.0 and 6.9 are not of a0."""
    shares = [93.0, 6.9, 0.0, 100.0, 30.0, 70.0, 0.0, 100.0, 81.1, 18.8, 0.0, 100.0]
    assert zeros_in_shares({"y": "total"}, shares) == ["a1 | b2"]


def test_a_table_of_nothing_but_shares_of_all_ends() -> None:
    """a0 has 30.0 in all, and in one cell."""
    shares = [None, 0.0, 30.0, 30.0, 30.0, 10.0, None, None, 30.0, 10.0, 60.0, 100.0]
    assert zeros_in_shares({"x": "total", "y": "total"}, shares) == ["a0 | b0", "a0 | b1"]


def zeros_in_shares(of: dict[str, str], shares: list[float | None]) -> list[str]:
    """The cells that are exactly 0 in a table of two lines and three columns that prints nothing but shares."""
    cells = pd.DataFrame(
        [(x, y) for x in ("a0", "a1", "total") for y in ("b0", "b1", "b2", "total")], columns=["x", "y"]
    )
    cells = cells.assign(count=pd.array([None] * 12, dtype="Int64"), mark="c", p=np.array(shares, dtype=float))
    how = Percentages("p", of=of, rounding="truncated", sums_to_100=False)
    found = audit(CountTable(cells, ("x", "y"), percentages=how), Outsider(), why=False)
    assert not found["high"].fillna(0).any()
    return found.loc[found["verdict"] == "exact", "target"].tolist()


def test_medians_beside_a_hidden_total_end() -> None:
    """Whom B counts below its median can grow with nobody: no search among tables of any size told that."""
    cells = pd.DataFrame({"film": ["A", "B", "C", "total"], "count": pd.array([None, None, 15, None], dtype="Int64")})
    cells = cells.assign(mark=["c", "c", "", "c"], median=[2.0, 4.0, 1.0, 1.0])
    release = CountTable(cells, ("film",), companions=Companions("stars", 1, 5, decimals=1))
    found = audit(release, Outsider(), nothing_to_subtract=True, why=False)
    assert found["low"].tolist() == [1, 1, 17]
    assert found["high"].isna().all()


def test_percentages_of_amounts_in_two_ways_end() -> None:
    """Counted in people, 10**12 left no room in floating point to tell what fits; it is counted in large units now."""
    films, regions = ("fa", "fb", "fc", "total"), ("ra", "rb", "total")
    truth = [726378926574, 336216958104, 1062595884678, 1, 3, 4, 0, 398423716591, 398423716591]
    truth += [sum(truth[at:9:3]) for at in range(3)]
    cells = pd.DataFrame([(film, region) for film in films for region in regions], columns=["film", "region"])
    cells["count"] = pd.array([None, *truth[1:3], *[None] * 9], dtype="Int64")
    cells["mark"] = cells["count"].isna().map({True: "c", False: ""})
    cells["of region"] = [68.4, 31.6, 100.0, 25.0, 75.0, 100.0, 0.0, 100.0, 100.0, 49.7, 50.3, 100.0]
    cells["of all"] = [50.0, 20.0, 70.0, 0.0, 0.0, 0.0, 0.0, 30.0, 30.0, 50.0, 50.0, 100.0]
    shares = (
        Percentages("of region", of="region", sums_to_100=False),
        Percentages("of all", of=("film", "region"), decimals=-1, rounding="half up", sums_to_100=False),
    )
    found = audit(CountTable(cells, ("film", "region"), percentages=shares), Outsider(), why=False)
    true = np.array(truth)[found.index]
    assert (found["low"] <= true).all()
    assert (true <= found["high"]).all()
    assert found["verdict"].tolist() == ["exact"] + ["narrowed"] * 9


def test_among_amounts_whole_numbers_are_looked_for_next_to_the_best_fractions() -> None:
    """A dozen hidden amounts of 10**9 beside percentages of hidden totals took a search of seconds for each end."""
    amounts = np.random.default_rng(1).integers(0, 10**9, (6, 4))
    amounts = np.vstack([amounts, amounts.sum(axis=0)])
    amounts = np.hstack([amounts, amounts.sum(axis=1, keepdims=True)])
    labels = [[*(f"{name}{place}" for place in range(size)), "total"] for name, size in (("a", 6), ("b", 4))]
    cells = pd.MultiIndex.from_product(labels, names=["a", "b"]).to_frame(index=False)
    cells["share"] = np.round(100 * amounts / amounts[:, -1:], 1).ravel()
    hidden = (cells["a"] != "total") & (np.arange(len(cells)) % 3 != 0)
    cells["count"] = pd.Series(amounts.ravel(), dtype="Int64").mask(hidden)
    cells["mark"] = np.where(hidden, "c", "")
    how = Percentages("share", of={"b": "total"}, rounding="unknown", sums_to_100=False)
    found = audit(CountTable(cells, ("a", "b"), percentages=how), Outsider(), why=False)
    true = amounts.ravel()[found.index]
    assert (found["low"] <= true).all()
    assert (true <= found["high"]).all()
