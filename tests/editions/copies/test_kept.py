"""A folder of copies knows what lies in it: kind, version and world, as each copy says."""

import pytest

from editions.copies.building import copy_of
from editions.copies.kept import copies_in, holds_other_copies, holds_something_else, places_of
from editions.copies.sections import sections
from tests.editions.copies.lesson import cells

WORLD = "otter's <den>"


@pytest.fixture
def folder(tmp_path):
    """One handout in a world of somebody's, with its list."""
    page = copy_of("handout", sections(cells()), "suppression", WORLD)
    (tmp_path / "02_suppression.html").write_text(page, encoding="utf-8")
    (tmp_path / "index.html").touch()
    return tmp_path


def test_copies_are_told_by_their_kind_and_world(folder):
    assert [path.stem for path in copies_in(folder)] == ["02_suppression"]
    assert holds_other_copies(folder, kinds=["handout"], seed=WORLD) == "" == holds_something_else(folder)
    for kind, seed in [("slides", WORLD), ("handout", None), ("handout", "otter")]:
        assert "another kind, version or world" in holds_other_copies(folder, kinds=[kind], seed=seed)


def test_what_is_no_copy_is_never_replaced(folder):
    (folder / "letter.txt").touch()
    assert "holds no copies" in holds_other_copies(folder, kinds=["handout"], seed=WORLD)


def test_one_kind_lies_in_the_folder_and_several_below_it(tmp_path):
    assert places_of(["paper"], tmp_path) == {"paper": tmp_path}
    assert places_of(["handout", "paper"], tmp_path)["paper"] == tmp_path / "paper"
