"""The controls move the chart's parameters and the sentence; they make no new chart."""

import pytest
import traitlets

from lessons.linking import strings
from lessons.linking.explorer import LinkingExplorer, explore_linking
from lessons.linking.sweep import COLUMNS, guesses_by_evidence
from tests.lessons.linking.test_chart import OUTCOMES
from tests.lessons.linking.test_sweep import KNOWN, LOG, TRUTH


@pytest.fixture
def explorer():
    return LinkingExplorer(OUTCOMES)


def test_it_counts_by_itself():
    assert explore_linking(guesses_by_evidence(LOG, KNOWN, TRUTH), TRUTH).outcomes.equals(OUTCOMES)


def test_it_begins_with_all_evidence_and_the_phi_of_the_paper(explorer):
    values = {param["name"]: param["value"] for param in explorer.chart.spec["params"]}
    assert values == {"phi": 1.5, "evidence": "titles, stars, days", "presence": "in"}
    assert explorer.setting == ("titles, stars, days", "in", 1.5)
    assert explorer.phi.landmarks == {1.5: strings.PHI_LANDMARK}


def test_a_move_sets_the_parameters_and_the_sentence_and_makes_no_new_chart(explorer):
    spec = explorer.chart.spec
    explorer.phi.value = 5
    explorer.evidence.value = strings.EVIDENCE["titles"]
    explorer.presence.value = strings.PRESENCE["out"]
    params = explorer.chart.params
    assert (params.phi, params.evidence, params.presence) == (5, "titles", "out")
    assert explorer.phi.sentence.startswith("With phi = 5, of 2 people who are not among the 4 records at all")
    assert explorer.chart.spec is spec


def test_every_setting_has_its_sentence(explorer):
    for evidence in strings.EVIDENCE.values():
        for presence in strings.PRESENCE.values():
            explorer.evidence.value, explorer.presence.value, explorer.phi.value = evidence, presence, 0.5
            assert "With phi = 0.5" in explorer.phi.sentence


def test_every_evidence_has_its_words():
    assert list(strings.EVIDENCE) == list(COLUMNS)


def test_a_broken_setting_raises(explorer):
    with pytest.raises(traitlets.TraitError):
        explorer.phi.value = 0.3
