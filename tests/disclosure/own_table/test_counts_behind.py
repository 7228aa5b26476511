"""Percentages of people whose number stands nowhere: what they tell of small counts, beside enumeration."""

import random
from itertools import product

import pytest

from disclosure.own_table import check_table
from disclosure.own_table.counts_behind import wholes_of
from disclosure.own_table.in_words import summary
from disclosure.own_table.interpreting import interpret
from disclosure.own_table.repairing import propose
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.sheet import sheet_of
from disclosure.own_table.wishes import Wishes

TABLE = """Kommune;Personer;Andel arbeidsledige (%)
Alta;120;5,0
Bod;37;8,1
Cang;25;*
Dram;18;*
Elve;210;4,3
I alt;410;5,1
* færre enn 4 personer
"""
BASE = "base of Andel arbeidsledige (%)"
ANSWERS = {BASE: "a share of Personer", "mark *": "1 to 3", "covering *": "small counts only"}


def check(text, answers=None, **more):
    return check_table(FileInMemory("a.csv", text.encode()), answers=answers or {}, **more)


def known(found):
    return {
        row["address"]: (row["role"], row["low"], row["high"], row["verdict"])
        for row in found.findings.to_dict("records")
    }


def test_percentages_beside_people_tell_how_many_they_are():
    """21 of 410 are 5.1 %, and 6, 3 and 9 stand behind the others: 3 are left for the two hidden ones."""
    found = check(TABLE, ANSWERS)
    assert known(found) == {
        "C3": ("behind a percentage", 3, 3, "exact"),
        "C4": ("primary", 1, 2, "narrowed"),
        "C5": ("primary", 1, 2, "narrowed"),
    }
    assert summary(found).endswith("1 count behind a percentage can be worked out exactly.")
    assert found.as_read.in_words() == (
        "5 rows, 1 column of counts, 1 row of totals, 2 hidden cells, 4 percentages, 1 footnote"
    )


def test_of_whom_they_are_percentages_is_asked():
    question = next(each for each in check(TABLE).questions if each.name == BASE)
    assert [*question.options] == ["a share of Personer", "none of these"]


def test_nobody_is_called_not_found_where_hidden_percentages_were_not_used():
    found = check(TABLE, {BASE: "none of these"})
    assert summary(found) == (
        "No count of this table is hidden. Among numbers that were not used, 2 cells are hidden: what these tell was "
        "not looked at."
    )
    assert not any(each.startswith("No cell is hidden") for each in found.not_checked)


def test_marks_in_columns_of_other_statistics_are_hidden_cells_that_were_not_looked_at():
    found = check("School,Pupils,Mean score\nOak,37,3.2\nElm,12,*\nAsh,50,4.1\nAll,99,3.9\n")
    assert "1 cell is hidden: what these tell" in summary(found) and "No cell" not in summary(found)


def grid_of(text):
    return interpret(sheet_of([line.split("|") for line in text.splitlines()]), {}, {}).grid


@pytest.mark.parametrize(
    ("table", "offered"),
    [
        ("Area|People|Ill %\nA|37|8.1\nB|50|2.0", ["a share of People"]),
        ("Area|People|Ill %\nA|37|8.3\nB|50|2.0", []),
        ("Area|People|Ill %\nA|37|100.0\nB|50|100.0", []),
        ("Area|People|People %\nA|37|8.1\nB|50|2.0", []),
        ("Area|Men|Women|Ill %\nA|37|200|8.1\nB|50|200|2.0", ["a share of Men"]),
        ("Area|n|n|Ill %\nA|37|200|8.1\nB|50|200|2.0", ["a share of column B"]),
    ],
)
def test_a_column_whose_people_make_no_whole_number_is_not_offered(table, offered):
    grid = grid_of(table)
    [measure] = grid.shares_in
    assert [*wholes_of(grid, measure, 0)] == offered


def test_of_rounded_people_any_of_those_who_round_to_them_may_be_meant():
    grid = grid_of("Area|People|Ill %\nA|35|8.1\nB|50|2.0")
    [measure] = grid.shares_in
    assert not wholes_of(grid, measure, 0) and wholes_of(grid, measure, 2)


def test_beside_columns_that_add_up_the_whole_may_be_their_total():
    text = TABLE.replace("Personer", "Menn;Kvinner;Personer")
    parts = {"120": "70;50", "37": "17;20", "25": "12;13", "18": "9;9", "210": "100;110", "410": "208;202"}
    for whole, two in parts.items():
        text = text.replace(f";{whole};", f";{two};{whole};")
    found = known(check(text, ANSWERS))
    assert (found["E4"], found["E3"]) == (("primary", 1, 2, "narrowed"), ("behind a percentage", 3, 3, "exact"))


def test_counts_that_stand_nowhere_are_not_repaired():
    counted = TABLE.replace("*", "8,0")
    found = check(TABLE, ANSWERS, office=FileInMemory("b.csv", counted.encode()))
    with pytest.raises(ValueError, match="give them a column of counts"):
        propose(found, Wishes(threshold=4))


@pytest.mark.parametrize("seed", range(12))
def test_agrees_with_enumeration(seed):
    """All whole numbers of ill people that round to what is printed, are 1 to 3 behind the mark, and add up."""
    chance = random.Random(seed)
    people = [chance.randint(3, 40) for _ in range(3)]
    ill = [chance.randint(0, min(size, 6)) for size in people]
    people, ill = [*people, sum(people)], [*ill, sum(ill)]
    printed = [
        "*" if 0 < number < 4 and row < 3 and chance.random() < 0.7 else f"{100 * number / size:.1f}"
        for row, (number, size) in enumerate(zip(ill, people, strict=True))
    ]
    rows = zip("ABCT", people, printed, strict=True)
    text = "Area,People,Ill %\n" + "".join(f"{'Total' if a == 'T' else a},{n},{p}\n" for a, n, p in rows)
    answers = {"base of Ill %": "a share of People", "mark *": "1 to 3", "covering *": "small counts only"}
    answers |= {"rounding of percentages": "not known"}
    possible = [
        [
            number
            for number in range(size + 1)
            if (mark == "*" and 0 < number < 4)
            or (mark != "*" and abs(100 * number / size - float(mark)) <= 0.05 + 1e-9)
        ]
        for size, mark in zip(people, printed, strict=True)
    ]
    worlds = [(*parts, sum(parts)) for parts in product(*possible[:3]) if sum(parts) in possible[3]]
    if "*" not in printed:
        answers = {name: answer for name, answer in answers.items() if "*" not in name}
    found = known(check(text, answers))
    for row, mark in enumerate(printed):
        values = {world[row] for world in worlds}
        low, high = min(values), max(values)
        told = found.get(f"C{row + 2}")
        if mark == "*":
            verdict = "exact" if low == high else "narrowed" if high - low < 2 else "open"
            assert told == ("primary", low, high, verdict)
        elif low > 0 and high < (4 if "*" in printed else 11):
            assert told is not None and told[1:3] == (low, high)
        else:
            assert told is None
