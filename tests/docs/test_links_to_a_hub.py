"""A link that opens the first lesson on a hub or on Binder names a notebook that is there."""

import re
from urllib.parse import parse_qs, urlsplit

from tests.test_structure import ROOT

FIRST = "notebooks/00_start_here.ipynb"
LINK = re.compile(r"https://\S+urlpath=\S+")


def test_each_link_opens_the_first_lesson():
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))]
    links = [link for text in texts for link in LINK.findall(text)]
    assert {urlsplit(link).netloc for link in links} == {"mybinder.org", "YOUR-HUB"} and (ROOT / FIRST).is_file()
    for link in links:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}
        folder = [asked["targetPath"]] if "targetPath" in asked else []
        assert asked["urlpath"] == "/".join(["lab/tree", *folder, FIRST])
