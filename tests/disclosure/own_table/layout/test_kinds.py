from disclosure.own_table.interpreting import interpret
from disclosure.own_table.layout.kinds import as_read
from disclosure.own_table.sheets.sheet import sheet_of

SHEET = sheet_of(
    [
        ["Table", "", "", ""],
        ["Area", "n", "%", "All"],
        ["A", "-", "0.0", "12"],
        ["B", "<5", "", "16"],
        ["* note", "", "", ""],
    ]
)


def kinds(nothing, corrections=None):
    found = interpret(SHEET, {}, {})
    return as_read(SHEET, found.blocks, found.grid, found.nestings, nothing, corrections or {})


def test_every_cell_has_a_kind():
    read = kinds({"-": "zero"})
    assert set(read.kinds) == {cell.address for cell in SHEET}
    expected = {"A1": "title", "B2": "heading", "A3": "label", "B3": "zero", "C3": "percentage", "B4": "hidden"}
    assert {address: read.kinds[address] for address in expected} == expected
    assert read.kinds["A5"] == "footnote" and read.numbers["B3"] == 0


def test_what_somebody_corrected_holds():
    assert kinds({}, {"B4": "zero"}).kinds["B4"] == "zero"
    assert {kinds({}, {"A4": "not used"}).kinds[address] for address in ("B4", "D4")} == {"not used"}
