from itertools import product

import numpy as np
import pandas as pd
import pytest

from disclosure.audit import ContradictionError, Contributor, Outsider, audit
from disclosure.audit.reading.behind_printed import behind_printed
from disclosure.defences.cell_key import perturbation_table
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.perturbation import PerturbationTable

DESIGNED = perturbation_table(5, 3, 3)
COUNTS = range(13)


def two_lines(printed: list[tuple[int, int, int]], **how: object) -> CountTable:
    """Many tables of two lines with a total, side by side."""
    rows = [
        (f"case{case}", film, count)
        for case, counts in enumerate(printed)
        for film, count in zip(("A", "B", TOTAL), counts, strict=True)
    ]
    return CountTable(pd.DataFrame(rows, columns=["case", "film", "count"]), ("case", "film"), **how)


def can_be(true: int, printed: int, table: PerturbationTable | int) -> bool:
    """Whether a count is printed like this for some key: by the chances, written apart from the audit."""
    if isinstance(table, int):
        return printed % table == 0 and abs(printed - true) < table
    reach = table.largest_change
    row = table.chances[min(true, len(table.chances) - 1)]
    return abs(printed - true) <= reach and row[printed - true + reach] > 0


@pytest.mark.parametrize("how", [DESIGNED, 3, 5])
def test_all_counts_to_12_in_two_lines_with_a_total(how: PerturbationTable | int) -> None:
    reach = how - 1 if isinstance(how, int) else how.largest_change
    top = max(COUNTS) * 2 + 4 * reach
    prints = {n: np.array([can_be(true, n, how) for true in range(top + 1)]) for n in range(top + 1)}
    triples = [
        (a, b, a_and_b)
        for a, b in product(range(max(COUNTS) + reach + 1), repeat=2)
        for a_and_b in range(a + b + 3 * reach + 1)
        if made_by_small_counts(a, b, a_and_b, prints)
    ]
    chosen = np.random.default_rng(53).permutation(len(triples))[:1_500]
    printed = [triples[place] for place in chosen]
    release = (
        two_lines(printed, base=how, rounding="random")
        if isinstance(how, int)
        else two_lines(printed, perturbation=how)
    )
    frame = audit(release, Outsider(), why=False, nothing_to_subtract=True).set_index(["case", "film"])
    for case, (a, b, total) in enumerate(printed):
        pairs = np.argwhere(fitting(a, b, total, prints))
        for film, counts in {"A": pairs[:, 0], "B": pairs[:, 1], TOTAL: pairs.sum(axis=1)}.items():
            low, high, verdict = frame.loc[(f"case{case}", film), ["low", "high", "verdict"]]
            assert (low, high) == (counts.min(), counts.max()), (printed[case], film)
            assert verdict == ("exact" if low == high else "not found")


def fitting(a: int, b: int, total: int, prints: dict[int, np.ndarray]) -> np.ndarray:
    """Which pairs of true counts can be printed like this; shape (counts, counts)."""
    half = len(prints[0]) // 2 + 1
    sums = np.add.outer(np.arange(half), np.arange(half))
    return np.outer(prints[a][:half], prints[b][:half]) & prints[total][sums]


def made_by_small_counts(a: int, b: int, total: int, prints: dict[int, np.ndarray]) -> bool:
    """Whether two counts of 0 to 12 can be printed like this."""
    return bool(total in prints and fitting(a, b, total, prints)[: len(COUNTS), : len(COUNTS)].any())


def test_a_zero_and_a_total_settle_it() -> None:
    release = two_lines([(0, 0, 3), (0, 12, 3)], perturbation=DESIGNED)
    frame = audit(release, Outsider(), nothing_to_subtract=True)
    assert frame["verdict"].tolist() == ["not found"] * 3 + ["not found", "not found", "not found"]
    assert frame["role"].eq("perturbed").all()
    assert frame["why"].str.endswith("averaging and repeats were not looked at.").all()


def test_who_is_in_a_cell_that_prints_3_knows_of_1_to_8_people() -> None:
    """A count of 1 or 2 is never printed, and may be there: she may be alone."""
    gus = Contributor(("case0", "A"))
    frame = audit(two_lines([(3, 40, 44)], perturbation=DESIGNED), gus, why=False, nothing_to_subtract=True)
    assert frame[["low", "high", "verdict"]].iloc[0].tolist() == [1, 8, "not found"]


def test_where_the_ends_meet_the_count_is_exact() -> None:
    exact = PerturbationTable(((0, 1, 0), (0, 0.5, 0.5), (0.5, 0, 0.5)))
    low, high, gaps = behind_printed(two_lines([(1, 3, 4)], perturbation=exact))
    assert (low.tolist(), high.tolist()) == ([1, 2, 3], [2, 4, 5])
    assert gaps == {1: ((3, 3),), 2: ((4, 4),)}
    settled = audit(two_lines([(0, 3, 1)], perturbation=exact), Outsider(), nothing_to_subtract=True)
    assert settled["verdict"].tolist() == ["exact"] * 3 and settled["low"].tolist() == [0, 2, 2]


def test_what_is_never_printed_is_a_contradiction() -> None:
    with pytest.raises(ContradictionError, match=r"A: by the table's own perturbations, 1 is never printed"):
        behind_printed(two_lines([(1, 3, 4)], perturbation=DESIGNED))
    with pytest.raises(ValueError, match="no multiple of 3"):
        behind_printed(two_lines([(1, 3, 4)], base=3, rounding="random"))
