from dataclasses import replace

from disclosure.audit import ContradictionError
from disclosure.own_table.answering import differing, explore, range_under_all
from disclosure.own_table.questions import Question

QUESTIONS = (
    Question("mark", "?", {"small": "", "zero": ""}),
    Question("colour", "?", {"red": "", "blue": ""}),
    Question("sign", "?", {"point": "", "comma": ""}),
)


def verdicts(answers):
    if answers["sign"] == "comma":
        raise ContradictionError("no whole numbers fit")
    return {"B2": ("exact", 3, 3) if answers["mark"] == "small" else ("open", 0, 4), "B3": ("open", 1, 4)}


def explored(cells=10, **answers):
    return explore(answers, lambda given: tuple(q for q in QUESTIONS if q.name not in given), verdicts, cells)


def test_only_what_changes_a_verdict_matters():
    found = explored()
    assert [question.name for question in found.mattering()] == ["mark"]
    assert found.forced() == {"sign": "point"} and len(found.leaves) == 4 and len(found.refused) == 4
    assert explored(mark="zero").mattering() == []


def test_ranges_under_all_answers():
    leaves = explored().leaves
    assert range_under_all(leaves, "B2") == (0, 4) and differing(leaves) == {"B2"}


def test_where_not_all_can_be_looked_at_everything_is_asked():
    found = explored(cells=10**6)
    assert not found.complete and {question.name for question in found.mattering()} == {"mark", "colour", "sign"}


def test_where_not_all_can_be_looked_at_what_claims_the_least_is():
    sign, mark, colour = (replace(QUESTIONS[k], unknown=answer) for k, answer in ((2, "point"), (0, "zero"), (1, "")))
    asked = (replace(mark, options={"small": "", "zero": ""}), colour, sign)
    found = explore({}, lambda given: tuple(q for q in asked if q.name not in given), verdicts, 10**6)
    assert not found.complete and range_under_all(found.leaves, "B2") == (0, 4)
