"""What is listed can be asked for; hidden files, links that lead out and other kinds are not listed."""

import gzip

from editions.room.shelf import shelf


def test_only_files_of_the_folder_are_listed(tmp_path):
    folder = tmp_path / "pages"
    (folder / "fr").mkdir(parents=True)
    (tmp_path / "secret.html").write_text("secret")
    for name in ("index.html", "fr/index.html", ".hidden.html", "room.json", "key.pem"):
        (folder / name).write_text(name)
    (folder / "linked.html").symlink_to(tmp_path / "secret.html")
    assert sorted(shelf({"pages": folder, "staff": tmp_path / "nowhere"})) == [
        "pages/fr/index.html",
        "pages/index.html",
    ]


def test_an_item_is_packed_and_told_apart_by_what_is_in_it(tmp_path):
    for name in ("a.html", "b.html", "c.zip"):
        (tmp_path / name).write_text(name[0] * 1000)
    a, b, c = shelf({"x": tmp_path}).values()
    assert gzip.decompress(a.packed) == b"a" * 1000 and len(a.packed) < 100 and a.tag != b.tag
    assert a.kind == "text/html; charset=utf-8" and c.kind == "application/zip"
