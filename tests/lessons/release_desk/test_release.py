"""What goes out says of whom, of when and in what it tells; what is declined does not go out."""

from lessons.release_desk.letters import request_named
from lessons.release_desk.office import WITHOUT_STAFF
from lessons.release_desk.release import release
from tests.lessons.release_desk.small_desk import office


def test_a_release_knows_its_population_and_is_made_once():
    hours = request_named("hours")
    out = release(office(), hours, "without the staff")
    assert out is release(office(), hours, "without the staff") and out.population == WITHOUT_STAFF
    assert (out.name, out.unit, out.date) == ("hours: without the staff", "minutes", hours.date)
    assert release(office(), hours, "as asked").population == hours.population != WITHOUT_STAFF


def test_nothing_goes_out_where_it_is_declined():
    assert release(office(), request_named("joke"), "decline") is None
