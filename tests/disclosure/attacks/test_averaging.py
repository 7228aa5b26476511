import numpy as np
import pandas as pd
import pytest

from disclosure.attacks.averaging import average, two_way_splits


def test_each_way_of_sorting_into_two_heaps_once() -> None:
    splits = two_way_splits(list("abcde"), seed=1)
    assert len(splits) == 2**4 - 1
    heaps = {frozenset({frozenset(split), frozenset(set("abcde") - set(split))}) for split in splits}
    assert len(heaps) == len(splits) and all(split and "a" not in split for split in splits)
    assert splits != two_way_splits(list("abcde"), seed=2)


def test_one_label_has_no_heaps() -> None:
    for labels in (["a"], ["a", "a"]):
        with pytest.raises(ValueError, match="two heaps"):
            two_way_splits(labels, seed=1)


def test_the_mean_goes_on_cell_by_cell() -> None:
    answers = pd.DataFrame({"target": list("ABAB"), "this": [3, 0, 9, 2], "other": [9, 1, 5, 1]})
    averaged = average(answers)
    assert averaged["asked"].tolist() == [1, 1, 2, 2]
    assert averaged["estimate"].tolist() == [12.0, 1.0, 13.0, 2.0]


def test_noise_that_is_fair_averages_away() -> None:
    rng = np.random.default_rng(2)
    noise = rng.integers(-5, 6, size=(2, 2_000))
    answers = pd.DataFrame({"target": "A", "this": 20 + noise[0], "other": 17 + noise[1]})
    assert round(average(answers)["estimate"].iloc[-1]) == 37
