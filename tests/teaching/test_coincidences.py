"""Listed is only what the rule says, and beside it stands what chance brings."""

import random

import pytest

from teaching.coincidences import RARE, coincidences

RIGHT = {"ada": 412, "bea": 977, "cleo": 53}
MANY = [*RIGHT.values(), *range(1_000, 1_097)]


def found(given, right=RIGHT, everywhere=MANY, never=()):
    look = coincidences("w", given, right, everywhere, never)
    return [(each.one, each.other) for each in look.found]


def test_wrong_here_and_right_there_is_listed():
    assert found({"ada": 977}) == [("ada", "bea")] == found({"ada": 977.0})


@pytest.mark.parametrize("answer", [412, 3, 0, 1, None, "977", [977]])
def test_what_is_right_here_or_nowhere_or_everybodys_guess_is_not(answer):
    assert found({"ada": answer}, RIGHT | {"dan": 0, "eve": 1}) == []


def test_a_threshold_and_a_number_of_people_are_not():
    assert found({"ada": 53}) == [("ada", "cleo")] and found({"ada": 53}, never={53}) == []


def test_a_common_answer_is_not_and_one_below_the_limit_is():
    often = round(RARE * 100)
    assert found({"ada": 977}, everywhere=[977] * often + [5] * (100 - often)) == []
    assert found({"ada": 977}, everywhere=[977] * (often - 1) + [5] * (101 - often)) == [("ada", "bea")]


def test_those_in_one_world_are_not_compared():
    assert coincidences("w", {"ada": 5, "bea": 5}, {"ada": 412, "bea": 412}, MANY).pairs == 0


def test_without_any_copying_about_as_many_are_found_as_chance_brings():
    draw = random.Random(53)
    looks = []
    for _ in range(20):
        worlds = {str(who): draw.randrange(60) for who in range(60)}
        given = {who: draw.randrange(60) for who in worlds}
        everywhere = [*worlds.values(), *(draw.randrange(60) for _ in range(140))]
        looks.append(coincidences("w", given, worlds, everywhere))
    counted, expected = sum(len(look.found) for look in looks), sum(look.expected for look in looks)
    assert 0.8 * expected < counted < 1.2 * expected and sum(look.pairs for look in looks) > 40_000
