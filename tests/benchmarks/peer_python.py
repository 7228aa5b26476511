"""A Python of its own for a peer whose old versions of other packages must not come near the kit's."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PEERS = Path(__file__).with_name("peers")


def python_with(package: str, home: Path) -> Path:
    """The Python of a new environment in which one package is installed, such as ``"acro==1.0.2"``."""
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, "venv", "-q", "--python", sys.executable, home / "venv"], check=True)
    python = home / "venv" / "bin" / "python"
    subprocess.run([uv, "pip", "install", "-q", "--python", python, package], check=True)
    return python


def told_by(python: Path, script: str, arguments: Sequence[str | Path]) -> Any:
    """What a script of ``peers/`` prints as JSON; what else it writes stays in its environment's folder."""
    command, home = [python, PEERS / script, *arguments], python.parents[2]
    told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=home)
    return json.loads(told.stdout)
