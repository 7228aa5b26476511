from pathlib import Path

import pandas as pd
import pytest

from disclosure.own_table import check_table
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.unreadable import UnreadableError

DESIGN = Path(__file__).parent / "design"


def check(text, encoding="utf-8", **given):
    return check_table(FileInMemory("table.csv", text.encode(encoding)), **given)


def ranges(found):
    cells = found.findings[found.findings["verdict"].isin(["exact", "narrowed", "open"])]
    return {row["address"]: (row["low"], row["high"]) for row in cells.to_dict("records")}


def exact(found):
    return {address: low for address, (low, high) in ranges(found).items() if low == high}


def test_t1_asks_nothing_for_every_answer_gives_the_same():
    found = check_table(DESIGN / "T1.csv")
    assert exact(found) == {"B5": 3, "B6": 3, "E6": 4, "C7": 2}
    assert found.questions == () and found.exit_code == 1
    assert found.findings.set_index("address").loc["B5", "given_away_by"].split() == ["F5", "C5", "D5", "E5"]


def test_t3_needs_its_percentages():
    found = check_table(DESIGN / "T3.csv", answers={"mark *": "0 to 4", "covering *": "small counts only"})
    cells = found.findings[found.findings["role"].eq("primary")].set_index("address")["low"].to_dict()
    assert cells == {"C2": 2, "C3": 0, "C5": 4, "E3": 4, "E5": 3}
    without = {"D1": "not used", "F1": "not used"}
    found = check_table(
        DESIGN / "T3.csv", answers={"mark *": "0 to 4", "covering *": "small counts only"}, kinds=without
    )
    assert ranges(found) == {"C2": (0, 4), "C3": (0, 4), "C5": (0, 4), "E3": (3, 4), "E5": (3, 4)}
    assert found.lines.set_index("line")["low"].to_dict() == {"SEN n": 6, "Free meals n": 7}


def test_t5_is_rounded_and_asks_what_its_mark_includes():
    found = check_table(DESIGN / "T5.csv")
    assert [question.name for question in found.questions] == ["mark fewer than 5"] and found.exit_code == 2
    found = check_table(DESIGN / "T5.csv", answers={"mark fewer than 5": "1 to 4"})
    assert exact(found) == {"B4": 4, "C4": 4, "E4": 8}
    expected = {
        "B2": (1, 4),
        "C2": (9, 12),
        "E2": (13, 16),
        "B3": (43, 47),
        "C3": (8, 12),
        "D3": (1, 4),
        "E3": (58, 62),
    }
    expected |= {"B5": (118, 121), "C5": (58, 61), "D5": (33, 36), "E5": (209, 212)}
    expected |= {"B6": (169, 172), "C6": (84, 87), "D6": (34, 37), "E6": (293, 296)}
    assert {address: ranges(found)[address] for address in expected} == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "is empty"),
        ("Dear all,\nplease find,attached\n", "no lines with a label and numbers"),
        ("Area,Men,All\nA,1,204,1206\nAll,3,9\n", "Row 2 has 4 cells where the line of headings has 3"),
        ("Area,Men,Women\nA,5.4,2\nB,3,9\n", "B2 is 5.4, and counts are whole numbers"),
        ("Area,Men,Women\nA,-3,2\nB,3,9\n", "B2 is -3, and a count is 0 or more"),
        ("Area;Men;All\nA;1,204;1.206\nB;3;12\n", r"B2 \(1,204\) and C2 \(1.206\) use different signs"),
        ("Area,Men,Women,All\nA,2,3,5\nB,4,5,9\nB,4,5,9\nAll,10,13,23\n", "row 4 is called 'B' like row 3"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_address(text, sentence):
    with pytest.raises(UnreadableError, match=sentence):
        check(text)


def test_a_total_that_does_not_add_up_is_asked_and_an_answer_that_cannot_be_true_stops():
    text = "Area,Men,Women,All\nA,5,2,7\nB,3,9,12\nAll,9,11,20\n"
    found = check(text)
    assert [question.name for question in found.questions] == ["cover Area"] and found.exit_code == 2
    assert "B4 (All) says 9, and its lines add up to 1 fewer." in found.questions[0].sentence
    stopped = check(text, answers={"cover Area": "yes"})
    assert stopped.exit_code == 2 and "B4 (All) says 9" in stopped.sentences[0] and stopped.findings.empty
    assert check(text.replace("B,3", "B,5"), answers={"cover Area": "no"}).exit_code == 2


SMALL = "Area,Men,Women,All\nA,10,<5,12\nB,7,9,16\nAll,17,11,28\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (SMALL, {"C2": 2}),
        (SMALL.replace("A,", "Total Care,", 1), {"C2": 2}),
        (SMALL.replace("\nAll,", "\n,").replace("Women,All", "Women,"), {"C2": 2}),
        (SMALL.replace("7,9", "7*,9") + "* provisional,,,\n", {"C2": 2}),
        (SMALL.replace("Men,Women,All", "2023,2024,All"), {"C2": 2}),
        ("A,b,n\nx,m,10\nx,f,<5\nx,all,12\ny,m,7\ny,f,9\ny,all,16\nall,m,17\nall,f,11\nall,all,28\n", {"C3": 2}),
        ("Area,Male,Female,0-15,16+,Total\nA,10,<5,5,7,12\nB,7,9,6,10,16\nC,6,5,<5,7,11\nAll,23,16,15,24,39\n", None),
        ("Area,Men,Women,All\nA,10,<5,12\nof which: young,5,<5,6\nB,7,9,16\nAll,17,11,28\n", {"C3": 1, "C2": 2}),
    ],
)
def test_common_shapes_are_read_without_a_question(text, found):
    result = check(text)
    assert result.questions == ()
    assert exact(result) == (found or {"C2": 2, "D4": 4})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(encoding):
    assert exact(check(SMALL.replace("A,", "Ä,", 1), encoding)) == {"C2": 2}


