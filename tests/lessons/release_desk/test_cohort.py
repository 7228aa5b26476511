"""The cohort: who is in it, and that no count below 10 is printed where small ones are hidden."""

from lessons.release_desk.cohort import (
    CALLERS,
    COHORT,
    LEAST,
    LISTED,
    drawn,
    first_titles,
    most_watched,
    titles_of_cohort,
    watched,
    without_small,
)
from tests.lessons.release_desk.small_office import small_office


def test_fifty_people_are_counted_at_each_of_their_titles():
    members = drawn(small_office()).members
    counts = titles_of_cohort(small_office())[COHORT].cells["count"]
    assert len(set(members)) == CALLERS >= counts.max()
    assert counts.tolist() == watched(small_office()).counts(members).tolist()


def test_small_counts_are_hidden_and_so_are_zeros():
    printed = without_small(small_office())[COHORT].cells["count"].dropna()
    assert printed.min() >= LEAST and len(printed) > LISTED


def test_the_first_ten_titles_are_the_largest_counts():
    counts = titles_of_cohort(small_office())[COHORT].cells["count"]
    first = first_titles(small_office())[COHORT].cells["count"]
    assert first.dropna().tolist() == [count for count in counts.nlargest(LISTED) if count >= LEAST]


def test_the_title_that_most_of_them_watched_is_read_off_any_print():
    reads = {most_watched(way(small_office())) for way in (titles_of_cohort, without_small, first_titles)}
    assert len(reads) == 1 and most_watched({}) is None
