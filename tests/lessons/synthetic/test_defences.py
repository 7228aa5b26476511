"""Files of nobody: what is kept of the people and what is not, the noise, and what is refused."""

import numpy as np
import pandas as pd
import pytest

from lessons.synthetic.defences import CopyRows, DrawColumns, DrawFromTree
from lessons.synthetic.pairs import coded, two_way_error
from tests.lessons.synthetic.small_survey import EDGES, MEMBERS

ALWAYS = pd.DataFrame({"a": list("xy") * 200, "b": list("uv") * 200, "c": list("mmnn") * 100}, dtype="category")
"""`b` follows from `a`; `c` has nothing to do with either."""


def rows(file):
    return set(file.astype("str").itertuples(index=False, name=None))


def test_copied_rows_are_real_ones_and_changed_ones_keep_most_labels():
    assert rows(CopyRows()(MEMBERS)) <= rows(MEMBERS)
    places, real = coded(CopyRows(0.1)(MEMBERS)).places, coded(CopyRows()(MEMBERS)).places
    assert 0.9 < (places == real).mean() < 0.97  # some are replaced by the same label
    alone = (coded(CopyRows(1)(MEMBERS)).places == real).mean(axis=0)
    assert alone.max() < 0.7


@pytest.mark.parametrize("way", [CopyRows(0.3), DrawColumns(), DrawFromTree(), DrawFromTree(edges=EDGES)])
def test_without_noise_there_are_as_many_rows_with_the_same_labels_and_shares(way):
    file = way(MEMBERS)
    assert len(file) == len(MEMBERS) and file.dtypes.equals(MEMBERS.dtypes)
    for name in MEMBERS:
        apart = file[name].value_counts(normalize=True) - MEMBERS[name].value_counts(normalize=True)
        assert apart.abs().max() < 0.12


def test_a_tree_keeps_what_goes_together_and_columns_by_themselves_do_not():
    together = [(file["a"] == "x") == (file["b"] == "u") for file in (DrawFromTree()(ALWAYS), DrawColumns()(ALWAYS))]
    assert together[0].all() and 0.4 < together[1].mean() < 0.6


def test_a_tree_from_outside_is_followed_and_a_column_after_none_is_drawn_by_itself():
    file = DrawFromTree(edges=(("c", "b"),))(ALWAYS)
    assert 0.4 < ((file["a"] == "x") == (file["b"] == "u")).mean() < 0.6
    assert DrawFromTree(edges=[["a", "b"]]) == DrawFromTree(edges=(("a", "b"),))


def test_the_same_seed_draws_the_same_file_and_another_seed_another_one():
    for way in (CopyRows(0.1), DrawColumns(1.0), DrawFromTree(1.0)):
        assert way(MEMBERS).equals(way(MEMBERS))
    assert not DrawFromTree()(MEMBERS).equals(DrawFromTree(seed=1)(MEMBERS))


def test_more_noise_makes_worse_tables_and_about_as_many_rows():
    errors = [two_way_error(MEMBERS, DrawFromTree(epsilon, EDGES)(MEMBERS)) for epsilon in (50.0, 1.0, 0.1)]
    assert errors == sorted(errors)
    sizes = [len(DrawColumns(5.0, seed=seed)(MEMBERS)) for seed in range(40)]
    assert len(set(sizes)) > 5 and abs(np.mean(sizes) - len(MEMBERS)) < 5


def test_all_tables_share_one_epsilon():
    """Two columns, each with half of it: the number of rows, two noisy cells, has the variance of epsilon / 2."""
    sizes = [len(DrawColumns(1.0, seed=seed)(ALWAYS[["a", "b"]])) for seed in range(250)]
    share = np.exp(-1 / 2)
    variance = 2 * 2 * share / (1 - share) ** 2
    assert 0.7 < np.var(sizes) / variance < 1.4


def test_noise_without_end_still_makes_a_file():
    assert len(DrawColumns(1e-6)(ALWAYS)) >= 1


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        (lambda: CopyRows(1.5), "changed is 1.5: choose a share"),
        (lambda: CopyRows(True), "changed is True"),
        (lambda: DrawColumns(0), "epsilon is 0: choose a number above 0"),
        (lambda: DrawFromTree("1"), "epsilon is '1'"),
        (
            lambda: DrawFromTree(edges=(("a", "z"),))(ALWAYS),
            "the edges name 'z', which is no column; there are: a, b, c",
        ),
        (lambda: DrawFromTree(edges=("a", "b")), "a comma after a single one"),
        (lambda: DrawFromTree(edges=(("a", "b", "c"),)), "write pairs of columns"),
        (lambda: DrawFromTree(edges=(("a", "b"), ("c", "b")))(ALWAYS), "'b' only once"),
        (lambda: DrawFromTree(edges=(("a", "b"), ("b", "a")))(ALWAYS), "'a' must be drawn before"),
        (lambda: DrawColumns()(ALWAYS.astype("str")), "column 'a' has no list of labels"),
    ],
)
def test_what_cannot_be_made_gets_a_sentence(way, sentence):
    with pytest.raises(ValueError, match=sentence):
        way()


def test_they_print_as_they_are_written_and_keep_their_seed():
    assert repr(CopyRows(0.1, seed=7)) == "CopyRows(changed=0.1)"
    assert repr(DrawFromTree(1.0, (("a", "b"),))) == "DrawFromTree(epsilon=1.0, edges=(('a', 'b'),))"
