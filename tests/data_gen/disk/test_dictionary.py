import pytest

from data_gen.blocks import make_block, plan
from data_gen.disk.dictionary import FRAMES, TYPES, markdown
from data_gen.disk.parts import FRAME_OF
from data_gen.knobs import Knobs, knobs_of


@pytest.mark.parametrize(("attribute", "name"), FRAME_OF.items())
def test_the_dictionary_names_every_column_of_a_block(attribute, name):
    block = make_block(plan(Knobs(**knobs_of("tiny")), 53), 0)
    assert [column.name for column in FRAMES[name].columns] == list(getattr(block, attribute).columns)


def test_every_column_has_a_type_and_a_meaning():
    columns = [column for frame in FRAMES.values() for column in frame.columns]
    assert [column for column in columns if column.kind not in TYPES or not column.meaning] == []


def test_the_page_has_a_row_for_every_column_and_says_what_is_assumed():
    page = markdown()
    sections = page.split("\n## ")[1:]
    assert [section.splitlines()[0] for section in sections] == list(FRAMES)
    for section, frame in zip(sections, FRAMES.values(), strict=True):
        rows = [line for line in section.splitlines() if line.startswith("| `")]
        assert [row.split("`")[1] for row in rows] == [column.name for column in frame.columns]
        assert {row.count("|") for row in rows} == {6}
    assert "the hours, weekends and seasons of viewing were measured nowhere" in page
