"""Rules on amounts that can be added in the head."""

import pandas as pd
import pytest

from disclosure.audit.attackers import Contributor
from disclosure.rules import PPercentRule
from disclosure.tables.magnitude_table import magnitude_table
from lessons.amounts.exercises import small_bonuses
from lessons.amounts.sweep import amount_states, heads_and_dominance, published_by, rules_and_prices, too_large_by

TABLE = magnitude_table(
    small_bonuses(), by=("team", "site"), amount="bonus", person="employee", unit="euros", largest=2, contributors=True
)
SECOND = Contributor(("sales", "Lyon"), amount=320)
RULES = {"p = 1": PPercentRule(1), "p = 10": PPercentRule(10)}
PUBLISHED = published_by(TABLE, RULES)


def test_heads_and_dominance_are_counted_by_the_size_of_a_cell():
    minutes = pd.DataFrame(
        {
            "film": ["one", *["two"] * 2, *["three"] * 3, *["even"] * 3],
            "viewer_id": [1, 1, 2, 1, 2, 3, 1, 2, 3],
            "minutes": [5, 50, 50, 900, 80, 20, 50, 50, 50],
        }
    )
    found = heads_and_dominance(minutes, by=["film"], rule=PPercentRule(10))
    assert found["cells"].tolist() == [2, 2, 0, 0] and found["dominated"].tolist() == [2, 1, 0, 0]
    assert found["per cent"].tolist() == [100, 50, 0, 0]


def test_a_total_gives_the_hidden_cell_back_and_the_repair_does_not():
    """320 from 9,990 leaves 9,670: 270 more than 9,400, 2.9 per cent. p = 1 hides nothing."""
    prices = rules_and_prices(TABLE, PUBLISHED, SECOND).set_index(["rule", "step"])
    assert prices.loc["p = 1", "hidden"].tolist() == [0, 0]
    assert prices.loc[("p = 10", "rule alone"), ["hidden", "given back"]].tolist() == [1, 1]
    assert prices.loc[("p = 10", "repaired"), "given back"] == 0
    assert prices.loc[("p = 10", "rule alone"), "too large by"] == pytest.approx(100 * 270 / 9400)
    assert prices.loc[("p = 10", "repaired"), "too large by"] >= 10
    assert prices.loc[("p = 10", "rule alone"), "minutes hidden"] == pytest.approx(100 * 9990 / 34870)


def test_the_limit_of_an_insider_on_the_print_itself():
    assert too_large_by(TABLE, PUBLISHED["p = 1"]["rule alone"], SECOND) == pytest.approx(100 * 270 / 9400)


def test_states_have_one_letter_per_step():
    states = amount_states(TABLE, PUBLISHED).set_index("cell")
    assert states.loc["sales | Lyon", "p = 1"] == "pp"
    assert states.loc["sales | Lyon", "p = 10"] == "xu"
