"""What access claims, held against five worlds: rules leave a way open, and audits ask the innocent."""

from functools import cache

import pytest

from data_gen.access.assumptions import Assumptions
from data_gen.access.log import make_access_log
from lessons.access.audits import SameSurnameOrArea, Unexplained
from lessons.access.quarter import under
from lessons.access.rules import ByRole, FourEyes, OnlyCounts, Rules, WithCase
from lessons.access.scores import looks_flagged
from lessons.access.sweep import audits_at_sizes, expected_precision, fates, what_rules_do
from tests.lessons.worlds import every_seed, world

NEAR = SameSurnameOrArea()
SIZES = [500, 20_000]


@cache
def log(seed, name=None):
    quarter = seed if name is None else f"{seed} {name}"
    return make_access_log(world(seed), Assumptions(honest_looks=20_000), seed=quarter)


@cache
def by_size(seed):
    audits = {"near": NEAR, "unexplained": Unexplained(NEAR)}
    return audits_at_sizes(audits, SIZES, log(seed), log(seed)).set_index(["audit", "size", "unit"])


@every_seed
def test_a_case_stops_the_first_partner_and_no_borrowed_case(seed):
    became = fates(NEAR, under(Rules((WithCase(),)), log(seed), log(seed))).set_index("kind")["fate"]
    assert became["former partner, no case"] == "stopped" != became["former partner, borrowed case"]


@every_seed
def test_the_more_honest_work_the_more_of_those_asked_are_innocent(seed):
    people = by_size(seed).loc[("near", slice(None), "employees"), :]
    assert people["wrong"].is_monotonic_increasing and people["precision"].iloc[-1] < people["precision"].iloc[0]
    assert people["wrong"].iloc[-1] > people["right"].iloc[-1]


@every_seed
def test_precision_is_what_bayes_expects_from_another_quarter(seed):
    """With a 99.9 % interval, for ten comparisons."""
    before, now = (
        looks_flagged(NEAR, under(Rules(), quarter, quarter)) for quarter in (log(seed, "before"), log(seed))
    )
    expected = expected_precision(
        before.right / (before.right + before.missed),
        before.wrong / (before.everybody - before.right - before.missed),
        (now.right + now.missed) / now.everybody,
    )
    low, high = now.interval
    middle = (low + high) / 2
    assert abs(expected - middle) <= 3.29 / 1.96 * (high - low) / 2


@every_seed
def test_all_rules_together_leave_a_way_open(seed):
    rules = Rules((ByRole(), WithCase(), FourEyes(), OnlyCounts(10)))
    became = fates(NEAR, under(rules, log(seed), log(seed)))
    assert became["fate"].ne("stopped").sum() >= 3


@every_seed
def test_cases_clear_a_third_of_the_looks_and_fewer_of_the_people(seed):
    at = by_size(seed).xs(SIZES[-1], level="size")["wrong"].unstack("unit")
    cleared = 1 - at.loc["unexplained"] / at.loc["near"]
    assert cleared["looks"] >= 1 / 3 and cleared["employees"] < 1 / 2
    flagged = [audit(log(seed)) for audit in (NEAR, Unexplained(NEAR))]
    borrowed = log(seed).truth["kind"].eq("former partner, borrowed case") & log(seed).truth["guilty"]
    assert (flagged[0] & borrowed).any() and not (flagged[1] & borrowed).any()


@every_seed
def test_a_rule_has_a_price(seed):
    swept = what_rules_do({"case": Rules((WithCase(),))}, NEAR, log(seed), log(seed)).iloc[0]
    assert swept["refused"] > 10 * swept["stopped"]


@pytest.mark.parametrize("rule", [ByRole(), FourEyes()], ids=repr)
def test_some_rules_stop_nobody_alone(rule):
    swept = what_rules_do({"it": Rules((rule,))}, NEAR, log(53), log(53)).iloc[0]
    assert swept["stopped"] == 0
