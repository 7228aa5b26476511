"""How hard is a text to read? Its longest sentences, and the years of school that its prose asks for.

    .venv/bin/python -m tests.readability notebooks/05_insiders.ipynb lessons/insiders/questions.toml

The grade is that of Kincaid, Fishburne, Rogers and Chissom (1975), known as Flesch-Kincaid's.
"""

import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

LONGEST_SENTENCE, HIGHEST_GRADE = 35, 6.0

NO_PROSE = ("#", "|", "**The code of this lesson**")
"""Lines that nobody reads as sentences: headings, tables, a list of files."""
MARKUP = (
    (r"<[^>]+>|\$[^$]*\$", " "),
    (r"!?\[([^\]]*)\]\([^)]*\)", r"\1"),
    (r"`[^`]*`", "Code"),
    (r"[*_“”\"]", ""),
    (r"^\s*(?:[-+]|\d+\.)\s+", ""),
)
SENTENCE_ENDS = re.compile(r"(?<=[.!?])\)?\s+(?=\(?[^\Wa-z])|(?<=:)\n|\n\n")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*")

VOWELS = re.compile(r"[aeiouyáàâäéèêíìîóòôöúùûü]+")
SILENT = re.compile(
    r"(?<=[qg])ues?$|(?<![aeiouy])(?<![^aeiouy]l)e$|(?<![aeiouyscgzxh])(?<![^aeiouy]l)es$|(?<![aeioudt])(?<![^aeiouy]l)ed$"
    r"|(?<=som)e(?=\w)|(?<=ev)e(?=ry)|(?<=[^aeiouyl])e(?=ly$|ment|less|ful)"
)
APART = re.compile(
    r"i[ao](?<![tscg]i[ao])|(?<=[^qg])ua|eo$|[rd]ea$|[eoy]i(?=ng)|(?<=cr)ea|(?<=[cu])ie|(?<=[^aeiouy])ism$"
)


def syllables(word: str) -> int:
    """Count the syllables of an English word by its groups of vowels; a number counts as one."""
    parts = [part for part in re.split(r"['’-]", word.lower()) if len(part) > 1]
    return sum(max(1, len(VOWELS.findall(SILENT.sub("", part))) + len(APART.findall(part))) for part in parts) or 1


def sentences(text: str) -> list[str]:
    """Sentences of a text in Markdown: each paragraph and each item of a list begins a new one."""
    kept: list[str] = []
    for line in text.splitlines():
        begins = re.match(r"\s*([-+*]|\d+\.) ", line)
        said = "" if line.lstrip().startswith(NO_PROSE) else line
        for pattern, plain in MARKUP:
            said = re.sub(pattern, plain, said)
        kept += ["", said] if begins else [said]
    found = SENTENCE_ENDS.split("\n".join(kept))
    return [one for part in found if WORD.search(one := " ".join(part.split()))]


def grade(text: str) -> float:
    """Years of school that a text asks for: 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    said = sentences(text)
    words = [word for sentence in said for word in WORD.findall(sentence)]
    return 0.39 * len(words) / len(said) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def longest(text: str) -> list[tuple[int, str]]:
    """Sentences with the number of their words, the longest first."""
    return sorted(((len(WORD.findall(one)), one) for one in sentences(text)), reverse=True)


def prose_of(path: Path) -> str:
    """The text of a notebook's Markdown cells, or of a file of questions."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        return "\n\n".join("".join(c["source"]) for c in json.loads(text)["cells"] if c["cell_type"] == "markdown")
    return "\n\n".join(strings_in(tomllib.loads(text))) if path.suffix == ".toml" else text


def strings_in(value: Any) -> list[str]:
    """All texts of a tree of tables and lists that hold more than a name."""
    if isinstance(value, str):
        return [value] if " " in value else []
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for child in children for text in strings_in(child)]


if __name__ == "__main__":
    for name in sys.argv[1:]:
        read = prose_of(Path(name))
        told = [f"{name}: grade {grade(read):.1f} (at most {HIGHEST_GRADE:g})"]
        told += [f"  {count} words: {sentence}" for count, sentence in longest(read)[:5]]
        sys.stdout.write("\n".join(told) + "\n")
