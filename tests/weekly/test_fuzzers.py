"""The fuzzers can be started: a handful of cases each. `make fuzz` checks many more."""

import re
import subprocess
import sys

import pytest

from tests.disclosure.repair import fuzz


@pytest.mark.parametrize(
    ("part", "cases", "says"),
    [
        ("audit.fuzz", 6, r"seed 53: [1-9]\d* releases agree"),
        ("audit.fuzz_percentages", 6, r"seed 53: [1-9]\d* releases agree"),
        ("audit.fuzz_editions", 6, r"seed 53: [1-9]\d* releases agree"),
        ("audit.fuzz_worlds", 6, r"seed 53: [1-9]\d* releases agree"),
    ],
)
def test_a_few_random_tables_agree(part, cases, says):
    command = [sys.executable, "-m", f"tests.disclosure.{part}", "--cases", str(cases), "--seed", "53"]
    assert re.search(says, subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def test_a_few_random_repairs_agree(monkeypatch, capsys):
    """One kind of all: each is run by the tests of its module."""
    monkeypatch.setattr(fuzz, "KINDS", {"amounts": ["two-way"]})
    monkeypatch.setattr(sys, "argv", ["fuzz", "--cases", "2", "--seed", "53"])
    fuzz.main()
    assert "seed 53, amounts, two-way, optimal: {" in capsys.readouterr().out
