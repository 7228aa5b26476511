"""The house stays in order: every lesson has all its parts, nothing grows too long, notebooks store no outputs."""

import ast
import json
import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
NUMBERED = [path for path in NOTEBOOKS if path.stem[:2].isdigit()]
"""The lessons; a notebook without a number is a door to the library."""

PACKAGES = ["data_gen", "disclosure", "teaching", "lessons", "editions", "grading"]
MODULES = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
LESSONS = [path.stem for path in NUMBERED]

PARTS = ["__init__.py", "guide.md", "questions.toml", "exercises.py", "strings.py"]
"""What every lesson's folder holds; what else it needs is its own affair."""
LACKS = {"start_here": ["questions.toml", "strings.py", "test_claims.py"]}
"""The first lesson asks nothing about concepts, says nothing of its own, and claims nothing of worlds."""

LONGEST_MODULE, LONGEST_FUNCTION, LONGEST_CELL, MOST_IMPORTS = 300, 30, 12, 10
WIDEST_LINE = 88
"""Characters of a code cell that fit beside a sidebar; what is wider scrolls."""

READ_AGAIN = [path for path in NUMBERED if path.stem != "00_start_here"]
"""Lessons with a core, two sets of questions and terms: all but the first, which explains the kit itself."""

ATTACK_OR_DEFENCE = re.compile(
    r"lessons\.\w+\.(attack|intersection|scoreboard|exact_search|defences)$"
    r"|disclosure\.(attacks|defences)\.|disclosure\.records\.(generalisation|mondrian)$"
)
"""Modules whose functions and classes a notebook shows after their first use."""


def names(paths):
    return [str(path.relative_to(ROOT)) for path in paths]


def test_every_folder_is_a_lesson_and_every_lesson_a_folder():
    folders = {path.parent.name for path in (ROOT / "lessons").glob("*/__init__.py")}
    assert folders == {lesson.split("_", 1)[1] for lesson in LESSONS}


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_has_all_its_parts(lesson):
    slug = lesson.split("_", 1)[1]
    tests = [f"tests/lessons/{slug}/{name}" for name in ("test_claims.py", "test_exercises.py", "browser.py")]
    expected = [*(f"lessons/{slug}/{part}" for part in PARTS), *tests]
    assert [p for p in expected if not (ROOT / p).is_file() and Path(p).name not in LACKS.get(slug, [])] == []


@pytest.mark.parametrize("lesson", LESSONS)
def test_lesson_readme_and_guide_promise_the_same_minutes(lesson):
    """The guide's parts add up to what the lesson and the README say, to the nearest five minutes in long lessons."""
    [said] = set(re.findall(r"\*\*About (\d+) minutes", (ROOT / f"notebooks/{lesson}.ipynb").read_text("utf-8")))
    rows = [line for line in (ROOT / "README.md").read_text("utf-8").splitlines() if line.startswith("|")]
    row = next(line for line in rows if f"{lesson}.ipynb" in line)
    plan = (ROOT / f"lessons/{lesson.split('_', 1)[1]}/guide.md").read_text("utf-8")
    parts = re.findall(r"^\| ([\d+ ]+) \|", plan, re.MULTILINE)
    minutes = sum(int(number) for part in parts for number in part.split("+"))
    assert re.search(rf"\| (core \d+, all )?{said} \|$", row) and abs(minutes - int(said)) <= 2


def has_behaviour(path):
    """Modules of words, colours and doors hold nothing but values and imports."""
    return any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in ast.parse(path.read_text("utf-8")).body)


def test_every_module_has_its_tests():
    named = [path for path in MODULES if path.name not in {"__init__.py", "__main__.py"} and has_behaviour(path)]
    mirrored = [Path("tests") / path.relative_to(ROOT).with_name(f"test_{path.name}") for path in named]
    assert [str(test) for test in mirrored if not (ROOT / test).is_file()] == []


