"""Insiders on tables that can be solved in the head: who knows, and who only believes."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.audit.attackers import Coalition, Contributor, Outsider
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.suppression import Suppress
from disclosure.repair.protection import UnreachableError
from disclosure.tables.from_counts import table_from_counts
from lessons.insiders.attack import insiders_with, look


def counts(rows):
    names = [pd.Index(list("ABCD")[: len(rows)], name="film"), pd.Index(list("NSEW")[: len(rows[0])], name="region")]
    return pd.DataFrame(rows, *names)


SQUARE = table_from_counts(counts([[1, 3], [3, 1]]))
RELEASE = Suppress(threshold=4)(SQUARE)


def claims(seen):
    return seen.guesses[seen.guesses["declared"]].set_index("target")["claim"].to_dict()


def test_one_who_is_alone_opens_the_square():
    assert claims(look(RELEASE, Contributor(("A", "N"), alone=True))) == {"A | S": 3, "B | N": 3, "B | S": 1}


def test_an_outsider_declares_nothing():
    seen = look(RELEASE, Outsider())
    assert len(seen.guesses) == 4 and claims(seen) == {} and not seen.contradiction


def test_who_wrongly_believes_to_be_alone_accuses_all_the_others():
    """A | N holds 2. With 1 there, each neighbour seems to hold one more than it does, and B | S one less."""
    table = table_from_counts(counts([[2, 2], [2, 2]]))
    believer = Contributor(("A", "N"), alone=True)
    assert claims(look(Suppress(4)(table), believer)) == {"A | S": 3, "B | N": 3, "B | S": 1}


def test_a_print_that_gives_her_cell_away_tells_her_that_she_is_wrong():
    table = table_from_counts(counts([[2, 9], [9, 9]]))
    seen = look(Suppress(4)(table), Contributor(("A", "N"), alone=True))
    assert seen.contradiction and claims(seen) == {}


def test_two_open_what_one_of_them_cannot():
    release = Suppress(4)(table_from_counts(counts([[1, 2, 3], [3, 2, 1]])))
    one, other = Contributor(("A", "N"), alone=True), Contributor(("B", "E"), alone=True)
    assert claims(look(release, one)) == {"B | N": 3}
    assert claims(look(release, Coalition((one, other)))) == {"A | S": 2, "A | E": 3, "B | N": 3, "B | S": 2}


def test_insiders_stand_in_hidden_cells_of_their_count_and_in_no_total():
    table = table_from_counts(counts([[1, 0], [0, 2]]))
    release = Suppress(3)(table)
    assert [insider.cell for insider in insiders_with(1, table, release)] == [("A", "N")]
    assert [insider.cell for insider in insiders_with(2, table, release)] == [("B", "S")]
    assert insiders_with(1, table, table) == []


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 6), min_size=9, max_size=9))
def test_whoever_is_really_alone_is_never_wrong(numbers):
    table = table_from_counts(counts([numbers[:3], numbers[3:6], numbers[6:]]))
    truth = pd.Series(table.cells["count"].to_numpy(), index=table.cell_names)
    for defence in (Suppress(3), SuppressComplementary(3)):
        try:
            release = defence(table)
        except UnreachableError:
            continue
        for insider in insiders_with(1, table, release):
            seen = look(release, insider)
            assert not seen.contradiction
            assert all(truth[target] == claim for target, claim in claims(seen).items())
