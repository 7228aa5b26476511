"""What all attacks on what is out achieved: the one place of the lesson that sees guesses and truth."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from disclosure.measures import Risk, score, wilson_interval
from lessons.release_desk.attack import Attack, Together
from lessons.release_desk.attackers import ATTACKS
from lessons.release_desk.known import known_of
from lessons.release_desk.office import Office, once
from lessons.release_desk.release import Released


@dataclass(frozen=True)
class Outcome:
    """What one attack achieved on releases that it read at once.

    Args:
        attack: its name.
        releases: the names of the releases.
        risk: right, wrongly accused, abstained, and what a blind guess gets.
        found: the numbers of the viewers behind guesses that are right.
    """

    attack: str
    releases: tuple[str, ...]
    risk: Risk
    found: frozenset[int]

    @property
    def right_if_blind(self) -> float:
        """How many claims a blind guesser gets right who makes as many."""
        claims = self.risk.right + self.risk.wrong
        return self.risk.baseline / max(self.risk.n, 1) * claims

    @property
    def beyond_blind(self) -> bool:
        """Whether its claims are all right, or more often right than those of a blind guesser who speaks as often.

        The second is judged by the lower end of the 95 % interval. Claims of which none is wrong count however few they
        are: they may be proved.
        """
        right, claims = self.risk.right, self.risk.right + self.risk.wrong
        if right in (0, claims):
            return right > 0
        return bool(wilson_interval(right, claims)[0] > self.risk.baseline / self.risk.n)


@dataclass(frozen=True)
class Result:
    """What all attacks achieved on all that is out.

    Args:
        outcomes: one for each attack and each group of releases that it read at once.
    """

    outcomes: tuple[Outcome, ...]

    @property
    def first_found_by(self) -> dict[int, str]:
        """Of everybody who is found, the weakest attack that does."""
        first: dict[int, str] = {}
        for outcome in self.outcomes:
            for person in sorted(outcome.found):
                first.setdefault(person, outcome.attack)
        return first

    @property
    def found(self) -> int:
        """How many people are found."""
        return len(self.first_found_by)

    @property
    def wrong(self) -> int:
        """How many claims are wrong: each accuses somebody, or counts people who are not there."""
        return sum(outcome.risk.wrong for outcome in self.outcomes)

    @property
    def read_together(self) -> list[tuple[str, ...]]:
        """The names of the releases that somebody read beside each other; all others were attacked apart."""
        return list(dict.fromkeys(one.releases for one in self.outcomes if len(one.releases) > 1))

    def by_attack(self) -> pd.DataFrame:
        """Say of each attack that had something to read what it achieved.

        Returns:
            One row per attack and group of releases: ``attack``, ``releases`` (their names), ``targets``, ``right``,
            ``wrong``, ``abstained``, ``blind`` (see `Outcome.right_if_blind`), ``low`` and ``high`` (the 95 %
            interval of the share that is right), ``people`` (found by it), ``first`` (of these, by no weaker attack).
        """
        columns = ["attack", "releases", "targets", "right", "wrong", "abstained", "blind", "low", "high"]
        first = pd.Series(self.first_found_by, dtype=object)
        left, rows = set(first.index), []
        for one in self.outcomes:
            new, risk = one.found & left, one.risk
            left -= new
            numbers = (risk.n, risk.right, risk.wrong, risk.abstained, one.right_if_blind, risk.low, risk.high)
            rows.append((one.attack, " + ".join(one.releases), *numbers, len(one.found), len(new)))
        return pd.DataFrame(rows, columns=[*columns, "people", "first"])


def attacked(office: Office, releases: Iterable[Released | None], attacks: tuple[Attack, ...] = ATTACKS) -> Result:
    """Let everybody attack all that is out, together, from the weakest attacker to the strongest.

    Args:
        office: who knows the truth.
        releases: what is out; None stands for what was declined.
        attacks: which attacks, the weakest first.
    """
    out = tuple(each for each in releases if each is not None)
    groups = [(attack, group) for attack in attacks for group in attack.reads(out)]
    return Result(tuple(outcome_of(office, attack, group) for attack, group in groups))


def outcome_of(office: Office, attack: Attack, releases: Together) -> Outcome:
    """Let one attack read some releases at once. Worked out once for each office."""
    key = ("attack", attack.name, *(each.name for each in releases))
    return once(office, key, lambda: _scored(office, attack, releases))


def _scored(office: Office, attack: Attack, releases: Together) -> Outcome:
    """Guess first, and compare with the truth afterwards."""
    guesses = attack.guess(releases, known_of(office))
    behind = attack.behind(office, releases, guesses)
    risk = score(guesses, behind.answers, blind=behind.blind)
    answer = guesses["target"].map(behind.answers.set_index("target")["answer"])
    right = guesses.loc[(guesses["declared"] & answer.eq(guesses["claim"])).fillna(False), "target"]
    found = frozenset().union(*(behind.people.get(target, frozenset()) for target in right))
    return Outcome(attack.name, tuple(each.name for each in releases), risk, found)
