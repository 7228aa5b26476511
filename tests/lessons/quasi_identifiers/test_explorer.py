"""An explorer is data: its controls and its sentences."""

from functools import cache

from lessons.quasi_identifiers.chart import sentences
from lessons.quasi_identifiers.explorer import explore_quasi_identifiers
from lessons.quasi_identifiers.sweep import publication_sweep
from tests.lessons.quasi_identifiers.small_extract import EXTRACT, REGISTER, TRUTH


@cache
def swept():
    return publication_sweep(EXTRACT, REGISTER, TRUTH, ks=range(1, 4))


def test_it_begins_with_all_as_collected_and_has_a_sentence_for_every_setting():
    explorer = explore_quasi_identifiers(*swept())
    assert explorer.setting == {"k": 1, "columns": "all", "coarse": "day"}
    assert explorer.lookups["sentences"].table == sentences(swept()[0])
    assert {param["name"] for param in explorer.figure["spec"]["params"]} == set(explorer.setting)
