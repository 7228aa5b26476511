"""The researchers' tables: hidden counts with means beside them; by age only; and a title that tells too much."""

from lessons.release_desk.cohort import COHORT
from lessons.release_desk.office import SMALL, plan_and_age
from lessons.release_desk.researchers import AGES, REQUEST, STUDY, of_title, studied, study_title
from lessons.release_desk.top_ten import counted
from tests.lessons.release_desk.small_desk import office


def test_what_each_choice_prints():
    sheets = {choice.name: set(choice.publish(office())) for choice in REQUEST.choices[:-1]}
    assert sheets["as asked"] == {AGES, STUDY, COHORT} and sheets["the cohort only"] == {COHORT}
    assert sheets["repaired, with means"] == sheets["by age, from ten"] == {AGES, STUDY}


def test_by_age_prints_nothing_below_ten_and_no_total():
    table = REQUEST.choice("by age, from ten").publish(office())[AGES]
    assert table.cells["count"].dropna().ge(2 * SMALL).all() and not table.is_total.any()
    assert table.cells["age"].tolist() == office().age_groups


def test_the_means_are_those_of_all_evenings():
    table = REQUEST.choice("repaired, with means").publish(office())[AGES]
    assert abs(table.cells["mean"].iloc[-1] - studied(office())["evenings"].mean()) < 0.01
    assert plan_and_age(studied(office())).cells["count"].iloc[-1] == len(studied(office()))


def test_the_sheet_of_a_title_hides_small_counts_and_has_no_total():
    sheet = of_title(counted(office()), study_title(office()))
    assert not sheet.is_total.any() and sheet.cells["count"].dropna().ge(SMALL).all()


def test_questions_are_answered_where_the_tables_tell():
    cohort = REQUEST.choice("the cohort only").publish(office())
    true = [question.read(REQUEST.counted(office())) for question in REQUEST.questions]
    assert [question.read(cohort) for question in REQUEST.questions] == [None, None, true[2]]
