"""What nobody was asked, for no verdict depended on it: a proposal says how it took that, and whether that matters."""

from dataclasses import replace

from disclosure.own_table import Wishes, check_table, propose
from disclosure.own_table.left_open import Reading
from disclosure.own_table.sheets.in_memory import FileInMemory

OFFICE = "Area,a,b,All\nA,2,20,22\nB,30,2,32\nC,11,13,24\nAll,43,35,78\n"
EXACT = OFFICE.replace("A,2,", "A,*,").replace("B,30,2", "B,30,*")


def checked(table, office, **answers):
    files = (FileInMemory(f"{name}.csv", text.encode()) for name, text in (("now", table), ("office", office)))
    return check_table(next(files), office=next(files), answers=answers)


def test_it_is_said_how_a_sign_was_taken_that_nobody_was_asked_about():
    """Both cells are exact whatever '*' is; the proposal took it for 1 to 2, and did not say so."""
    check = checked(EXACT, OFFICE)
    assert not check.questions and len(check.readings) > 2
    said = (
        "Nobody answered this (what no finding depends on is not asked), so the proposal takes it thus: What does '*' "
        "stand for? “a count from 1 to 2; a 0 is printed”; Does '*' stand for small counts only? “yes, small counts "
        "and nothing else”. Under the other answers that fit, it holds for readers, too."
    )
    assert propose(check, Wishes(3)).sentence.endswith(said)


def test_where_all_is_answered_nothing_is_said():
    check = checked(EXACT, OFFICE, **{"mark *": "1 to 2", "covering *": "small counts only"})
    assert len(check.readings) == 1 and "Nobody answered" not in propose(check, Wishes(3)).sentence


def test_what_another_answer_would_leave_known_comes_first():
    """Of 4 in two cells, 1 to 4 leaves 1 to 3 in each; 1 to 2 leaves none but 2."""
    office = "Area,a,b,c,All\nA,2,2,10,14\nB,2,2,8,12\nC,20,20,20,60\nAll,24,24,38,86\n"
    table = office.replace("2,2,", "*,*,")
    told = {"covering *": "small counts only"}
    taken, other = (checked(table, office, **told, **{"mark *": means}) for means in ("1 to 4", "1 to 2"))
    readings = Reading("1 to 4", taken.release), Reading("What is '*'? “1 to 2”", other.release)
    found = propose(replace(taken, readings=readings), Wishes(5))
    assert found.sentence == (
        "Readers know more than was asked for, if another answer is true: What is '*'? “1 to 2” (A | a, A | b, B | a). "
        "Nothing more has to be hidden. Of 4 small counts, readers will still know more than the mark says: B2 1 to 3, "
        "C2 1 to 3, B3 1 to 3, C3 1 to 3. A larger width leaves more open. Nobody answered this (what no finding "
        "depends on is not asked), so the proposal takes it thus: 1 to 4."
    )


def test_new_signs_say_of_themselves_what_they_mean():
    """A higher threshold prints '<5' in place of '*', and what '*' stood for does not matter then."""
    assert "too." in propose(checked(EXACT, OFFICE), Wishes(5)).sentence
