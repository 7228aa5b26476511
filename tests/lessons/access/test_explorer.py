"""An explorer is data: its controls and the sentence of each setting."""

from functools import cache

import pytest

from data_gen.access.assumptions import Assumptions
from data_gen.access.log import make_access_log
from lessons.access.explorer import explore_access, sentences
from lessons.access.settings import SWITCHES, all_settings
from tests.lessons.worlds import world


@cache
def large():
    return make_access_log(world(53), Assumptions(honest_looks=3_000))


@cache
def plans_and_settings():
    return all_settings(large(), large())


def test_it_begins_with_no_rule_but_the_role():
    explorer = explore_access(large(), large())
    assert explorer.setting == {**dict.fromkeys(SWITCHES, "0"), "audit": "near", "looks": 3}
    assert len(explorer.lookups["sentences"].table) == 2**5 * 2 * 3 <= 2_000


def test_a_sentence_says_what_the_setting_holds():
    plans, settings = plans_and_settings()
    row = settings[settings["on"].eq("10000") & settings["audit"].eq("near") & settings["looks"].eq(2)].iloc[0]
    told = sentences(plans, settings)["1", "0", "0", "0", "0", "near", 2]
    assert f"{row['refused']:,} refused" in told and f"{row['wrong']} did not" in told
    assert told.startswith("Of 8 with a plan: 4 stopped")


def test_a_small_log_is_refused():
    with pytest.raises(ValueError, match=r"has 500 looks .* make one with 2,000"):
        small = make_access_log(world(53), Assumptions(honest_looks=500))
        explore_access(small, small)
