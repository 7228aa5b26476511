"""All pages by mouse, and at 200 random settings each; a second build of all of them has the same bytes."""

import json
import os
import random
import subprocess
import sys

import pytest

from editions.pages.building import build_pages
from editions.pages.completing import completed
from editions.running import run_lesson
from teaching.widgets.explorer import Explorer
from tests.browser.reader import Reader
from tests.test_structure import NOTEBOOKS, ROOT

SETTINGS = 200
EXPLORED = [path for path in NOTEBOOKS if "explore_" in path.read_text("utf-8")]


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages") / "pages"
    build_pages(folder)
    return folder


@pytest.mark.weekly
def test_a_second_build_has_the_same_bytes(pages, tmp_path):
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-m", "editions.pages", "--out", str(tmp_path / "pages")]
    subprocess.run(command, check=True, cwd=ROOT, env=environment)
    first = {path.relative_to(pages): path.read_bytes() for path in pages.rglob("*.html")}
    other = {path.relative_to(tmp_path / "pages"): path.read_bytes() for path in (tmp_path / "pages").rglob("*.html")}
    assert [name for name in first if first[name] != other.get(name)] == [] and len(other) == len(first)


@pytest.mark.weekly
@pytest.mark.parametrize("path", EXPLORED, ids=lambda path: path.stem)
def test_at_random_settings_by_mouse_a_page_says_what_python_says(path, pages, open_page):
    _, names = run_lesson(path)
    [explorer] = [each for each in names.values() if isinstance(each, Explorer)]
    figure = completed(explorer)
    saying = figure["says"]["setting"]  # a template is held to Python where templates are tested
    told = figure["lookups"][saying["lookup"]] if isinstance(saying, dict) and "lookup" in saying else None
    reader, draw = Reader(open_page(offline=True)).open(pages / f"{path.stem}.html"), random.Random(53)
    for _ in range(SETTINGS):
        setting, sentence = reader.move_at_random(draw)
        if told:
            key = json.dumps([setting[name] for name in told["by"]], separators=(",", ":"), ensure_ascii=False)
            assert sentence == told["table"][key]
        assert sentence and "{" not in sentence
