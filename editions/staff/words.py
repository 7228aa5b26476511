"""The words of the staff hour, in one language."""

import tomllib
from pathlib import Path
from typing import Any, Final

WORDS: Final = Path(__file__).parent / "words"
ENGLISH: Final = "en"


def read_words(code: str = ENGLISH) -> dict[str, Any]:
    """Read the words of a language.

    Args:
        code: of the language; what its file does not say is said in English.

    Raises:
        ValueError: there is no such language.

    Examples:
        >>> read_words()["titles"]["joke"]
        'The joke'
    """
    path = WORDS / f"{code}.toml"
    if not path.is_file():
        raise ValueError(f"the hour does not speak {code!r} yet: copy {WORDS.name}/en.toml and translate it.")
    words = tomllib.loads(path.read_text(encoding="utf-8"))
    return words if code == ENGLISH else _over(read_words(), words)


def _over(english: dict[str, Any], words: dict[str, Any]) -> dict[str, Any]:
    """English, with whatever has been translated in its place."""
    merged = {
        key: _over(value, words[key]) if isinstance(value, dict) and key in words else words.get(key, value)
        for key, value in english.items()
    }
    return merged
