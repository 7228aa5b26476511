"""Membership on the desk: who is suspected, that the order of a printed table does not matter, and who is accused."""

from dataclasses import replace

import numpy as np

from disclosure.defences import Suppress
from lessons.release_desk.cohort import CALLERS, COHORT, drawn, titles_of_cohort, watched
from lessons.release_desk.known import known_of
from lessons.release_desk.membership import MEMBERSHIP, TITLES_KNOWN, add_up, people_in_cohort, titles_known
from lessons.release_desk.scores import attacked
from tests.lessons.release_desk.small_office import released, small_office


def test_twenty_titles_of_everybody_are_known_and_nobody_surely_outside_is_suspected():
    known, groups, service = titles_known(small_office()), drawn(small_office()), watched(small_office())
    assert known.theirs.sum(axis=1).max() == TITLES_KNOWN and known.theirs.shape[0] == len(known.people)
    assert not np.isin(service.profiles[groups.calibration], known.people).any()
    assert np.isin(service.profiles[groups.members], known.people).all()


def test_a_table_in_another_order_accuses_the_same_people():
    table, known = titles_of_cohort(small_office())[COHORT], known_of(small_office())
    turned = replace(table, cells=table.cells.iloc[::-1].reset_index(drop=True))
    told = [add_up((released({COHORT: each}),), known)["declared"] for each in (table, turned)]
    assert told[0].equals(told[1]) and told[0].any()


def test_members_are_found_from_all_counts_and_others_are_accused():
    [outcome] = attacked(small_office(), [released(titles_of_cohort(small_office()))], (MEMBERSHIP,)).outcomes
    members = watched(small_office()).profiles[drawn(small_office()).members]
    assert outcome.beyond_blind and outcome.risk.wrong > 0 and outcome.found <= set(members.tolist())


def test_hidden_counts_are_read_as_hidden():
    hidden = Suppress(10, zeros="hidden")(titles_of_cohort(small_office())[COHORT])
    told = add_up((released({COHORT: hidden}),), known_of(small_office()))
    assert 0 < told["declared"].mean() < 0.05


def test_behind_an_accusation_stands_a_member_or_nobody_and_a_blind_guess_is_right_about_members():
    out = (released(titles_of_cohort(small_office())),)
    told = add_up(out, known_of(small_office()))
    behind = people_in_cohort(small_office(), out, told)
    assert behind.answers["answer"].notna().sum() == len(behind.people) == CALLERS
    assert behind.blind == 1
