"""Whoever is alone in a hidden cell sees more than a reader, unless the repair was made against her."""

import pandas as pd

from disclosure.defences import Suppress
from disclosure.tables import count_table
from lessons.release_desk.decisions import published
from lessons.release_desk.insiders import SEEN_FROM, alone_in, with_lines
from lessons.release_desk.scores import attacked
from tests.lessons.release_desk.small_desk import office


def outcome(choice):
    result = attacked(office(), published(office(), {"top ten": choice}))
    return next(one for one in result.outcomes if one.attack == "insiders")


def test_who_is_alone_is_proved_right_and_a_repair_against_her_leaves_nothing():
    asked = outcome("as asked")
    assert asked.risk.right > 0 == asked.risk.wrong and asked.found
    assert outcome("repaired for insiders").risk.right == 0


def test_cells_in_which_somebody_is_alone():
    people = pd.DataFrame({"film": list("AAABBB"), "region": list("NSSNNN")})
    table = count_table(people, by=("film", "region"))
    assert alone_in(Suppress(3)(table), people) == [("A", "N")] and alone_in(table, people) == []
    assert SEEN_FROM.strip() and with_lines(published(office(), {"researchers": "by age, from ten"})) == []
