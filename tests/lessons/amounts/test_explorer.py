"""All sentences are computed beforehand; the kernel gives the reasons of cells when they are asked for."""

import pytest

from disclosure.audit.states import LETTERS
from lessons.amounts import strings
from lessons.amounts.explorer import explore_amounts
from tests.lessons.amounts.test_sweep import SECOND, TABLE

ALONE, REPAIRED = 0, 1
"""Places of the steps."""


@pytest.fixture(scope="module")
def explorer():
    return explore_amounts(TABLE, SECOND)


def sentence(explorer, rule, step):
    return explorer.lookups["sentences"].table[rule, step]


def test_it_begins_with_the_rule_alone(explorer):
    assert [control["name"] for control in explorer.figure["controls"]][:2] == ["rule", "step"]
    assert "without totals: 1. Known exactly to an outsider, of these: 1." in sentence(explorer, "p = 20", ALONE)


def test_the_repair_gives_nothing_back(explorer):
    assert "of these: 0." in sentence(explorer, "p = 20", REPAIRED)


def test_the_kernel_gives_the_audits_reason_for_a_cell(explorer):
    place = TABLE.cell_names.tolist().index("sales | Lyon")
    assert "sales | Lyon: exactly 9,990 euros" in explorer.lookups["why"].asked("p = 20", ALONE, place)


def test_every_rule_and_every_letter_has_its_words():
    assert set(strings.STATES) <= {"p", *LETTERS.values()}
