"""How the kit is cited: as its version says, with a place for the DOI that an archive will give."""

import re
import tomllib

import yaml

from tests.test_structure import ROOT

TEXT = (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_the_citation_has_what_its_format_needs_and_the_version_of_the_kit():
    cited = yaml.safe_load(TEXT)
    assert {"cff-version", "message", "title", "authors"} <= set(cited)
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert cited["version"] == version and cited["license"] == ["MIT", "CC-BY-4.0"]


def test_there_is_one_place_for_a_doi():
    [(commented, doi)] = re.findall(r"^(# )?doi: (\S+)$", TEXT, re.MULTILINE)
    assert re.fullmatch(r"10\.\d{4,}/\S+", doi) and bool(commented) == doi.endswith("NUMBER")
