from dataclasses import replace

import pytest

from data_gen.disk.checks import checked_bytes, damages, missing_or_cut, strangers
from data_gen.disk.manifest import MANIFEST, DamagedWorldError, read_manifest
from data_gen.disk.store import write_world


@pytest.fixture
def tiny(tmp_path):
    write_world(tmp_path / "tiny", preset="tiny")
    return tmp_path / "tiny"


def test_a_whole_world_has_no_damage(tiny):
    assert list(damages(tiny)) == []


def test_every_damage_is_named_and_nothing_else(tiny):
    (tiny / "truth" / "clues.parquet").unlink()
    (tiny / "titles.parquet").write_bytes(b"")
    (tiny / "notes.txt").write_text("")
    sentences = sorted(damages(tiny))
    assert [sentence.split(" is ")[0] for sentence in sentences] == [
        str(tiny / path) for path in ("notes.txt", "titles.parquet", "truth/clues.parquet")
    ]
    assert all(word in sentence for word, sentence in zip(("part", "damaged", "missing"), sentences, strict=True))
    assert strangers(tiny, read_manifest(tiny)) == [tiny / "notes.txt"]


def test_values_are_held_against_the_manifest_too(tiny):
    manifest = read_manifest(tiny)
    wrong = [replace(file, content="0" * 64) if file.path == "titles.parquet" else file for file in manifest.files]
    (tiny / MANIFEST).write_text(replace(manifest, files=tuple(wrong)).text(), encoding="utf-8")
    assert list(damages(tiny)) == [
        f"{tiny / 'titles.parquet'} holds other values than the manifest says. Make the world again."
    ]


def test_a_quick_look_sees_size_and_a_thorough_one_bytes(tiny):
    (file,) = read_manifest(tiny).of("titles")
    data = (tiny / file.path).read_bytes()
    (tiny / file.path).write_bytes(data[:-1] + b"?")
    assert not missing_or_cut(tiny, file)
    with pytest.raises(DamagedWorldError, match="is damaged"):
        checked_bytes(tiny, file)
    (tiny / file.path).unlink()
    assert missing_or_cut(tiny, file)
