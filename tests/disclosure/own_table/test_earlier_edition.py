import pytest

from disclosure.own_table import check_table
from disclosure.own_table.earlier_edition import READER
from disclosure.own_table.in_words import summary
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.unreadable import UnreadableError

NOW = "Area,a,b,c,All\nA,<5,<5,10,16\nB,<5,<5,8,13\nAll,6,5,18,29\n"
BEFORE = "Area,a,b,c,All\nA,<5,3,10,16\nB,<5,2,8,13\nAll,6,5,18,29\n"


def check(before=BEFORE, **answers):
    given = {"mark <5": "1 to 4", **answers}
    files = (FileInMemory(name, text.encode()) for name, text in (("now.csv", NOW), ("before.csv", before)))
    return check_table(next(files), earlier=next(files), answers=given)


def verdicts(found):
    return found.findings.set_index("address")["verdict"].to_dict()


def test_the_relation_is_asked_and_never_guessed():
    found = check()
    assert [question.name for question in found.questions] == ["earlier"] and found.exit_code == 2
    assert any("answer first all that is asked" in sentence for sentence in found.not_checked)
    with pytest.raises(UnreadableError, match="choose one of same_people"):
        check(earlier="the same")


def test_the_same_people_hidden_in_another_way():
    found = check(earlier="same_people")
    assert verdicts(found)["B2"] == "exact" and found.findings.set_index("address").loc["B2", "to_whom"] == READER
    assert any("before.csv" in sentence for sentence in found.checked_against)


@pytest.mark.parametrize("relation", ["same_people", "nested"])
def test_a_small_count_that_the_earlier_edition_prints_is_known(relation):
    """C2 was called narrowed, 2 to 4, where the earlier edition prints 3: there it is "printed although small"."""
    found = check(earlier=relation)
    rows = found.findings.set_index("address").loc[["B2", "C2", "B3", "C3"]]
    assert rows["low"].tolist() == rows["high"].tolist() == [3, 3, 3, 2] and set(rows["to_whom"]) == {READER}
    assert relation == "nested" or rows.loc["C2", "why"] == "The earlier edition prints 3 there."


def test_a_cell_that_covers_here_and_was_small_there_is_narrowed():
    now, before = "Area,n\nA,x\nB,x\nC,*\nD,20\nAll,40\n", "Area,n\nA,*\nB,x\nC,*\nD,20\nAll,40\n"
    told = {"mark x": "covers", "mark *": "1 to 2", "covering *": "small counts only", "cover Area": "yes"}
    told |= {"sums in Area": "none", "rounding": "not rounded"}
    told |= {f"earlier edition: {name}": answer for name, answer in told.items()} | {
        "earlier edition: mark *": "1 to 4"
    }
    files = [FileInMemory(name, text.encode()) for name, text in (("now.csv", now), ("before.csv", before))]
    found = check_table(files[0], earlier=files[1], answers=told | {"earlier": "same_people"}, groups=False)
    row = found.findings.set_index("address").loc["B2"]
    assert (row["low"], row["high"], row["verdict"]) == (3, 4, "narrowed")


def test_two_stocks_tell_nothing_of_each_other():
    assert verdicts(check(earlier="stocks"))["B2"] != "exact"


def test_an_edition_of_another_shape_is_not_used_and_this_is_said():
    found = check("Area,a,b,All\nA,6,10,16\nC,5,8,13\nAll,11,18,29\n", earlier="same_people")
    assert any("was not laid beside" in sentence for sentence in found.not_checked)


def test_a_table_is_checked_by_itself_where_the_earlier_edition_contradicts_it():
    """The table was refused as a whole, although nothing was wrong with it by itself."""
    found = check(BEFORE.replace("3,10,16", "3,9,15").replace("2,8,13", "2,9,14"), earlier="same_people")
    assert found.release is not None and verdicts(found) == verdicts(check()) and found.exit_code == 2
    assert found.earlier is None and "the earlier edition before.csv do not fit" in found.not_beside
    assert "A | c: two of the tables say different things of this cell." in found.not_beside
    assert summary(found).startswith("This table and the earlier edition before.csv do not fit")


