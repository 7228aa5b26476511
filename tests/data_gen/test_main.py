"""The command line: sentences and exit codes; and whenever it is killed, the whole world is there or nothing."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data_gen.__main__ import READER_LEFT, main, sentence_of
from data_gen.disk.checks import damages
from data_gen.disk.manifest import FORMAT, _signature
from data_gen.disk.store import load_world
from data_gen.knobs import PRESETS, described

SMALL = ["--viewers", "150", "--titles", "300", "--vigil-viewers", "20"]


def test_make_and_check(tmp_path, capsys):
    world = str(tmp_path / "world")
    assert main(["make", *SMALL, "--seed", "Ada", "--days", "200", "--stories", "vigil", "--out", world]) == 0
    made = load_world(world)
    assert (made.knobs.n_viewers, made.knobs.n_titles, made.seed) == (150, 300, "Ada")
    assert (made.knobs.vigil_viewers, made.knobs.days, made.knobs.stories) == (20, 200, ("vigil",))
    assert main(["check", world]) == 0
    assert "150 viewers, seed Ada; every file is as written" in capsys.readouterr().out
    (tmp_path / "world" / "titles.parquet").unlink()
    assert main(["check", world]) == 1
    assert capsys.readouterr().out == f"{tmp_path / 'world' / 'titles.parquet'} is missing. Make the world again.\n"


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (["--viewers", "3"], "n_viewers=3: choose a whole number from 100 to 120,000,000."),
        (["--viewers", "many"], "n_viewers='many': choose a whole number from 100 to 120,000,000."),
        (["--titles", "350.5"], "n_titles=350.5: choose a whole number from 300 to 20,000."),
        (["--review-share", "1.5"], "review_share=1.5: choose a number from 0.0 to 1.0."),
        (["--viewers", "200", "--vigil-viewers", "199"], "vigil_viewers=199: with n_viewers=200 choose at most 127"),
        (["--processes", "0"], "processes=0: choose a whole number from 1 to 1,000."),
        (["--preset", "service"], "n_viewers=109,000,000: look at --plan first; --really makes it."),
        (["--seed", " "], "a nickname needs at least one letter"),
    ],
)
def test_a_bad_value_gets_a_sentence_and_the_exit_code_2(asked, sentence, tmp_path, capsys):
    try:
        code = main(["make", "--out", str(tmp_path / "world"), *asked])
    except SystemExit as ended:
        code = ended.code
    assert code == 2
    assert sentence in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_second_run_says_what_it_found(tmp_path, capsys):
    make = ["make", *SMALL, "--out", str(tmp_path / "world")]
    assert main(make) == 0
    assert main(make) == 1
    assert "holds a complete world already (150 viewers, seed 53)" in capsys.readouterr().err
    assert main([*make, "--replace", "--seed", "2"]) == 0
    assert load_world(tmp_path / "world").seed == 2


def test_where_no_world_stands(tmp_path, capsys):
    assert main(["check", str(tmp_path)]) == 1
    assert main(["make", *SMALL]) == 2
    said = capsys.readouterr().err
    assert "no world stands here" in said and "--out is missing" in said


def asked(capsys, *arguments):
    """The exit code, and what was said of it."""
    code = main([str(argument) for argument in arguments])
    return code, capsys.readouterr().err


def below_a_file(tmp_path):
    (tmp_path / "file").touch()
    return tmp_path / "file" / "world"


def circle(tmp_path):
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    return tmp_path / "circle"


@pytest.mark.parametrize(
    ("place", "why"),
    [
        (lambda tmp_path: Path(tmp_path.anchor), "cannot be made anew: it holds everything"),
        (below_a_file, "something on the way to it is no folder"),
        (circle, "it is a link in a circle"),
        (lambda tmp_path: tmp_path / ("long" * 100), "File name too long"),
    ],
)
def test_where_no_folder_can_be_made_a_sentence_says_why(place, why, tmp_path, capsys):
    out = place(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    code, said = asked(capsys, "make", *SMALL, "--out", out)
    assert code == 1 and why in said and said.count("\n") == 1 and "[Errno" not in said
    assert sorted(tmp_path.rglob("*")) == before


def test_where_nothing_may_be_written_a_sentence_says_why(tmp_path, capsys, monkeypatch):
    def refused(file, *more, **options):
        raise PermissionError(errno.EROFS, "Read-only file system", str(file))

    monkeypatch.setattr(Path, "open", refused)
    code, said = asked(capsys, "make", *SMALL, "--out", tmp_path / "world")
    assert (
        code == 1 and said == f"{tmp_path / 'world'} cannot be made (Read-only file system). Choose another folder.\n"
    )
    assert list(tmp_path.iterdir()) == []


def signed(**body):
    return json.dumps(body | {"manifest_sha256": _signature(body)})


@pytest.mark.parametrize("command", ["check", "export-csv", "make"])
@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        '{"a":' * 200_000,
        "3",
        "[]",
        '"',
        "{}",
        signed(format=FORMAT),
        signed(format=FORMAT, knobs={"new": 1}),
    ],
    ids=lambda text: text[:20],
)
def test_a_manifest_that_is_none_gets_a_sentence(command, text, tmp_path, capsys):
    (tmp_path / "world").mkdir()
    (tmp_path / "world" / "manifest.json").write_text(text)
    more = {"check": [], "export-csv": [tmp_path / "csv"], "make": []}[command]
    place = ["--out", tmp_path / "world", *SMALL] if command == "make" else [tmp_path / "world"]
    code, said = asked(capsys, command, *place, *more)
    assert code == 1 and str(tmp_path / "world") in said and said.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["world"]


def test_a_folder_in_the_place_of_a_manifest_gets_a_sentence(tmp_path, capsys):
    (tmp_path / "manifest.json").mkdir()
    code, said = asked(capsys, "check", tmp_path)
    assert code == 1 and said.endswith("manifest.json cannot be read (Is a directory).\n")


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("log.csv", "", "is no CSV or Parquet file with the columns viewer_id and title_id"),
        ("log.csv", "[" * 100_000, "is no CSV or Parquet file"),
        ("log.csv", "a,b\n1,2\n", "is no CSV or Parquet file"),
        ("log.csv", "viewer_id,title_id\n", "there must be a row"),
        ("log.csv", "viewer_id,title_id\nx,\ny,z\n", "every row needs a viewer_id and a title_id"),
        ("log.parquet", "no", "is no CSV or Parquet file"),
    ],
)
def test_a_log_that_is_none_gets_a_sentence(name, text, why, tmp_path, capsys):
    (tmp_path / name).write_text(text)
    code, said = asked(capsys, "realism", "--log", tmp_path / name)
    assert code == 2 and why in said and said.count("\n") == 1
    code, said = asked(capsys, "realism", "--log", tmp_path / "missing.csv")
    assert code == 1 and said == f"{tmp_path / 'missing.csv'}: there is no such file.\n"


def test_csv_files_do_not_go_into_the_world(tmp_path, capsys):
    world = tmp_path / "world"
    assert main(["make", *SMALL, "--out", str(world)]) == 0
    code, said = asked(capsys, "export-csv", world, world / "csv")
    assert code == 2 and "lies within the world itself" in said and list(damages(world)) == []


def test_a_terminal_that_does_not_know_all_signs_is_no_reason_to_fail(tmp_path):
    place = tmp_path / "Åda"
    make = [sys.executable, "-m", "data_gen", "make", *SMALL, "--out", place]
    ended = subprocess.run(make, env=os.environ | {"PYTHONIOENCODING": "ascii"}, capture_output=True, check=False)
    assert ended.returncode == 0 and rb"\xc5da: 150 viewers" in ended.stdout


def test_a_reader_who_leaves_ends_it_in_silence(monkeypatch, capsys):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as output:
        monkeypatch.setattr(sys, "stdout", output)
        assert main(["knobs"]) == READER_LEFT
    assert capsys.readouterr().err == ""


def test_the_systems_own_errors_are_told_as_sentences():
    failure = OSError(errno.EIO, "Input/output error", "/far/away")
    assert sentence_of(failure) == "/far/away: Input/output error. Nothing is left half-written."
    assert sentence_of(MemoryError()) == "There is not enough memory for this."


def test_a_plan_writes_nothing(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["make", "--preset", "service", "--titles", "300", "--plan"]) == 0
    assert "109,000,000 viewers in 43,600 blocks of 2,500" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_csv_files_are_named(tmp_path, capsys):
    assert main(["make", *SMALL, "--out", str(tmp_path / "world")]) == 0
    assert main(["export-csv", str(tmp_path / "world"), str(tmp_path / "csv"), "--frames", "titles"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(tmp_path / "csv" / "titles.csv")
    assert main(["export-csv", str(tmp_path / "world"), str(tmp_path / "csv2"), "--frames", "nix"]) == 2


def test_knobs_and_presets_are_printed(capsys):
    assert main(["knobs"]) == 0 and main(["presets"]) == 0
    printed = capsys.readouterr().out
    assert all(word in printed for row in described().to_dict("records") for word in (row["knob"], row["effect"]))
    assert "n_viewers (2,000, 100 to 120,000,000)" in printed
    assert all(f"{preset}: " in printed for preset in PRESETS)


def stopped(folder, how):
    """Begin to make a world, send the signal as soon as something of it is on the disk, and wait for the end."""
    make = [sys.executable, "-m", "data_gen", "make", "--viewers", "100000", "--titles", "300", "--out", folder]
    run = subprocess.Popen(make, stderr=subprocess.PIPE, text=True)
    while not list(folder.parent.glob(f".{folder.name}.unfinished/*")):
        assert run.poll() is None, run.communicate()[1]
        time.sleep(0.01)
    run.send_signal(how)
    return run.communicate()[1], run.returncode


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_kill_leaves_no_world_and_the_next_run_says_so(tmp_path, capsys):
    """At each single step: test_whole_folder.py."""
    world = tmp_path / "world"
    stopped(world, signal.SIGKILL)
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == [".world.unfinished"]
    assert main(["make", *SMALL, "--out", str(world)]) == 0
    assert "was interrupted" in capsys.readouterr().out
    assert list(damages(world)) == [] and list(tmp_path.iterdir()) == [world]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_is_answered_in_a_sentence(tmp_path):
    said, code = stopped(tmp_path / "world", signal.SIGINT)
    assert code == 130 and said.strip() == "Interrupted; nothing is left half-written."
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_answered_in_a_sentence(tmp_path, capsys, monkeypatch):
    def full(number):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("data_gen.disk.whole_folder.os.fsync", full)
    assert main(["make", *SMALL, "--out", str(tmp_path / "world")]) == 1
    assert capsys.readouterr().err == f"There is no room left in {tmp_path}. Nothing was written.\n"
    assert list(tmp_path.iterdir()) == []
