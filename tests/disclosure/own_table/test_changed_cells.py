from disclosure.own_table import check_table
from disclosure.own_table.repairing import propose
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.wishes import Wishes

TABLE = """Area,women,men,Total,Odd share
A,14,<5,17,1.2%
B,20,30,50,7.7%
C,<5,9,12,3.4%
D,9,12,21,8.8%
Total,46,54,100,2.2%
"""
OFFICE = TABLE.replace("14,<5", "14,3").replace("<5,9", "3,9")


def test_percentages_of_nobody_knows_what_are_hidden_beside_hidden_counts():
    table, office = (FileInMemory(f"{name}.csv", text.encode()) for name, text in (("t", TABLE), ("o", OFFICE)))
    check = check_table(table, office=office)
    assert any("'Odd share'" in sentence for sentence in check.not_checked)
    changes = propose(check, Wishes(5)).changes
    assert {"E2", "E4"} <= {*changes}
    rows = {address[1:] for address in changes} | {"2", "4"}
    assert {address for address in changes if address[0] == "E"} == {f"E{row}" for row in rows}


def test_rows_of_percentages_are_hidden_with_what_a_repair_hides():
    text = "Region,Yes,No,Total\nNorth,12,31,43\n%,27.9,72.1,100\nSouth,*,*,9\nEast,20,20,40\nTotal,35,57,92\n"
    files = [FileInMemory("t.csv", text.encode()), FileInMemory("o.csv", text.replace("*,*", "3,6").encode())]
    check = check_table(files[0], office=files[1], answers={"mark *": "not told"})
    assert {"B3", "C3", "D3"} <= {*propose(check, Wishes(5)).changes}


def test_percentages_of_nobody_knows_what_go_with_whatever_total_may_be_their_base():
    text = "Area,women,men,Total,Odd share\nA,14,30,44,1.2%\nB,20,30,50,7.7%\nC,3,90,93,3.4%\nTotal,37,150,187,2.2%\n"
    check = check_table(FileInMemory("t.csv", text.encode()))
    cheapest, other = (propose(check, Wishes(5, keep=keep)).changes for keep in ((), ("B2", "B3")))
    assert {address for address in cheapest if address[0] == "E"} == {"E2", "E4"} and "B5" not in cheapest
    assert "B5" in other and {"E2", "E3", "E4", "E5"} <= {*other}