def test_an_edition_that_cannot_be_by_itself_is_not_laid_beside():
    found = check(BEFORE.replace("A,<5,3,10,16", "A,<5,<5,<5,16"), earlier="same_people")
    assert "before.csv was not laid beside this one: no whole numbers fit it" in found.not_beside
    assert found.exit_code == 2


TWO_NOW = "Area,a,b,All\nMen,*,9,*\nWomen,*,8,*\nYoung,20,10,30\nOld,11,7,18\nAll,31,17,48\n"
TWO_BEFORE = "Area,a,b,All\nMen,3,9,12\nWomen,28,8,36\nYoung,*,10,*\nOld,*,7,*\nAll,31,17,48\n"


@pytest.mark.parametrize(
    ("relation", "known"),
    [("same_people", {"B2": 3, "D2": 12, "B3": 28, "D3": 36}), ("nested", {"B2": 3, "D2": 12, "B3": 28, "D3": 36})],
)
def test_two_breakdowns_are_laid_beside_two(relation, known):
    found = two_ways(relation)
    cells = found.findings[found.findings["verdict"].eq("exact") & found.findings["address"].ne("")]
    assert dict(zip(cells["address"], cells["low"], strict=True)) == known and set(cells["to_whom"]) == {READER}


def test_what_two_dates_suggest_is_said_and_is_no_finding():
    found = two_ways("stocks")
    assert "exact" not in set(found.findings["verdict"])
    assert "if nobody had left and nothing been corrected, it would be 3" in found.sentences[1]
    assert any(sentence.startswith("Differences to the earlier edition") for sentence in found.not_checked)


def two_ways(relation):
    files = [FileInMemory(name, text.encode()) for name, text in (("now.csv", TWO_NOW), ("before.csv", TWO_BEFORE))]
    return check_table(files[0], earlier=files[1], answers={"mark *": "not told", "earlier": relation})


TWO_RULES = "Area,a,b,All\nA,4,9,13\nB,8,<10,16\nC,7,6,13\nAll,19,23,42\n"


@pytest.mark.parametrize("relation", ["same_people", "nested"])
@pytest.mark.parametrize("before", [TWO_RULES, TWO_RULES.replace("C,7", "C,<8")])
def test_marks_of_several_rules_are_no_other_breakdown(relation, before):
    """One edition has one rule, and the other two: both are of the same cells, and 4 in A is printed in one of them."""
    now = TWO_RULES.replace("A,4,9", "A,<5,<10").replace("C,7", "C,<8")
    files = [FileInMemory(name, text.encode()) for name, text in (("now.csv", now), ("before.csv", before))]
    told = {"mark <5": "1 to 4", "mark <8": "1 to 7", "mark <10": "1 to 9"}
    found = check_table(files[0], earlier=files[1], answers=told | {"earlier": relation}, groups=False)
    assert not any("before.csv" in sentence for sentence in found.not_checked)
    assert verdicts(found)["B2"] == "exact"  # fewer than 5, and of running totals no fewer than before


def test_sentences_name_the_two_editions():
    """ "Second's total is 40" and "Oak, second is at least 2" were read."""
    texts = "district,n\nAsh,26\nOak,<5\nFir,x\nAll,40\n", "district,n\nAsh,24\nOak,<5\nFir,7\nAll,33\n"
    now, then = (FileInMemory(name, text.encode()) for name, text in zip(("n.csv", "e.csv"), texts, strict=True))
    told = {"mark <5": "1 to 4", "mark x": "covers", "earlier": "nested", "cover district": "yes"}
    why = " ".join(check_table(now, earlier=then, answers=told).findings["why"])
    assert "Oak in this table is at least 2" in why and "The total in this table is 40" in why and "econd" not in why
