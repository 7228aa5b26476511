import numpy as np
import pandas as pd
import pytest

from disclosure.defences.swapping import SwapHouseholds


def some_people(households: int = 200) -> pd.DataFrame:
    rng = np.random.default_rng(1)
    size = rng.integers(1, 4, households)
    home = pd.DataFrame(
        {
            "household_id": np.arange(households),
            "region": rng.choice(list("NSEW"), households),
            "plan": rng.choice(["basic", "standard"], households),
        }
    ).assign(country=lambda frame: np.where(frame["region"].isin(["N", "S"]), "Aland", "Bland"))
    people = home.loc[home.index.repeat(size)].reset_index(drop=True)
    return people.assign(
        sex=rng.choice(["f", "m"], len(people)),
        age_band=rng.choice(["18 to 34", "35 to 64", "65 and over"], len(people), p=[0.6, 0.35, 0.05]),
        device=rng.choice(["tv", "phone"], len(people)),
    )


PEOPLE = some_people()


@pytest.mark.parametrize("targeted", [True, False])
def test_regions_keep_their_size_and_countries_their_people(targeted: bool) -> None:
    swapped = SwapHouseholds(rate=0.2, targeted=targeted)(PEOPLE)
    assert swapped["region"].value_counts().equals(PEOPLE["region"].value_counts())
    assert swapped.drop(columns="region").equals(PEOPLE.drop(columns="region"))
    assert swapped["region"].isin(["N", "S"]).equals(PEOPLE["country"].eq("Aland"))
    moved = PEOPLE[swapped["region"] != PEOPLE["region"]]
    assert moved["household_id"].nunique() == 40
    assert PEOPLE.groupby(["household_id"]).size().loc[moved["household_id"].unique()].sum() == len(moved)


def test_partners_are_alike() -> None:
    swapped = SwapHouseholds(rate=0.5)(PEOPLE)
    kinds = ["country", "region", "plan"]
    size = PEOPLE.groupby("household_id")["household_id"].transform("size").rename("size")
    before, after = (frame[kinds].join(size).value_counts().sort_index() for frame in (PEOPLE, swapped))
    assert before.equals(after)


def test_those_who_are_rare_go_first_where_it_is_targeted() -> None:
    rare = ~PEOPLE.duplicated(["region", "sex", "age_band", "plan", "device"], keep=False)
    assert rare.sum() > 5
    moved = {
        targeted: SwapHouseholds(rate=0.1, targeted=targeted)(PEOPLE)["region"] != PEOPLE["region"]
        for targeted in (True, False)
    }
    assert moved[True][rare].mean() > 0.5 > 0.3 > moved[False][rare].mean()


def test_the_same_seed_swaps_the_same() -> None:
    assert SwapHouseholds(0.1)(PEOPLE).equals(SwapHouseholds(0.1)(PEOPLE))
    assert not SwapHouseholds(0.1, seed=2)(PEOPLE).equals(SwapHouseholds(0.1)(PEOPLE))
    assert repr(SwapHouseholds(0.1, targeted=False, seed=7)) == "SwapHouseholds(rate=0.1, targeted=False)"


def test_what_cannot_be_swapped_is_refused() -> None:
    with pytest.raises(ValueError, match="above 0 and up to 1"):
        SwapHouseholds(rate=10)
    with pytest.raises(ValueError, match="people has no column 'age_band'"):
        SwapHouseholds(0.1)(PEOPLE.drop(columns="age_band"))
    torn = PEOPLE.assign(household_id=1)
    with pytest.raises(ValueError, match="stands in two places of 'region'"):
        SwapHouseholds(0.1)(torn)
