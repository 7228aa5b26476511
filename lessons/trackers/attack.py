"""Trackers: questions about many people whose answers, subtracted, count one.

Ada asks the desk and sees its answers only. Each way to ask gives what she has learnt: how many people fulfil a
condition, and how many of these have the secret.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from disclosure.frames import guesses
from lessons.trackers.conditions import Condition, Fact, all_of, any_of
from lessons.trackers.release import Desk


class Learnt(NamedTuple):
    """What somebody knows after some questions.

    Attributes:
        people: how many fulfil the condition; None if that stayed unknown. A way that asks only whether nobody or
            everybody of them has the secret takes them for one.
        secret: how many of these have the secret; None if that stayed unknown.
        asked: how many questions it took.
    """

    people: int | None
    secret: int | None
    asked: int


Way = Callable[[Desk, Sequence[Fact], Condition], Learnt]
"""A way to ask: takes the desk, what is known of one person, and the secret."""


def direct(desk: Desk, facts: Sequence[Fact], secret: Condition) -> Learnt:
    """Ask for the people like her, and for those of them with the secret."""
    everything = all_of(facts)
    return Learnt(desk.answer(everything), desk.answer(everything & secret), asked=2)


def individual(desk: Desk, facts: Sequence[Fact], secret: Condition) -> Learnt:
    """Ask for a crowd with her, for the same crowd without her, and once more without her if she has the secret.

    The individual tracker (Schloerer; Denning, Denning & Schwartz, ACM TODS 4, 1979): what is known, C, is split into A
    and B. Then |C| = |A| - |A and not B|, and with C and secret in place of C, |C and secret| = |A| - |A and not (B and
    secret)|. Tried are first those A that are all facts but one, then single facts, until the desk answers all three.
    """
    asked = 0
    for a, b in splits(facts):
        answers: list[int] = []
        for question in (a, a & ~b, a & ~(b & secret)):
            asked += 1
            answer = desk.answer(question)
            if answer is None:
                break
            answers.append(answer)
        else:
            return Learnt(answers[0] - answers[1], answers[0] - answers[2], asked)
    return Learnt(None, None, asked)


def splits(facts: Sequence[Fact]) -> Iterator[tuple[Condition, Condition]]:
    """Split what is known in two: all facts but one, and this one; then one fact, and all others.

    Examples:
        >>> list(splits([Fact("sex", "female"), Fact("age", 44)]))[:2]
        [(age is 44, sex is female), (sex is female, age is 44)]
    """
    if len(facts) < 2:
        return
    rests = [all_of([other for other in facts if other is not fact]) for fact in facts]
    yield from ((rest, fact) for fact, rest in zip(facts, rests, strict=True))
    yield from ((fact, rest) for fact, rest in zip(facts, rests, strict=True))


def find_tracker(desk: Desk, conditions: Sequence[Condition], *, joined: int = 2) -> tuple[Condition | None, int]:
    """Look for a set that helps against everybody: it has 2k to n - 2k people (a *general tracker*).

    Asked are the conditions, one after the other, then two of them joined with "or", and so on.

    Args:
        desk: the desk.
        conditions: what may be asked for.
        joined: how many are joined at most.

    Returns:
        The first that was found, or None where there is none; and how many questions it took.
    """
    asked = 0
    for size in range(1, joined + 1):
        for some in combinations(conditions, size):
            asked += 1
            count = desk.answer(candidate := any_of(some))
            if count is not None and 2 * desk.k <= count <= desk.n - 2 * desk.k:
                return candidate, asked
    return None, asked


def general(desk: Desk, condition: Condition, tracker: Condition) -> int | None:
    """Count the people of any condition with one tracker: pad with it, pad with all others, and take off everybody.

    |C| = |C or T| + |C or not T| - |T| - |not T|; all four are answered if T has 2k to n - 2k people and C fewer than k
    (Denning, Denning & Schwartz 1979).

    Returns:
        The count; None where an answer is refused.
    """
    padded = (desk.answer(condition | tracker), desk.answer(condition | ~tracker))
    everybody = (desk.answer(tracker), desk.answer(~tracker))
    if None in padded or None in everybody:
        return None
    return sum(padded) - sum(everybody)  # type: ignore[arg-type]


def by_general(desk: Desk, facts: Sequence[Fact], secret: Condition, *, tracker: Condition) -> Learnt:
    """Count the people like her, and those of them with the secret, with one tracker for all.

    Six different questions: the last two of each four are the same.
    """
    everything = all_of(facts)
    return Learnt(general(desk, everything, tracker), general(desk, everything & secret, tracker), asked=6)


def double(desk: Desk, condition: Condition, inner: Condition, outer: Condition) -> int | None:
    """Count the people of any condition with two sets, one inside the other (the *double tracker*).

    |C| = |U| + |C or T| - |T| - |U and not (C and T)| for T inside U; all four are answered if T has k to n - 2k
    people, U has 2k to n - k, and C fewer than k.

    Returns:
        The count; None where an answer is refused.
    """
    plus = (desk.answer(outer), desk.answer(condition | inner))
    minus = (desk.answer(inner), desk.answer(outer & ~(condition & inner)))
    if None in plus or None in minus:
        return None
    return sum(plus) - sum(minus)  # type: ignore[arg-type]


def by_double(desk: Desk, facts: Sequence[Fact], secret: Condition, *, inner: Condition, outer: Condition) -> Learnt:
    """Count the people like her, and those of them with the secret, with two sets for all."""
    everything = all_of(facts)
    people, with_secret = (double(desk, each, inner, outer) for each in (everything, everything & secret))
    return Learnt(people, with_secret, asked=6)


def find_double_tracker(desk: Desk, conditions: Sequence[Condition]) -> tuple[tuple[Condition, Condition] | None, int]:
    """Look for two sets, one inside the other, that help where no general tracker exists.

    The inner one is tried as each condition, and as two joined with "or", if it has k to n - 2k people; the outer one
    as the inner one, alone or joined with one more condition, if it has 2k to n - k people.

    Returns:
        The inner and the outer set, or None where there are none; and how many questions it took.
    """
    asked = 0
    for some in (*combinations(conditions, 1), *combinations(conditions, 2)):
        inner = any_of(some)
        asked += 1
        count = desk.answer(inner)
        if count is None or count > desk.n - 2 * desk.k:
            continue
        for outer in (inner, *(inner | other for other in conditions if other not in some)):
            asked += 1
            around = desk.answer(outer)
            if around is not None and around >= 2 * desk.k:
                return (inner, outer), asked
    return None, asked


def by_refusal(desk: Desk, facts: Sequence[Fact], secret: Condition) -> Learnt:
    """Ask a desk that tells zeros: of people like her, how many have the secret, and how many have not?

    0 is an answer. So a refusal says: somebody. If 0 of them have the secret, or 0 have it not, all are known.
    """
    everything = all_of(facts)
    if desk.answer(everything & secret) == 0:
        return Learnt(1, 0, asked=1)
    if desk.answer(everything & ~secret) == 0:
        return Learnt(1, 1, asked=2)
    return Learnt(None, None, asked=2)


def crowds(facts: Sequence[Fact]) -> Iterator[Condition]:
    """Name crowds without her: people who have one of two of her facts, or of three and more, but not all.

    Examples:
        >>> next(crowds([Fact("sex", "female"), Fact("age", 44)]))
        (sex is female or age is 44) and not (sex is female and age is 44)
    """
    everything = all_of(facts)
    for size in range(2, len(facts) + 1):
        for some in combinations(facts, size):
            yield any_of(some) & ~everything


def pairs_of_answers(
    desk: Desk, facts: Sequence[Fact], secret: Condition, *, ways: int, same: bool = False
) -> list[tuple[int, int]]:
    """Ask for crowds without her, and with her if she has the secret.

    Args:
        desk: the desk.
        facts: what is known of her.
        secret: the secret.
        ways: how many pairs of answers are wanted, at most.
        same: ask for one crowd again and again, and not for others.

    Returns:
        The answers, without her first; fewer than wanted where the desk answers for fewer crowds.
    """
    added, found = all_of(facts) & secret, []
    for crowd in crowds(facts):
        for _ in range(ways if same else 1):
            without, with_secret = desk.answer(crowd), desk.answer(crowd | added)
            if without is not None and with_secret is not None:
                found.append((without, with_secret))
        if len(found) >= ways:
            break
    return found


def by_average(desk: Desk, facts: Sequence[Fact], secret: Condition, *, ways: int, same: bool = False) -> Learnt:
    """Ask in so many ways, and take the mean of the differences: nearer to 1, or nearer to 0?"""
    pairs = pairs_of_answers(desk, facts, secret, ways=ways, same=same)
    if not pairs:
        return Learnt(None, None, asked=0)
    mean = sum(with_secret - without for without, with_secret in pairs) / len(pairs)
    return Learnt(1, int(mean >= 0.5), asked=2 * len(pairs))


def by_equality(desk: Desk, facts: Sequence[Fact], secret: Condition, *, ways: int) -> Learnt:
    """Ask in so many ways, and look only whether the two answers are equal.

    Where noise depends on the set of people, other answers prove that the sets are not the same: she is in between.
    Equal answers, every time, say that nobody is.
    """
    pairs = pairs_of_answers(desk, facts, secret, ways=ways)
    if not pairs:
        return Learnt(None, None, asked=0)
    return Learnt(1, int(any(without != with_secret for without, with_secret in pairs)), asked=2 * len(pairs))


def guess_each(desk: Desk, known: pd.DataFrame, secret: Condition, way: Way) -> pd.DataFrame:
    """Let the neighbour of each target ask.

    Args:
        desk: the desk.
        known: one row per target: ``target``, and one column per fact.
        secret: what the neighbours want to know.
        way: how they ask.

    Returns:
        Guesses: ``claim`` is whether the target has the secret. It is declared where nobody or everybody of those like
        her has it. ``asked`` is the number of questions.
    """
    columns = [str(name) for name in known if name != "target"]
    learnt = [
        way(desk, [Fact(name, label) for name, label in zip(columns, labels, strict=True)], secret)
        for labels in known[columns].itertuples(index=False, name=None)
    ]
    claims = [
        None if each.people is None or each.secret not in (0, each.people) else each.secret > 0 for each in learnt
    ]
    sure = [claim is not None for claim in claims]
    return guesses(
        known["target"],
        pd.Series(claims, dtype="boolean"),
        [float(each) for each in sure],
        sure,
        asked=[each.asked for each in learnt],
    )
