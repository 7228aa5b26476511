"""Each question follows from its numbers, and no cue gives the right answer away."""

from itertools import product

import pytest

from editions.staff.questions import LETTERS, Question, read_questions

QUESTIONS = {question.name: question for question in read_questions()}


def pair(place):
    return [QUESTIONS[f"{letter}{place}"] for letter in "AB"]


@pytest.mark.parametrize("question", pair(1), ids=lambda question: question.name)
def test_one_number_fits_what_is_printed(question):
    numbers = question.numbers
    said = [*map(str, numbers["printed"]), str(numbers["together"]), f"fewer than {numbers['hidden_below']}"]
    assert all(word in question.text for word in said)
    possible = [n for n in range(numbers["hidden_below"]) if sum(numbers["printed"]) + n == numbers["together"]]
    assert [question.answer] == [f"{n}, neither more nor less" for n in possible]


@pytest.mark.parametrize("question", pair(2), ids=lambda question: question.name)
def test_whoever_came_stands_where_the_count_grew(question):
    (all_before, here_before), (all_after, here_after) = question.numbers["before"], question.numbers["after"]
    assert f"{all_before}, " in question.text and f"{here_after}." in question.text and "ever" in question.text
    came = all_after - all_before
    elsewhere_before, elsewhere_after = all_before - here_before, all_after - here_after
    regions = {"here", "elsewhere"}
    possible = {
        where
        for where in product(regions, repeat=came)
        if here_before + where.count("here") == here_after
        and elsewhere_before + where.count("elsewhere") == elsewhere_after
    }
    assert possible == {("here",)}
    assert question.answer.endswith("one came, " + question.answer.split(":")[0] + " grew by one")


@pytest.mark.parametrize("question", pair(3), ids=lambda question: question.name)
def test_the_only_one_of_her_kind_subtracts_herself(question):
    numbers, (low, high) = question.numbers, question.numbers["hidden"]
    assert f"together {numbers['together']}; hidden means {low} to {high}" in question.text
    possible = {
        others
        for yours, others in product(range(numbers["of_yours"] + 1), range(numbers["of_others"] + 1))
        if yours + others == numbers["together"] and low <= yours <= high and low <= others <= high
    }
    assert [int(question.answer.split()[0])] == sorted(possible)
    without_herself = {n for n in range(low, high + 1) if low <= numbers["together"] - n <= high}
    assert len(without_herself) > 1, "somebody else can not tell"


@pytest.mark.parametrize("question", pair(4), ids=lambda question: question.name)
def test_the_row_that_fits_is_his_in_one_world_and_a_strangers_in_another(question):
    """All files that hold some of: him, a stranger like him, somebody else. One row fits; no errors."""
    assert "some" in question.text and question.numbers["some_are_missing"]
    fits = {"him": True, "stranger like him": True, "somebody else": False}
    files = [{name for name, kept in zip(fits, keeps, strict=True) if kept} for keeps in product([0, 1], repeat=3)]
    possible = [file for file in files if sum(fits[name] for name in file) == 1]
    whose = {next(name for name in file if fits[name]) for file in possible}
    assert whose == {"him", "stranger like him"}
    assert all(("him" in file) == ("stranger like him" not in file) for file in possible)
    assert ", if he is in " in question.answer


def test_places_of_the_right_answers_are_mixed():
    assert "".join(QUESTIONS[f"A{place}"].right for place in range(1, 5)) == "badc"
    assert "".join(QUESTIONS[f"B{place}"].right for place in range(1, 5)) == "cdab"


def test_no_cue_gives_the_right_answer_away():
    words = " ".join(question.text + " ".join(question.options) for question in QUESTIONS.values())
    assert "exactly" not in words and "certain" not in words
    lengths = {name: [len(option) for option in question.options] for name, question in QUESTIONS.items()}
    places = {name: LETTERS.index(question.right) for name, question in QUESTIONS.items()}
    longest = [name for name in QUESTIONS if lengths[name][places[name]] == max(lengths[name])]
    shortest = [name for name in QUESTIONS if lengths[name][places[name]] == min(lengths[name])]
    careful = [name for name, question in QUESTIONS.items() if ", if " in question.answer]
    assert len(longest) == 1 and len(shortest) == 1 and len(careful) == 2, (longest, shortest)


def test_the_sets_match():
    for place in range(1, 5):
        a, b = pair(place)
        assert a.goes_with == b.goes_with and sorted(a.numbers) == sorted(b.numbers) and a.right != b.right


def test_a_question_needs_four_options():
    with pytest.raises(ValueError, match="A9: give four options"):
        Question("A9", "hide", "?", ("x",), "a", "")
