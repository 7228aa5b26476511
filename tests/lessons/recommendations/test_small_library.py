"""A library that is the same each time, with books for many and books for few."""

from lessons.recommendations.small_library import BOOKS, READERS, small_library


def test_nobody_borrows_a_book_twice_and_everybody_borrows_something():
    rows, books = small_library()
    assert not rows.duplicated().any() and rows["viewer_id"].nunique() == READERS
    assert books["title_id"].tolist() == list(range(1, BOOKS + 1)) and rows["title_id"].isin(books["title_id"]).all()


def test_some_books_have_many_readers_and_most_have_few():
    readers = small_library()[0]["title_id"].value_counts()
    assert readers.max() > 5 * readers.median()
