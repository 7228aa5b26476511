"""What a proposal says that readers still know is what they find in the repaired table, once it is checked."""

from disclosure.audit.solving.time_limit import OutOfTimeError
from disclosure.own_table import Wishes, check_table, propose, still_known
from disclosure.own_table.known_ranges import known
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.taking_home import files_of

COUNTED = b"""District,A,B,C,Total
Ash,3,13,25,41
Birk,45,2,9,56
Cole,35,60,3,98
Dun,20,30,40,90
Total,103,105,77,285
"""
TABLE = COUNTED.replace(b"Ash,3", b"Ash,*").replace(b"45,2", b"45,*").replace(b"60,3", b"60,*") + b"* fewer than 5\n"
ANSWERS = {"mark *": "1 to 4", "covering *": "small counts only"}


def proposed(width=1):
    file = FileInMemory("a.csv", TABLE)
    found = check_table(file, answers=ANSWERS, office=FileInMemory("b.csv", COUNTED))
    return found, propose(found, Wishes(5, width=width))


def test_what_stays_known_is_what_the_repaired_table_tells():
    found, proposal = proposed()
    repaired = files_of(found, TABLE, proposal=proposal)[0]
    again = check_table(repaired, answers=ANSWERS | {f"mark {proposal.mark}": "covers"}).findings
    told = {f"{a}: {known(low, high)}" for a, low, high in again[["address", "low", "high"]].to_numpy().tolist()}
    assert {*proposal.known} == told and len(told) == 6
    assert (
        "Of 3 small counts, readers will still know more than the mark says: B2 2 to 4, C3 1 to 3, D4 2 to 4. A larger "
        "width leaves more open."
    ) in proposal.sentence


def test_a_larger_width_leaves_nothing_more_known_of_small_counts():
    _, proposal = proposed(width=3)
    assert "readers will still know" not in proposal.sentence
    assert not {"B2", "C3", "D4"} & {line.split(":")[0] for line in proposal.known}


def test_the_report_tells_both_tables_apart():
    found, proposal = proposed()
    html = next(
        file for file in files_of(found, TABLE, proposal=proposal) if file.name == "report.html"
    ).content.decode()
    assert "All findings in the table as it is, before the proposal" in html and "B2: 2 to 4" in html


def test_without_time_it_says_so(monkeypatch):
    found, proposal = proposed()
    monkeypatch.setattr(still_known, "PATIENCE", 1e-9)
    monkeypatch.setattr(still_known, "audit", lambda *_, **__: (_ for _ in ()).throw(OutOfTimeError))
    assert still_known.still_known(found, proposal.release) == (still_known.NOT_LOOKED_AT, ())
