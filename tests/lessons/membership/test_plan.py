"""Plans for the made-up library: some are right, and for different reasons others are not."""

from itertools import product

from lessons.membership.plan import BOOKS, CLUBS, FEWEST_NAMED, MOST_FOUND, library, tried


def test_the_library_has_readers_of_all_kinds():
    loans = library(300)
    assert loans.matrix.shape == (3_000, 300) and 10 < loans.numbers.mean() < 60
    assert library(40).matrix.sum(axis=0).min() >= loans.matrix.sum(axis=0).min()


def test_several_plans_are_right_and_most_tempting_ones_are_not():
    ways = ("as counted", "hide 1 to 9", "hide 0 to 9", "noise")
    right = set()
    for plan in product(CLUBS, ways, BOOKS):
        found, _, named = tried(*plan)
        if 100 * found <= MOST_FOUND and named >= FEWEST_NAMED:
            right.add(plan)
    assert len(right) >= 4 and len({way for _, way, _ in right}) >= 3
    assert not any(group == "one club" for group, _, _ in right)
    assert ("the town", "hide 1 to 9", "all") not in right and ("the town", "noise", "all") not in right
