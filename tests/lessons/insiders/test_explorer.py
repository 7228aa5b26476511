"""The controls move the chart's parameters and the sentences; they make no new chart."""

import pandas as pd
import pytest

from disclosure.tables.from_counts import table_from_counts
from lessons.insiders import strings
from lessons.insiders.explorer import explore_insiders


def table_of(rows):
    return table_from_counts(
        pd.DataFrame(rows, pd.Index(list("ABCD")[: len(rows)], name="film"), pd.Index(list("NSE"), name="region"))
    )


TABLE = table_of([[1, 2, 9], [2, 1, 9], [9, 9, 9]])
"""The square of A and B, north and south, is hidden by the threshold, and needs no more for an outsider."""

FIRST = "Ada, alone in A | N"


@pytest.fixture
def explorer():
    return explore_insiders(TABLE)


def test_the_children_are_the_controls_and_the_chart(explorer):
    assert explorer.children == (explorer.repair, explorer.who, explorer.chart, explorer.cell)


def test_the_chart_begins_where_the_controls_stand(explorer):
    values = {param["name"]: param["value"] for param in explorer.chart.spec["params"]}
    assert values == {"repair": "outsiders", "who": 0, "cell": "A | N"}
    assert explorer.setting == ("outsiders", "an outsider")


def test_who_may_look(explorer):
    pair = "two who talk, in A | N and in B | S"
    assert explorer.who.options == ["an outsider", FIRST, "Ada, alone in B | S", pair]


def test_an_insider_opens_the_square_and_the_chart_stays_the_same(explorer):
    spec = explorer.chart.spec
    assert "Who looks: an outsider. Learnt exactly: 0 other hidden cells" in explorer.who.sentence
    explorer.who.value = FIRST
    assert explorer.chart.params.who == 1 and explorer.chart.spec is spec
    assert (
        f"Who looks: {FIRST}. Learnt exactly: 3 other hidden cells; small ones among them: 3." in explorer.who.sentence
    )


def test_the_insider_aware_repair_keeps_the_others_from_her(explorer):
    explorer.who.value = FIRST
    explorer.repair.value = strings.REPAIRS["insiders"]
    assert explorer.chart.params.repair == "insiders"
    assert "small ones among them: 0." in explorer.who.sentence
    alone = explorer.prices.set_index("repair")
    assert alone.loc["insiders", "cover"] > alone.loc["outsiders", "cover"] == 0


def test_her_own_cell_and_that_of_others_are_told_apart(explorer):
    explorer.who.value = FIRST
    assert explorer.cell.sentence == "A | N is an own cell: who looks knows that it holds 1."
    explorer.cell.value = "A | S"
    assert explorer.chart.params.cell == "A | S"
    assert explorer.cell.sentence.startswith(f"A | S: exactly 2, exact (for {FIRST}). A's total")


def test_a_cell_that_is_printed_again_stays_in_the_list(explorer):
    explorer.repair.value = strings.REPAIRS["insiders"]
    cover = explorer.cell.options[-1]
    explorer.cell.value = cover
    explorer.repair.value = strings.REPAIRS["threshold"]
    assert explorer.cell.sentence.startswith(f"{cover} is printed: ")


def test_a_table_in_which_nobody_is_alone_is_refused():
    with pytest.raises(ValueError, match="nobody is alone"):
        explore_insiders(table_of([[2, 2, 9], [2, 2, 9], [9, 9, 9]]))
