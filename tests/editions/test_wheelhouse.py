"""A stick is filled whole or not at all, for every kind of laptop that is asked for."""

import io
import os
import sys
import tarfile
from pathlib import Path

import pytest

from editions import wheelhouse
from editions.wheelhouse import (
    NEEDED,
    PAGES,
    PLATFORMS,
    PYTHONS,
    START_HERE,
    WHEELS,
    WheelhouseError,
    download,
    fill,
    locked_requirements,
    main,
    needed_by,
    unpack,
)


@pytest.fixture
def pretended(monkeypatch):
    """Downloads that write an empty file for each kind of laptop."""
    asked = []

    def pretend(requirements, platform, python, into):
        into.mkdir(exist_ok=True)
        (into / f"{platform.name} {python}.whl").touch()
        asked.append((platform.name, python, len(requirements)))

    monkeypatch.setattr(wheelhouse, "download", pretend)
    monkeypatch.setattr(wheelhouse, "fill_with_pages", lambda folder: (folder.mkdir(), (folder / "index.html").touch()))
    return asked


def test_a_laptop_gets_what_its_system_and_python_need():
    pinned = [
        "a==1",
        "w==1 ; sys_platform == 'win32'",
        "n==1 ; python_version < '3.12'",
        "n==2 ; python_version >= '3.12'",
    ]
    assert needed_by(pinned, PLATFORMS["linux"], "3.11") == {"3.11.29": ["a==1", "n==1"]}
    assert needed_by(pinned, PLATFORMS["windows"], "3.12") == {"3.12.29": ["a==1", "w==1", "n==2"]}


def test_micro_versions_that_need_something_else_get_it():
    pinned = ["n==1 ; python_full_version < '3.11.5'", "n==2 ; python_full_version >= '3.11.5'"]
    assert needed_by(pinned, PLATFORMS["macos"], "3.11") == {"3.11.4": ["n==1"], "3.11.29": ["n==2"]}


def test_uv_is_found_on_the_path_where_none_lies_beside_python(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert "jupyterlab==" in locked_requirements(hashes=False)


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_every_laptop_gets_the_core_once(platform, python):
    for needed in needed_by(locked_requirements(hashes=False).splitlines(), PLATFORMS[platform], python).values():
        names = [requirement.split("==")[0] for requirement in needed]
        assert {"jupyterlab", "pandas", "ipywidgets", "altair", "faker", "hatchling"} <= set(names)
        assert len(names) == len(set(names))
        assert ("pywinpty" in names) == (platform == "windows")
        assert not {"pytest", "playwright", "uv", "opendp"} & set(names)


def test_the_stick_holds_the_kit_the_packages_and_a_word_of_welcome(tmp_path, pretended):
    fill(tmp_path / "stick", ["linux", "windows"], ["3.12"])
    stick = tmp_path / "stick"
    assert sorted(path.name for path in stick.iterdir()) == [START_HERE, "fifty-three", PAGES, WHEELS]
    assert [(name, python) for name, python, _ in pretended] == [("Linux (x86_64)", "3.12.29"), ("Windows", "3.12.29")]
    assert (stick / "fifty-three" / "install_offline.py").is_file()
    assert "--hash=sha256:" in (stick / WHEELS / NEEDED).read_text()
    assert "Windows" in (stick / START_HERE).read_text()
    assert (stick / PAGES / "index.html").is_file() and f'"{PAGES}"' in (stick / START_HERE).read_text()


def test_a_package_that_cannot_be_had_leaves_nothing_behind(tmp_path, monkeypatch, capsys):
    def fail(*_):
        raise WheelhouseError("no wheel.")

    monkeypatch.setattr(wheelhouse, "download", fail)
    with pytest.raises(SystemExit) as ended:
        main(["--out", str(tmp_path / "stick"), "--pythons", "3.12"])
    assert ended.value.code == 1 and "no wheel." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_stays(tmp_path, pretended, capsys):
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "mine.txt").touch()
    with pytest.raises(SystemExit):
        main(["--out", str(tmp_path / "stick")])
    assert "stays as it is" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "stick").iterdir()] == ["mine.txt"]


def test_a_missing_wheel_is_named_with_the_laptop(tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(WheelhouseError, match=r"Windows with Python 3\.12\.1: ERROR: No matching.* no-such-package"):
        download(["no-such-package==1"], PLATFORMS["windows"], "3.12.1", tmp_path)


@pytest.mark.parametrize("strict", [True, False])
def test_a_stick_is_filled_by_pythons_that_know_no_strict_unpacking(tmp_path, monkeypatch, strict):
    """Debian 12 has Python 3.11.2, whose extractall takes no filter."""
    if not strict:
        monkeypatch.delattr(tarfile, "data_filter", raising=False)
        bare = tarfile.TarFile.extractall
        monkeypatch.setattr(tarfile.TarFile, "extractall", lambda archive, path: bare(archive, path))
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as made:
        made.addfile(tarfile.TarInfo("kit.txt"), io.BytesIO())
    content.seek(0)
    with tarfile.open(fileobj=content) as archive:
        unpack(archive, tmp_path / "out")
    assert (tmp_path / "out" / "kit.txt").is_file()
