"""The second most eager viewer takes her minutes away; a rule about dominance leaves her with nothing right."""

from lessons.release_desk.decisions import published
from lessons.release_desk.dominance import people_of
from lessons.release_desk.hours import HOURS
from lessons.release_desk.scores import attacked
from tests.lessons.release_desk.small_desk import office


def outcome(choice):
    result = attacked(office(), published(office(), {"hours": choice}))
    return next(one for one in result.outcomes if one.attack == "dominance")


def test_the_rule_leaves_nothing_right():
    asked, rule = outcome("as asked"), outcome("10 % rule")
    assert asked.risk.right > 0 == rule.risk.right and len(asked.found) <= asked.risk.right
    assert asked.risk.right > asked.risk.baseline / asked.risk.n * (asked.risk.right + asked.risk.wrong)


def test_who_is_counted_in_the_minutes_of_a_release():
    for choice in ("as asked", "merged regions", "without the staff"):
        [release] = published(office(), {"hours": choice})
        people = people_of(release, office().people)
        assert set(people["state"]) == set(release.sheets[HOURS].cells["state"]) - {"total"}
        assert people["staff"].any() == (choice != "without the staff")
