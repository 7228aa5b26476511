import pickle

import pandas as pd
import pytest

from data_gen.blocks import make_block, plan
from data_gen.disk.columns import from_parquet, to_frame
from data_gen.disk.parts import FRAME_OF, Recipe, block_parts, text_part, world_parts
from data_gen.knobs import Knobs
from data_gen.viewers import BLOCK

KNOBS = Knobs(n_viewers=BLOCK + 60, n_titles=300)


@pytest.fixture(scope="module")
def people():
    return tuple(world_parts(plan(KNOBS, 53))[0].items())


@pytest.fixture(scope="module")
def parts(people):
    return block_parts(Recipe(KNOBS, 53, people), 1)


def test_the_parts_hold_the_block(parts):
    block = make_block(plan(KNOBS, 53), 1)
    for attribute, name in FRAME_OF.items():
        found = [to_frame(name, from_parquet(part.data)) for part in parts if part.file.frame == name]
        rows = pd.concat(found, ignore_index=True)
        assert len(rows) == len(getattr(block, attribute)) == sum(p.file.rows for p in parts if p.file.frame == name)
        if name != "views":
            pd.testing.assert_frame_equal(rows, getattr(block, attribute))


def test_each_month_has_its_file_in_the_order_of_viewers_and_time(parts):
    views = {part.file.path: to_frame("views", from_parquet(part.data)) for part in parts if part.file.frame == "views"}
    assert len(views) == 14
    whole = make_block(plan(KNOBS, 53), 1).views
    for path, rows in views.items():
        month = path.split("/")[1].removeprefix("month=")
        expected = whole[whole["day"].dt.strftime("%Y-%m") == month].reset_index(drop=True)
        pd.testing.assert_frame_equal(rows, expected)


def test_a_block_comes_out_the_same_after_any_other_and_in_any_process(parts, people):
    recipe = pickle.loads(pickle.dumps(Recipe(KNOBS, 53, people)))
    block_parts(Recipe(Knobs(n_viewers=100, n_titles=300, stories=()), 1, ()), 0)
    assert block_parts(recipe, 1) == parts


def test_exports_are_written_by_the_block_where_the_person_is(people):
    by_block = [[p.file.path for p in block_parts(Recipe(KNOBS, 53, people), n) if not p.file.frame] for n in (0, 1)]
    paths = [path for block in by_block for path in block]
    assert sorted(paths) == sorted(f"exports/{role.replace(' ', '_')}.csv" for role, _ in people)
    assert by_block[0] and len(set(paths)) == len(paths)


def test_text_is_utf_8():
    assert text_part("a.txt", "é").data == "é".encode()
