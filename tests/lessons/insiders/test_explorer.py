"""An explorer is data: its controls, its sentences, and what the kernel is asked for."""

import pandas as pd
import pytest

from disclosure.tables.from_counts import table_from_counts
from lessons.insiders.explorer import explore_insiders


def table_of(rows):
    return table_from_counts(
        pd.DataFrame(rows, pd.Index(list("ABCD")[: len(rows)], name="film"), pd.Index(list("NSE"), name="region"))
    )


TABLE = table_of([[1, 2, 9], [2, 1, 9], [9, 9, 9]])
"""The square of A and B, north and south, is hidden by the threshold, and needs no more for an outsider."""

FIRST = "Ada, alone in A | N"
NOBODY, HER, A_SOUTH = 0, 1, 1
"""Places of those who look, and of a cell."""


@pytest.fixture(scope="module")
def explorer():
    return explore_insiders(TABLE)


def told(explorer, repair, who):
    return explorer.lookups["sentences"].table[repair, who]


def test_it_begins_with_an_outsider_and_the_repair_against_outsiders(explorer):
    assert explorer.setting == {"repair": "outsiders", "who": NOBODY, "cell": None}


def test_who_may_look(explorer):
    [who] = [control for control in explorer.figure["controls"] if control["name"] == "who"]
    pair = "two who talk, in A | N and in B | S"
    assert [text for _, text in who["options"]] == ["an outsider", FIRST, "Ada, alone in B | S", pair]


def test_an_insider_opens_the_square(explorer):
    assert "Who looks: an outsider. Learnt exactly: 0 other hidden cells" in told(explorer, "outsiders", NOBODY)
    assert f"Who looks: {FIRST}. Learnt exactly: 3 other hidden cells; small ones among them: 3." in told(
        explorer, "outsiders", HER
    )


def test_the_insider_aware_repair_keeps_the_others_from_her(explorer):
    assert "small ones among them: 0." in told(explorer, "insiders", HER)
    alone = explorer.prices.set_index("repair")
    assert alone.loc["insiders", "cover"] > alone.loc["outsiders", "cover"] == 0


def test_the_kernel_gives_the_audits_reason_for_a_cell(explorer):
    reason = explorer.lookups["why"].asked("outsiders", HER, A_SOUTH)
    assert reason.startswith(f"A | S: exactly 2, exact (for {FIRST}). A's total")


def test_a_table_in_which_nobody_is_alone_is_refused():
    with pytest.raises(ValueError, match="nobody is alone"):
        explore_insiders(table_of([[2, 2, 9], [2, 2, 9], [9, 9, 9]]))
