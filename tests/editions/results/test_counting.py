"""What is printed of a class gives nobody away: held against all classes that fit it, one by one."""

from itertools import product

import pytest

from editions.results import counting
from editions.results.counting import given_away, line_of, table_of

STATES = ("right", "not yet", "no answer")


def line(*counts, threshold=3):
    return line_of(tuple(zip(STATES, counts, strict=True)), threshold)


def fits(printed, people, threshold):
    """All classes that a reader of a line can think of who knows the rule: what is hidden is no zero.

    In an empty line zeros are hidden, too: no choice of cells protected it.
    """
    empty = set(printed.values()) == {None}
    choices = [range(0 if empty else 1, people + 1) if count is None else [count] for count in printed.values()]
    hidden = [number for number, count in enumerate(printed.values()) if count is None]
    for counts in product(*choices):
        if sum(counts) == people and (not hidden or any(counts[number] < threshold for number in hidden)):
            yield counts


@pytest.mark.parametrize("people", [3, 5])
def test_no_small_count_can_be_worked_out_not_even_by_whoever_stands_alone(people):
    for right in range(people + 1):
        for not_yet in range(people + 1 - right):
            counts = (right, not_yet, people - right - not_yet)
            shown = line(*counts)
            assert shown.people == people and tuple(shown.printed) == STATES
            assert all(count is None or count == 0 or count >= 3 for count in shown.printed.values())
            for looker in [None, *(place for place, count in enumerate(counts) if count == 1)]:
                possible = [each for each in fits(shown.printed, people, 3) if looker is None or each[looker] == 1]
                for place, count in enumerate(counts):
                    if 0 < count < 3 and place != looker:
                        assert len({each[place] for each in possible}) > 1, (counts, shown, looker)


def test_zeros_and_large_counts_are_printed_and_a_small_class_is_not():
    assert line(9, 4, 0).printed == {"right": 9, "not yet": 4, "no answer": 0}
    assert line(1, 1, 0).people is None


def test_where_the_audit_finds_something_the_line_stays_empty(monkeypatch):
    counting.line_of.cache_clear()
    monkeypatch.setattr(counting, "_repaired", lambda table, threshold: table)
    assert set(line(5, 2, 1).printed.values()) == {None} and line(5, 2, 1).people == 8
    counting.line_of.cache_clear()


def test_the_audit_names_what_is_given_away():
    table = table_of((("right", 7), ("not yet", 2), ("no answer", 0)))
    assert given_away(table, table, 3) == ["not yet"]
    cells = table.cells.assign(mark=["", "c", "", ""])
    cells.loc[1, "count"] = None
    from disclosure.rules import Rule

    alone = counting.CountTable(cells, table.by, rule=Rule(3))
    assert given_away(alone, table, 3) == ["not yet"]
