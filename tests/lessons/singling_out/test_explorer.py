"""An explorer is data: its controls, its numbers and its sentences."""

from lessons.singling_out.explorer import explore_crowds
from tests.lessons.singling_out.test_sweep import ROWS


def test_it_begins_with_a_reader_and_has_numbers_and_a_sentence_for_every_setting():
    explorer = explore_crowds(ROWS)
    assert explorer.setting == {"place": "nothing", "device": "unknown", "person": "unknown", "week": "unknown"}
    told = explorer.lookups["sentences"].table
    assert len(told) == len(explorer.crowds) == 24
    assert told["country", "unknown", "unknown", "unknown"] == (
        "For Ada, 2 of the 4 stand alone, 2 stand among 2 to 4, and 0 among 5 or more. So “not specific” holds for 2."
    )
    assert {param["name"] for param in explorer.figure["spec"]["params"]} == {"alone", "few"}
    assert explorer.lookups["alone"].table["country", "unknown", "unknown", "unknown"] == 2