def test_two_tables_on_a_sheet_are_asked():
    text = "Area,Men,Women\nA,10,2\nB,3,9\n,,\nRegion,Boys,Girls\nN,4,6\nS,5,5\n"
    [question] = check(text).questions
    assert question.name == "table" and list(question.options) == ["1", "2"]
    assert check(text, answers={"table": "2"}).as_read.numbers["B6"] == 4


def test_a_group_of_which_everybody_shares_a_fact_is_found_where_nothing_is_hidden():
    found = check("Area,Yes,No,All\nA,8,0,8\nB,7,9,16\nAll,15,9,24\n")
    assert found.findings["role"].tolist() == ["everybody in it", "everybody in it"] and found.exit_code == 1
    assert check("Area,Yes,No,All\nA,8,0,8\nB,7,9,16\nAll,15,9,24\n", groups=False).exit_code == 0


def test_an_answer_that_is_none_is_refused():
    with pytest.raises(UnreadableError, match="'5 or so' is no answer to 'mark <5'"):
        check(SMALL, answers={"mark <5": "5 or so"})


def test_a_frame_is_read_like_a_file():
    frame = pd.DataFrame(
        {"Area": ["A", "B", "All"], "Men": [10, 7, 17], "Women": ["<5", "9", "11"], "All": [12, 16, 28]}
    )
    assert exact(check_table(frame)) == {"C2": 2}


def test_never_the_word_safe():
    found = check(SMALL)
    words = " ".join([*found.checked_against, *found.not_checked, *found.sentences, *found.findings["why"]])
    assert "safe" not in words and "Other tables of the same people" in words


def test_a_cell_that_may_be_hidden_is_not_told_as_nobody_and_parts_do_not_have_to_be_the_total():
    text = "Cause;2021;2022\nAll;1040;1037\nFalls;12;5\nRoads;1028;1032\nof which: bicycles;.;5\n"
    found = check(text)
    assert found.findings.set_index("address").loc["B5", ["low", "high"]].tolist() == [0, 1028]
    assert "exact" not in set(found.findings["verdict"]) and found.exit_code == 2
    several = check(text + "of which: at night;20;.\n", answers={"mark .": "not told", "parts of Roads": "no"})
    assert ranges(several) == {} and several.exit_code == 1
    assert "how 'Roads' and its parts fit together" in " ".join(several.not_checked)


