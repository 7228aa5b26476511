"""The nearest row on a file of four, and beside a plain loop."""

import pandas as pd
import pytest

from lessons.synthetic.attack import nearest_record
from lessons.synthetic.defences import CopyRows
from lessons.synthetic.release import known_of
from tests.lessons.synthetic.small_survey import MEMBERS

FILE = pd.DataFrame({"plan": list("bbpp"), "device": list("xxyx"), "genre": list("ccde")}, dtype="category")


def known(*facts):
    frame = pd.DataFrame(
        [(f"person {at}", *each) for at, each in enumerate(facts)], columns=["target", "plan", "device"]
    )
    return frame.astype({name: FILE[name].dtype for name in ("plan", "device")})


def test_she_speaks_where_all_rows_that_fit_name_one_genre():
    found = nearest_record(FILE, known("bx", "py", "by"), wanted="genre")
    assert found["declared"].tolist() == [True, True, False]
    assert found["claim"].tolist()[:2] == ["c", "d"] and found["equal"].tolist() == [2, 2, 1]
    torn = nearest_record(FILE.assign(device="x").astype(FILE.dtypes), known("px"), wanted="genre")
    assert torn["confidence"].tolist() == [0.5] and not torn["declared"].any()


def test_or_about_everybody():
    found = nearest_record(FILE, known("by", "px"), wanted="genre", always=True)
    assert found["declared"].all() and found["claim"].tolist() == ["c", "e"]


def test_a_plain_loop_says_the_same():
    file, targets = CopyRows(0.2)(MEMBERS), known_of(MEMBERS.head(40))
    facts = [name for name in targets if name != "target"]
    found = nearest_record(file, targets, wanted="genre", always=True)
    for at, target in targets.iterrows():
        equal = sum((file[name] == target[name]).astype(int) for name in facts)
        votes = file.loc[equal == equal.max(), "genre"].value_counts()
        assert found.loc[at, "equal"] == equal.max()
        assert votes[found.loc[at, "claim"]] == votes.max()
        assert found.loc[at, "confidence"] == pytest.approx(votes.max() / votes.sum())


def test_other_labels_or_columns_are_refused():
    with pytest.raises(ValueError, match="column 'plan' of known has other labels"):
        nearest_record(FILE, known("bx").assign(plan=pd.Categorical(["b"], ["b"])), wanted="genre")
    with pytest.raises(ValueError, match="released has no column 'age'"):
        nearest_record(FILE, known("bx").assign(age=1), wanted="genre")
    with pytest.raises(ValueError, match="known has no column 'target'"):
        nearest_record(FILE, known("bx").drop(columns="target"), wanted="genre")
