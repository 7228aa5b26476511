"""Beside percentages: what was asked for holds for everybody who was named, and the last word judges by that."""

import pandas as pd
import pytest

from disclosure.audit import Contributor, Outsider, audit
from disclosure.audit.solving.time_limit import OutOfTimeError
from disclosure.own_table import Wishes, check_table, last_word, propose, repairing
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.repair.protection import UnfinishedError

WIDE = Wishes(5, width=3, keep=("C2",))
ALONE = Wishes(5, against="alone", keep=("C4",))


def frame(rows, decimals=0):
    rows = [*rows, ("Total", sum(row[1] for row in rows), sum(row[2] for row in rows))]
    texts = [(name, str(a), str(b), str(a + b), f"{100 * b / (a + b):.{decimals}f}") for name, a, b in rows]
    return pd.DataFrame(texts, columns=["district", "men", "women", "All", "women %"])


def wide():
    return check_table(frame([("Ash", 2, 400), ("Oak", 300, 200), ("Elm", 250, 310)]))


def with_one_alone():
    return check_table(frame([("Ash", 2, 2), ("Oak", 1, 400), ("Elm", 20, 30)]))


def known(release, attacker, *labels):
    found = audit(release, attacker, why=False).set_index(list(release.by)).loc[labels]
    return int(found["low"]), int(found["high"])


def test_a_width_is_kept_beside_percentages_of_printed_counts_in_hidden_ones():
    found = propose(wide(), WIDE)
    assert known(found.release, Outsider(), "Ash", "men") == (1, 4)
    assert {"D2", "D3", "E2", "E3"} <= {*found.changes} and found.changes["E2"] == found.mark
    assert found.sentence == (
        "Hide 4 more: 902 people, in 4 cells that add up to 1,204 (1 of them too small to be printed), and 2 "
        "percentages that could tell of hidden counts; nothing with a smaller sum."
    )


def test_no_sheet_is_refused_for_percentages_that_can_go():
    check = check_table(frame([("Ash", 2, 400), ("Oak", 30, 0), ("Elm", 2500, 5000)], decimals=1))
    found = propose(check, Wishes(5))
    assert known(found.release, Outsider(), "Ash", "men") == (1, 4)
    assert {"D2", "D3", "E2", "E3"} <= {*found.changes}


def test_who_is_alone_in_a_cell_learns_nothing_from_percentages_either():
    found = propose(with_one_alone(), ALONE)
    assert known(found.release, Contributor(("Oak", "men"), alone=True), "Ash", "men") == (1, 3)
    assert "D4" in found.changes and "E4" in found.changes and "C4" not in found.changes


def test_where_percentages_were_made_to_add_up_all_of_a_base_go():
    text = "Area,n,%\nA,3,4.0\nB,30,40.0\nC,20,26.7\nD,22,29.3\nTotal,75,100.0\n"
    printed = FileInMemory("t.csv", text.replace("A,3,4.0", "A,*,*").encode())
    office, answers = (
        FileInMemory("o.csv", text.encode()),
        {"mark *": "1 to 4", "cover Area": "yes", "rounding of percentages": "half up"},
    )
    kept = propose(check_table(printed, office=office, answers=answers | {"sums of percentages": "no"}), Wishes(5))
    assert set(kept.changes) == {"B4", "C4"}
    forced = propose(check_table(printed, office=office, answers=answers | {"sums of percentages": "yes"}), Wishes(5))
    assert set(forced.changes) == {"B4", "C3", "C4", "C5", "C6"} and set(forced.changes.values()) == {"c"}


@pytest.mark.parametrize(
    ("check", "wishes", "who"),
    [(wide, WIDE, "Ash | men, from Outsider"), (with_one_alone, ALONE, "from Contributor")],
)
def test_the_last_word_judges_by_the_width_and_for_each_attacker(monkeypatch, check, wishes, who):
    monkeypatch.setattr(repairing, "hide_percentages", lambda table: table)
    with pytest.raises(ValueError, match=who.replace("|", r"\|")):
        propose(check(), wishes)