def test_a_0_beside_a_flag_that_hides_is_no_zero():
    rows = [("Oak", "12", ""), ("Elm", "0", "c"), ("Ash", "9", "p"), ("All", "24", "")]
    frame = pd.DataFrame(rows, columns=["school", "pupils", "flag"])
    check = check_table(frame, answers={"mark c": "1 to 4", "cover school": "yes"})
    assert check.findings[["address", "low", "high", "verdict"]].to_numpy().tolist() == [["B3", 3, 3, "exact"]]


def test_a_table_of_few_counts_that_cannot_be_unless_they_were_rounded_asks_whether_they_were():
    text = "Area,a,b,c,All\nA,c,20,c,20\nB,0,c,0,c\nC,20,c,c,20\nAll,20,20,c,45\n"
    given = {"mark c": "1 to 4", "covering c": "small counts only"}
    found = check(text, answers=given)
    assert "rounding" in [question.name for question in found.questions] and found.exit_code == 2
    rounded = check(text, answers=given | {"rounding": "to 5", "cover column": "yes", "cover Area": "yes"})
    assert ranges(rounded)["C4"] == (1, 3) and ranges(rounded)["E5"] == (43, 47)
    one = text.replace("45", "40")
    assert "rounding" in [question.name for question in check(one, answers=given).questions]


def test_a_part_of_two_lines_may_have_the_same_name_and_twice_of_one_line_it_may_not():
    text = "Area,a,b,All\nA,10,<5,12\ndavon Kinder,5,<5,6\nB,7,9,16\ndavon Kinder,3,4,7\nAlle,17,11,28\n"
    assert exact(check(text))["C3"] == 1
    with pytest.raises(UnreadableError, match="row 4 is called 'davon Kinder' like row 3"):
        check("Area,a,b,All\nA,10,<5,12\ndavon Kinder,5,<5,6\ndavon Kinder,3,1,4\nB,7,9,16\nAlle,17,11,28\n")


@pytest.mark.parametrize("number", ["7 1)", "[7]", "(7)", "7*", "7 2)"])
def test_a_number_with_a_remark_is_a_number(number):
    assert exact(check(SMALL.replace("B,7", f"B,{number}"))) == {"C2": 2}


def test_a_hidden_cell_that_is_0_for_sure_is_one_finding():
    found = check("Area,a,b,c,All\nA,10,*,6,16\nB,7,9,2,18\nAll,17,9,8,34\n", answers={"mark *": "0 to 4"})
    [row] = found.findings[found.findings["address"].eq("C2")].to_dict("records")
    assert row["role"] == "primary" and row["high"] == 0 and "none of 16 people" in row["why"]


def test_a_first_column_that_is_hidden_throughout_is_no_label():
    text = "Area,0–14,15+,All\nA,<10,19,25\nB,<10,15,16\nAll,<10,34,41\n"
    found = check(text, answers={"mark <10": "1 to 9", "cover column": "yes", "cover Area": "yes"})
    assert exact(found) == {"B2": 6, "B3": 1, "B4": 7}


def test_a_name_like_a_total_and_a_sum_by_accident_in_one_column_are_no_total():
    """19 + 15 = 34, and “All Saints” sounds like a total; but then Ashfield and Birchmoor would be too large."""
    lines = ["District;0–14;40–64;65 and over;All", "Ashfield;*;*;*;*", "Birchmoor;*;0;*;*", "Coldwell;*;*;19;32"]
    lines += ["Fairlea;*;11;*;19", "Total Care;*;*;*;15", "All Saints;*;*;21;34", "Total;26;31;56;113", "* = 1 to 9"]
    told = {"mark *": "1 to 9", "covering *": "small counts only", "cover column": "yes", "cover District": "yes"}
    found = check("\n".join([*lines, ""]), answers=told)
    assert not found.questions and "Fairlea, 0–14" in set(found.findings["labels"])


def test_an_answer_that_nobody_offered_is_named():
    text = "Area;Men;Women;All\nA;*;3;5\nB;4;*;7\nAll;6;6;12\n* = 1 to 4\n"
    with pytest.raises(UnreadableError, match="any counts"):
        check(text, answers={"mark *": "1 to 4", "covering *": "any counts"})


LIST = [("x", "f", 5), ("x", "all", 8), ("y", "m", "c"), ("y", "f", "c"), ("y", "all", 16)]
LIST += [("all", "m", 9), ("all", "f", 15), ("all", "all", 24)]
LEFT_OUT = pd.DataFrame(LIST, columns=["area", "sex", "count"])
"""It has no line for (x, m), which holds 3."""


