"""Every setting with one or two published requests stands once, and says what the desk says."""

from math import comb

from lessons.release_desk.decisions import published
from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.scores import attacked
from lessons.release_desk.sweep import all_settings, control_of, key_of_choices, row_of, settings_with
from tests.lessons.release_desk.small_desk import office


def test_settings_with_two_at_most():
    settings = list(settings_with(2))
    assert len(settings) == 1 + 4 * len(REQUESTS) + 16 * comb(len(REQUESTS), 2)
    assert settings[0] == {} and max(map(len, settings)) <= 2
    assert len({key_of_choices(choices) for choices in settings}) == len(settings)


def test_a_row_is_what_the_desk_does():
    choices = {REQUESTS[0].name: "as asked"}
    row, attacks = row_of(office(), choices)
    result = attacked(office(), published(office(), choices))
    assert (row["found"], row["wrong"]) == (result.found, result.wrong) and row["found"] > 0
    assert attacks["found"].sum() == result.found and set(attacks["key"]) == {row["key"]}
    assert row["right"] + row["false"] + row["open"] == 3 * len(REQUESTS)


def test_nothing_published_finds_nobody():
    swept = all_settings(office(), at_most=0)
    assert swept.settings[["found", "wrong", "right"]].to_numpy().tolist() == [[0, 0, 0]] and swept.attacks.empty


def test_names_of_controls_are_names_for_a_chart():
    assert all(control_of(request).isidentifier() for request in REQUESTS)