def test_every_attack_and_defence_of_the_library_is_used():
    """By a lesson, a notebook or another part of the library: the door of its own folder does not count."""
    users = [path for path in MODULES if path.name != "__init__.py"]
    texts = {path: path.read_text("utf-8") for path in [*users, *NOTEBOOKS]}
    folders = [ROOT / "disclosure" / name for name in ("attacks", "defences")]
    unused = []
    for home in (path for folder in folders for path in users if path.parent == folder):
        public = [node.name for node in ast.parse(texts[home]).body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
        called = re.compile(rf"\b({'|'.join(name for name in public if name[0] != '_') or '(?!)'})\b")
        if not any(called.search(text) for path, text in texts.items() if path != home):
            unused.append(home.name)
    assert unused == []


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_modules_and_functions_stay_short(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    assert [(f.name, lines) for f in functions if (lines := lines_of(f)) > LONGEST_FUNCTION] == []


def lines_of(function):
    """Lines of a function without its docstring."""
    docstring = function.body[0].end_lineno - function.body[0].lineno + 1 if ast.get_docstring(function) else 0
    return function.end_lineno - function.lineno + 1 - docstring


def code_cells(path):
    return [c for c in json.loads(path.read_text(encoding="utf-8"))["cells"] if c["cell_type"] == "code"]


def imports_of(path):
    return [node for cell in code_cells(path) for node in ast.parse("".join(cell["source"])).body if is_import(node)]


def is_import(node):
    return isinstance(node, ast.Import | ast.ImportFrom)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=names(NOTEBOOKS))
def test_notebooks_store_no_outputs_and_keep_cells_short(path):
    assert [c["source"] for c in code_cells(path) if c["outputs"] or c["execution_count"]] == []
    written = [[line for line in "".join(c["source"]).splitlines() if line.strip()] for c in code_cells(path)]
    beside_imports = [lines for lines in written if not lines[0].startswith(("import ", "from "))]
    assert [lines for lines in beside_imports if len(lines) > LONGEST_CELL] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=names(NOTEBOOKS))
def test_a_long_list_of_imports_is_folded_where_a_notebook_opens(path):
    """A learner begins with the question, not with forty names; one click, or Enter on the cell, unfolds them."""
    first, *others = code_cells(path)
    folded = [cell["metadata"].get("jupyter", {}).get("source_hidden", False) for cell in (first, *others)]
    assert folded == [len("".join(first["source"]).splitlines()) > LONGEST_CELL, *[False] * len(others)]


@pytest.mark.parametrize("path", READ_AGAIN, ids=names(READ_AGAIN))
def test_no_line_of_code_scrolls_sideways(path):
    lines = [line for cell in code_cells(path) for line in "".join(cell["source"]).splitlines()]
    assert [line for line in lines if len(line) > WIDEST_LINE] == []


@pytest.mark.parametrize("path", READ_AGAIN, ids=names(READ_AGAIN))
def test_what_is_revealed_has_been_computed(path):
    """No prediction is answered by a number or a text that stands in the cell: another world has another answer."""
    calls = [node for cell in code_cells(path) for node in ast.walk(ast.parse("".join(cell["source"])))]
    revealed = [node.args[0] for node in calls if isinstance(node, ast.Call) and called(node) == "reveal"]
    assert [ast.unparse(value) for value in revealed if not any(isinstance(n, ast.Name) for n in ast.walk(value))] == []


def called(node):
    """The name of the method or function that is called."""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=names(NOTEBOOKS))
def test_a_notebook_imports_through_the_doors_in_its_first_cell(path):
    first, *others = code_cells(path)
    assert all(is_import(node) for node in ast.parse("".join(first["source"])).body)
    assert [cell["source"] for cell in others if any(map(is_import, ast.parse("".join(cell["source"])).body))] == []
    assert len(imports_of(path)) <= MOST_IMPORTS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=names(NOTEBOOKS))