def test_a_line_that_a_list_leaves_out_may_hold_somebody():
    """It was taken for nobody, (y, m) for exactly 9, and the total between f and m for no total of theirs."""
    found = check_table(LEFT_OUT, answers={"mark c": "not told"})
    assert "mark (blank)" not in found.answers and [each.name for each in found.questions] == ["mark (blank)"]
    found = check_table(LEFT_OUT, answers={"mark c": "not told", "mark (blank)": "not told"})
    told = {row["labels"]: (row["low"], row["high"]) for row in found.findings.to_dict("records")}
    assert told == {"y, m": (6, 6), "y, f": (10, 10), "x, m": (3, 3)}


def test_what_a_line_is_that_a_list_leaves_out_is_asked_where_it_matters():
    hidden = LEFT_OUT.assign(count=LEFT_OUT["count"].where(~LEFT_OUT["count"].isin([8, 16]), "c"))
    answers = {"mark c": "not told", "cover area": "yes"}
    assert [question.name for question in check_table(hidden, answers=answers).questions] == ["mark (blank)"]
    for answer, range_of_y in (("zero", (9, 9)), ("not told", (0, 9))):
        found = check_table(hidden, answers={**answers, "mark (blank)": answer}).findings
        assert tuple(found.loc[found["labels"] == "y, m", ["low", "high"]].iloc[0]) == range_of_y


def test_a_point_may_hide_small_counts_and_until_that_is_told_ranges_hold_for_every_answer():
    text = "D,women,men,Total\nF,14,9,23\nIT,.,.,2\nLegal,.,.,3\nTotal,16,12,28\n"
    found = check(text)
    assert [question.name for question in found.questions] == ["mark .", "covering ."] and found.exit_code == 2
    row = found.findings.set_index("address").loc["B3"]
    assert (row["low"], row["high"], row["verdict"]) == (0, 2, "depends on the answer")
    assert "Not answered: What does '.' stand for?" in found.not_checked
    told = check(text, answers={"mark .": "1 to 4", "covering .": "small counts only"})
    assert exact(told) == {"B3": 1, "C3": 1, "B4": 1, "C4": 2, "D3": 2, "D4": 3}


def test_an_answer_that_claims_nothing_is_never_the_only_one_that_fits():
    found = check("D,women,men,Total\nF,141,92,233\nIT,-,-,200\nTotal,262,171,433\n")
    assert found.sentences == () and "mark -" not in found.answers


def test_the_only_answer_that_fits_is_said_in_words():
    found = check("D,women,men,Total\nF,14,9,23\nIT,<5,8,8\nTotal,14,17,31\n")
    assert found.sentences == (
        "What does '<5' stand for? Only one answer fits what is printed: 0 to 4 (a count from 0 to 4).",
    )


def test_a_hidden_cell_of_which_nothing_is_told_is_hidden_also_where_nobody_is():
    """It was called a part that is not printed, and left out where the others tell that it is 0."""
    rows = [["Ash", "z", "0", "z"], ["Oak", "<3", "z", "6"], ["All", "<3", "5", "6"]]
    frame = pd.DataFrame(rows, columns=["district", "men", "women", "All"])
    told = {"mark z": "not told", "mark <3": "1 to 2", "cover district": "yes", "cover column": "yes"}
    cells = check_table(frame, answers=told, groups=False).findings.set_index("address")
    assert cells.loc[["B2", "D2", "C3"], "role"].tolist() == ["not told"] * 3
    assert cells.loc[["B2", "D2", "C3"], "low"].tolist() == [0, 0, 5]


def test_a_line_with_a_blank_count_above_the_total_is_no_heading():
    """The total was called "Fir / All", and "no whole numbers" fitted."""
    text = "district,n\nAsh,11\nOak,7\nElm,\nFir,\nAll,22\n"
    told = {"mark (blank)": "1 to 4", "covering (blank)": "small counts only", "cover district": "yes"}
    check = check_table(FileInMemory("t.csv", text.encode()), answers=told | {"sums in district": "none"})
    assert check.findings[["address", "low", "high"]].to_numpy().tolist() == [["B4", 1, 3], ["B5", 1, 3]]
