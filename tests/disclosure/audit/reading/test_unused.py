from dataclasses import replace

import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.edition_pairs import audit_editions
from disclosure.audit.reading.unused import unread_columns, unused_of
from disclosure.audit.verdicts import audit
from disclosure.rules import PPercentRule, Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.edition_pairs import Editions
from disclosure.tables.percentages import Percentages
from disclosure.tables.weights import Weights
from tests.disclosure.audit.small_releases import square


def test_of_counts_of_people_all_is_used() -> None:
    assert unused_of((square(),)) == ()


@pytest.mark.parametrize("column", ["sd", "variance", "p90", "largest share", "mean"])
def test_numbers_that_the_audit_cannot_read_are_never_left_out_in_silence(column: str) -> None:
    """Without the column A and B are open; a standard deviation of 0 beside one of them may tell more."""
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": [pd.NA, pd.NA, 5], "mark": ["c", "c", ""]})
    table = CountTable(cells.assign(**{column: [0.0, None, 1.2]}), ("film",), Rule(5))
    assert set(audit(replace(table, cells=cells), Outsider())["verdict"]) == {"open"}
    frame = audit(table, Outsider())
    assert set(frame["verdict"]) == {"not found"}
    assert frame["why"].str.contains(f"not used was the numbers in '{column}', which the audit cannot read").all()


def test_words_beside_counts_are_no_numbers() -> None:
    cells = pd.DataFrame({"film": ["A"], "count": [3], "note": ["provisional"], "repeated": [True]})
    assert unread_columns(CountTable(cells, ("film",))) == []


@pytest.mark.parametrize("beside", [{"repeated": [1, 9]}, {"note": ["1 p.", ""]}])
def test_a_number_beside_a_hidden_count_is_one_under_any_name_and_in_a_text(beside: dict[str, list[object]]) -> None:
    cells = pd.DataFrame({"film": ["A", "B"], "count": [pd.NA, 9], "mark": ["c", ""]} | beside)
    assert unread_columns(CountTable(cells, ("film",))) == list(beside)


@pytest.mark.parametrize("kind", ["amounts", "weighted", "editions"])
def test_unread_numbers_are_said_beside_every_kind_of_count(kind: str) -> None:
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": [pd.NA, pd.NA, 15], "mark": ["c", "c", ""], "sd": 1.5})
    if kind == "amounts":
        frame = audit(CountTable(cells, ("film",), unit="minutes", dominance=PPercentRule(10)), Outsider())
    elif kind == "weighted":
        frame = audit(CountTable(cells, ("film",), Rule(5), weights=Weights()), Outsider())
    else:
        table = CountTable(cells, ("film",), Rule(9))
        frame = audit_editions(Editions(table, replace(table, cells=cells.drop(columns="sd")), "nested"))
    assert frame.loc[frame["verdict"].ne("exact"), "why"].str.contains("the numbers in 'sd', which").all()
    assert set(frame["verdict"]) <= {"exact", "not found"}


def test_percentages_beside_totals_of_printed_cells_are_never_left_out_in_silence() -> None:
    """If they were computed before cells were hidden, 65 % of 20 are 13, of which 10 are printed: 3 are hidden."""
    rows = {"F": list("xxxyyy"), "G": ["g", "h", TOTAL] * 2, "count": [14, 6, 20, 10, None, 10]}
    cells = pd.DataFrame(rows).assign(mark=["", "", "", "", "c", ""], share=[None, None, 100.0, None, None, 65.0])
    share = Percentages("share", of={"F": "x"}, decimals=0, sums_to_100=False)
    for printed, verdict in ((cells, "not found"), (cells.assign(share=[None, None, 100.0, None, None, None]), "open")):
        release = CountTable(printed, ("F", "G"), Rule(5), totals_of="printed cells", percentages=share)
        assert audit(release, Outsider(), nothing_to_subtract=True)["verdict"].tolist() == [verdict]


@pytest.mark.parametrize(
    ("base", "rounded_to", "named"),
    [
        ([10, 20], 10, ["that no part is larger than its base", "their bases, which are rounded"]),
        ([4, 9], 1, []),
        ([4, 9000], 1, ["that no part is larger than its base"]),
    ],
)
def test_each_reason_why_percentages_are_not_used_is_named_and_none_that_is_none(
    base: list[int], rounded_to: int, named: list[str]
) -> None:
    """A part of 10 would be 111.1 % of 9; one of 9,001 is 100.0 % of 9,000."""
    share = Percentages("share", of="all", sums_to_100=False, base_rounded_to=rounded_to)
    cells = pd.DataFrame({"film": ["A", "B"], "count": [pd.NA, 9], "mark": ["c", ""], "share": [50.0, 100.0]})
    found = unused_of((CountTable(cells.assign(all=base), ("film",), Rule(5), percentages=share),))
    assert len(found) == len(named) and all(words in told for words, told in zip(named, found, strict=True))


@pytest.mark.parametrize(("hidden", "said"), [(0, False), (1, True)])
def test_a_percentage_between_two_printed_counts_leaves_nothing_out(hidden: int, said: bool) -> None:
    """9 are 100.0 % of 9, and both are printed: nobody has to know that no part is larger than its base."""
    cells = pd.DataFrame({"film": ["A", "B", "C"], "count": pd.array([pd.NA, 9, 9], dtype="Int64")})
    cells = cells.assign(mark=["c", "", ""], share=[None, 100.0, None])
    cells.loc[hidden, ["count", "mark"]] = [pd.NA, "c"]
    share = Percentages("share", of={"film": "C"}, sums_to_100=False)
    assert bool(unused_of((CountTable(cells, ("film",), Rule(5), percentages=share),))) == said
