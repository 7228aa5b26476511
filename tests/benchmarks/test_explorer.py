"""How long the explorer of lesson 02 takes to make, beside one audit of its table with reasons.

It is made of 49 different audits (thirteen thresholds, with totals and without, an outsider and each insider) and a
chart. Each release is read once and nothing is audited twice (tests/lessons/suppression/test_sweep.py).
"""

import pytest

from disclosure.audit import Outsider, audit
from disclosure.defences.suppression import Suppress
from lessons.suppression.explorer import explore_suppression
from tests.benchmarks.test_slider import lesson_table
from tests.benchmarks.turns import say, take_turns

MOST = 100
"""Audits with reasons in the time of one explorer; it took 134 when releases were read for each audit."""


@pytest.mark.weekly
def test_making_the_explorer_takes_so_many_audits() -> None:
    table = lesson_table()
    release = Suppress(5)(table)
    rivals = {"explorer": lambda: explore_suppression(table), "audit": lambda: audit(release, Outsider())}
    turns = take_turns(rivals, rounds=3)
    ratio = turns.ratio("explorer", "audit")
    say(f"explorer: {turns.median('explorer'):.2f} s, {ratio:.0f} audits of {turns.median('audit'):.4f} s")
    assert ratio <= MOST
