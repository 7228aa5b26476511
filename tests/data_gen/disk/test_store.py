"""A world on disk: what is written comes back, damage is named, and nobody's folder is overwritten."""

import pandas as pd
import pytest

from data_gen import make_world
from data_gen.disk.manifest import DamagedWorldError, read_manifest
from data_gen.disk.store import load_world, read_frame, write_world
from data_gen.viewers import BLOCK

KNOBS = {"n_viewers": BLOCK + 100, "n_titles": 300, "review_share": 0.1}
FRAMES = ("viewers", "titles", "views", "ratings")


@pytest.fixture(scope="module")
def made():
    return make_world(seed="Ada", **KNOBS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("worlds") / "a [strange] name's = folder"
    write_world(folder, seed="Ada", **KNOBS)
    return folder


def test_a_world_comes_back_equal(made, folder):
    loaded = load_world(folder)
    for name in FRAMES:
        pd.testing.assert_frame_equal(getattr(loaded, name), getattr(made, name))
    for part in ("outside", "truth"):
        for name in ("reviews", "clues", "register"):
            pd.testing.assert_frame_equal(getattr(getattr(loaded, part), name), getattr(getattr(made, part), name))
    pd.testing.assert_frame_equal(loaded.truth.stories, made.truth.stories)
    assert (loaded.knobs, loaded.seed, loaded.people) == (made.knobs, made.seed, made.people)
    assert repr(loaded) == repr(made)


def test_a_month_or_a_block_can_be_read_alone(made, folder):
    views = made.views
    block = read_frame(folder, "views", block=1)
    assert len(block) < len(views)
    pd.testing.assert_frame_equal(block, views.tail(len(block)).reset_index(drop=True))
    december = read_frame(folder, "views", month="2017-12")
    pd.testing.assert_frame_equal(december, views[views["day"] >= "2017-12-01"].reset_index(drop=True))
    both = read_frame(folder, "views", month="2017-12", block=1)
    assert 0 < len(both) < min(len(december), len(block))
    assert len(pd.read_parquet(folder / "views" / "month=2017-12")) == len(december)


def test_what_is_not_there_cannot_be_read(folder):
    with pytest.raises(ValueError, match="name='secrets': choose one of viewers, titles"):
        read_frame(folder, "secrets")
    with pytest.raises(ValueError, match=r"views of .* has no part for block=9"):
        read_frame(folder, "views", block=9)


def test_the_people_of_the_lessons_have_their_exports(made, folder):
    for role, viewer in made.people.items():
        text = (folder / "exports" / f"{role.replace(' ', '_')}.csv").read_text(encoding="utf-8")
        assert text.splitlines()[0] == "Title,Date"
        assert len(text.splitlines()) == 1 + len(made.outside.export_of(viewer))


def test_a_world_too_large_for_memory_is_not_loaded(folder):
    with pytest.raises(MemoryError, match="too many for memory"):
        load_world(folder, most_views=1_000)


def test_a_second_run_says_what_it_found_and_leaves_it(folder):
    before = read_manifest(folder)
    with pytest.raises(FileExistsError, match=r"holds a complete world already \(2,600 viewers, seed Ada\)"):
        write_world(folder, preset="tiny")
    assert read_manifest(folder) == before


@pytest.fixture
def tiny(tmp_path):
    write_world(tmp_path / "tiny", preset="tiny")
    return tmp_path / "tiny"


@pytest.mark.parametrize("victim", ["views/month=2017-12/block-00000.parquet", "truth/stories.parquet"])
@pytest.mark.parametrize("harm", ["changed", "cut", "missing"])
def test_the_damaged_file_is_named(tiny, victim, harm):
    file = tiny / victim
    data = file.read_bytes()
    file.unlink() if harm == "missing" else file.write_bytes(data[:-1] if harm == "cut" else b"?" + data[1:])
    with pytest.raises(DamagedWorldError) as caught:
        load_world(tiny)
    assert str(file) in str(caught.value) and ("missing" if harm == "missing" else "damaged") in str(caught.value)


def test_a_damaged_world_is_called_so_and_may_be_replaced(tiny):
    (tiny / "titles.parquet").unlink()
    with pytest.raises(FileExistsError, match="holds a damaged world already"):
        write_world(tiny, preset="tiny")
    write_world(tiny, preset="tiny", seed=7, replace=True)
    assert load_world(tiny).seed == 7
    assert [path.name for path in tiny.parent.iterdir()] == ["tiny"]


def test_what_is_not_a_world_is_never_replaced(tmp_path):
    (tmp_path / "thesis.txt").write_text("all my work")
    with pytest.raises(FileExistsError, match="holds no world"):
        write_world(tmp_path, preset="tiny", replace=True)
    assert (tmp_path / "thesis.txt").read_text() == "all my work"


def test_other_files_in_the_folder_of_a_world_are_never_removed(tiny):
    (tiny / "notes.txt").write_text("for Monday")
    with pytest.raises(FileExistsError, match=r"other files too, such as notes\.txt"):
        write_world(tiny, preset="tiny", replace=True)
    assert (tiny / "notes.txt").exists()


def test_a_bad_knob_writes_nothing(tmp_path):
    with pytest.raises(ValueError, match="n_viewers=3"):
        write_world(tmp_path / "new", 3)
    assert list(tmp_path.iterdir()) == []
