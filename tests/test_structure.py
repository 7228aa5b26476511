"""The house stays in order: every lesson has all its parts, nothing grows too long, notebooks store no outputs."""

import ast
import json
import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PACKAGES = [*sorted((ROOT / "data_gen").rglob("*.py")), *sorted((ROOT / "lessons").rglob("*.py"))]

LESSONS = {
    "00_start_here": ["environment", "progress", "widgets/prediction"],
    "01_singling_out": ["attacks/singling_out", "releases/drill_down", "charts/singling_out"],
    "02_suppression": [
        "audit/subtraction",
        "audit/verdicts",
        "charts/defences",
        "charts/suppression",
        "defences/coarsening",
        "defences/rounding",
        "defences/suppression",
        "widgets/suppression",
    ],
    "03_differencing": [
        "attacks/differencing",
        "attacks/isolating",
        "charts/differencing",
        "defences/publishing",
        "releases/beginnings",
        "releases/published",
        "sweep/rhythm",
        "widgets/differencing",
    ],
    "04_complementary_suppression": [
        "charts/complementary_suppression",
        "defences/by_hand",
        "defences/complementary_suppression",
        "releases/from_counts",
        "sweep/repairs",
        "widgets/complementary_suppression",
        "widgets/hand_repair",
        "widgets/table_control",
    ],
    "05_insiders": ["attacks/insiders", "charts/cell_table", "charts/insiders", "sweep/insiders", "widgets/insiders"],
    "06_quasi_identifiers": [
        "attacks/intersection",
        "attacks/quasi_identifiers",
        "charts/quasi_identifiers",
        "defences/generalisation",
        "defences/mondrian",
        "measures/anonymity",
        "releases/classes",
        "releases/research_extract",
        "sweep/quasi_identifiers",
        "widgets/quasi_identifiers",
    ],
    "07_unicity": [
        "attacks/points",
        "charts/unicity",
        "measures/information",
        "measures/unicity",
        "releases/postings",
        "releases/pseudonymous_log",
        "sweep/hearsay",
        "sweep/unicity",
        "widgets/unicity",
    ],
    "08_linking": [
        "attacks/linking",
        "attacks/rating_index",
        "attacks/scoreboard",
        "charts/linking",
        "defences/row_level",
        "measures/row_level",
        "releases/ratings_log",
        "sweep/linking",
        "widgets/linking",
    ],
}
"""Every lesson: number and slug -> the modules that it is about. Its exercises and guide page follow from the slug."""

LONGEST_MODULE, LONGEST_FUNCTION, LONGEST_CELL = 300, 30, 12


def names(paths):
    return [str(path.relative_to(ROOT)) for path in paths]


def test_every_notebook_has_its_row():
    assert [path.stem for path in NOTEBOOKS] == sorted(LESSONS)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_has_all_its_parts(lesson):
    slug = lesson.split("_", 1)[1]
    expected = [f"notebooks/{lesson}.ipynb", f"lessons/guide/{lesson}.md", f"lessons/exercises/{slug}.py"]
    if slug != "start_here":  # which claims nothing of worlds, and asks nothing about concepts
        expected += [f"tests/claims/test_{slug}.py", f"lessons/questions/{slug}.toml"]
    expected += [f"lessons/{module}.py" for module in LESSONS[lesson]]
    assert [path for path in expected if not (ROOT / path).is_file()] == []


@pytest.mark.parametrize("lesson", LESSONS)
def test_lesson_readme_and_guide_promise_the_same_minutes(lesson):
    """The guide's parts add up to what the lesson and the README say, to the nearest five minutes in long lessons."""
    [said] = set(re.findall(r"\*\*About (\d+) minutes", (ROOT / f"notebooks/{lesson}.ipynb").read_text("utf-8")))
    row = next(line for line in (ROOT / "README.md").read_text("utf-8").splitlines() if f"{lesson}.ipynb" in line)
    plan = (ROOT / f"lessons/guide/{lesson}.md").read_text("utf-8")
    parts = re.findall(r"^\| ([\d+ ]+) \|", plan, re.MULTILINE)
    minutes = sum(int(number) for part in parts for number in part.split("+"))
    assert row.rstrip(" |").endswith(f"| {said}") and abs(minutes - int(said)) <= 2


@pytest.mark.parametrize("path", sorted((ROOT / "tests/benchmarks").glob("test_*.py")), ids=lambda path: path.stem)
def test_benchmarks_can_still_be_started(path):
    """They are run by hand only: a name that has moved away would be noticed too late."""
    import_module(f"tests.benchmarks.{path.stem}")


def test_every_module_has_its_tests():
    modules = [path.relative_to(ROOT) for path in PACKAGES if path.name not in {"__init__.py", "__main__.py"}]
    mirrored = [Path("tests") / path.with_name(f"test_{path.name}") for path in modules]
    with_behaviour = [test for test in mirrored if test.parent.name != "strings" and test.name != "test_colours.py"]
    assert [str(test) for test in with_behaviour if not (ROOT / test).is_file()] == []


@pytest.mark.parametrize("path", PACKAGES, ids=names(PACKAGES))
def test_modules_and_functions_stay_short(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    assert [(f.name, lines) for f in functions if (lines := lines_of(f)) > LONGEST_FUNCTION] == []


def lines_of(function):
    """Lines of a function without its docstring."""
    docstring = function.body[0].end_lineno - function.body[0].lineno + 1 if ast.get_docstring(function) else 0
    return function.end_lineno - function.lineno + 1 - docstring


@pytest.mark.parametrize("path", NOTEBOOKS, ids=names(NOTEBOOKS))
def test_notebooks_store_no_outputs_and_keep_cells_short(path):
    cells = [c for c in json.loads(path.read_text(encoding="utf-8"))["cells"] if c["cell_type"] == "code"]
    assert [c["source"] for c in cells if c["outputs"] or c["execution_count"]] == []
    written = [[line for line in "".join(c["source"]).splitlines() if line.strip()] for c in cells]
    assert [lines for lines in written if len(lines) > LONGEST_CELL] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=names(NOTEBOOKS))
def test_only_learners_define_functions_in_notebooks(path):
    cells = [c for c in json.loads(path.read_text(encoding="utf-8"))["cells"] if c["cell_type"] == "code"]
    trees = [ast.parse("".join(c["source"])) for c in cells]
    functions = [node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert [name for name in functions if not name.startswith("my_")] == []


def test_nothing_is_fetched_at_run_time():
    """No address of a code or font server stands anywhere in the kit."""
    hosts = ["cdn.", "unpkg", "esm.sh", "googleapis", "jsdelivr"]
    files = [p for d in ("data_gen", "lessons", "notebooks") for p in (ROOT / d).rglob("*") if p.is_file()]
    text = {p: p.read_text(encoding="utf-8") for p in files if p.suffix in {".py", ".js", ".css", ".ipynb", ".md"}}
    assert [(p.name, host) for p, t in text.items() for host in hosts if host in t] == []
