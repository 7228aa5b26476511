"""The report: what a signer needs on one page, escaped, in plain words, and nothing that asks anybody."""

import re
from dataclasses import replace
from datetime import date

import pandas as pd

from disclosure.own_table.repairing import propose
from disclosure.own_table.report import report, title_of
from disclosure.own_table.sheets.sheet import Leak
from disclosure.own_table.wishes import Wishes
from tests.disclosure.own_table.example import t1_check

DAY = date(2025, 11, 3)


def words_of(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html.split("</style>")[1]))


def test_a_signer_finds_all_that_she_needs():
    check = t1_check()
    text = words_of(report(check, day=DAY, proposal=propose(check, Wishes(5)), ways=["Round."], decided="A. Signer"))
    for said in (
        "Table 4a. Notified infections",
        "Table 4a Q3.csv",
        "0" * 64,
        "3 November 2025",
        "4 of 4 protected figures can be worked out by anybody",
        "exactly 3",
        "Hide 2 more: 28 people, 2 cells; nothing cheaper.",
        "Cells that change: C5, E7",
        "Round.",
        "cannot be taken back",
        "An earlier edition: none was given.",
        "A. Signer",
    ):
        assert said in text, said
    assert not re.search(r"\bsafe|narrowed|None|NaN|<NA>|Python|DataFrame", text)


def test_nothing_found_is_said_of_these_attacks_only():
    check = t1_check(counts=False)
    nothing = replace(check, findings=check.findings.assign(verdict="open", low=1, high=4))
    text = words_of(report(nothing, day=DAY))
    assert "None of 4 protected figures was worked out by these attacks" in text
    assert "Nobody was found by these attacks" in text and "office's own file" in text.replace("&#39;", "'")


def test_no_verdict_stands_unexplained():
    check = t1_check()
    text = words_of(report(replace(check, findings=check.findings.assign(verdict="narrowed")), day=DAY))
    assert "narrower than the rule allows" in text and "narrowed" not in text


def test_text_of_a_table_is_text():
    check = t1_check()
    evil = "<script>alert(1)</script>"
    findings = check.findings.assign(labels=evil, why=evil, printed=evil)
    lines = pd.DataFrame([{"sentence": evil}])
    html = report(replace(check, findings=findings, lines=lines, leaks=(Leak("comment", evil, evil),)), day=DAY)
    assert "<script" not in html and "&lt;script&gt;" in html and "http" not in re.sub("http-equiv", "", html)
    assert "default-src 'none'" in html


def test_a_table_without_a_title_has_its_files_name():
    check = t1_check()
    read = replace(check.as_read, kinds=dict.fromkeys(check.as_read.kinds, "text"))
    assert title_of(replace(check, as_read=read)) == "Table 4a Q3.csv"


def test_whoever_decides_finds_the_boxes_and_a_line_for_the_reason_below_what_says_so():
    text = words_of(report(t1_check(), day=DAY))
    places = [text.index(words) for words in ("somebody decides, says why", "☐ Do not publish", "Why:", "Decided by")]
    assert places == sorted(places) and places[-1] < text.index("All findings")
