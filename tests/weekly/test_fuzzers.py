"""The fuzzers can be started: a handful of cases each. `make fuzz` checks many more."""

import re
import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("part", "says"),
    [
        ("audit.fuzz", r"seed 53: [1-9]\d* releases agree"),
        ("audit.fuzz_percentages", r"seed 53: [1-9]\d* releases agree"),
        ("audit.fuzz_editions", r"seed 53: [1-9]\d* releases agree"),
        ("audit.fuzz_worlds", r"seed 53: [1-9]\d* releases agree"),
        ("repair.fuzz", "amounts, two-way, optimal: {"),
    ],
)
def test_a_few_random_tables_agree(part, says):
    command = [sys.executable, "-m", f"tests.disclosure.{part}", "--cases", "6", "--seed", "53"]
    assert re.search(says, subprocess.run(command, check=True, capture_output=True, text=True).stdout)
