"""An explorer is data: its settings, its lists, and sentences that say what was computed."""

import pytest

from lessons.recommendations.explorer import explore_lists, sentence
from lessons.recommendations.release import AlsoWatched, count_together
from tests.lessons.recommendations.test_sweep import LEASTS, ROWS, SWEPT, TITLES

TOGETHER = count_together(ROWS, TITLES)


@pytest.fixture(scope="module")
def explorer():
    return explore_lists(TOGETHER, ROWS, TITLES, 1, SWEPT)


def test_a_sentence_for_every_setting(explorer):
    assert explorer.setting == {"which": "rarest", "least": 0, "bea": "in"}
    told = explorer.lookups["sentences"].table
    assert set(told) == {(which, least, bea) for which, least in LEASTS for bea in ("in", "out")}
    assert not any("{" in sentence for sentence in told.values())


def test_the_lists_of_a_setting_are_those_that_are_published(explorer):
    shown = explorer.places.query("which == 'rarest' and least == 0 and bea == 'in'")
    lists, names = AlsoWatched()(TOGETHER), TITLES.set_index("title")["title_id"]
    for _, part in shown.groupby("list"):
        head, *listed = names[part.sort_values("place")["words"]]
        assert lists.of(head)["title_id"].tolist() == listed


def test_what_is_lit_is_what_is_claimed_and_said(explorer):
    for claim in explorer.claims.to_dict("records"):
        here = explorer.places
        for name in ("which", "least", "bea"):
            here = here[here[name].eq(claim[name])]
        lit = here.loc[here["lit"], "words"]
        sentence = explorer.lookups["sentences"].table[claim["which"], claim["least"], claim["bea"]]
        assert len(lit) == (claim["lists"] if claim["declared"] else 0)
        assert (f"“{claim['title']}”" in sentence) == claim["declared"] == bool(set(lit) == {claim["title"]})
        assert ("Ada says nothing" in sentence) != claim["declared"]


def test_numbers_of_all_targets_stand_in_the_sentence(explorer):
    row = SWEPT.iloc[0]
    said = explorer.lookups["sentences"].table["rarest", 0, "out"]
    assert f"Of {row['n']} viewers, Ada is right about {row['right']} and wrong about {row['wrong']}." in said


def test_where_ada_is_silent_it_is_said():
    numbers = SWEPT.iloc[0].to_dict()
    silent = {"declared": False, "bea": "out", "right_of_bea": False, "title": "", "lists": 2, "known": 5}
    said = sentence(numbers | silent)
    assert said.startswith(
        "Bea is left out: no title that is new to Ada stands in more than 2 of her 5 lists. Ada says"
    )
    wrong = sentence(numbers | silent | {"declared": True, "title": "Kite"})
    assert wrong.startswith("Bea is left out: “Kite” stands in 2 of her 5 lists, and Ada names it. That is wrong.")