def test_every_attack_and_every_defence_shows_its_code(path):
    """Of what a notebook takes from attacks and defences, all is shown, and nothing before it is used."""
    taken = {alias.name: node.module for node in imports_of(path) for alias in node.names if hasattr(node, "module")}
    homes = {
        name: getattr(getattr(import_module(module), name, None), "__module__", "") for name, module in taken.items()
    }
    expected = {name for name, home in homes.items() if ATTACK_OR_DEFENCE.match(home)}
    shown = {}
    for place, cell in enumerate(code_cells(path)):
        called = re.match(r"show_code\((.*)\)$", "".join(cell["source"]).strip(), re.DOTALL)
        shown |= dict.fromkeys(re.findall(r"\w+", called[1]), place) if called else {}
    assert expected <= set(shown)
    before = {name: "\n".join("".join(c["source"]) for c in code_cells(path)[1 : shown[name]]) for name in expected}
    assert [name for name, text in before.items() if not re.search(rf"\b{name}\b", text)] == []


@pytest.mark.parametrize("path", NUMBERED, ids=names(NUMBERED))
def test_a_lesson_says_where_its_code_is(path):
    """One line at its end names the lesson's folder, guide, exercises and tests."""
    slug = path.stem.split("_", 1)[1]
    texts = ["".join(c["source"]) for c in json.loads(path.read_text("utf-8"))["cells"] if c["cell_type"] == "markdown"]
    [line] = [line for text in texts for line in text.splitlines() if line.startswith("**The code of this lesson**")]
    named = re.findall(r"`([^`]+)`", line)
    assert {f"lessons/{slug}", f"tests/lessons/{slug}"} <= set(named)
    assert [name for name in named if not any((ROOT / p / name).exists() for p in ("", f"lessons/{slug}"))] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=names(NOTEBOOKS))
def test_only_learners_define_functions_in_notebooks(path):
    trees = [ast.parse("".join(c["source"])) for c in code_cells(path)]
    functions = [node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert [name for name in functions if not name.startswith("my_")] == []


COMMON = {
    "Before you begin",
    "One person",
    "Check yourself",
    "What to remember",
    "The claims of this lesson, checked",
    "An exercise",
}
"""Headings that lessons share."""


def headings(path):
    """The headings of a lesson, without minutes and without "For those who go on"."""
    texts = ["".join(c["source"]) for c in json.loads(path.read_text("utf-8"))["cells"] if c["cell_type"] == "markdown"]
    found = re.findall(r"^##+ (?:For those who go on: )?(.*?)(?: · \d+ min)?$", "\n".join(texts), re.MULTILINE)
    return [heading for heading in found if heading not in COMMON]


def test_no_two_headings_are_alike():
    every = [heading.casefold() for path in READ_AGAIN for heading in headings(path)]
    assert {heading for heading in every if every.count(heading) > 1} == set()


PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "lessons").glob("*/guide.md"), *NOTEBOOKS]


@pytest.mark.parametrize("path", PAGES, ids=names(PAGES))
def test_links_lead_somewhere(path):
    """Links to files of the kit, from where they stand."""
    linked = re.findall(r"\]\(([^)#: ]+)\)", path.read_text(encoding="utf-8"))
    assert [link for link in linked if not (path.parent / link).exists()] == []


def test_nothing_is_fetched_at_run_time():
    """No address of a code or font server stands anywhere in the kit."""
    hosts = ["cdn.", "unpkg", "esm.sh", "googleapis", "jsdelivr"]
    files = [p for d in (*PACKAGES, "notebooks") for p in (ROOT / d).rglob("*") if p.is_file()]
    text = {p: p.read_text(encoding="utf-8") for p in files if p.suffix in {".py", ".js", ".css", ".ipynb", ".md"}}
    assert [(p.name, host) for p, t in text.items() for host in hosts if host in t] == []
