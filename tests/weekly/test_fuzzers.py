"""The two fuzzers can be started: a handful of cases each. `make fuzz` checks many more."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(("part", "says"), [("audit", "6 releases agree"), ("repair", "amounts, two-way, optimal: {")])
def test_a_few_random_tables_agree(part, says):
    command = [sys.executable, "-m", f"tests.disclosure.{part}.fuzz", "--cases", "6", "--seed", "53"]
    assert says in subprocess.run(command, check=True, capture_output=True, text=True).stdout
