"""The first page lists what lessons say of themselves."""

import nbformat

from editions.pages.index import lesson_rows
from editions.pages.language import ENGLISH, Language, languages
from tests.test_structure import NOTEBOOKS


def test_each_lesson_is_listed_with_what_it_asks_and_how_long_it_takes():
    rows = list(lesson_rows(NOTEBOOKS, languages()[ENGLISH]))
    assert [row.name for row in rows] == [path.stem for path in NOTEBOOKS]
    assert all(row.title and row.question.endswith("?") and "min" in row.minutes for row in rows)


def test_a_language_lists_only_what_was_translated(tmp_path):
    head = "# 01 · Title\n\n**The question.** Who?\n\n**About 5 minutes.**"
    file = tmp_path / "01_title.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(head)]), file)
    said = {"# {} · Title": "# {} · Titre", "**The question.** Who?": "**La question.** Qui ?"}
    words = {"minutes": "{all} min", "minutes_core": ""}
    french = Language("fr", page=words, sentences=said, lessons=frozenset({"title"}))
    [row] = lesson_rows([file], french)
    assert (row.title, row.question, row.minutes) == ("01 · Titre", "Qui ?", "5 min")
    assert not list(lesson_rows([file], Language("fr", lessons=frozenset())))
