"""A term: its name, its secret, and what follows from the secret for each student.

All of it is a keyed hash (HMAC-SHA-256). Without the key nobody gets from an id to a world or to a case; a hash without
a key would be opened by trying all ids.
"""

import hmac
import json
import secrets
import unicodedata
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Final

import numpy as np

from grading.whole_file import write_whole

KIT: Final = "fifty-three"
FILE: Final = "term.json"
SECRET_BYTES: Final = 32
CODE_LENGTH: Final = 8
AS_LETTERS: Final = str.maketrans("0123456789abcdef", "bcdfghjklmnpqrst")
"""Codes are letters: a spreadsheet would take some digits for a number."""
OTHER_TERM: Final = (
    "{file} belongs to the term {there!r}, not to {asked!r}. Name another folder: a term keeps its secret to its end."
)
OTHER_KIT: Final = (
    "{file} was made by version {there} of the kit, and this is {here}. Worlds may differ between versions: go on with "
    "{there} until the term ends."
)
DAMAGED: Final = (
    "{file} cannot be read as a term. Take it from your backup: without its secret no hand-in can be marked."
)


class TermError(ValueError):
    """A term cannot be used; the sentence says what to do."""


@dataclass(frozen=True)
class Term:
    """One term of a course.

    Args:
        name: such as ``"2026 autumn"``.
        secret: the key, in hexadecimal digits; it is never shown.

    Examples:
        >>> term = Term("2026 autumn", "00" * 32)
        >>> term
        Term(name='2026 autumn')
        >>> term.code("ada") == term.code(" ada "), term.code("ada") == term.code("bea")
        (True, False)
    """

    name: str
    secret: str = field(repr=False)

    def keyed(self, *message: str) -> str:
        """The keyed hash of some words, as 64 hexadecimal digits."""
        joined = "\0".join(unicodedata.normalize("NFC", word).strip() for word in message)
        return hmac.new(bytes.fromhex(self.secret), joined.encode(), "sha256").hexdigest()

    def seed(self, student: str) -> str:
        """The seed of a student's world: for the grader only."""
        return self.keyed("world", student)

    def code(self, student: str) -> str:
        """The word under which a student finds the files of her world: no id, and no way to the seed."""
        return self.keyed("code", student)[:CODE_LENGTH].translate(AS_LETTERS)

    def draws(self, student: str, task: str) -> np.random.Generator:
        """What the cases of one task are drawn from, for one student."""
        return np.random.default_rng(int(self.keyed("cases", student, task), 16))


def term_in(folder: Path, name: str) -> Term:
    """The term of a folder: read where it is, else made, with a new secret that only its owner can read.

    Args:
        folder: the grader's.
        name: of the term.

    Raises:
        TermError: the folder belongs to another term or to another version of the kit, or its file is damaged.
        OSError: nothing can be written there.
    """
    file = folder / FILE
    if not file.exists():
        held = {"term": name, "kit": metadata.version(KIT), "secret": secrets.token_hex(SECRET_BYTES)}
        write_whole(file, json.dumps(held, indent=2) + "\n", private=True)
    term = read_term(folder)
    if term.name != name:
        raise TermError(OTHER_TERM.format(file=file, there=term.name, asked=name))
    return term


def read_term(folder: Path) -> Term:
    """The term whose secret lies in a grader's folder.

    Raises:
        FileNotFoundError: there is none.
        TermError: its file is damaged, or another version of the kit made it.
    """
    file = folder / FILE
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
        name, kit, secret = held["term"], held["kit"], held["secret"]
        whole = isinstance(name, str) and len(bytes.fromhex(secret)) == SECRET_BYTES
    except (ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        raise TermError(DAMAGED.format(file=file))
    if kit != metadata.version(KIT):
        raise TermError(OTHER_KIT.format(file=file, there=kit, here=metadata.version(KIT)))
    return Term(name, secret)
