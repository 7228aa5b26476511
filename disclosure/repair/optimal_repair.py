"""The cheapest repair of all, with proof: choose cells, let attackers break the choice, learn from it, choose again.

The chooser knows only some of what a repair must fulfil, so what it pays is never more than the cheapest repair costs.
Every attacker answers with cuts that the choice breaks. The first choice that nobody breaks is a cheapest repair.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from disclosure.audit.solving.network import Flags
from disclosure.audit.solving.time_limit import OutOfTimeError, limited_to
from disclosure.repair.capacity_cuts import CapacityCuts, Cut, Shares
from disclosure.repair.greedy_repair import greedy_repair
from disclosure.repair.master_problem import MasterProblem
from disclosure.repair.prices import LARGEST_PRICE
from disclosure.repair.progress import bar_of, take_away
from disclosure.repair.suppression_problem import SuppressionProblem

Watch = Callable[[int, int, float], None]
"""Is told as the search goes on: the price of the best repair so far, the proven least price, seconds."""


@dataclass
class OptimalRepair:
    """The search for the cheapest repair.

    Args:
        problem: what must be hidden, what may be, and who looks.
        best: the cheapest repair so far; shape (cells,).
        watch: is told how it goes.
        least: no repair costs less.
        rounds: how often whole cells were chosen.
    """

    problem: SuppressionProblem
    best: Flags
    watch: Watch | None = None
    least: int = 0
    rounds: int = 0

    def __post_init__(self) -> None:
        """Set up the chooser and one finder of cuts for each attacker."""
        self.started = time.perf_counter()
        self.attackers = [CapacityCuts(self.problem, view) for view in self.problem.views]
        self.chooser = MasterProblem(self.problem, self.price)
        self.bar = bar_of("Price that is proved", total=self.price, miniters=0)

    @property
    def price(self) -> int:
        """What the best repair so far costs."""
        return self.problem.price(self.best)

    @property
    def done(self) -> bool:
        """Whether the best repair is proved to be the cheapest."""
        return self.least >= self.price

    def search(self) -> None:
        """Choose in shares of cells until that teaches nothing more, then choose whole cells.

        Raises:
            OutOfTimeError: the time is over; the best repair so far stands.
        """
        while not self.done and self.one_round(whole=False):
            pass
        if not self.done:
            self.chooser.drop_too_dear(self.price)
            self.chooser.choose_whole_cells()
        while not self.done and self.one_round(whole=True):
            self.chooser.only_cheaper_than(self.price)

    def one_round(self, *, whole: bool) -> bool:
        """Choose once, and let every attacker answer; tell whether anything was learnt: a cut, or a cheaper repair."""
        choice, before = self.chooser.choose(), self.price
        self.learn(choice.bound)
        if choice.shares is None or self.done:
            return False
        cuts = list(self.broken(choice.shares, choice.moves, whole=whole))
        for demand, upwards, cut in cuts:
            self.chooser.add(demand, cut, upwards=upwards)
        self.rounds += whole
        if whole and (not cuts or self.rounds.bit_count() == 1):  # completing a wrong choice takes long
            self.improve(choice.shares > 0.5)
        return bool(cuts) or self.price < before

    def broken(self, shares: Shares, moves: Shares, *, whole: bool) -> Iterator[tuple[int, bool | None, Cut]]:
        """For each demand that a choice does not meet, a cut that says so."""
        first = 0
        for attacker in self.attackers:
            needs = attacker.view.needs
            program, found = attacker.program(shares, clipped=not whole), False
            for number, (cell, need) in enumerate(needs.items(), start=first):
                for upwards, aim in zip((True, False), moves[number], strict=True):
                    if cut := program.cut(cell, need, aim, shares, upwards=upwards):
                        found = True
                        yield number, upwards, cut
            if whole and not found:
                numbers = dict(zip(needs, range(first, first + len(needs)), strict=True))
                for cell in attacker.given_away(shares > 0.5):
                    yield numbers[cell], None, attacker.cut_of_whole_people(cell, shares > 0.5)
            first += len(needs)

    def learn(self, bound: float) -> None:
        """Take in a proven bound: prices are whole numbers."""
        self.least = max(self.least, int(min(bound, self.price)))
        self.bar.n, self.bar.total = self.least, self.price
        self.bar.update(0)
        if self.watch:
            self.watch(self.price, self.least, time.perf_counter() - self.started)

    def improve(self, hidden: Flags) -> None:
        """Complete a choice to a repair and keep it if it is cheaper than the best."""
        repaired = greedy_repair(self.problem, hidden)
        if self.problem.price(repaired) < self.price:
            self.best = repaired


def optimal_repair(
    problem: SuppressionProblem, start: Flags, time_limit: float, watch: Watch | None = None
) -> tuple[Flags, int]:
    """Find the cheapest choice of cells.

    Args:
        problem: what must be hidden, what may be, and who looks.
        start: any repair, such as that of `greedy_repair`; shape (cells,).
        time_limit: seconds after which the best choice so far is taken.
        watch: is told how it goes.

    Returns:
        The hidden cells, shape (cells,), and the proven least price: they cost just that, unless time ran out, or a
        solver gave up. Of cells that cost more than a solver can take (amounts, mostly), nothing is proved.
    """
    if problem.cost.max() > LARGEST_PRICE:
        return start, 0
    search = OptimalRepair(problem, start, watch)
    with limited_to(time_limit), suppress(OutOfTimeError, ArithmeticError):  # what is proved so far stands
        search.search()
    take_away(search.bar)
    return search.best, search.least
