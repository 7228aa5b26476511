"""A file drawn along a tree, and the attack on it, beside plain loops in the same run.

The plain loops are what one would write first: draw each person's labels one after another, and compare each target
with each row of the file. Both are timed on a few people and rows, and extrapolated to all. They work on the same
tables and find the same nearest rows.
"""

from collections import Counter

import numpy as np
import pytest

from lessons.synthetic.attack import nearest_record
from lessons.synthetic.defences import DrawFromTree
from lessons.synthetic.release import known_of
from lessons.synthetic.tree import strongest_tree
from tests.benchmarks.turns import say, sizes, take_turns
from tests.lessons.synthetic.small_survey import small_survey

LOOPED = 20
"""People whom the loops draw and look for."""
LEAST_DRAWN, LEAST_FOUND = 50, 5
"""How many times as long the loops take."""


def drawn_one_by_one(people, tree, rng):
    """Some rows drawn from the people, each label from those who have the label before it."""
    names, found = people.columns.to_list(), []
    first = tree[0][0]
    for _ in range(LOOPED):
        row = {first: rng.choice(people[first].to_numpy())}
        for one, other in tree:
            row[other] = rng.choice(people.loc[people[one] == row[one], other].to_numpy())
        found.append([row[name] for name in names])
    return found


def looked_for_one_by_one(file, targets, facts):
    """In how many facts the nearest rows agree with each target, and the votes for each genre."""
    rows = file[[*facts, "genre"]].to_dict("records")
    found = []
    for target in targets.to_dict("records"):
        agreed = [(sum(row[name] == target[name] for name in facts), row["genre"]) for row in rows]
        most = max(equal for equal, _ in agreed)
        found.append((most, Counter(genre for equal, genre in agreed if equal == most)))
    return found


@pytest.mark.parametrize(("n", "asked"), sizes((2_000, 200), (8_000, 1_200), (40_000, 1_200)))
def test_faster_than_plain_loops_with_the_same_answers(n, asked, judged):
    people = small_survey(n)
    tree, targets = strongest_tree(people), known_of(people.head(asked))
    file, facts = DrawFromTree()(people), [name for name in targets if name != "target"]
    turns = take_turns(
        {
            "file": lambda: DrawFromTree(edges=tree)(people),
            "rows one by one": lambda: drawn_one_by_one(people, tree, np.random.default_rng(53)),
            "attack": lambda: nearest_record(file, targets, wanted="genre", always=True),
            "targets one by one": lambda: looked_for_one_by_one(file, targets.head(LOOPED), facts),
        },
        rounds=3,
    )
    guesses = turns.results["attack"]
    for at, (equal, votes) in enumerate(turns.results["targets one by one"]):
        assert guesses.loc[at, "equal"] == equal and votes[guesses.loc[at, "claim"]] == max(votes.values())
    drawn = turns.ratio("rows one by one", "file") * n / LOOPED
    found = turns.ratio("targets one by one", "attack") * asked / LOOPED
    say(
        f"{n:,} people: a file in {turns.median('file'):.3f} s, loop {drawn:.0f} times as long; "
        f"{asked:,} targets in {turns.median('attack'):.3f} s, loop {found:.0f} times as long"
    )
    assert not judged or (drawn > LEAST_DRAWN and found > LEAST_FOUND)
