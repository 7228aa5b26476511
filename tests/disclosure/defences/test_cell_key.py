from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from data_gen import make_world
from disclosure.defences.cell_key import CellKey, cell_keys, perturbation_table, with_record_keys
from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import count_table
from disclosure.tables.perturbation import KEYS

PEOPLE = pd.DataFrame({"film": list("AAABBBBBBBBBCC") * 9, "region": list("NS") * 63})


@pytest.mark.parametrize(("reach", "variance", "first"), [(5, 3, 3), (3, 1.5, 2), (2, 1, 1), (10, 6, 3), (7, 6.5, 5)])
def test_each_row_has_mean_0_the_variance_and_the_most_even_chances(reach: int, variance: float, first: int) -> None:
    chances = np.array(perturbation_table(reach, variance, first).chances)
    changes = np.arange(-reach, reach + 1)
    assert chances.shape == (reach + first + 1, 2 * reach + 1)
    assert np.allclose(chances @ changes, 0, atol=1e-5) and np.allclose(chances[1:] @ changes**2, variance, atol=1e-4)
    for count, row in enumerate(chances[1:], start=1):
        results = count + changes[row > 0]
        assert ((results == 0) | (results >= first)).all()
        logs, v = np.log(row[row > 0]), changes[row > 0]
        fitted = np.polynomial.Polynomial.fit(v, logs, 2)(v)
        assert np.allclose(fitted, logs, atol=1e-6), "exp(a v + b v^2) is the only form of maximal entropy"


def test_the_first_row_is_that_of_the_published_parameters() -> None:
    row = perturbation_table(5, 3, 3).chances[1]
    assert [round(chance, 4) for chance in row] == [0, 0, 0, 0, 0.7345, 0, 0, 0.1367, 0.0728, 0.0374, 0.0186]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ((5, 2, 3), "above 2 and below 5"),
        ((5, 5, 3), "above 2 and below 5"),
        ((3, 1, 2), "above 1 and below 3"),
        ((2, 1, 3), "must lie between smallest_printed, 3"),
        ((0, 1, 1), "largest_change is 0"),
        ((5, "3", 3), "variance is '3', which is no number"),
        ((5, float("nan"), 3), "variance is nan"),
    ],
)
def test_what_no_chances_have_is_refused(asked: tuple, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        CellKey(*asked)


def test_the_same_people_always_get_the_same_number() -> None:
    people = with_record_keys(PEOPLE, seed=7)
    by_film, by_both = (CellKey()(people, by=by).cells for by in (["film"], ["region", "film"]))
    totals = by_both[by_both["region"] == "total"]
    assert totals["count"].tolist() == by_film["count"].tolist()
    assert CellKey()(people.sample(frac=1, random_state=1), by="film").cells.sort_values("film")["count"].tolist() == (
        by_film.sort_values("film")["count"].tolist()
    )
    some = people[people["film"].isin(["A", "B"])]
    assert CellKey()(some, by="film").cells["count"].iloc[:2].tolist() == by_film["count"].iloc[:2].tolist()


def test_over_many_draws_of_the_keys_a_count_is_right_on_average() -> None:
    counts = np.full(KEYS, 40)
    printed = CellKey().table.printed(counts, np.arange(KEYS))
    assert abs(printed.mean() - 40) < 0.01 and abs(printed.var() - 3) < 0.05
    assert np.all(np.diff([perturbation_table(5, 3, 3).changes[8, key] for key in range(0, KEYS, 64)]) >= 0)


def test_no_key_is_in_the_release() -> None:
    people = with_record_keys(PEOPLE, seed=7)
    release = CellKey()(people, by="film")
    assert list(release.cells) == ["film", "count", "mark"]
    assert "key" not in repr(release.cells).lower() and "seed" not in repr(release)
    with pytest.raises(ValueError, match="would print the secret keys"):
        CellKey()(people, by=["film", "record_key"])


def test_keys_are_drawn_once_and_for_everybody() -> None:
    with pytest.raises(ValueError, match="before anybody is left out"):
        CellKey()(PEOPLE, by="film")
    with pytest.raises(ValueError, match="drawn once"):
        with_record_keys(with_record_keys(PEOPLE, seed=1), seed=2)
    with pytest.raises(ValueError, match="draw the keys again"):
        CellKey()(PEOPLE.assign(record_key=-1), by="film")


def test_cell_keys_add_up_over_the_parts() -> None:
    people = with_record_keys(PEOPLE, seed=7)
    table, keys = cell_keys(people, by="film")
    assert table.cells["count"].equals(count_table(PEOPLE, by="film").cells["count"])
    assert keys[:-1].sum() % KEYS == keys[-1] == people["record_key"].sum() % KEYS


def test_a_perturbed_table_is_not_hidden_or_merged_afterwards() -> None:
    release = CellKey()(with_record_keys(PEOPLE, seed=7), by="film")
    with pytest.raises(ValueError, match="the table is perturbed: hide"):
        Suppress(3)(release)


def test_one_person_less_and_the_same_number_is_rare() -> None:
    rows = [perturbation_table(5, 3, 3), perturbation_table(3, 1.5, 2), perturbation_table(2, 1)]
    last = [np.array(table.chances[-1]) for table in rows]
    equal = [float(sum(one * other for one, other in pairwise(row))) for row in last]
    assert np.allclose(equal, [0.149, 0.194, 0.219], atol=0.001)


def test_a_larger_world_keeps_its_statistics() -> None:
    viewers = with_record_keys(make_world(300, seed=1).viewers, seed=1)
    before, after = count_table(viewers, by="plan").cells["count"], CellKey()(viewers, by="plan").cells["count"]
    assert (before - after).abs().max() <= 5
