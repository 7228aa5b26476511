"""The newspaper's table: small counts are hidden, and questions are read off what is printed."""

from disclosure.audit import Outsider, exact_cells
from lessons.release_desk.keyed_tables import TOP_TEN
from lessons.release_desk.office import SMALL
from lessons.release_desk.top_ten import REQUEST, counted
from tests.lessons.release_desk.small_desk import office


def test_each_choice_hides_all_small_counts_and_a_repair_more():
    counts = counted(office()).cells["count"]
    tables = [REQUEST.choice(f"repaired for {whom}").publish(office())[TOP_TEN] for whom in ("readers", "insiders")]
    asked = REQUEST.choice("as asked").publish(office())[TOP_TEN]
    for table in (asked, *tables):
        assert table.is_hidden[counts.between(1, SMALL - 1)].all()
    assert all((table.is_hidden & ~asked.is_hidden).any() for table in tables)
    assert not exact_cells(tables[0], Outsider())["exact"].any()


def test_questions_are_read_off_the_print():
    whole, hidden = (REQUEST.counted(office()), REQUEST.choice("as asked").publish(office()))
    leader, above, last = (question.read(whole) for question in REQUEST.questions)
    assert {leader, last} <= set(counted(office()).cells["title"]) and isinstance(above, bool)
    assert [question.read(hidden) for question in REQUEST.questions] == [leader, above, last]
