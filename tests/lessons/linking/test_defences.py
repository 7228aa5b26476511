"""Small logs, made smaller or vaguer by hand."""

import pandas as pd
import pytest

from lessons.linking.defences import BlurDays, DropRareTitles, SampleRows, SampleViewers

LOG = pd.DataFrame(
    {
        "viewer_id": [1, 1, 1, 2, 2, 3, 3, 4],
        "title_id": list("AABABACA"),
        "day": pd.to_datetime(["2017-01-01", "2017-01-03", "2017-01-08", *["2017-01-31"] * 5]),
    }
)


def test_a_title_is_rare_by_its_viewers_not_by_its_rows():
    """A has 4 viewers (5 rows), B has 2, C has 1."""
    assert DropRareTitles(fewest=2)(LOG)["title_id"].tolist() == list("AABABAA")
    assert set(DropRareTitles(fewest=3)(LOG)["title_id"]) == {"A"}
    assert len(DropRareTitles(fewest=5)(LOG)) == 0


def test_days_become_the_middle_of_their_week():
    """1 to 7 January become the 4th, 8 to 14 the 11th, 29 January to 4 February 1 February."""
    blurred = BlurDays(days=7)(LOG)["day"]
    assert blurred.dt.strftime("%d.%m.").tolist() == ["04.01.", "04.01.", "11.01.", *["01.02."] * 5]
    assert blurred.dtype == LOG["day"].dtype


def test_a_day_that_is_missing_stays_missing():
    assert BlurDays(days=2)(LOG.assign(day=LOG["day"].mask(LOG["viewer_id"] == 2)))["day"].isna().sum() == 2


def test_a_viewer_is_drawn_with_the_whole_record_or_not_at_all():
    sample = SampleViewers(share=0.5)(LOG)
    assert sample["viewer_id"].nunique() == 2
    pd.testing.assert_frame_equal(sample, LOG[LOG["viewer_id"].isin(sample["viewer_id"])])


def test_rows_are_drawn_in_their_order():
    sample = SampleRows(share=0.75)(LOG)
    assert len(sample) == 6 and sample.index.is_monotonic_increasing and sample.index.is_unique


@pytest.mark.parametrize("defence", [SampleRows, SampleViewers])
def test_the_draw_follows_its_seed(defence):
    rows = [tuple(defence(0.5, seed=seed)(LOG).index) for seed in (1, 1, 2, 3, 4, 5)]
    assert rows[0] == rows[1] and len(set(rows)) > 1


@pytest.mark.parametrize(
    ("defence", "strength"), [(DropRareTitles, 1), (BlurDays, 1), (SampleViewers, 1.0), (SampleRows, 0)]
)
def test_what_changes_nothing_is_refused(defence, strength):
    with pytest.raises(ValueError, match="is"):
        defence(strength)
