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
