"""What was found, in a line; never the word safe."""

from dataclasses import replace

import pandas as pd
import pytest

from disclosure.own_table import check_table
from disclosure.own_table.in_words import (
    NOBODY,
    NOT_ALL_USED,
    given_away,
    protected_cells,
    small_counts,
    summary,
)
from disclosure.own_table.questions import Question
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.sheet import Leak
from tests.disclosure.own_table.example import t1_check


def with_verdict(verdict, **more):
    check = t1_check()
    return replace(check, findings=check.findings.assign(verdict=verdict, **more))


@pytest.mark.parametrize(
    ("check", "words"),
    [
        (t1_check(), "4 hidden cells. 4 are printed all the same."),
        (with_verdict("open"), f"4 hidden cells. {NOBODY}"),
        (with_verdict("narrowed"), "4 hidden cells. Of 4 more is known than the rule allows."),
        (
            with_verdict("exact", to_whom="whoever is alone in B5"),
            "4 hidden cells. 4 counts can be worked out by people who are alone in a cell.",
        ),
        (with_verdict("not found"), "4 hidden cells. Of 4 it was not found out how much is known."),
        (
            with_verdict("exact", role="rounded"),
            "No cell of this table is hidden. 4 rounded figures can be worked out exactly.",
        ),
        (with_verdict("open", role="rounded"), f"No cell of this table is hidden. {NOBODY}"),
        (
            with_verdict("exact", role="printed although small"),
            "No cell of this table is hidden. 4 counts below the threshold are printed.",
        ),
        (
            with_verdict("exact", role="everybody in it"),
            "No cell of this table is hidden. Of 4 groups something is said about everybody.",
        ),
        (replace(t1_check(), release=None), "The table was not checked yet."),
    ],
)
def test_each_verdict_has_its_line(check, words):
    assert summary(check) == words and "safe" not in summary(check)


def test_leaks_and_open_questions_are_said():
    found = replace(with_verdict("open"), leaks=(Leak("comment", "S!B7", "It says 3."),))
    assert "gives away 1 thing, before any arithmetic" in summary(found) and NOBODY not in summary(found)
    asked = replace(with_verdict("open"), questions=(Question("q", "?", {}),))
    assert "1 question must be answered first." in summary(asked) and NOBODY not in summary(asked)


def test_what_is_hidden_and_given_away_is_counted_in_cells_only():
    check = t1_check()
    findings = pd.concat([check.findings, check.findings.head(1).assign(role="everybody in it")])
    assert len(protected_cells(replace(check, findings=findings))) == len(given_away(check)) == 4


def test_no_plural_is_made_of_a_heading_or_of_a_sentence():
    text = "Wohnort,Abteilung A,Abteilung B,Summe\nX,*,*,16\nY,9,8,17\nZ,7,*,12\nSumme,*,25,45\n"
    check = check_table(FileInMemory("t.csv", text.encode()), answers={"mark *": "not told"})
    sentences = " ".join([*check.lines["sentence"], *check.findings["why"]])
    assert "Wohnorts" not in sentences and "the two hidden cells hold" in sentences
    said = summary(with_verdict("exact", role="not covered"))
    assert "4 parts that are not printed can be worked out exactly." in said


def test_small_counts_that_are_printed_are_named_where_no_rule_is_known():
    check = check_table(
        FileInMemory("t.csv", b"Area,women,men,Total\nA,14,1,15\nB,20,30,50\nC,2,19,21\nTotal,36,50,86\n")
    )
    named = "2 counts below 11 are printed, the smallest: 1 (C2), 2 (B4). Your own rule says whether they may be."
    assert summary(check) == f"No cell of this table is hidden. {named}"
    assert small_counts(t1_check()) == ""


def test_where_nobody_was_found_but_not_all_was_used_that_is_said():
    text = "School,Pupils,% free meals\nAbbey,212,14.6\nBell,148,2.7\nCross,1043,11.3\nAll,1403,10.6\n"
    assert summary(check_table(FileInMemory("t.csv", text.encode()))).endswith(f"{NOBODY} {NOT_ALL_USED}")


def test_what_depends_on_an_open_answer_is_no_fact():
    """Whether 3 and 10 are below the threshold depends on what the mark stands for, which nobody has said yet."""
    text = "School,Boys,Girls,All\nAsh,12,13,25\nBirk,45,*,*\nCole,3,60,63\nDun,10,60,70\nAll,70,137,207\n"
    words = summary(check_table(FileInMemory("a.csv", text.encode())))
    assert "2 printed counts may be below the threshold." in words and "are printed. " not in words.replace(
        "all the", ""
    )
