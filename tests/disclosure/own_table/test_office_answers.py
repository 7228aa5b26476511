import pytest

from disclosure.own_table import check_table
from disclosure.own_table.repairing import SEVERAL_RULES, Wishes, propose
from disclosure.own_table.sheets.in_memory import FileInMemory

TABLE = "district,group A,group B,Total\nAsh,<4,7,c\nOak,7,<4,8\nTotal,8,8,16"
OFFICE = "district,group A,group B,Total\nAsh,1,7,8\nOak,7,1,8\nTotal,8,8,16"


def proposed(table, office, **answers):
    told = {"cover district": "yes", "cover column": "yes", **answers}
    files = [FileInMemory(name, text.encode()) for name, text in (("p.csv", table), ("o.csv", office))]
    check = check_table(files[0], office=files[1], answers=told)
    assert not check.questions
    return propose(check, Wishes(4))


def test_a_mark_in_large_cells_only_covers_others_where_nobody_was_asked():
    """All cells are exact whatever c is, so that nobody is asked; and the office has 8 behind it."""
    found = proposed(TABLE, OFFICE)
    assert found.mark == "c" and not found.footnote
    assert found.sentence == proposed(TABLE, OFFICE, **{"mark c": "covers"}).sentence


def test_a_second_mark_of_small_counts_is_still_refused():
    small = OFFICE.replace("Ash,1,7,8", "Ash,1,2,3").replace("8,8,16", "8,3,11")
    with pytest.raises(ValueError, match=SEVERAL_RULES.split(":")[0]):
        proposed(TABLE.replace("<4,7,c", "<4,<3,3").replace("8,8,16", "8,3,11"), small)
