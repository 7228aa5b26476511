"""The installer needs nothing but Python, says what is wrong, and leaves nothing half-done behind."""

import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "install_offline.py"


@pytest.fixture
def kit(tmp_path):
    """A folder with the installer in it, and beside it one with the list of packages but without the packages."""
    (tmp_path / "kit").mkdir()
    (tmp_path / "wheels").mkdir()
    (tmp_path / "wheels" / "requirements.txt").write_text(f"tiny==1 --hash=sha256:{'0' * 64}\n")
    return Path(shutil.copy(SCRIPT, tmp_path / "kit"))


def run(script, *arguments):
    return subprocess.run([sys.executable, script, *arguments], capture_output=True, text=True, check=False)


def test_a_missing_package_is_told_and_nothing_stays(kit):
    ended = run(kit)
    assert ended.returncode == 1
    assert "tiny==1" in ended.stderr and "nothing is left behind" in ended.stdout
    assert [path.name for path in kit.parent.iterdir()] == ["install_offline.py"]


def test_a_folder_without_packages_is_told(kit):
    ended = run(kit, kit.parent)
    assert ended.returncode == 1 and f"There are no packages in {kit.parent}" in ended.stdout


def test_an_old_python_is_told(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 2))
    assert "the kit needs 3.11 or newer" in runpy.run_path(str(SCRIPT))["main"]([])


def test_a_name_with_spaces_that_is_not_quoted_is_told(kit):
    ended = run(kit, "PATH", "to/wheels")
    assert ended.returncode == 1 and "put it in quotes" in ended.stdout


def test_a_folder_that_cannot_be_written_is_told(kit):
    (kit.parent / ".venv").touch()
    ended = run(kit)
    assert ended.returncode == 1 and "nothing is left behind" in ended.stdout and "Traceback" not in ended.stderr


BACKEND = """
import zipfile

FILES = {
    "kit-1.dist-info/METADATA": "Metadata-Version: 2.1\\nName: kit\\nVersion: 1\\n",
    "kit-1.dist-info/WHEEL": "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    "kit-1.dist-info/entry_points.txt": "[console_scripts]\\njupyter = kit:main\\n",
    "kit-1.dist-info/RECORD": "",
    "kit.py": "import sys\\ndef main():\\n    print(*sys.argv[1:], sep='|')\\n",
}

def build_editable(folder, settings=None, metadata=None):
    with zipfile.ZipFile(f"{folder}/kit-1-py3-none-any.whl", "w") as wheel:
        for file, text in FILES.items():
            wheel.writestr(file, text)
    return "kit-1-py3-none-any.whl"
"""
PROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "kit"
version = "1"
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
def test_the_command_that_is_printed_works_in_a_folder_with_a_space_and_a_quote_in_its_name(tmp_path):
    kit = tmp_path / "Ada's kit (new) & more"
    (tmp_path / "wheels").mkdir()
    (tmp_path / "wheels" / "requirements.txt").touch()
    kit.mkdir()
    shutil.copy(SCRIPT, kit)
    (kit / "backend.py").write_text(BACKEND)
    (kit / "pyproject.toml").write_text(PROJECT)
    said = run(kit / SCRIPT.name).stdout.splitlines()[-1]
    command = said.removeprefix("Done. To open the first lesson: ")
    shown = subprocess.run(command, shell=True, capture_output=True, text=True, check=True, cwd=tmp_path).stdout
    assert shown == f"lab|--config={kit / 'lab_config.py'}\n"


def test_on_windows_the_command_needs_no_quotes(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    script = runpy.run_path(str(SCRIPT))
    said = script["command"](script["KIT"] / ".venv" / "Scripts")
    assert said.startswith(str(Path(".venv", "Scripts", "jupyter"))) and said.endswith(
        f"(in the folder {script['KIT']})"
    )
