"""The owners' tables: minutes that one viewer may dominate, and how many are old."""

from disclosure.tables.magnitude_table import office_columns
from lessons.release_desk.hours import HOURS, OLD_VIEWERS, REQUEST, VIEWERS, old_viewers
from lessons.release_desk.office import SMALL
from tests.lessons.release_desk.small_desk import office


def test_no_choice_prints_what_is_for_the_office_only():
    for choice in REQUEST.choices[:-1]:
        table = choice.publish(office())[HOURS]
        assert not office_columns(table) and "contributors" not in table.cells


def test_the_rule_hides_cells_and_merging_prints_fewer():
    asked, rule, merged = (
        REQUEST.choice(name).publish(office())[HOURS] for name in ("as asked", "10 % rule", "merged regions")
    )
    assert rule.is_hidden.any() and not asked.is_hidden.any() and len(merged.cells) < len(asked.cells)
    assert asked.cells["count"].iloc[-1] == merged.cells["count"].iloc[-1]


def test_old_viewers_are_printed_by_region_without_the_others():
    table = REQUEST.choice("as asked").publish(office())[OLD_VIEWERS]
    assert set(table.cells["age"]) == {office().age_groups[2]} and table.cells["count"].dropna().ge(SMALL).all()
    assert old_viewers(office()).cells["count"].sum() == office().by_age["age"].eq(office().age_groups[2]).sum()


def test_without_the_staff_there_are_fewer_viewers():
    sheets = REQUEST.choice("without the staff").publish(office())
    staff = int(office().people["staff"].sum())
    assert staff and sheets[VIEWERS].cells["count"].iloc[-1] == len(office().people) - staff
    assert OLD_VIEWERS not in sheets