def test_without_time_for_the_last_word_nothing_is_proposed(monkeypatch):
    def endless(*_):
        raise OutOfTimeError

    monkeypatch.setattr(last_word, "unprotected", endless)
    with pytest.raises(UnfinishedError, match="last audit did not end within 20 seconds"):
        propose(wide(), WIDE)


@pytest.mark.parametrize("relation", ["same_people", "nested", "stocks"])
def test_beside_an_earlier_edition_percentages_go_with_their_bases_too(relation):
    before = frame([("Ash", 2, 400), ("Oak", 300, 200), ("Elm", 250, 310)]).replace({"2": "*", "402": "x", "300": "x"})
    before.loc[[0, 1], ["women %", "All"]] = ["x", "x"]
    now = frame([("Ash", 2, 400), ("Oak", 300, 200), ("Elm", 250, 310)]).replace({"2": "*"})
    office = frame([("Ash", 2, 400), ("Oak", 300, 200), ("Elm", 250, 310)])
    table, earlier, counts = (
        FileInMemory(f"{name}.csv", each.to_csv(index=False).encode())
        for name, each in (("now", now), ("before", before), ("office", office))
    )
    answers = {"mark *": "1 to 4", "mark x": "covers", "covering *": "small counts only", "earlier": relation}
    found = propose(check_table(table, office=counts, earlier=earlier, answers=answers), WIDE)
    assert {"D2", "D3", "E2", "E3"} <= {*found.changes}
    assert known(found.release, Outsider(), "Ash", "men") == (1, 4)


IN_PRINT = """district,men,women,All,women %
Ash,x,400,x,99.5
Oak,x,200,x,40.0
Elm,250,310,560,55.4
Total,552,910,1462,62.2
"""


def beside(before, relation, **more):
    office = before.replace("Ash,x,400,x", "Ash,2,400,402").replace("Oak,x,200,x", "Oak,300,200,500")
    names = (("now", office.replace("Ash,2", "Ash,*")), ("before", before), ("office", office))
    table, earlier, counts = (FileInMemory(f"{name}.csv", text.encode()) for name, text in names)
    answers = {"mark *": "1 to 4", "mark x": "covers", "covering *": "small counts only", "earlier": relation}
    return check_table(table, office=counts, earlier=earlier, answers=answers | more)


def test_what_percentages_in_print_tell_of_an_earlier_edition_is_not_given_away_once_more():
    check = beside(IN_PRINT, "nested")
    found = propose(check, Wishes(5))
    told = check.earlier.told_beside(found.release).set_index("target")
    assert told.loc["Ash | men | first", "verdict"] == "exact"
    assert (told.loc["Ash | men | second", "low"], told.loc["Ash | men | second", "high"]) == (2, 4)


def test_cells_that_percentages_in_print_give_away_are_named():
    found = propose(beside(IN_PRINT, "same_people"), Wishes(5))
    assert found.sentence.startswith("Lost are cells that what is in print already gives away: Ash | men. ")


def test_percentages_in_print_of_which_not_all_is_used_are_named():
    text = "Area,n,%\nA,*,3.2\nB,x,31.9\nC,29,30.9\nD,32,34.0\nTotal,94,100.0\n"
    now = text.replace("B,x", "B,30")
    texts = (("now", now), ("before", text), ("office", now.replace("A,*", "A,3")))
    table, earlier, counts = (FileInMemory(f"{name}.csv", each.encode()) for name, each in texts)
    answers = {"mark x": "covers", "mark *": "1 to 4", "covering *": "small counts only", "cover Area": "yes"}
    answers |= {"sums in Area": "none", "sums of percentages": "yes", "rounding of percentages": "half up"}
    check = check_table(table, office=counts, earlier=earlier, answers=answers | {"earlier": "same_people"})
    assert not check.questions and check.earlier
    found = propose(check, Wishes(5))
    assert "Not used is what percentages of before.csv tell of its hidden counts: column C" in found.sentence
