"""Readers subtract in one release and in several, and divide where there are means; nobody else is needed."""

from lessons.release_desk.decisions import published
from lessons.release_desk.office import SMALL
from lessons.release_desk.scores import attacked
from lessons.release_desk.single_cells import several, subtract_all, usual_small_count, with_statistics
from tests.lessons.release_desk.small_desk import office


def outcome(attack, **choices):
    result = attacked(office(), published(office(), {name.replace("_", " "): how for name, how in choices.items()}))
    [found] = [one for one in result.outcomes if one.attack == attack]
    return found


def test_readers_get_small_cells_back_and_claim_nothing_wrong():
    asked = outcome("single cells", top_ten="as asked")
    assert asked.risk.right > 0 == asked.risk.wrong and asked.found
    assert outcome("single cells", top_ten="repaired for readers").risk.right == 0
    assert 1 / (SMALL - 1) <= usual_small_count(office()) < 1


def test_means_give_counts_away():
    with_means = outcome("companions", researchers="repaired, with means")
    assert with_means.risk.right > outcome("single cells", researchers="repaired, with means").risk.right == 0
    assert with_statistics(published(office(), {"researchers": "by age, from ten"})) == []


def test_what_is_claimed_is_small_and_declared():
    [group] = several(published(office(), {"top ten": "as asked", "researchers": "by age, from ten"}))
    claims = subtract_all(group, None)
    assert claims.loc[claims["declared"], "claim"].between(1, SMALL - 1).all() and claims["target"].is_unique
