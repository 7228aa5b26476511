"""What the page asks for is done from its files anew, each time."""

import pytest

from disclosure.own_table.page import doing
from disclosure.own_table.page.requests import Brought
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.wishes import Wishes
from tests.disclosure.own_table.example import T1, csv_bytes, t1_check

TABLE = FileInMemory("Table 4a Q3.csv", csv_bytes(T1))


@pytest.fixture(autouse=True)
def _t1(monkeypatch):
    monkeypatch.setattr(doing, "check_table", lambda table, **more: t1_check(counts=more["office"] is not None))


def test_a_check_says_what_it_found_and_what_can_be_tried():
    view = doing.checked(Brought(TABLE))
    assert view["summary"] == "4 hidden cells. 4 are printed all the same."
    assert view["threshold"] == 5 and not view["has_counts"]


def test_thresholds_repairs_and_files_come_from_the_offices_counts():
    brought = Brought(TABLE, office=TABLE, wishes=Wishes(5), decided="A. Signer")
    assert doing.threshold_tried(brought)["cells"]["B5"] == ("x", 3, 3)
    assert doing.repaired(brought)["changes"] == {"C5": "c", "E7": "c"}
    files = {file["name"]: file["bytes"] for file in doing.files_made(brought)["files"]}
    assert b"A. Signer" in files["report.html"] and b"B5" in files["findings.csv"]
    assert files["Table 4a Q3 repaired.csv"].decode() == T1.replace("17,64", "c,64").replace("23,11", "23,c")


def test_without_wishes_there_is_a_sentence_and_no_repaired_file():
    with pytest.raises(ValueError, match="from which count on"):
        doing.repaired(Brought(TABLE, office=TABLE))
    with pytest.raises(ValueError, match="from which count on"):
        doing.threshold_tried(Brought(TABLE, office=TABLE))
    assert len(doing.files_made(Brought(TABLE))["files"]) == 2
