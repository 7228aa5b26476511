"""The fuzzers can be started: a handful of cases each. `make fuzz` checks many more."""

import re
import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("part", "cases", "says"),
    [
        ("audit.fuzz", 6, r"seed 53: [1-9]\d* releases agree"),
        ("audit.fuzz_percentages", 6, r"seed 53: [1-9]\d* releases agree"),
        ("audit.fuzz_editions", 6, r"seed 53: [1-9]\d* releases agree"),
        ("audit.fuzz_worlds", 6, r"seed 53: [1-9]\d* releases agree"),
        ("repair.fuzz", 2, "amounts, two-way, optimal: {"),
    ],
)
def test_a_few_random_tables_agree(part, cases, says):
    command = [sys.executable, "-m", f"tests.disclosure.{part}", "--cases", str(cases), "--seed", "53"]
    assert re.search(says, subprocess.run(command, check=True, capture_output=True, text=True).stdout)
