"""The locked packages have a wheel for each system and Python, and Binder a Python that fits: the registry is asked."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from editions.home import CLONE
from editions.wheelhouse import PYTHONS, locked_requirements

UV = Path(sys.executable).with_name("uv")
SYSTEMS = ("windows", "aarch64-apple-darwin", "x86_64-apple-darwin", "x86_64-manylinux_2_28", "aarch64-manylinux_2_28")


@pytest.mark.weekly
@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS)
def test_every_locked_package_has_a_wheel(system, python, tmp_path):
    pinned = tmp_path / "requirements.txt"
    pinned.write_text(locked_requirements(hashes=False), encoding="utf-8")
    resolve = [UV, "pip", "compile", "-q", "--no-header", "--no-annotate", "--only-binary", ":all:", pinned]
    resolve += ["--python-platform", system, "--python-version", python]
    done = subprocess.run(resolve, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert {"jupyterlab", "pandas"} <= set(re.findall(r"^([\w-]+)==", done.stdout, re.MULTILINE))


@pytest.mark.weekly
def test_binder_builds_with_the_python_that_environment_yml_names():
    """repo2docker takes no bound; what it does not understand it replaces by its own choice, in silence."""
    plan = [
        UV,
        "tool",
        "run",
        "-q",
        "--from",
        "jupyter-repo2docker",
        "jupyter-repo2docker",
        "--no-build",
        "--debug",
        ".",
    ]
    done = subprocess.run(plan, cwd=CLONE, capture_output=True, text=True, check=True)
    (named,) = re.findall(r"- python=(\S+)", (CLONE / "environment.yml").read_text(encoding="utf-8"))
    assert re.findall(r"Building conda environment for python=(\S+)", done.stdout + done.stderr) == [named]
