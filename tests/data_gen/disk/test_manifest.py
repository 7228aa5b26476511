import json

import pytest

from data_gen.disk.manifest import MANIFEST, DamagedWorldError, File, Manifest, is_world, read_manifest, versions_now
from data_gen.knobs import Knobs

FILES = (
    File("views/month=2017-01/block-00000.parquet", "views", 3, "aa", "bb", 10),
    File("views/month=2016-12/block-00000.parquet", "views", 4, "cc", "dd", 10),
    File("DICTIONARY.md", "", 0, "", "ee", 10),
)
WRITTEN = Manifest(Knobs(stories=("vigil",)), "Ada", {"first card": 7}, FILES, versions_now())


@pytest.fixture
def folder(tmp_path):
    (tmp_path / MANIFEST).write_text(WRITTEN.text(), encoding="utf-8")
    return tmp_path


def test_a_manifest_comes_back_as_it_was(folder):
    assert read_manifest(folder) == WRITTEN
    assert is_world(folder)


def test_rows_and_content_are_told_by_frame(folder):
    assert read_manifest(folder).rows()["views"] == 7
    assert [file.content for file in WRITTEN.of("views")] == ["cc", "aa"]
    body = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    assert body["rows"]["views"] == 7 and body["content"] == WRITTEN.content()
    assert set(body["versions"]) == {"python", "fifty-three", "numpy", "pandas", "pyarrow"}


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"Ada"', '"Bob"', "does not fit its own hash"),
        ('"rows": 3', '"rows": 4', "does not fit its own hash"),
        ("}", "", "is not a manifest"),
        ("world 1", "world 9", "reads 'fifty-three world 1'"),
    ],
)
def test_a_changed_manifest_is_noticed(folder, old, new, sentence):
    (folder / MANIFEST).write_text(WRITTEN.text().replace(old, new), encoding="utf-8")
    with pytest.raises(DamagedWorldError, match=sentence):
        read_manifest(folder)


def test_what_is_no_text_is_no_manifest(folder):
    (folder / MANIFEST).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DamagedWorldError, match="it is not text"):
        read_manifest(folder)


def test_an_empty_folder_holds_no_world(tmp_path):
    assert not is_world(tmp_path)
    with pytest.raises(FileNotFoundError, match="no world stands here"):
        read_manifest(tmp_path)
