"""The cohort: fifty people, each at all of her titles, and the title that is read off the print."""

from dataclasses import replace

from lessons.release_desk.cohort import CALLERS, COHORT, drawn, most_watched, titles_of_cohort, watched
from tests.lessons.release_desk.small_office import small_office


def test_fifty_people_are_counted_at_each_of_their_titles():
    members = drawn(small_office()).members
    counts = titles_of_cohort(small_office())[COHORT].cells["count"]
    assert len(set(members)) == CALLERS >= counts.max()
    assert counts.tolist() == watched(small_office()).counts(members).tolist()


def test_the_title_that_most_of_them_watched_is_read_off_the_print():
    table = titles_of_cohort(small_office())[COHORT]
    counts = table.cells.set_index("title")["count"]
    assert counts[most_watched({COHORT: table})] == counts.max()
    fewer = replace(table, cells=table.cells.assign(count=table.cells["count"].where(table.cells["count"] >= 10)))
    assert most_watched({COHORT: fewer}) == most_watched({COHORT: table}) and most_watched({}) is None
