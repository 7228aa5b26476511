"""Only tables of the same people and time share an audit; changed counts and other populations do not."""

from lessons.release_desk.decisions import published
from lessons.release_desk.shared_tables import beside_statistics, countable, linked, same_people
from tests.lessons.release_desk.small_desk import office


def test_who_shares_an_audit():
    three = {"top ten": "as asked", "researchers": "by age, from ten", "hours": "10 % rule"}
    assert [len(group) for group in same_people(published(office(), three))] == [3]
    apart = published(office(), {"top ten": "as asked", "hours": "without the staff"})
    assert [len(group) for group in same_people(apart)] == [1, 1]
    assert same_people(published(office(), {"top ten": "cell keys", "joke": "as asked", "dashboard": "as asked"})) == []


def test_statistics_are_read_apart():
    [release] = published(office(), {"researchers": "repaired, with means"})
    assert len(countable(release)) == 2 and len(beside_statistics(release)) == 1
    assert not any(table.companions for table in linked([release]).tables)
