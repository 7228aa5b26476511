"""The page knows what two releases do; these are the threes that tell more, which are attacked in the notebook only."""

from itertools import combinations, product

import pytest

from lessons.release_desk.attackers import ATTACKS
from lessons.release_desk.decisions import everybody_gets, published
from lessons.release_desk.letters import REQUESTS, request_named
from lessons.release_desk.scores import attacked
from tests.lessons.release_desk.small_desk import office

TELL_MORE = {
    (newspaper, "by age, from ten", owners)
    for newspaper in ("as asked", "repaired for readers", "repaired for insiders")
    for owners in ("as asked", "10 % rule", "merged regions")
}
"""Choices about the top ten, the researchers and the hours of which no two tell what all three do."""


def tell_more(choices):
    """Whether three releases find somebody whom no two of them find."""
    three, pairs = dict(choices), [dict(pair) for pair in combinations(choices, 2)]
    people = [set(attacked(office(), published(office(), out)).first_found_by) for out in (three, *pairs)]
    return bool(people[0] - set().union(*people[1:]))


def threes(*of_researchers):
    names = ("top ten", "researchers", "hours")
    offered = {name: [choice.name for choice in request_named(name).choices[:-1]] for name in names}
    for chosen in product(offered["top ten"], of_researchers or offered["researchers"], offered["hours"]):
        yield tuple(zip(names, chosen, strict=True))


def found_among(settings):
    return {tuple(choice for _, choice in choices) for choices in settings if tell_more(choices)}


def test_no_other_requests_are_read_three_at_once():
    """So all other threes find what their pairs find."""
    for index in range(4):
        out = published(office(), {request.name: request.choices[index].name for request in REQUESTS})
        for attack in ATTACKS:
            three = [group for group in attack.reads(out) if len(group) > 2]
            assert all({one.request for one in group} == {"top ten", "researchers", "hours"} for group in three)
    assert published(office(), everybody_gets("decline")) == ()


def test_threes_with_ages_from_ten_tell_more():
    chosen = [choices for choices in threes("by age, from ten") if dict(choices)["top ten"] != "as asked"]
    assert found_among(chosen) == {three for three in TELL_MORE if three[0] != "as asked"}


@pytest.mark.weekly
def test_these_are_all_threes_that_tell_more():
    assert found_among(threes()) == TELL_MORE
