"""What an office puts in of its own: a contact, a sign, and up to three cases, in one TOML file."""

import base64
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

MOST_CASES: Final = 3
SIGNS: Final = {".svg": "image/svg+xml", ".png": "image/png"}


@dataclass(frozen=True)
class OwnCase:
    """A case of the office's own: invented, or long public.

    Attributes:
        title, text: what is to be decided.
        told: what happened, shown after the decision.
    """

    title: str
    text: str
    told: str


@dataclass(frozen=True)
class Own:
    """What an office puts in.

    Attributes:
        contact: whom to ask after the hour; empty where nobody is named.
        sign: the logo, as a ``data:`` address; empty where there is none.
        sign_says: its text for whoever does not see it.
        cases: at most three.
    """

    contact: str = ""
    sign: str = ""
    sign_says: str = ""
    cases: tuple[OwnCase, ...] = ()


NOTHING: Final = Own()
"""What an office has that puts nothing in."""


def read_own(path: Path) -> Own:
    """Read an office's file.

    Args:
        path: with ``contact``, ``sign`` (a file beside it, .svg or .png), ``sign_says`` and ``[[cases]]``
            (``title``, ``text``, ``told``); all may be left out.

    Raises:
        ValueError: something stands there that the hour does not know.
    """
    entries: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    if unknown := sorted(entries.keys() - {"contact", "sign", "sign_says", "cases"}):
        raise ValueError(f"{path.name} has {unknown[0]!r}: it may have contact, sign, sign_says and cases.")
    cases = entries.get("cases", [])
    if len(cases) > MOST_CASES:
        raise ValueError(f"{path.name} has {len(cases)} cases: an hour has time for {MOST_CASES} at most.")
    for case in cases:
        if case.keys() != {"title", "text", "told"}:
            raise ValueError(f"{path.name}: a case has title, text and told, and nothing else.")
    sign = _as_data(path.parent / entries["sign"]) if entries.get("sign") else ""
    own = tuple(OwnCase(**case) for case in cases)
    return Own(entries.get("contact", ""), sign, entries.get("sign_says", ""), own)


def _as_data(path: Path) -> str:
    """A picture as an address that needs no request."""
    if path.suffix not in SIGNS:
        raise ValueError(f"{path.name} is no sign that can be shown: take an .svg or a .png.")
    return f"data:{SIGNS[path.suffix]};base64,{base64.b64encode(path.read_bytes()).decode()}"
