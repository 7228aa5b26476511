"""One list of dependencies, in three dialects: pyproject.toml, environment.yml and the locked bootstrap agree."""

import re
import tomllib
from pathlib import Path

import yaml
from packaging.specifiers import SpecifierSet
from packaging.version import Version

ROOT = Path(__file__).parent.parent
CONDA_NAMES = {"duckdb": "python-duckdb", "tzdata": "python-tzdata"}
"""Packages that conda-forge calls otherwise than PyPI does."""

FROM_PYPI = ("ortools",)
"""Packages that conda-forge has for few systems only."""


def bounds(requirements):
    """Name -> bounds, for requirements such as ``"pandas>=3.0,<4"``."""
    parts = [
        re.fullmatch(r"([A-Za-z0-9._-]+)(.*)", requirement.replace(" ", "")).groups() for requirement in requirements
    ]
    return dict(parts)


def pyproject():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def conda_dependencies():
    return yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]


def test_environment_yml_has_the_names_and_bounds_of_pyproject():
    ours = bounds(pyproject()["project"]["dependencies"])
    ours = {CONDA_NAMES.get(name, name): bound for name, bound in ours.items() if name not in FROM_PYPI}
    theirs = bounds([entry for entry in conda_dependencies() if isinstance(entry, str)])
    assert Version(theirs.pop("python").removeprefix("=")) in SpecifierSet(pyproject()["project"]["requires-python"])
    assert theirs.pop("pip") == ""
    assert theirs == ours


def test_environment_yml_installs_the_kit_itself_and_what_conda_forge_lacks():
    ours = bounds(pyproject()["project"]["dependencies"])
    from_pypi = [name + ours[name] for name in FROM_PYPI]
    assert conda_dependencies()[-1] == {"pip": ["-e .", *pyproject()["dependency-groups"]["noise"], *from_pypi]}


def test_bootstrap_is_the_locked_uv():
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    uv = next(package for package in lock["package"] if package["name"] == "uv")
    files = [uv["sdist"], *uv["wheels"]]
    text = (ROOT / "bootstrap.txt").read_text(encoding="utf-8")
    assert text.startswith(f"uv=={uv['version']} ")
    assert set(re.findall(r"sha256:\w+", text)) == {file["hash"] for file in files}
