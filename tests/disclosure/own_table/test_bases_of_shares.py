import pytest

from disclosure.own_table import check_table
from disclosure.own_table.bases_of_shares import candidates, fits, fittings_of
from disclosure.own_table.interpreting import interpret
from disclosure.own_table.shares import share_questions
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.sheet import sheet_of

STAFF = """Department,women,men,Total,Share of women
Finance,14,9,23,60.9%
IT,*,*,16,25.0%
Legal,6,*,8,*
Press,*,*,5,*
Workshop,7,31,38,18.4%
Total,*,*,90,36.7%

* fewer than 5 people. Zeros are shown.
"""
ANSWERS = {"mark *": "not told", "rounding of percentages": "half up", "sums of percentages": "no"}
HEADINGS = """Share of women|Women in %|women, % of total|women as % of total|Proportion of women|Percentage of women
Female share|Anteil Frauen|Frauenanteil|%|Percent|% women|women (%)"""


def read(text):
    found = interpret(sheet_of([line.split(",") for line in text.splitlines()]), {}, {})
    return found.grid, found.nestings


@pytest.mark.parametrize("heading", HEADINGS.replace("\n", "|").split("|"))
def test_the_numbers_tell_of_what_percentages_are_whatever_their_heading(heading):
    grid, nestings = read(STAFF.replace("women, % of total", "women % of total").replace("Share of women", heading))
    [found] = fittings_of(grid, nestings, 0).values()
    assert found.told and (found.told.counts.name, found.told.base) == ("women", "column")


def test_a_share_of_women_gives_hidden_counts_away():
    check = check_table(FileInMemory("a.csv", STAFF.encode()), answers=ANSWERS)
    exact = check.findings.set_index("address")["low"].to_dict()
    assert (exact["B3"], exact["B7"], exact["B5"]) == (4, 33, 2) and not check.sentences


def test_percentages_of_something_else_are_said_to_be_unused():
    other = STAFF.replace("60.9", "12.3")
    check = check_table(FileInMemory("a.csv", other.encode()), answers={"mark *": "not told"})
    assert "Not used: the percentages in 'Share of women' (column E)" in " ".join(check.not_checked)
    assert not any("none of these" in sentence for sentence in check.sentences)


def test_several_that_fit_are_asked():
    text = "Area,women,men,Total,Rate\nA,9,9,18,50.0%\nB,7,7,14,50.0%\nC,*,*,20,40.0%\nTotal,*,*,52,46.2%"
    grid, nestings = read(text)
    fittings = fittings_of(grid, nestings, 0)
    [question] = share_questions(grid, nestings, fittings, 0, {})
    assert [*question.options] == ["men, of the total Total", "women, of the total Total", "none of these"]


def test_two_counts_that_would_need_two_sizes_of_one_hidden_base_do_not_fit():
    text = "Area,n,share %\nA,10,50.0\nB,20,{}\nTotal,*,100.0"
    fit = []
    for second in ("10.0", "100.0"):
        grid, nestings = read(text.format(second))
        fit += [fits(grid, nestings, each, grid.shares, 0) for each in candidates(grid, nestings, grid.shares)]
    assert fit == [None, 1]


def test_shares_as_fractions_of_one_are_shares():
    fractions = {
        "60.9%": "0.6086956521739131",
        "25.0%": "0.25",
        "18.4%": "0.18421052631578946",
        "36.7%": "0.3666666666666666",
    }
    text = STAFF
    for printed, fraction in fractions.items():
        text = text.replace(printed, fraction)
    exact = check_table(FileInMemory("a.csv", text.encode()), answers=ANSWERS).findings.set_index("address")["low"]
    assert exact["B3"] == 4


def test_the_more_numbers_are_tried_the_more_digits_must_fit():
    """60.9 is 14 of 23 by accident: with ten columns beside it, one row shows nothing."""
    few = "Area,a,All people,Odd share\nA,14,23,60.9\nB,*,40,12.5\n"
    many = "Area,a,b,c,d,e,f,g,h,All people,Odd share\nA,14,98,97,96,95,94,93,92,23,60.9\nB,*,*,*,*,*,*,*,*,40,12.5\n"
    told = [next(iter(fittings_of(*read(text), 0).values())) for text in (few, many)]
    assert told[0].told and told[1].told is None and len(told[1].candidates) > 0


ALL_100 = """Area,women,women %,men,men %,Total,{}
Ash,*,50.0,*,50.0,*,100.0
Elm,*,16.7,10,83.3,12,100.0
Oak,8165,99.9,9,0.1,8174,100.0
Pine,*,50.0,*,50.0,*,100.0
Total,8169,99.7,21,0.3,8190,100.0
"""


@pytest.mark.parametrize("heading", ["Total %", "%", "Share"])
def test_a_column_of_nothing_but_100_holds_percentages_of_a_total_of_itself(heading):
    """8165 of 8169 women are 100.0, too: the sheet was refused, or the column was said not to be used."""
    text = ALL_100.format(heading)
    answers = {"mark *": "1 to 4", "covering *": "small counts only", f"base of {heading}": "Total, of the total Total"}
    answers |= {"rounding of percentages": "half up", "sums of percentages": "no"}
    check = check_table(FileInMemory("a.csv", text.encode()), answers=answers)
    assert not check.questions and not any("Not used" in sentence for sentence in check.not_checked)
    assert check.findings.set_index("address")["low"].to_dict() == dict.fromkeys(("B2", "D2", "B5", "D5"), 1) | {
        "B3": 2,
        "F2": 2,
        "F5": 2,
    }


def test_counts_that_would_be_more_than_their_total_has_room_for_do_not_fit():
    """40 and 50 cases beside 8167 are more than 8169; nor are cases, or all who answered, a total of themselves."""
    text = "Area,cases,contacts,{} %\nAsh,*,40,100.0\nElm,*,50,100.0\nOak,8167,8169,100.0\nTotal,8169,8259,\n"
    for heading in ("Reached", "Cases reached", "Answers"):
        assert next(iter(fittings_of(*read(text.format(heading)), 0).values())).candidates == ()
    check = check_table(FileInMemory("a.csv", text.format("Cases reached").encode()), answers={"mark *": "1 to 4"})
    assert [question.name for question in check.questions] == ["covering *"]
