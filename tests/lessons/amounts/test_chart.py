"""The chart of amounts: parameters, words in place of names, hours in place of minutes."""

import json

from lessons.amounts.chart import amounts_chart
from lessons.amounts.sweep import amount_states, rules_and_prices
from tests.lessons.amounts.test_sweep import PUBLISHED, SECOND, TABLE


def drawn():
    states, prices = amount_states(TABLE, PUBLISHED), rules_and_prices(TABLE, PUBLISHED, SECOND)
    return json.loads(json.dumps(amounts_chart(states, prices, rule="p = 10").to_dict(), default=str))


def test_the_setting_is_in_parameters_and_a_move_needs_no_data():
    spec = drawn()
    assert {param["name"]: param["value"] for param in spec["params"]} == {"rule": "p = 10", "step": 0, "cell": None}
    cells = spec["hconcat"][0]["vconcat"][0]["layer"][0]
    assert "datum[rule][step]" in cells["mark"]["fill"]["expr"] and "transform" not in cells


def test_amounts_are_drawn_in_hours_and_rules_named_in_words():
    spec = drawn()
    counts = {row["cell"]: row["count"] for rows in spec["datasets"].values() for row in rows if "count" in row}
    assert counts["design | Oslo"] == round(2510 / 60)
    assert "p % rule, p = 10" in json.dumps(spec) and spec["description"]
