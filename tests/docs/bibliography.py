"""The sources of the guides and of the pages for teachers, as `docs/references.bib` holds them."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docs" / "references.bib"
ENTRY = re.compile(r"^@(\w+)\{(\w+),\n(.*?)^\}", re.MULTILINE | re.DOTALL)
FIELD = re.compile(r"^  (\w+) = (?:\{(.*)\}|(\w+)),$", re.MULTILINE)


def entries(text: str) -> dict[str, dict[str, str]]:
    """The fields of each entry by its key; the kind of the entry is the field ``"kind"``.

    Examples:
        >>> entries("@misc{a2001,\\n  author = {A},\\n  year = {2001},\\n}\\n")
        {'a2001': {'kind': 'misc', 'author': 'A', 'year': '2001'}}
    """
    return {
        key: {"kind": kind, **{name: braced or bare for name, braced, bare in FIELD.findall(body)}}
        for kind, key, body in ENTRY.findall(text)
    }
