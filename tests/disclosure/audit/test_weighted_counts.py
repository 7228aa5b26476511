"""Weighted counts are amounts: real numbers within the rounding of the print, and people behind them."""

import pandas as pd
import pytest

from disclosure.audit.attackers import Attacker, Coalition, Contributor, Outsider
from disclosure.audit.edition_pairs import audit_editions
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.edition_pairs import Editions
from disclosure.tables.percentages import Percentages
from disclosure.tables.weights import Weights
from tests.disclosure.audit import fuzz_weighted

SHARES = 1
Range = tuple[float, float | None, str]


def films(counts: list[float | None], weights: Weights, **more: object) -> CountTable:
    cells = pd.DataFrame({"film": [*"ABC"[: len(counts) - 1], TOTAL], "count": counts})
    marks = ["c" if hidden else "" for hidden in cells["count"].isna()]
    beside = {name: more.pop(name) for name in ("contributors", "share", "sd") if name in more}
    return CountTable(cells.assign(mark=marks, **beside), ("film",), Rule(5), weights=weights, **more)  # type: ignore[arg-type]


def ranges(table: CountTable, attacker: Attacker | None = None) -> dict[str, Range]:
    frame = audit(table, attacker or Outsider())
    ends = zip(frame["low"], frame["high"], frame["verdict"], strict=True)
    return {
        film: (low, None if pd.isna(high) else high, word)
        for film, (low, high, word) in zip(frame["film"], ends, strict=True)
    }


def test_a_total_less_the_rest_is_known_but_for_the_rounding_of_both() -> None:
    assert ranges(films([5.4, None, 7.1], Weights(1)))["B"] == (1.6, 1.8, "narrowed")


def test_within_one_unit_is_as_good_as_printed() -> None:
    assert ranges(films([None, None, 9.0], Weights(1, least=4.0)))["A"] == (4.0, 5.05, "narrowed")
    found = audit(films([None, None, 9.0], Weights(1, least=4.475)), Outsider())
    assert found["verdict"].tolist()[:2] == ["exact", "exact"]
    assert found["why"].iloc[0].startswith("4.475 to 4.575: as good as printed")


def test_least_and_largest_weights_limit_a_hidden_cell() -> None:
    """From w to (k - 1) W: 1 to 4 people with 2 to 3 each. Without weights there is no upper limit."""
    counts = [None, None, 100.0]
    assert ranges(films([None, 90.0, 100.0], Weights(0, 2, 3)))["A"] == (9.0, 11.0, "narrowed")
    assert ranges(films([*counts[:2], 50.0, 60.0], Weights(0, 2, 3)))["A"] == (2.0, 9.0, "narrowed")
    only = films([None, None, 20.0], Weights(0, 2, 3))
    only = CountTable(only.cells[:2], ("film",), Rule(5), weights=Weights(0, 2, 3))
    frame = audit(only, Outsider(), nothing_to_subtract=True)
    assert frame[["low", "high", "verdict"]].to_numpy().tolist() == [[2, 12, "open"]] * 2
    free = CountTable(only.cells, ("film",), Rule(5), weights=Weights())
    frame = audit(free, Outsider(), nothing_to_subtract=True)
    assert (frame["verdict"].tolist(), frame["high"].isna().all()) == (["open", "open"], True)


def test_the_unweighted_count_is_the_number_of_contributors() -> None:
    """Six people, of whom two are in B: four are in A, with 1 to 3 each."""
    table = films([None, None, 9.1], Weights(1, 1, 3), contributors=pd.array([None, 2, 6], "Int64"))
    assert ranges(table) == {"A": (4.0, 7.15, "narrowed"), "B": (2.0, 5.15, "narrowed")}


def test_somebody_alone_in_a_cell_has_one_weight() -> None:
    table = films([None, None, 9.0], Weights(0, 1, 3))
    assert ranges(table)["A"] == (1.0, 8.5, "narrowed")
    assert ranges(table, Contributor(("A",), alone=True)) == {"A": (1.0, 3.0, "narrowed"), "B": (5.5, 8.5, "narrowed")}
    with pytest.raises(ValueError, match="leave the amount out"):
        audit(table, Contributor(("A",), amount=2))


