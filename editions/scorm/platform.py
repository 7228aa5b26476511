"""What a page tells a learning platform, and what it never tells."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

SCRIPT: Final = Path(__file__).parent / "platform.js"


@dataclass(frozen=True)
class Told:
    """What the platform is told beside "begun" and "completed". Both are off: what is on, an employer can see.

    Args:
        score: the share of questions answered rightly, 0 to 100.
        interactions: each answer, with its question.
    """

    score: bool = False
    interactions: bool = False


def platform_script(told: Told) -> str:
    """Return the script that speaks to the platform; without one around it, it does nothing.

    Args:
        told: what the platform is told.

    Examples:
        >>> '{"score": true, "interactions": false}' in platform_script(Told(score=True))
        True
    """
    return SCRIPT.read_text(encoding="utf-8").replace("TOLD", json.dumps(asdict(told)), 1)
