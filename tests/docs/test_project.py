"""The commands of the project can be given as they stand there."""

import re
import shlex

import pytest

from disclosure.__main__ import _parser
from tests.test_structure import ROOT

TEXT = (ROOT / "docs" / "project.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    \.venv/bin/fifty-three (.*?)(?:\s+#.*)?$", TEXT, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_understood(command):
    assert _parser().parse_args(shlex.split(command)).doing == "check"


def test_the_table_to_try_first_is_there_and_points_add_up_to_a_hundred():
    file = shlex.split(COMMANDS[0])[1]
    assert (ROOT / file).is_file() and len(COMMANDS) == 4
    assert sum(map(int, re.findall(r"^\| \*\*.* \| (\d+) \|$", TEXT, re.MULTILINE))) == 100
