"""Charts as data: parameters, filters, and bars whose numbers are those of the sweep."""

from lessons.recommendations.chart import both_bars, lists_chart
from lessons.recommendations.explorer import settings_of
from lessons.recommendations.release import count_together
from tests.lessons.recommendations.test_sweep import ROWS, SWEPT, TITLES


def values_of(spec):
    return [row for rows in spec["datasets"].values() for row in rows]


def test_the_explorers_chart_has_its_controls_as_parameters():
    places, claims = settings_of(count_together(ROWS, TITLES), ROWS, TITLES, 1, SWEPT)
    spec = lists_chart(places, SWEPT).to_dict()
    assert {param["name"]: param["value"] for param in spec["params"]} == {"which": "rarest", "least": 0, "bea": "in"}
    headings = [row for row in values_of(spec) if row.get("place") == 0 and "lit" in row]
    assert len(headings) == claims["known"].sum() >= len(SWEPT) * 2 * 3


def test_bars_are_the_numbers_of_the_sweep():
    plain = SWEPT[SWEPT["least"].eq(0)]
    spec = both_bars(plain).to_dict()
    rows = [row for row in values_of(spec) if row["which"] == "any"]
    numbers = {(row["time"], row["part"]): row["viewers"] for row in rows}
    [row] = plain[plain["which"].eq("any")].to_dict("records")
    assert numbers == {
        ("with her", "right"): row["right"],
        ("with her", "wrong"): row["wrong"],
        ("without her", "right"): row["right_without"],
        ("without her", "wrong"): row["wrong_without"],
    }
    assert {row["words"] for row in rows if row["part"] == "wrong"} == {
        f"{row['right']} right, {row['wrong']} wrong",
        f"{row['right_without']} right, {row['wrong_without']} wrong",
    }
