"""The workflows of the code host do what the Makefile does, and name nothing that is not there."""

import re
from pathlib import Path

import pytest
import yaml

from editions.wheelhouse import PYTHONS

ROOT = Path(__file__).parent.parent
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))


def commands(workflow):
    """All lines that a workflow runs."""
    jobs = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]
    return [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_each_target_that_is_called_is_one_of_the_makefile(workflow):
    called = [word for line in commands(workflow) for word in re.findall(r"^make ([a-z-]+)", line)]
    assert set(called) <= TARGETS
    assert all(line.startswith(("make ", "uv ", ".venv/bin/uv ")) for line in commands(workflow))


def test_what_runs_without_make_takes_the_flags_of_make_test():
    (flags,) = re.findall(r"^tested: .*\n\t.*/pytest (.*)$", MAKEFILE, re.MULTILINE)
    by_hand = [line for line in commands(ROOT / ".github/workflows/tests.yml") if "pytest" in line]
    assert by_hand and all(f"pytest {flags} " in line for line in by_hand)


def test_all_pythons_of_the_stick_are_tried():
    jobs = yaml.safe_load((ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8"))["jobs"]
    assert tuple(jobs["linux"]["strategy"]["matrix"]["python"]) == PYTHONS


def test_a_workflow_may_write_nothing_but_the_pages():
    for workflow in WORKFLOWS:
        rights = yaml.safe_load(workflow.read_text(encoding="utf-8"))["permissions"]
        assert rights["contents"] == "read" and set(rights) <= {"contents", "pages", "id-token"}
