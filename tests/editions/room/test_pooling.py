"""What a room shows keeps its own rules, tells of no small group, and passes the kit's audit."""

import random
from collections import defaultdict
from itertools import product

import pandas as pd
import pytest

from disclosure.audit import Contributor, Outsider, audit
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.linked_tables import LinkedTables
from editions.room.pooling import (
    LEAST_PEOPLE,
    LEAST_TOGETHER,
    MOST_BINS,
    Bin,
    decided,
    fine_bins,
    merged,
    pooled,
    right_and_wrong,
)

HIDDEN = "x"


def test_under_ten_nothing_is_shown():
    assert pooled([3] * 9, minimum=0, maximum=9) == ()
    assert pooled([3] * 10, minimum=0, maximum=9) == (Bin(0, 9, 10),)


@pytest.mark.parametrize("seed", range(200))
def test_every_guess_is_in_one_bin_of_five_or_more_and_bins_follow_the_scale(seed):
    rng = random.Random(seed)
    low, high, whole = rng.randint(-5, 5), rng.randint(6, 600), rng.random() < 0.7
    draw = rng.randint if whole else rng.uniform
    guesses = [draw(low, high) for _ in range(rng.randint(10, 60))]
    bins = pooled(guesses, minimum=low, maximum=high, whole=whole)
    assert 1 <= len(bins) <= MOST_BINS and sum(group.people for group in bins) == len(guesses)
    assert all(group.people >= LEAST_TOGETHER for group in bins)
    assert bins[0].low == low and bins[-1].high == pytest.approx(high)
    for group in bins:
        last = group is bins[-1]
        within = [g for g in guesses if group.low <= g and (g <= group.high if whole or last else g < group.high)]
        assert len(within) == group.people
    other = [draw(low, high) for _ in guesses]
    ends = {end for part in fine_bins(other, minimum=low, maximum=high, whole=whole) for end in (part.low, part.high)}
    assert {end for group in bins for end in (group.low, group.high)} <= ends


def test_a_short_scale_has_a_bin_for_each_number():
    assert [(part.low, part.high) for part in fine_bins([], minimum=0, maximum=4)] == [(n, n) for n in range(5)]


def test_whoever_knows_the_rules_learns_no_count_that_is_not_shown():
    """Each way in which up to twelve people fall into five parts: what is shown fits more than one, for each part."""
    parts, possible = 5, defaultdict(list)
    for counts in product(range(13), repeat=parts):
        if LEAST_PEOPLE <= sum(counts) <= 12:
            possible[merged([Bin(n, n, people) for n, people in enumerate(counts)])].append(counts)
    assert len(possible) > 10
    for shown, fitting in possible.items():
        alone = {group.low for group in shown if group.low == group.high}
        assert [part for part in range(parts) if part not in alone and len({c[part] for c in fitting}) < 2] == []


def test_right_and_wrong_are_shown_together_or_not_at_all():
    assert right_and_wrong(["a"] * 5 + ["b"] * 5, "a") == (5, 5)
    assert right_and_wrong(["a"] * 4 + ["b"] * 40, "a") is None and right_and_wrong([], "a") is None


def test_a_choice_that_few_or_none_have_taken_hides_all():
    assert decided(["yes"] * 9 + ["no"] * 5, ["yes", "no"]) == {"yes": 9, "no": 5}
    assert decided(["yes"] * 9 + ["no"] * 5, ["yes", "no", "perhaps"]) is None and decided([], []) is None


def guesses_as_table(name, guesses, high):
    """What is shown of a question, as a release: the fine parts, those that were merged hidden, and all sums."""
    shown, fine = pooled(guesses, minimum=0, maximum=high), fine_bins(guesses, minimum=0, maximum=high)
    cells, wider = [(TOTAL, len(guesses))], {}
    for group in shown:
        inside = [part for part in fine if group.low <= part.low <= group.high]
        label = f"{group.low} to {group.high}, together"
        if len(inside) > 1:
            cells.append((label, group.people))
            wider |= {str(part.low): label for part in inside}
        cells += [(str(part.low), part.people if len(inside) == 1 else None) for part in inside]
    return table(name, cells, wider)


def label_of(guess, high):
    """The fine part in which a guess lies."""
    return str(max(part.low for part in fine_bins([], minimum=0, maximum=high) if part.low <= guess))


def answers_as_table(name, answers):
    """The same for right and wrong; how many answered is taken as known, since all are in the room."""
    counts = right_and_wrong(answers, "a") or (None, None)
    return table(name, [(TOTAL, len(answers)), ("right", counts[0]), ("wrong", counts[1])], {})


def table(name, cells, wider):
    labels, counts = zip(*cells, strict=True)
    frame = pd.DataFrame({name: labels, "count": pd.array(counts, dtype="Int64")})
    frame["mark"] = frame["count"].isna().map({True: HIDDEN, False: ""})
    return CountTable(frame, by=(name,), hierarchies={name: wider} if wider else {})


@pytest.mark.parametrize("seed", range(25))
def test_all_that_a_session_shows_passes_the_audit(seed):
    """A class of random size answers everything; whoever looks, outsider or one of them, finds no hidden count."""
    rng = random.Random(seed)
    people = rng.randint(LEAST_PEOPLE, 32)
    answers = [rng.choices("ab", [rng.random(), 0.5], k=people) for _ in range(4)]
    tables = [answers_as_table(f"answer {n}", given) for n, given in enumerate(answers)]
    drawn = [["right" if answer == "a" else "wrong" for answer in given] for given in answers]
    for n in range(5):
        high, middle = rng.choice([4, 10, 53, 600]), rng.random()
        guesses = [min(high, max(0, round(rng.gauss(middle, 0.2) * high))) for _ in range(people)]
        tables.append(guesses_as_table(f"guess {n}", guesses, high))
        drawn.append([label_of(guess, high) for guess in guesses])
    release = LinkedTables(tuple(tables))
    found = audit(release, Outsider(), why=False)
    assert len(found) >= sum(each.is_hidden.sum() for each in tables) and "exact" not in set(found["verdict"])
    for member in range(3):
        seen = audit(release, Contributor(tuple(labels[member] for labels in drawn)), why=False)
        assert "exact" not in set(seen["verdict"])


def test_the_audit_would_find_what_a_room_that_shows_too_much_gives_away():
    cells = [(TOTAL, 14), ("right", 12), ("wrong", None)]
    assert set(audit(table("answer", cells, {}), Outsider())["verdict"]) == {"exact"}
