"""What a guide says stands at the section that it speaks of, in all lessons."""

import json
import re

import pytest

from editions.copies.guide import guide_of
from editions.copies.sections import sections
from editions.running import Cell
from tests.test_structure import NUMBERED, ROOT


@pytest.mark.parametrize("path", NUMBERED, ids=lambda path: path.stem)
def test_each_line_of_the_plan_has_its_place(path):
    cells = json.loads(path.read_text("utf-8"))["cells"]
    lesson = sections([Cell(cell["cell_type"], "".join(cell["source"])) for cell in cells])
    slug = path.stem.split("_", 1)[1]
    guide = guide_of(slug, lesson)
    timed = [section.heading for section in lesson if section.minutes is not None]
    assert set(guide.notes) <= set(timed) and len(guide.notes) >= len(timed) - 2 * (slug == "start_here")
    plan = (ROOT / f"lessons/{slug}/guide.md").read_text("utf-8")
    rows = re.findall(r"^\| [\d+ ]+ \| .*? \| (.*?) \|$", plan, re.MULTILINE)
    assert all(row in guide.notes.values() or row in guide.before for row in rows)
    assert "What learners get wrong" in guide.after and "| minutes |" not in guide.before + guide.after


def test_a_line_without_a_place_stays_above(tmp_path):
    (tmp_path / "a").mkdir()
    rows = "| minutes | part | what to do |\n|---:|---|---|\n| 1 | One | Do. |\n| 2 | Two | Wait. |\n"
    text = f"# A\n\nBefore.\n\n{rows}\nAfter.\n"
    (tmp_path / "a" / "guide.md").write_text(text, encoding="utf-8")
    guide = guide_of("a", sections([Cell("markdown", "# A\n\n## One · 9 min\n\nWords.")]), tmp_path)
    assert guide.notes == {"One": "Do."} and "- *Two* (2 min): Wait." in guide.before and "After." in guide.after
