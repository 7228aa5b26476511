"""What is signed on the sheet is decided on the desk; what is changed afterwards is not."""

from lessons.release_desk.desk import ReleaseDesk
from lessons.release_desk.sheet import asked_of, sheet_for
from tests.lessons.release_desk.small_desk import office

DECIDED = {"joke": {"choice": "the number only", "reason": "It tells nobody apart."}}


def test_nothing_counts_before_it_is_signed():
    desk = ReleaseDesk(office())
    sheet = sheet_for(desk)
    sheet.decided = DECIDED
    assert desk.nickname == "" and desk.choice_of("joke") == "decline"
    sheet.signed = "otter"
    assert desk.nickname == "otter" and desk.choice_of("joke") == "the number only"
    assert desk.record()["decisions"][0]["reason"] == "It tells nobody apart."


def test_a_change_takes_the_signature_back():
    desk = ReleaseDesk(office())
    sheet = sheet_for(desk)
    sheet.decided, sheet.signed = DECIDED, "otter"
    sheet.signed = ""
    assert desk.nickname == ""


def test_the_sheet_shows_who_asks_and_each_choice_and_no_outcome():
    asked = sheet_for(ReleaseDesk(office())).asked["requests"]
    request = ReleaseDesk(office()).requests[0]
    assert asked[0] == asked_of(request) and len(asked[0]["asked"]) == 3
    assert [name for name, _ in asked[0]["choices"]] == [choice.name for choice in request.choices]
