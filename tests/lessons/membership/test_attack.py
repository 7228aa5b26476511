"""Evidence against binomial chances that can be worked out by hand; lines that can be counted."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binom

from disclosure.defences import Suppress
from disclosure.tables.count_table import count_table
from lessons.membership.attack import accuse, evidence, expected_behind, line_from, scores
from lessons.membership.behind import chance_of_print, printed_counts
from lessons.membership.prints import PRINTS
from tests.lessons.membership.small_service import service

TABLE = count_table(pd.DataFrame({"title": list("AAAAB")}), by="title", totals=False)
REACH = np.array([0.5, 0.25])


def test_evidence_is_the_logarithm_of_a_likelihood_ratio():
    """If she is in, one of the five is she, and the other four are drawn by lot."""
    for place, count in enumerate((4, 1)):
        ratio = binom.pmf(count - 1, 4, REACH[place]) / binom.pmf(count, 5, REACH[place])
        assert evidence(TABLE, 5, REACH, mistaken=0)[place] == pytest.approx(np.log(ratio))


def test_of_a_hidden_count_too():
    """3 hides 1 and 2: the chance of these with her and without her."""
    hidden = Suppress(3)(TABLE)
    with_her = binom.pmf([0, 1], 4, 0.25).sum()
    without = binom.pmf([1, 2], 5, 0.25).sum()
    assert evidence(hidden, 5, REACH, mistaken=0)[1] == pytest.approx(np.log(with_her / without))


def test_a_title_that_nobody_has_watched_clears_her_unless_ada_is_mistaken():
    people = pd.DataFrame({"title": pd.Categorical(list("AA"), ["A", "B"])})
    table = count_table(people, by="title", totals=False)
    assert evidence(table, 2, REACH, mistaken=0)[1] == -np.inf
    assert evidence(table, 2, REACH, mistaken=0.01)[1] == pytest.approx(np.log(0.01))


@pytest.mark.parametrize("way", list(PRINTS))
def test_over_all_prints_no_member_is_made_up(way):
    """Each print as often as it comes: the mean of what is expected behind it is size x reach."""
    release, reach, before = PRINTS[way](service(), np.arange(20)), 0.3, binom.pmf(np.arange(7), 6, 0.3)
    often = np.array([chance_of_print(release, np.array([number]), 6)[0] @ before for number in range(-1, 900)])
    printed = np.arange(-1, 900)[often > 0]
    behind = expected_behind(release, printed, 6, np.full(len(printed), reach))
    assert often.sum() == pytest.approx(1, abs=1e-9) and often[often > 0] @ behind == pytest.approx(6 * reach)


def test_a_count_that_no_such_group_has():
    with pytest.raises(ValueError, match="4 cannot be printed of a group of 3: how many are in it"):
        evidence(TABLE, 3, REACH)


def test_even_what_hardly_ever_happens_has_a_number_behind_it():
    people = pd.DataFrame({"title": ["A"] * 400})
    table = count_table(people, by="title", totals=False)
    assert expected_behind(table, printed_counts(table), 500, np.array([1e-4])).tolist() == [400.0]


def test_scores_add_up_and_the_line_lets_so_many_through():
    assert scores(np.array([[1, 0, 1], [0, 1, 0]]), np.array([0.5, -1.0, 2.0])).tolist() == [2.5, -1.0]
    for share, above in ((0.0, 0), (0.01, 1), (0.05, 5), (0.019, 1)):
        assert (np.arange(100) > line_from(np.arange(100), share)).sum() == above


def test_she_speaks_only_of_those_above_the_line():
    said = accuse(["Bea", "Dan"], np.array([3.0, -2.0]), 3.0 - 1e-9)
    assert said["claim"].tolist()[0] == "in" and said["declared"].tolist() == [True, False]
    assert said["confidence"].tolist() == pytest.approx([1 / (1 + np.exp(-3)), 1 / (1 + np.exp(2))])


def test_totals_are_no_titles():
    with pytest.raises(ValueError, match="the table has totals: leave them out"):
        evidence(count_table(pd.DataFrame({"title": list("AB")}), by="title"), 2, np.full(3, 0.5))
