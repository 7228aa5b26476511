import pandas as pd

from disclosure.own_table.answering import Leaf
from disclosure.own_table.findings import COLUMNS, DEPENDS
from disclosure.own_table.under_all_answers import under_all, widest

LEAVES = [
    Leaf({}, {"B2": ("exact", 3, 3), "B3": ("open", 1, 4)}),
    Leaf({}, {"B2": ("open", 1, 4), "B3": ("open", 0, 4)}),
]


def row(address, verdict, low, high):
    return dict.fromkeys(COLUMNS, "") | {"address": address, "verdict": verdict, "low": low, "high": high, "why": "x"}


def test_a_verdict_that_depends_says_so_and_ranges_hold_under_all_answers():
    cells = pd.DataFrame([row("B2", "open", 1, 4), row("B3", "open", 0, 4)], columns=list(COLUMNS))
    found = under_all(cells, LEAVES).set_index("address")
    assert found["verdict"].tolist() == [DEPENDS, "open"]
    assert found["low"].tolist() == [1, 0] and found.loc["B3", "why"] == "x"
    assert found.loc["B2", "why"] == "Depends on the answers: exact (3), or open (1 to 4)."


def test_reasons_come_from_the_answers_that_claim_the_least():
    assert widest(LEAVES) is LEAVES[1]


def test_an_answer_under_which_a_cell_is_hidden_claims_less_than_one_under_which_it_is_nobody():
    nobody, hidden = Leaf({}, {}), Leaf({}, {"B2": ("exact", 3, 3)})
    assert widest([nobody, hidden]) is hidden


def test_people_in_no_line_are_told_only_where_all_answers_say_that_there_may_be_some():
    """ "5 are left for not in the table" was said while it was open whether the lines cover everybody."""
    cells = pd.DataFrame([row("", "exact", 5, 5) | {"role": "not covered"}], columns=list(COLUMNS))
    leaves = [Leaf({"cover a": answer}, {}) for answer in ("yes", "no")]
    [found] = under_all(cells, leaves).to_dict("records")
    assert (found["verdict"], found["low"], pd.isna(found["high"])) == (DEPENDS, 0, True)
    assert found["why"] == "Depends on the answers: exact (5), or nobody is there."
    assert under_all(cells, leaves[1:])["verdict"].tolist() == ["exact"]


def test_where_ranges_alone_differ_no_answer_is_waited_for():
    """ "Depends on the answers" was said where nothing was left to answer."""
    leaves = [Leaf({}, {"B2": ("open", 1, 4)}), Leaf({}, {"B2": ("open", 0, 9)})]
    [why] = under_all(pd.DataFrame([row("B2", "open", 1, 4)], columns=list(COLUMNS)), leaves)["why"]
    assert why.startswith("The verdict is the same whatever is answered") and "open (1 to 4)" in why
    cells = pd.DataFrame([row("B2", "open", 1, 4)], columns=list(COLUMNS))
    assert under_all(cells, leaves, is_open=False)["why"].iloc[0].startswith("Nothing more is asked")
