"""The strongest tree against brute force over all trees, and who decides against leaving everybody out in turn."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from lessons.synthetic.pairs import coded
from lessons.synthetic.tree import mutual_information, strongest_tree, who_decides


def some_people(seed, n=40):
    """People with four columns, each like the one before it more often than not."""
    rng = np.random.default_rng(seed)
    columns = [rng.integers(0, 3, n)]
    for _ in range(3):
        columns.append(np.where(rng.random(n) < 0.5, columns[-1], rng.integers(0, 3, n)))
    return pd.DataFrame({name: pd.Categorical(each, range(3)) for name, each in zip("abcd", columns, strict=True)})


def strength(people, edges):
    file, names = coded(people), list(people)
    return sum(mutual_information(file.count(names.index(one), names.index(other))) for one, other in edges)


def is_tree(edges, names):
    joined = {name: {name} for name in names}
    for one, other in edges:
        both = joined[one] | joined[other]
        joined |= dict.fromkeys(both, both)
    return len(joined[names[0]]) == len(names)


@pytest.mark.parametrize("seed", range(8))
def test_no_other_tree_is_stronger(seed):
    people = some_people(seed)
    trees = [each for each in combinations(combinations("abcd", 2), 3) if is_tree(each, "abcd")]
    assert len(trees) == 16
    best = max(strength(people, each) for each in trees)
    found = strongest_tree(people)
    assert is_tree(found, "abcd") and strength(people, found) == pytest.approx(best)


def test_a_column_is_drawn_after_one_that_is_there():
    drawn = {"a"}
    for one, other in strongest_tree(some_people(1)):
        assert one in drawn and other not in drawn
        drawn.add(other)


def test_mutual_information_by_hand():
    assert mutual_information(np.array([[1, 1], [1, 1]])) == 0
    assert mutual_information(np.diag([5, 5, 5, 5])) == 2
    assert mutual_information(np.array([[3, 0], [0, 1]])) == pytest.approx(0.8113, abs=1e-4)  # the entropy of 3 to 1


def test_whoever_decides_changes_the_tree_when_she_is_left_out():
    """A person decides where the tree is not among the strongest ones without her."""
    deciding = 0
    for seed in range(6):
        people = some_people(seed, n=20)
        tree = strongest_tree(people)
        for place, decides in enumerate(who_decides(people)):
            without = people.drop(index=place)
            gap = strength(without, strongest_tree(without)) - strength(without, tree)
            assert decides == (gap > 1e-9)
            deciding += decides
    assert 0 < deciding < 120
