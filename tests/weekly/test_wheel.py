"""The wheel holds packages and lessons with all their files, and works where nothing of the kit stands beside it."""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from editions.command.lessons_folder import EDITION, KIT, lesson_files

ROOT = Path(__file__).parents[2]
PACKAGES = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
EVERY_MODULE = """
import importlib, pkgutil, sys
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        of_a_clone = module.name.startswith("editions.course.")  # it needs `grading`, which learners do not get
        of_a_clone or module.name.endswith("__main__") or importlib.import_module(module.name)
    print(package.__file__)
"""
USE = """
from data_gen import make_world
from lessons.suppression import strings
from teaching.questions import questions
assert len(make_world(150, n_titles=300).viewers) == 150 and questions("suppression")
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Built by the locked builder, without the network."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_every_file_of_the_packages_and_what_a_copy_of_the_lessons_begins_with(wheel):
    files = {path for name in PACKAGES["packages"] for path in (ROOT / name).rglob("*") if path.is_file()}
    expected = {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}
    copied = {name for name in lesson_files() if not name.startswith("lessons/")}
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert held == expected | {f"editions/packed/{name}" for name in copied}


def test_what_gives_marks_is_no_part_of_the_wheel(wheel):
    """Neither the package, nor the tests with their right hand-ins, nor a course that somebody has made."""
    names = [name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name]
    assert {name.split("/")[0] for name in names} == set(PACKAGES["packages"])
    text = b"".join(zipfile.ZipFile(wheel).read(name) for name in names if name.endswith(".py"))
    assert b"def my_ranges" not in text and b"FunctionTask(" not in text


def test_the_wheel_alone_copies_the_lessons_as_a_clone_does(wheel, tmp_path):
    """Unpacked elsewhere, beside the packages that are installed already."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "unpacked")
    run = [sys.executable, "-m", "editions.command", "--copy-only"]
    beside = os.environ | {"PYTHONPATH": str(tmp_path / "unpacked")}
    subprocess.run(run, cwd=tmp_path, env=beside, check=True, capture_output=True)
    copied = {
        path.relative_to(tmp_path / KIT).as_posix(): path for path in (tmp_path / KIT).rglob("*") if path.is_file()
    }
    assert copied.pop(EDITION).is_file()
    assert {name: path.read_bytes() for name, path in copied.items()} == lesson_files()


def test_the_wheel_alone_answers_questions_and_makes_a_world(wheel, tmp_path):
    """Unpacked elsewhere, beside the packages that are installed already."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "unpacked")
    first = f"import sys; sys.path.insert(0, {str(tmp_path / 'unpacked')!r})\n"
    told = first + USE + "import data_gen; print(data_gen.__file__)"
    found = subprocess.run([sys.executable, "-c", told], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert Path(found.stdout.strip()).is_relative_to(tmp_path / "unpacked")


@pytest.mark.weekly
def test_the_wheel_is_installed_in_an_empty_environment_and_every_module_imported(wheel, tmp_path):
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, "venv", "-q", "--python", sys.executable, tmp_path / "venv"], check=True)
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run([uv, "pip", "install", "-q", "--python", python, wheel], check=True)
    run = [python, "-c", EVERY_MODULE, *PACKAGES["packages"]]
    found = subprocess.run(run, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert all(Path(line).is_relative_to(tmp_path / "venv") for line in found.splitlines())
    subprocess.run([python, "-c", USE], cwd=tmp_path, check=True)
