"""What the notebook shows: six columns at most, in words."""

import numpy as np

from lessons.reconstruction.chance import beside_chance
from lessons.reconstruction.defences import SameForEach
from lessons.reconstruction.side_by_side import (
    answers_in_words,
    blocks_in_words,
    chance_in_words,
    estimates_in_words,
    lists_in_words,
    print_in_words,
    shares_in_words,
    steps_in_words,
    tables_in_words,
)
from lessons.reconstruction.steps import blocks_left
from lessons.reconstruction.subset_sums import ask, decode
from lessons.reconstruction.sweep import block_sweep, budget_sweep, noise_sweep, rebuild_all, tables_sweep
from tests.lessons.reconstruction.small_blocks import LABELS, printed_of, random_block

BLOCKS = {"A": random_block(np.random.default_rng(3), 3, 4, range(18, 50)).assign(viewer_id=range(7))}
WATCHED = np.random.default_rng(53).random(50) < 0.35


def test_all_tables_have_six_columns_at_most_and_words_in_place_of_names():
    found, printed, true = rebuild_all(BLOCKS, LABELS), printed_of(BLOCKS["A"]), ask(WATCHED, 30)
    others = random_block(np.random.default_rng(4), 20, 20).assign(viewer_id=range(10, 50))
    shown = [
        print_in_words(printed),
        lists_in_words(found["A"], LABELS),
        steps_in_words(blocks_left(printed)),
        blocks_in_words(block_sweep(BLOCKS, found, LABELS)),
        chance_in_words(beside_chance(found, BLOCKS, others, LABELS["plan"], draws=2)),
        tables_in_words(tables_sweep(BLOCKS, LABELS)),
        answers_in_words(true, SameForEach(2.0)(true)),
        estimates_in_words(decode(true, 0.35), WATCHED),
        shares_in_words(noise_sweep(WATCHED, 0.35, questions=[30], spreads=[2.0])),
        shares_in_words(budget_sweep(WATCHED, 0.35, epsilons=[1], questions=[30])),
    ]
    for table in shown:
        assert len(table.columns) <= 6 and not any("_" in name for name in table.columns)
        assert not table.isna().any(axis=None)


def test_what_is_not_printed_is_said():
    shown = print_in_words(printed_of(BLOCKS["A"])).set_index("group")
    assert shown.loc["all", "people"] == 7 and "fewer than 3" in shown["people"].tolist()
    assert shown.index.tolist()[:3] == ["all", "female", "male"]
