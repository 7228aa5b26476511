"""A release has one version and one day: wherever they stand, they are the same."""

import re
from importlib import metadata
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
VERSION = metadata.version("fifty-three")
NEWEST = re.compile(r"^## (\d+\.\d+\.\d+) \((\d{4}-\d\d-\d\d)\)$", re.MULTILINE)


def test_the_citation_and_the_changelog_name_this_version_and_its_day():
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    newest = NEWEST.search((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    assert newest.groups() == (cited["version"], str(cited["date-released"])) == (VERSION, newest[2])


def test_readme_names_the_wheel_of_this_version():
    wheels = re.findall(r"fifty_three-[\d.]+-py3-none-any\.whl", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert set(wheels) == {f"fifty_three-{VERSION}-py3-none-any.whl"}
