"""An explorer is data: its controls, and a sentence for each setting."""

import pytest

from lessons.synthetic import strings
from lessons.synthetic.explorer import explore_synthetic, sentences
from tests.lessons.synthetic.small_survey import EDGES, MEMBERS, OTHERS


@pytest.fixture(scope="module")
def explorer():
    return explore_synthetic(MEMBERS, OTHERS, EDGES)


def test_it_begins_with_copied_rows_of_all_people(explorer):
    assert explorer.setting == {"kind": "copies", "epsilon": 0.0, "people": 400}


def test_there_is_a_sentence_for_every_choice_of_the_controls(explorer):
    controls = {control["name"]: [value for value, _ in control["options"]] for control in explorer.figure["controls"]}
    table = explorer.lookups["sentences"].table
    assert len(table) == len(controls["kind"]) * len(controls["epsilon"]) * len(controls["people"]) == 63
    assert all((kind, 10.0, 50) in table for kind in controls["kind"])


def test_a_sentence_says_what_was_judged(explorer):
    settings = explorer.settings.set_index(["kind", "epsilon", "people"])
    row, told = (
        settings.astype({"right": "object", "wrong": "object"}).loc["fixed tree", 1.0, 400],
        explorer.lookups["sentences"].table["fixed tree", 1.0, 400],
    )
    assert f"Ada is right about {row['right']} and wrong about {row['wrong']}" in told
    assert told.endswith("A promise for the whole file: epsilon 1.")
    assert (
        f"off by {100 * row['error']:.1f} %, those of as many other real people by {100 * row['fresh']:.1f} %" in told
    )


@pytest.mark.parametrize(
    ("setting", "promise"),
    [
        (("copies 30", 1.0, 50), strings.PROMISE["copies"]),
        (("tree", 0.0, 50), strings.PROMISE["none"]),
        (("tree", 10.0, 50), strings.PROMISE["chosen"]),
        (("columns", 10.0, 50), "A promise for the whole file: epsilon 10."),
    ],
)
def test_what_is_promised(explorer, setting, promise):
    assert sentences(explorer.settings)[setting].endswith(promise)
