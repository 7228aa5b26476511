"""Three outcomes, and never the answer itself."""

import numpy as np
import pandas as pd
import pytest

from teaching.checks import Verdict, check_function, check_value, same

CASES = [{"xs": [3, 1, 2], "k": 2}, {"xs": [5], "k": 5}]


def below(xs, k):
    return sum(x < k for x in xs)


def verdict(answer):
    return check_function(answer, reference=below, cases=CASES).verdict


def test_a_function_is_right_not_yet_or_not_attempted():
    assert verdict(below) is Verdict.RIGHT
    assert verdict(lambda xs, k: sum(x <= k for x in xs)) is Verdict.NOT_YET
    assert verdict(...) is verdict(None) is verdict(lambda xs, k: ...) is Verdict.NOT_ATTEMPTED


def test_not_yet_shows_a_case_in_which_the_two_differ():
    outcome = check_function(lambda xs, k: int(xs[0] < k), reference=below, cases=CASES)
    assert outcome.case == CASES[0]
    assert "the answer is 1; yours gives 0" in repr(outcome)


def test_an_error_in_the_answer_becomes_a_sentence():
    outcome = check_function(lambda xs, k: xs[9], reference=below, cases=CASES)
    assert outcome.verdict is Verdict.NOT_YET
    assert "IndexError: list index out of range" in outcome.explanation


def test_a_function_without_a_return_is_told_so():
    outcome = check_function(lambda xs, k: None, reference=below, cases=CASES)
    assert outcome.verdict is Verdict.NOT_YET and "return" in outcome.explanation


def test_arguments_may_have_other_names():
    assert verdict(lambda counts, threshold: below(counts, threshold)) is Verdict.RIGHT


def test_two_columns_that_differ_stand_side_by_side():
    outcome = check_function(lambda c: c + 1, reference=lambda c: c, cases=[{"c": pd.Series([1], index=["<b>"])}])
    assert outcome.side_by_side.to_numpy().tolist() == [[1, 2]]
    assert "<b>" not in outcome._repr_html_() and "yours" in repr(outcome)


def test_a_list_in_place_of_a_column_is_told_so():
    outcome = check_function(lambda c: c.to_list(), reference=lambda c: c, cases=[{"c": pd.Series([1])}])
    assert "pandas Series" in outcome.explanation


def test_something_else_than_a_function():
    assert "yours is a number" in check_function(3, reference=below, cases=CASES).explanation


def test_an_answer_that_changes_its_arguments_harms_nobody():
    def greedy(xs, k):
        count = below(xs, k)
        xs.clear()
        return count

    assert verdict(greedy) is Verdict.RIGHT


def test_a_wrong_value_is_told_a_worked_case_and_not_the_answer():
    outcome = check_value(41, expected=42, worked_case={"rows": pd.DataFrame({"a": [1, 1]})}, worked_answer=7)
    assert outcome.verdict is Verdict.NOT_YET
    assert "42" not in repr(outcome) + outcome._repr_html_()
    assert "7" in outcome.explanation


def test_a_value_of_another_kind_is_told_so():
    outcome = check_value([1, 2], expected=2, worked_case={}, worked_answer=1)
    assert outcome.explanation == "The answer is a number; yours is a list, a set or an array."


def test_text_from_data_is_escaped():
    case = {"<b>": "<script>", "rows": pd.DataFrame({"x": ["<i>"]})}
    html = check_value(1, expected=2, worked_case=case, worked_answer="<u>")._repr_html_()
    assert not any(tag in html for tag in ("<b>", "<script>", "<i>", "<u>"))


