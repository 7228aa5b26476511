import numpy as np
import pandas as pd
import pytest

from disclosure.defences.cell_key import with_record_keys
from disclosure.defences.random_rounding import RoundRandomly
from disclosure.defences.rounding import RoundTo
from disclosure.tables.perturbation import KEYS

PEOPLE = pd.DataFrame({"film": ["A"] * 17 + ["B"] * 9, "region": list("NS") * 13})


def test_17_goes_to_18_in_two_of_three_cases() -> None:
    printed = RoundRandomly(3).printed(np.full(KEYS, 17), np.arange(KEYS))
    assert set(printed.tolist()) == {15, 18} and abs((printed == 18).mean() - 2 / 3) < 0.001
    assert set(RoundRandomly(3).printed(np.full(KEYS, 18), np.arange(KEYS)).tolist()) == {18}


def test_it_is_keyed_for_drawn_anew_it_is_averaged_away() -> None:
    people = with_record_keys(PEOPLE, seed=3)
    asked = [int(RoundRandomly(3)(people, by="film").cells["count"].iloc[0]) for _ in range(50)]
    assert len(set(asked)) == 1 and asked[0] != 17, "asking again brings nothing"
    anew = [RoundRandomly(3)(with_record_keys(PEOPLE, seed=seed), by="film").cells["count"] for seed in range(60)]
    assert abs(float(np.mean([counts.iloc[0] for counts in anew])) - 17) < 0.6, "with new keys each time, it averages"


def test_the_release_says_that_it_is_rounded_at_random() -> None:
    release = RoundRandomly(3)(with_record_keys(PEOPLE, seed=3), by="film")
    assert (release.base, release.rounding) == (3, "random")
    assert list(release.cells) == ["film", "count", "mark"]
    with pytest.raises(ValueError, match="rounded to multiples of 3 already"):
        RoundTo(5)(release)


def test_a_base_that_changes_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="choose 2 or more"):
        RoundRandomly(1)
