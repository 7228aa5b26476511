from lessons.rounding.chart import averaging_chart
from lessons.rounding.explorer import WAYS
from lessons.rounding.sweep import estimates, exact_again
from tests.lessons.rounding.test_sweep import BY, CELLS, PEOPLE


def test_the_chart_has_the_controls_as_parameters_and_says_what_it_shows():
    estimated = estimates(PEOPLE, {"keys 5": WAYS["keys 5"]}, BY, CELLS, other="age_group")
    curves = estimated.assign(group=0).drop(columns="target")
    spec = averaging_chart(curves, exact_again(estimated, range(8)), way="keys 5", group=0).to_dict()
    assert {param["name"]: param["value"] for param in spec["params"]} == {"way": "keys 5", "group": 0, "asked": 0}
    assert "dashed line is the true count" in spec["description"]
    assert spec["hconcat"][1]["title"] == f"all {len(CELLS)} cells"
