"""Small tables in words."""

import pandas as pd

from lessons.access.side_by_side import audits_in_words, fates_in_words, looks_in_words, rules_in_words
from tests.lessons.access.by_hand import LOG


def test_looks_as_an_auditor_reads_them():
    shown = looks_in_words(12, LOG)
    assert shown.iloc[1].tolist() == ["02 Oct, 09:30", "Fay Bold", "fraud", "evenings", "work", "none"]


def test_rules_audits_and_fates():
    names = ["rules", "stopped", "found later", "missed", "refused", "waited", "hours"]
    rules = pd.DataFrame([["a", 1, 2, 5, 7, 8, 1.6]], columns=names)
    assert rules_in_words(rules).iloc[0].tolist() == ["a", 1, 7, 7, 8, 2]
    audits = pd.DataFrame(
        {"audit": ["a", "a"], "size": [5, 5], "unit": ["looks", "employees"], "right": 1, "wrong": 2, "baseline": 0.04}
    )
    assert audits_in_words(audits).iloc[0].tolist() == ["a", 5, 1, 2, 0.0] and len(audits_in_words(audits)) == 1
    fates = pd.DataFrame({"kind": ["k", "l"], "way": pd.array([1, None], dtype="Int64"), "fate": ["missed", "stopped"]})
    assert fates_in_words(fates).iloc[:, 1].tolist() == ["2", "no way"]
