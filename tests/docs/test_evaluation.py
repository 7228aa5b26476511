"""What the page on evaluation says of small numbers is what chance does; and nobody claims that the kit teaches."""

import re

from scipy.stats import binomtest

from disclosure.measures.risk import wilson_interval
from teaching.questions import questions
from tests.test_structure import READ_AGAIN, ROOT

TEXT = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")


def test_chance_does_what_the_page_says():
    said = re.findall(r"(\d+) of (\d+)[^;.]*? in (?:about )?one of (\w+)", TEXT)
    words = {"nine": 9}
    assert [(right, n) for right, n, _ in said] == [("5", "5"), ("6", "6"), ("8", "10")]
    for right, n, tries in said:
        assert round(1 / binomtest(int(right), int(n)).pvalue) == int(words.get(tries, tries))
    low, high = wilson_interval(9, 12)
    assert 0.45 < low < 0.5 and round(high, 1) == 0.9


def test_the_sets_that_it_measures_with_are_there():
    counts = [len(questions(path.stem.split("_", 1)[1], "before")) for path in READ_AGAIN]
    assert 3 <= sum(counts) / len(counts) <= 5


def test_nobody_has_measured_it_yet_and_the_page_says_so():
    assert TEXT.count("**Nobody has measured this kit with learners.**") == 1
