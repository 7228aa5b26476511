"""Trackers at the desk beside a plain loop over people, in turns: the same is learnt, in a small part of the time."""

from dataclasses import dataclass
from functools import partial

import pytest

from lessons.trackers.attack import by_general, find_tracker, individual
from lessons.trackers.conditions import Condition
from lessons.trackers.release import Desk, facts_of, facts_offered
from lessons.trackers.sweep import WATCHED
from tests.benchmarks.turns import say, sizes, take_turns
from tests.lessons.trackers.small_desk import counted_plainly, small_people

FASTER = 50
"""At least so many times as fast as the loop, which grows with the people."""


@dataclass(frozen=True)
class PlainDesk:
    """A desk that reads a question word by word for each person."""

    rows: list[dict]
    k: int

    @property
    def n(self) -> int:
        return len(self.rows)

    def answer(self, condition: Condition) -> int | None:
        count = counted_plainly(condition, self.rows)
        return count if self.k <= count <= self.n - self.k else None


@pytest.mark.parametrize(("n", "asked"), sizes((400, 4), (2_000, 20)))
def test_both_trackers_are_many_times_as_fast_as_a_loop_over_people(n, asked, judged):
    people = small_people(n)
    desk, plain = Desk(people, n // 10), PlainDesk(people.to_dict("records"), n // 10)
    tracker, _ = find_tracker(desk, facts_offered(people))
    known = [facts_of(people.iloc[place]) for place in range(asked)]
    ways = (individual, partial(by_general, tracker=tracker))

    def work(at):
        return [way(at, facts, WATCHED) for way in ways for facts in known]

    turns = take_turns({"kit": lambda: work(desk), "loop": lambda: work(plain)}, rounds=3)
    assert turns.results["kit"] == turns.results["loop"]
    ratio = turns.ratio("loop", "kit")
    say(
        f"{asked} targets of {n:,}: {turns.median('kit'):.3f} s, a loop {turns.median('loop'):.2f} s: {ratio:.0f} times"
    )
    assert not judged or ratio >= FASTER