@pytest.mark.parametrize(
    ("answer", "expected", "equal"),
    [
        (np.int64(3), 3, True),
        (3.0000000000001, 3, True),
        (float("nan"), 3, False),
        (pd.NA, 3, False),
        (True, 1, False),
        (pd.Index([2, 1]), {1, 2}, True),
        ([1, 2, 2], {1, 2}, False),
        ("12", {1, 2}, False),
        (pd.Series([1, pd.NA], dtype="Int64"), pd.Series([1.0, np.nan]), True),
        (pd.Series([1, 2], index=[1, 0]), pd.Series([1, 2]), False),
        (pd.DataFrame({"a": [1]}), pd.DataFrame({"b": [1]}), False),
        ("a", "a", True),
    ],
)
def test_same(answer, expected, equal):
    assert same(answer, expected) is equal


COUNTS = pd.Series([1, 0, 7], index=["north", "east", "south"])


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (lambda counts: counts[counts > 0], "There, your column lacks: east."),
        (lambda counts: counts[::-1], "There, your column has the labels in another order:"),
        (lambda counts: counts + 1, "There, the two columns are not the same (labels count, too):"),
    ],
)
def test_what_is_wrong_with_a_column_is_said(answer, told):
    outcome = check_function(answer, reference=lambda counts: counts, cases=[{"counts": COUNTS}])
    assert outcome.explanation == told and outcome.side_by_side is not None


def test_a_column_in_place_of_a_set_is_called_that():
    outcome = check_function(lambda counts: counts, reference=lambda counts: set(counts), cases=[{"counts": COUNTS}])
    assert outcome.explanation == (
        "The answer is a list, a set or an array; yours is a column (a pandas Series, with its labels)."
    )


def test_the_score_says_how_many_cases_of_how_many():
    scores = [check_function(answer, reference=below, cases=CASES).score for answer in (below, lambda xs, k: 1, 3, ...)]
    assert scores == [(2, 2), (1, 2), (0, 2), (0, 2)] and repr(scores[1]) == "Cases right: 1 of 2"
    assert check_value(3, expected=3, worked_case={}, worked_answer=1).score == (1, 1)


def test_a_check_without_cases_is_refused():
    with pytest.raises(ValueError, match="cases is empty"):
        check_function(below, reference=below, cases=[])


def test_arguments_are_copied_to_the_last_level():
    def greedy(release):
        release["without"].clear()
        return 1

    case = {"release": {"without": {"staff"}}}
    outcome = check_function(greedy, reference=lambda release: len(release["without"]), cases=[case, case])
    assert outcome.verdict is Verdict.RIGHT and case == {"release": {"without": {"staff"}}}


def test_who_catches_the_end_and_answers_rightly_was_too_slow_all_the_same():
    def late(xs, k):
        try:
            while True:
                len(xs)
        except BaseException:
            return below(xs, k)

    outcome = check_function(late, reference=below, cases=CASES, time_limit=0.05)
    assert outcome.verdict is Verdict.NOT_YET and "had not ended" in outcome.explanation


def test_an_answer_that_fails_while_it_is_read_gets_a_sentence():
    class Odd(np.ndarray):
        def __iter__(self):
            raise SystemExit

    outcome = check_value(np.zeros(2).view(Odd), expected={1, 2}, worked_case={}, worked_answer={1})
    assert outcome.explanation == "Yours is of the type Odd, and fails when it is compared with the answer."


@pytest.mark.parametrize("answer", [b"1", [1], 1j, None.__class__])
def test_where_only_the_type_is_wrong_the_type_is_named(answer):
    outcome = check_function(lambda xs, k: answer, reference=lambda xs, k: 1, cases=CASES)
    assert outcome.explanation.startswith("The answer is a number; yours is ")


@pytest.mark.parametrize(
    ("answer", "told"), [("1", "1 (text)"), (float("nan"), "nan (a missing value)"), (True, "True (True or False)")]
)
def test_of_plain_values_of_two_kinds_both_are_shown(answer, told):
    outcome = check_function(lambda xs, k: answer, reference=lambda xs, k: 1, cases=CASES)
    assert outcome.explanation == f"There, the answer is 1 (a number); yours gives {told}."
