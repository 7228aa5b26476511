import numpy as np
import pandas as pd
import pytest

from data_gen import make_world
from data_gen.__main__ import main
from data_gen.realism import BANDS, MEANING, measures, nearest_neighbour, report, seen_matrix, unicity

FOUR = pd.DataFrame({"viewer_id": [1, 1, 2, 2, 3, 4, 4], "title_id": [1, 2, 1, 2, 1, 1, 3]})
"""1 and 2 saw the same two titles; 3 saw only the hit; 4 saw the hit and a title of her own."""


def test_measures_of_a_log_that_can_be_solved_in_the_head():
    found = measures(FOUR)
    assert found["top reach"] == 1
    assert found["top 10 % share"] == pytest.approx(4 / 7)
    assert found["gini"] == pytest.approx((-2 * 1 + 0 * 2 + 2 * 4) / (3 * 7))
    assert found["nearest neighbour"] == pytest.approx((1 + 0.5) / 2)
    assert found["unicity of 1"] == pytest.approx(0.5 / 4, abs=0.13)
    assert found["unicity of 2"] == pytest.approx(1 / 3)
    assert np.isnan(found["unicity of 3"])


def test_a_title_watched_twice_counts_once():
    assert measures(pd.concat([FOUR, FOUR])) == pytest.approx(measures(FOUR), nan_ok=True)


def test_titles_that_nobody_watched_count_for_the_gini():
    assert measures(FOUR, n_titles=30)["gini"] > measures(FOUR)["gini"]


def test_a_large_log_is_measured_on_some_of_its_viewers():
    assert len(seen_matrix(FOUR, most_viewers=2)) == 2


def test_twins_are_never_singled_out():
    seen = np.tile((np.arange(40) % 3 == 0).astype(np.float32), (2, 1))
    assert unicity(seen, 8) == 0 and nearest_neighbour(seen) == 1


@pytest.mark.parametrize("seed", [53, 1, 2, 3, "ada"])
def test_the_world_falls_inside_every_band(seed):
    rows = report(make_world(943, n_titles=1_682, seed=seed).views, n_titles=1_682).dropna()
    assert rows.loc[~rows["inside"].astype(bool), ["measure", "world"]].to_dict("records") == []
    assert list(rows.index) == list(BANDS)


def test_independent_draws_by_popularity_fall_outside():
    rng = np.random.default_rng(53)
    viewer = np.repeat(np.arange(943), np.exp(rng.normal(4.2, 0.9, 943)).astype(int) + 5)
    odds = np.arange(1, 1_683) ** -0.6
    log = pd.DataFrame({"viewer_id": viewer, "title_id": rng.choice(1_682, len(viewer), p=odds / odds.sum())})
    assert not report(log, n_titles=1_682)["inside"].dropna().all()


def test_the_report_is_printed(capsys, tmp_path):
    FOUR.to_csv(tmp_path / "log.csv", index=False)
    assert main(["realism", "--log", str(tmp_path / "log.csv")]) == 1
    printed = capsys.readouterr().out
    assert all(meaning in printed for meaning in MEANING.values())
    assert "OUTSIDE" in printed
