"""A folder is whole or not there: after an exception, a full disk, or a kill at any file and any rename."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from data_gen.disk.whole_folder import DiskFullError, beside, is_taken, stays, whole_folder

FILES = {"a.txt": b"one", "deep/b.txt": b"two", "deep/er/c.txt": b"three"}


def fill(target, content=b"", **options):
    with whole_folder(target, **options) as new:
        for path, data in FILES.items():
            new.write(path, data + content)


def content_of(target):
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}


def replaceable(target):
    return ""


def test_all_files_appear_at_the_end(tmp_path):
    fill(tmp_path / "new")
    assert content_of(tmp_path / "new") == FILES
    assert list(tmp_path.iterdir()) == [tmp_path / "new"]


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt])
def test_nothing_is_left_when_the_writer_fails(tmp_path, failure):
    with pytest.raises(failure), whole_folder(tmp_path / "new") as new:
        new.write("a.txt", b"one")
        raise failure
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_may_be_filled_and_a_full_one_stays(tmp_path):
    (tmp_path / "empty").mkdir()
    fill(tmp_path / "empty")
    assert content_of(tmp_path / "empty") == FILES
    with pytest.raises(FileExistsError, match="is there already, and stays as it is"):
        fill(tmp_path / "empty", b"!")
    assert content_of(tmp_path / "empty") == FILES
    assert stays(tmp_path / "empty").startswith(str(tmp_path / "empty"))


def test_a_file_is_in_the_way_too(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    assert is_taken(tmp_path / "file")
    with pytest.raises(FileExistsError):
        fill(tmp_path / "file")


def test_what_may_be_replaced_is(tmp_path):
    fill(tmp_path / "new")
    fill(tmp_path / "new", b"!", refusal=replaceable)
    assert content_of(tmp_path / "new")["a.txt"] == b"one!"
    assert list(tmp_path.iterdir()) == [tmp_path / "new"]


def test_two_runs_do_not_meet(tmp_path):
    with whole_folder(tmp_path / "new") as new:
        new.write("a.txt", b"one")
        code = "import sys\nfrom data_gen.disk.whole_folder import *\nwith whole_folder(Path(sys.argv[1])): 0"
        other = subprocess.run([sys.executable, "-c", code, tmp_path / "new"], capture_output=True, text=True)
        assert "BlockingIOError: Another run is making" in other.stderr
    assert content_of(tmp_path / "new") == {"a.txt": b"one"}


def test_a_full_disk_is_told_in_a_sentence(tmp_path, monkeypatch):
    def full(number):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("data_gen.disk.whole_folder.os.fsync", full)
    with pytest.raises(DiskFullError, match=r"There is no room left in .* Nothing was written"):
        fill(tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


DIES = """
import os, pathlib, sys
from data_gen.disk import whole_folder as module
steps, target = int(sys.argv[1]), pathlib.Path(sys.argv[2])
def counted(real):
    def step(*args, **kwargs):
        global steps
        steps -= 1
        if steps < 0:
            os._exit(9)
        return real(*args, **kwargs)
    return step
for owner, name in ((os, "fsync"), (os, "open"), (pathlib.Path, "rename"), (pathlib.Path, "mkdir"),
                    (pathlib.Path, "unlink"), (pathlib.Path, "open"), (module.shutil, "rmtree")):
    setattr(owner, name, counted(getattr(owner, name)))
with module.whole_folder(target, refusal=lambda found: "") as new:
    for path in ("a.txt", "deep/b.txt", "deep/er/c.txt"):
        new.write(path, b"new")
"""


@pytest.mark.parametrize("old", [None, {"old.txt": b"old"}], ids=["nothing", "an old folder"])
def test_a_death_at_any_step_leaves_all_or_nothing(tmp_path, old):
    """The process dies before its first, second, third, ... system call; then the next run finds its way."""
    whole = dict.fromkeys(FILES, b"new")
    for steps in range(100):
        target = tmp_path / f"after {steps}"
        if old:
            fill_with(target, old)
        ended = subprocess.run([sys.executable, "-c", DIES, str(steps), target], cwd=Path(__file__).parents[3])
        put_aside = beside(target, "replaced").exists()
        found = content_of(beside(target, "replaced") if put_aside and not target.exists() else target)
        assert found in ([old or {}, whole])
        said = []
        fill(target, b"!", refusal=replaceable, say=said.append)
        assert content_of(target) == {path: data + b"!" for path, data in FILES.items()}
        assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
        if ended.returncode == 0:
            break
    assert 15 < steps < 99


def fill_with(target, files):
    with whole_folder(target) as new:
        for path, data in files.items():
            new.write(path, data)


def test_the_next_run_says_what_it_found(tmp_path):
    target, said = tmp_path / "new", []
    beside(target, "unfinished").mkdir()
    fill(target, say=said.append)
    (told,) = said
    assert told == f"An earlier run for {target} was interrupted before it was done; its leftovers are removed."


def test_what_was_put_aside_comes_back(tmp_path):
    target, said = tmp_path / "new", []
    fill(target)
    target.rename(beside(target, "replaced"))
    with pytest.raises(FileExistsError):
        fill(target, b"!", say=said.append)
    assert content_of(target) == FILES and "is put back" in said[0]