def test_what_is_not_used_is_said() -> None:
    share = films([5.4, None, 7.1], Weights(1), share=[76.1, None, 100.0])
    of_all = (Percentages("share", of="film", sums_to_100=False),)
    shares = CountTable(share.cells, ("film",), Rule(5), weights=Weights(1), percentages=of_all)
    sd = films([5.4, None, 7.1], Weights(1), sd=[0.1, 0.2, 0.3])
    for table, unused in ((shares, "percentages in 'share', which are weighted"), (sd, "the numbers in 'sd'")):
        row = audit(table, Outsider()).iloc[0]
        assert row["verdict"] == "not found"
        assert unused in row["why"]


def test_numbers_that_do_not_fit_are_a_contradiction() -> None:
    with pytest.raises(ContradictionError, match="No numbers fit"):
        audit(films([5.4, None, 5.1], Weights(1)), Outsider())


def test_editions_of_weighted_counts_are_real_numbers_too() -> None:
    first, second = films([5.4, None, 7.1], Weights(1, 1, 2)), films([5.4, 1.7, 7.1], Weights(1, 1, 2))
    frame = audit_editions(Editions(first, second, "nested"))
    rows = frame[(frame["film"] == "B") & (frame["edition"] == "first")]
    assert rows[["low", "high"]].to_numpy().tolist() == [[1.65, 1.75]]


@pytest.mark.parametrize("kind", fuzz_weighted.KINDS)
def test_weighted_counts_agree_with_enumeration(kind: str) -> None:
    assert fuzz_weighted.run({kind: SHARES}, seed=53)[kind] == SHARES


@pytest.mark.parametrize("cells", [("n", "North"), ("n", "total")])
def test_two_who_stand_in_each_others_cells_are_said_not_to_be_counted_apart(cells: tuple[str, str]) -> None:
    """North holds two at least, of whom one is in n: the people behind weighted counts are not reckoned so far."""
    frame = pd.DataFrame({"place": ["n", "m", "North", "s", TOTAL], "count": [None, None, None, 9.0, None]})
    frame["mark"] = ["c", "c", "c", "", "c"]
    rule = Rule(3, complementary_mark="c", zeros="hidden")
    table = CountTable(frame, ("place",), rule, {"place": {"n": "North", "m": "North"}}, weights=Weights(1, 1, 1))
    found = audit(table, Coalition(tuple(Contributor((cell,)) for cell in cells)))
    assert set(found["verdict"]) == {"not found"}
    assert found["why"].str.contains("different people, where their cells overlap").all()


@pytest.mark.parametrize("times", [1, 1000])
def test_large_weighted_counts_are_read_like_small_ones(times: int) -> None:
    """Beside weights of millions a solver took the total for exact, and below its own part; or it gave up."""
    cells = pd.DataFrame({"film": [*"ABCD", TOTAL], "count": [None, None, None, 46_480.0 * times, None]})
    rule = Rule(5, zeros="hidden", complementary_mark="x")
    marked = cells.assign(mark=["c", "c", "c", "", "x"])
    table = CountTable(marked, ("film",), rule, weights=Weights(1, 2_000 * times, 10_000 * times))
    found = audit(table, Outsider(), nothing_to_subtract=True).set_index("film")
    assert found.loc["A", ["low", "high"]].tolist() == [0, 40_000 * times]
    ends = found.loc[TOTAL, ["low", "high"]].astype(float).tolist()
    assert ends == pytest.approx([46_480 * times, 166_480 * times], rel=1e-5)
    counts = [3_107.0 * times, None, 0, None, 5_407.0 * times, 21_969.0 * times]
    five = pd.DataFrame({"film": [*"ABCDE", TOTAL], "count": counts}).assign(mark="c")
    parts = audit(CountTable(five, ("film",), weights=Weights(1, None, 2_000 * times)), Outsider())
    assert parts["low"].tolist() == [0, 0]
    assert parts["high"].tolist() == pytest.approx([13_455 * times + 0.15] * 2)


def test_sentences_have_as_many_places_as_the_ranges() -> None:
    """1,234,570 was said as 1.23457e+06."""
    cells = pd.DataFrame({"a": ["p", "q", "r", TOTAL], "count": [7765431.0, None, None, 9000000.0]})
    table = CountTable(cells.assign(mark=["", "c", "c", ""]), ("a",), weights=Weights(least=1234560))
    assert audit(table, Outsider())["why"].str.contains("0 to 1234570 is").all()
