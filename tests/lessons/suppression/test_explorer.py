"""The controls move the chart's parameters and the sentences; they make no new chart."""

import pandas as pd
import pytest
import traitlets

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit
from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import count_table
from lessons.suppression import strings
from lessons.suppression.explorer import explore_suppression

SQUARE = pd.DataFrame({"title": list("AAABBB") + ["C"] * 12, "region": list("nssnns") + list("nnnnnnssssss")})
"""Counts 1 and 2, 2 and 1, 6 and 6."""

TABLE = count_table(SQUARE, by=("title", "region"))


@pytest.fixture
def explorer():
    return explore_suppression(TABLE, thresholds=range(3, 8))


def test_a_move_sets_the_parameter_and_the_sentence_and_makes_no_new_chart(explorer):
    spec = explorer.chart.spec
    explorer.threshold.value = 7
    assert explorer.chart.params.threshold == 7
    assert "With k = 7" in explorer.threshold.sentence
    assert explorer.chart.spec is spec


def test_the_chart_begins_where_the_controls_stand(explorer):
    """A browser sets the parameters to what the chart says when it draws it."""
    values = {param["name"]: param["value"] for param in explorer.chart.spec["params"]}
    assert values == {"threshold": 3, "totals": "printed", "who": "outsider", "cell": "A | n"}


def test_the_children_are_the_controls_and_the_chart(explorer):
    slider, choices, chart, cell = explorer.children
    assert (slider, *choices.children) == (explorer.threshold, explorer.totals, explorer.who)
    assert (chart, cell) == (explorer.chart, explorer.cell)


def test_leaving_out_the_totals_sets_the_parameter_and_the_sentences(explorer):
    explorer.threshold.value = 4
    with_totals = explorer.threshold.sentence
    explorer.totals.value = "left out"
    assert explorer.chart.params.totals == "left out"
    assert explorer.threshold.sentence != with_totals


def test_the_list_offers_what_is_hidden_and_the_sentence_is_the_audits(explorer):
    assert explorer.cell.options == ["A | n", "A | s", "B | n", "B | s"]
    explorer.cell.value = "A | s"
    known = audit(Suppress(3)(TABLE), Outsider()).set_index("target")
    assert explorer.chart.params.cell == "A | s"
    assert explorer.cell.sentence == f"A | s: 1 to 2, open. {known.loc['A | s', 'why']}"


def test_the_sentence_names_the_insider(explorer):
    explorer.who.value = strings.WHO["insider"]
    explorer.cell.value = "A | s"
    assert explorer.chart.params.who == "insider"
    assert explorer.cell.sentence.startswith(
        "A | s: exactly 2, exact, for the one person who stands in A | n. A's total"
    )


def test_the_chosen_cell_stays_in_the_list_when_it_is_printed_or_left_out(explorer):
    explorer.threshold.value = 4
    assert explorer.cell.options[-1] == "B | total"
    explorer.cell.value = "B | total"
    explorer.totals.value = "left out"
    assert explorer.cell.sentence == "B | total is left out, like all totals."
    explorer.totals.value = "printed"
    explorer.threshold.value = 3
    assert explorer.cell.options[-1] == "B | total"
    assert explorer.cell.sentence == "B | total is printed: 3."


def test_where_nothing_is_hidden_there_is_a_cell_to_begin_with():
    table = count_table(pd.DataFrame({"title": ["A"] * 9, "region": ["n"] * 9}), by=("title", "region"))
    explorer = explore_suppression(table, thresholds=range(3, 5))
    assert explorer.cell.sentence == "A | n is printed: 9."


def test_what_a_click_in_the_browser_sends_chooses_the_cell(explorer):
    assert explorer.cell.from_chart
    explorer.cell.set_state({"value": "B | n"})
    assert explorer.chart.params.cell == "B | n"
    assert explorer.cell.sentence.startswith("B | n: ")


def test_landmarks_outside_the_scale_are_left_out(explorer):
    assert list(explorer.threshold.landmarks) == [4, 5]


def test_a_broken_setting_raises(explorer):
    with pytest.raises(traitlets.TraitError):
        explorer.threshold.value = 99


def test_cells_are_told_apart_by_labels_and_not_by_joined_text():
    """Films "x | y" and "x", regions "z" and "y | z": joined, two cells would have one name."""
    people = pd.DataFrame(
        {"title": ["x | y"] * 4 + ["x"] * 7, "region": ["z"] + ["y | z"] * 3 + ["z"] * 5 + ["y | z"] * 2}
    )
    explorer = explore_suppression(count_table(people, by=("title", "region")), thresholds=range(3, 8))
    said = {}
    for name in ('"x | y" | z', 'x | "y | z"'):
        explorer.cell.value = name
        said[name] = explorer.cell.sentence
    explorer.threshold.value = 3
    assert len(set(said.values())) == 2 and all(name in sentence for name, sentence in said.items())
    assert len(set(explorer._letters())) == 9


@pytest.mark.parametrize("name", ["a.b", "a[0]", "a:N", "a\\.b", "datum['x']", "a b"])
def test_signs_in_the_name_of_a_dimension_change_nothing(name):
    table = count_table(SQUARE.rename(columns={"title": name}), by=(name, "region"))
    explorer = explore_suppression(table, thresholds=range(3, 8))
    plain = explore_suppression(TABLE, thresholds=range(3, 8))
    assert explorer.chart.spec == plain.chart.spec
    assert explorer.threshold.sentence == plain.threshold.sentence


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (
            count_table(SQUARE.assign(age="old"), by=("title", "region", "age")),
            "title, region, age: .* two dim",
        ),
        (count_table(SQUARE, by="title"), "the table is by title: .* two dimensions"),
        (Suppress(3)(TABLE), r"hidden by Rule\(threshold=3\) already"),
    ],
)
def test_other_tables_are_refused_in_a_sentence(table, sentence):
    with pytest.raises(ValueError, match=sentence):
        explore_suppression(table)
