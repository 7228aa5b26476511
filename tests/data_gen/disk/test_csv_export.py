import pandas as pd
import pytest

from data_gen.disk import csv_export
from data_gen.disk.csv_export import export_csv
from data_gen.disk.store import load_world, write_world


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    folder = tmp_path_factory.mktemp("worlds") / "tiny"
    write_world(folder, preset="tiny")
    return folder


def test_all_frames_but_the_truth_are_written(tiny, tmp_path):
    names = export_csv(tiny, tmp_path / "csv")
    assert sorted(path.name for path in (tmp_path / "csv").iterdir()) == sorted(names)
    assert not [name for name in names if "truth" in name]
    world = load_world(tiny)
    viewers = pd.read_csv(tmp_path / "csv" / "viewers.csv")
    assert viewers["name"].tolist() == world.viewers["name"].tolist()
    views = sum(len(pd.read_csv(tmp_path / "csv" / name)) for name in names if name.startswith("views_20"))
    assert views == len(world.views)


def test_the_frames_can_be_chosen(tiny, tmp_path):
    assert export_csv(tiny, tmp_path / "csv", ["titles", "truth/stories"]) == ["titles.csv", "truth_stories.csv"]
    with pytest.raises(ValueError, match="frame 'tittles': choose some of viewers, titles"):
        export_csv(tiny, tmp_path / "other", ["tittles"])


def test_spreadsheets_are_told_the_encoding(tiny, tmp_path):
    export_csv(tiny, tmp_path / "csv", ["titles"])
    assert (tmp_path / "csv" / "titles.csv").read_bytes().startswith(b"\xef\xbb\xbftitle_id,")


def test_a_formula_in_a_frame_is_neutralised_on_its_way(tiny, tmp_path, monkeypatch):
    monkeypatch.setattr(csv_export, "read_frame", lambda *_, **__: pd.DataFrame({"title": ["=HYPERLINK(1)"]}))
    export_csv(tiny, tmp_path / "csv", ["titles"])
    assert (tmp_path / "csv" / "titles.csv").read_text(encoding="utf-8-sig") == "title\n'=HYPERLINK(1)\n"


def test_all_or_none(tiny, tmp_path, monkeypatch):
    def failing(rows):
        if "viewer_id" not in rows:
            raise OSError("no more")
        return ""

    monkeypatch.setattr(csv_export, "to_csv", failing)
    with pytest.raises(OSError, match="no more"):
        export_csv(tiny, tmp_path / "csv")
    assert list(tmp_path.iterdir()) == []


def test_what_is_longer_than_a_sheet_is_refused_before_anything_is_written(tiny, tmp_path, monkeypatch):
    monkeypatch.setattr(csv_export, "MOST_ROWS", 300)
    with pytest.raises(ValueError, match=r"titles has 400 rows, and a sheet holds 300"):
        export_csv(tiny, tmp_path / "csv", ["viewers", "titles"])
    assert list(tmp_path.iterdir()) == []
