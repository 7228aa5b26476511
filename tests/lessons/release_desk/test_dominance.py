"""The second most eager viewer takes her minutes away; a rule about dominance leaves her with nothing right."""

from types import SimpleNamespace

import pandas as pd

from disclosure.tables import magnitude_table
from lessons.release_desk.decisions import published
from lessons.release_desk.dominance import people_of, take_own_away
from lessons.release_desk.hours import BY, HOURS
from lessons.release_desk.scores import attacked
from tests.lessons.release_desk.small_desk import office
from tests.lessons.release_desk.small_office import released


def outcome(choice):
    result = attacked(office(), published(office(), {"hours": choice}))
    return next(one for one in result.outcomes if one.attack == "dominance")


def test_the_rule_leaves_nothing_right():
    asked, rule = outcome("as asked"), outcome("10 % rule")
    assert asked.risk.right > 0 == rule.risk.right and len(asked.found) <= asked.risk.right
    assert asked.risk.right > asked.risk.baseline / asked.risk.n * (asked.risk.right + asked.risk.wrong)


def test_she_speaks_where_a_fair_share_of_the_cell_is_hers():
    """40, 30 and 29 minutes of 100 are the second most eager viewer's: from 30 on she takes the rest for another's."""
    minutes = {"Texas": (60, 40), "Florida": (30, 70), "Georgia": (71, 29)}
    rows = [("A", state, each, False) for state, both in minutes.items() for each in both]
    own = pd.DataFrame(rows, columns=["title", "state", "minutes", "staff"]).assign(viewer_id=range(6), region="South")
    table = magnitude_table(own, by=BY, amount="minutes", person="viewer_id")
    told = take_own_away((released({HOURS: table}),), SimpleNamespace(own=own)).set_index("target")
    assert told["declared"].to_dict() == {"A | Texas": True, "A | Florida": True, "A | Georgia": False}
    assert told["claim"].dropna().to_dict() == {"A | Texas": 60, "A | Florida": 70}


def test_who_is_counted_in_the_minutes_of_a_release():
    for choice in ("as asked", "merged regions", "without the staff"):
        [release] = published(office(), {"hours": choice})
        people = people_of(release, office().people)
        assert set(people["state"]) == set(release.sheets[HOURS].cells["state"]) - {"total"}
        assert people["staff"].any() == (choice != "without the staff")
