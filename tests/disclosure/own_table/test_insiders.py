import pytest

from disclosure.own_table import check_table
from disclosure.own_table.insiders import ALONE, EVENTS, NOT_ASKED, OTHERS
from disclosure.own_table.sheets.in_memory import FileInMemory

TABLE = "Area,a,b,c,All\nA,*,*,30,35\nB,*,*,18,24\nC,9,7,25,41\nAll,15,12,73,100\n"
OFFICE = TABLE.replace("A,*,*", "A,4,1").replace("B,*,*", "B,2,4")
ANSWERS = {"mark *": "1 to 4", "covering *": "small counts only", "counted": "people"}


def checked(look, office=None):
    counts = FileInMemory("office.csv", office.encode()) if office else None
    return check_table(FileInMemory("now.csv", TABLE.encode()), answers=ANSWERS, look=look, office=counts)


def known(check):
    return {row["address"]: (row["verdict"], row["to_whom"]) for row in check.findings.to_dict("records")}


def test_readers_know_less_than_somebody_who_is_alone_in_a_cell():
    readers, alone = checked("readers"), checked("alone", OFFICE)
    assert "exact" not in {verdict for verdict, _ in known(readers).values()} and NOT_ASKED in readers.not_checked
    assert known(alone)["B2"] == ("exact", "whoever is alone in C2") and known(alone)["C3"][0] == "exact"
    assert ALONE in alone.checked_against and OTHERS in alone.not_checked and alone.exit_code == 1


def test_where_counts_are_not_known_everybody_is_tried_who_could_be_alone():
    [why] = checked("alone").findings.query("address == 'B3'")["why"]
    assert why.startswith("If one person is alone in ")


@pytest.mark.parametrize("look", ["alone", "two"])
def test_nobody_is_told_her_own_cell_as_a_finding_of_hers(look):
    for row in checked(look, OFFICE).findings.to_dict("records"):
        assert row["address"] not in row["to_whom"]


def test_two_who_talk_know_what_neither_knows_alone():
    table = "Area,a,b,c,d,All\nA,*,*,*,30,38\nB,9,8,7,20,44\nAll,*,*,*,50,82\n"
    office = table.replace("A,*,*,*", "A,1,1,6").replace("All,*,*,*", "All,10,9,13")
    files = [FileInMemory(name, text.encode()) for name, text in (("t.csv", table), ("o.csv", office))]
    answers = {"mark *": "1 to 4", "covering *": "covers others too", "counted": "people"}
    found = {
        look: known(check_table(files[0], office=files[1], answers=answers, look=look)) for look in ("alone", "two")
    }
    assert found["alone"]["D2"][0] != "exact" and found["two"]["D2"] == ("exact", "whoever is alone in B2 and C2")


def test_whether_people_or_events_are_counted_is_asked_only_where_insiders_look():
    table = FileInMemory("now.csv", TABLE.encode())
    marks = {name: answer for name, answer in ANSWERS.items() if name != "counted"}
    assert check_table(table, answers=marks).questions == ()
    assert [question.name for question in check_table(table, answers=marks, look="alone").questions] == ["counted"]
    events = check_table(table, answers=marks | {"counted": "events"}, look="alone")
    assert EVENTS in events.not_checked and "exact" not in {verdict for verdict, _ in known(events).values()}
