"""The controls move the chart's parameters, lists and sentences; they make no new chart."""

from dataclasses import replace

import pandas as pd
import pytest

from disclosure.defences.publishing import ForEachTable
from disclosure.defences.suppression import Suppress
from disclosure.tables.running_totals import running_totals
from lessons.differencing.attack import isolate
from lessons.differencing.explorer import explore_differencing

MONDAYS = pd.date_range("2017-09-04", periods=14, freq="7D")
PEOPLE = pd.DataFrame(
    {
        "genre": pd.Categorical(["A"] * 12 + ["B"] * 12 + ["A", "B", "A"]),
        "region": pd.Categorical((["north"] * 6 + ["south"] * 6) * 2 + ["north", "south", "south"]),
        "began_on": [MONDAYS[0]] * 24 + [MONDAYS[5], MONDAYS[13], MONDAYS[13]],
    }
)
WEEKLY = running_totals(PEOPLE, by=("genre", "region"), days=MONDAYS)
FEWER = running_totals(PEOPLE.drop(index=0), by=("genre", "region"), days=MONDAYS[-1:])[0]
OTHERS = replace(FEWER, name="all but the staff", without=frozenset({"staff"}))


@pytest.fixture
def explorer():
    return explore_differencing(WEEKLY, (OTHERS,), thresholds=range(3, 9))


def test_it_begins_with_the_last_two_releases_and_what_lights_up(explorer):
    assert (explorer.larger.value, explorer.smaller.value) == ("4 December 2017", "27 November 2017")
    assert explorer.cell.options == ["A | south", "B | south"]
    assert explorer.cell.sentence.startswith("A | south: “4 December 2017” prints 7, “27 November 2017” prints 6.")


def test_the_chart_begins_where_the_controls_stand(explorer):
    values = {param["name"]: param["value"] for param in explorer.chart.spec["params"]}
    assert values == {"threshold": 3, "larger": 13, "smaller": 12, "rhythm": "weekly", "cell": "A | south"}


def test_another_release_sets_the_parameter_and_the_sentences_and_makes_no_new_chart(explorer):
    spec = explorer.chart.spec
    explorer.smaller.value = "all but the staff"
    assert (explorer.chart.params.larger, explorer.chart.params.smaller) == (13, 14)
    assert "less “all but the staff”: of 4 cells, 1 differ by 1 to 2" in explorer.threshold.sentence
    explorer.cell.value = "A | north"
    assert explorer.cell.sentence.endswith("Exactly 1 person is in the first and not in the other: staff.")
    assert explorer.chart.spec is spec


def test_a_slower_rhythm_offers_fewer_releases_and_keeps_the_chosen_one(explorer):
    explorer.rhythm.value = "every thirteenth Monday"
    assert explorer.larger.options == ["4 December 2017"]
    assert explorer.smaller.options == ["4 September 2017", "all but the staff"]
    assert explorer.chart.params.rhythm == "quarterly"
    assert explorer.chart.params.smaller == 0


def test_only_what_lies_in_a_release_can_be_taken_off_it(explorer):
    explorer.larger.value = "11 September 2017"
    assert explorer.smaller.options == ["4 September 2017"]
    assert "all but the staff" not in explorer.larger.options


def test_a_higher_threshold_hides_the_chosen_cell_and_says_so(explorer):
    explorer.threshold.value = 8
    assert explorer.chart.params.threshold == 8
    assert (
        explorer.cell.sentence
        == "A | south is hidden in one of the two releases, or in both: no difference can be taken."
    )


def test_a_cell_without_a_difference_says_so(explorer):
    explorer.smaller.value = "all but the staff"
    assert explorer.cell.value == "A | south"
    assert explorer.cell.sentence == "A | south: both releases print 7. Nobody is told apart."


@pytest.mark.parametrize("threshold", [3, 5, 7])
@pytest.mark.parametrize("smaller", ["27 November 2017", "all but the staff"])
def test_what_lights_up_is_what_the_search_finds(explorer, threshold, smaller):
    explorer.threshold.value, explorer.smaller.value = threshold, smaller
    pair = [each for each in (*WEEKLY, OTHERS) if each.name in (explorer.larger.value, smaller)]
    found = isolate(ForEachTable(Suppress(threshold))(pair), threshold=threshold)
    cells = WEEKLY[0].table.cell_names
    names = set(cells.iloc[found.where("a").query("publication == '4 December 2017'")["row"]])
    assert names == set(explorer.cell.options) - ({explorer.cell.value} if explorer.cell.value not in names else set())


def test_releases_of_another_table_are_refused():
    other = running_totals(PEOPLE, by=("region", "genre"), days=MONDAYS[-1:])[0]
    with pytest.raises(ValueError, match="of one table"):
        explore_differencing(WEEKLY, (replace(other, name="turned"),))
