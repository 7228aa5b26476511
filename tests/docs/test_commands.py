"""Every command that a document names can be typed as it stands: it starts what is there, and is understood."""

import json
import re
import shlex
from functools import cache
from importlib.util import find_spec

import pytest

from editions.command.doings import DOINGS, main
from tests.test_structure import ROOT
from tests.test_workflows import TARGETS

DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/*.md"), *ROOT.glob("lessons/*/guide.md")]
NOTEBOOKS = sorted(ROOT.glob("notebooks/*.ipynb"))
PROGRAMS = ("python", "python3", "pytest", "ruff", "mypy", "lint-imports", "jupyter", "hatchling", "nbstripout")
"""What lies in .venv, where a terminal does not look by itself."""

ANYWHERE = ("python install_offline.py", "jupyter lab --config=lab_config.py")
"""The first needs any Python; the second follows `conda activate`."""


def text_of(document):
    """What is read: of a notebook, its prose."""
    if document.suffix == ".md":
        return document.read_text(encoding="utf-8")
    cells = json.loads(document.read_text(encoding="utf-8"))["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


@cache
def commands():
    """All that stands as code, between backticks or indented: (document, line) without variables before it."""
    found = []
    for document in [*DOCUMENTS, *NOTEBOOKS]:
        text = text_of(document)
        code = re.findall(r"`([^`\n]+)`", text) + re.findall(r"^(?: {4}| {7})(\S.*?)(?:\s+#.*)?$", text, re.MULTILINE)
        found += [(document.name, re.sub(r"^(?:[A-Z]+=\S+ )+", "", line)) for line in code]
    return found


def of_the_kit():
    """What stands behind `fifty-three`: (document, words)."""
    pattern = re.compile(r"^(?:\.venv/bin/|uv run .*?|uvx --from \S+ )?fifty-three (.+)$")
    found = [(document, pattern.match(line)) for document, line in commands()]
    return [(document, match[1]) for document, match in found if match and match[1] not in ("NAME", "NAME --help")]


def test_no_program_is_called_that_a_terminal_does_not_find():
    lost = [(document, line) for document, line in commands() if line.split()[0] in PROGRAMS and " " in line]
    assert [each for each in lost if not each[1].startswith(ANYWHERE)] == []


def test_each_target_and_each_module_is_there():
    lines = [line for _, line in commands()]
    targets = {match[1] for line in lines if (match := re.match(r"make ([a-z][a-z-]*)", line))}
    modules = {match[1] for line in lines if (match := re.search(r"python -m ([\w.]+)", line))}
    assert len(targets) > 10 and targets <= TARGETS
    assert modules and all(find_spec(module) for module in modules)


@pytest.mark.parametrize("said", sorted({said for _, said in of_the_kit()}))
def test_what_the_kit_is_asked_is_understood(said, capsys):
    name, *words = shlex.split(said)
    options = [word for word in words if word.startswith("--")]
    places = words[: words.index(options[0])] if options else words
    asked = [name, *places, "--help"] if name in DOINGS else [name]
    try:
        code = main(asked)
    except SystemExit as ended:
        code = ended.code
    told = capsys.readouterr().out
    assert code == 0 and all(option in told for option in options)
