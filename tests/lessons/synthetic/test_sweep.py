"""Who is told right in the data and out of it, copied rows, and all settings, on a small survey."""

import pandas as pd
import pytest

from lessons.synthetic import strings
from lessons.synthetic.defences import CopyRows, DrawColumns, DrawFromTree
from lessons.synthetic.sweep import COPIES, EPSILONS, all_settings, copied_rows, judge, made, small_groups
from lessons.synthetic.tree import who_decides
from tests.lessons.synthetic.small_survey import EDGES, MEMBERS, OTHERS, small_survey


def test_a_file_of_all_real_rows_tells_all_who_stand_alone():
    judged = judge({"real": MEMBERS}, MEMBERS, OTHERS, targets=100).iloc[0]
    facts = MEMBERS.columns.drop("genre").to_list()
    genres = MEMBERS.groupby(facts, observed=True)["genre"].transform("nunique")
    assert judged["right"] == genres.head(100).eq(1).sum() > 50 and judged["wrong"] == 0
    assert judged["error"] == 0 and judged["leak"] == judged["right"] / 100 - judged["right_without"] / 100
    assert judged["low"] < judged["leak"] < judged["high"]


def test_the_blind_guess_speaks_as_often():
    judged = judge({"columns": DrawColumns()(MEMBERS)}, MEMBERS, OTHERS, targets=200).iloc[0]
    most = MEMBERS["genre"].value_counts(normalize=True).max()
    assert judged["blind"] == pytest.approx(most * (judged["right"] + judged["wrong"]))
    assert judged["n"] == 200


def test_copied_rows_by_hand():
    people = pd.DataFrame({"a": list("xxyz"), "b": list("uuuv")}, dtype="category")
    file = people.iloc[[0, 0, 3, 3]].reset_index(drop=True)
    assert copied_rows({"file": file}, people).to_dict("records") == [{"file": "file", "unique": 2, "copied": 1}]


def test_small_groups_count_those_who_decide():
    people = small_survey(60)
    groups = small_groups(people, size=60, groups=2)
    assert groups["deciding"].tolist() == [who_decides(people).sum()] * 2 and groups["people"].eq(60).all()


def test_what_is_made_of_each_kind():
    assert made("copies 30", 1.0, EDGES) == CopyRows(0.3) and made("columns", 1.0, EDGES) == DrawColumns(1.0)
    assert [made(kind, None, EDGES) for kind in ("tree", "fixed tree")] == [DrawFromTree(), DrawFromTree(edges=EDGES)]


def test_every_setting_is_there_once_and_every_kind_has_words():
    swept = all_settings(MEMBERS, OTHERS, EDGES, epsilons=(None, 1.0))
    assert set(swept["kind"]) == set(strings.KINDS) and set(swept["people"]) == {50, 200, 400}
    assert not swept.duplicated(["kind", "epsilon", "people"]).any()
    assert len(swept) == 3 * (len(COPIES) + 3 * 2) and swept["n"].eq(50).all()
    assert swept.groupby("people")["fresh"].nunique().eq(1).all()
    assert {each or 0.0 for each in EPSILONS} == set(strings.EPSILONS)
