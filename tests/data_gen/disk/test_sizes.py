import pytest

from data_gen.disk.sizes import expected_size
from data_gen.disk.store import write_world
from data_gen.knobs import Knobs
from data_gen.viewers import BLOCK


def test_what_is_expected_of_one_block_is_what_comes(tmp_path):
    knobs = {"n_viewers": BLOCK, "n_titles": 300}
    size = expected_size(Knobs(**knobs), 53)
    manifest = write_world(tmp_path / "tiny", **knobs)
    assert (size.viewers, size.blocks, size.views) == (BLOCK, 1, manifest.rows()["views"])
    assert size.size == pytest.approx(sum(file.size for file in manifest.files), rel=0.05)


def test_a_large_world_is_so_many_times_one_block():
    size = expected_size(Knobs(n_viewers=25_000_000), 53)
    assert size.blocks == 10_000 and 300 < size.views / size.viewers < 400 and size.seconds > 100
    assert "25,000,000 viewers in 10,000 blocks of 2,500" in str(size)
