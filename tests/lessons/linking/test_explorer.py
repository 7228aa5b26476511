"""An explorer is data: its controls and its sentences."""

import pytest

from lessons.linking import strings
from lessons.linking.chart import sentences
from lessons.linking.explorer import explore_linking
from lessons.linking.sweep import COLUMNS, guesses_by_evidence
from tests.lessons.linking.test_chart import outcomes
from tests.lessons.linking.test_sweep import KNOWN, LOG, TRUTH


@pytest.fixture(scope="module")
def explorer():
    return explore_linking(guesses_by_evidence(LOG, KNOWN, TRUTH), TRUTH)


def test_it_counts_by_itself(explorer):
    assert explorer.outcomes.equals(outcomes())


def test_it_begins_with_all_evidence_and_the_phi_of_the_paper(explorer):
    assert explorer.setting == {"phi": 1.5, "evidence": "titles, stars, days", "presence": "in"}
    assert explorer.figure["controls"][0]["landmarks"] == {"1.5": strings.PHI_LANDMARK}


def test_every_setting_has_its_sentence(explorer):
    assert explorer.lookups["sentences"].table == sentences(outcomes())
    assert {param["name"] for param in explorer.figure["spec"]["params"]} == set(explorer.setting)


def test_every_evidence_has_its_words():
    assert list(strings.EVIDENCE) == list(COLUMNS)
