"""The first page lists what lessons say of themselves."""

import re

import nbformat

from editions.home import HOME
from editions.pages.index import DOORS, doors, lesson_rows
from editions.pages.language import ENGLISH, Language, languages
from tests.test_structure import NOTEBOOKS


def test_each_lesson_is_listed_with_what_it_asks_and_how_long_it_takes():
    rows = list(lesson_rows(NOTEBOOKS, languages()[ENGLISH]))
    assert [row.name for row in rows] == [path.stem for path in NOTEBOOKS]
    assert all(row.title and row.question.endswith("?") and "min" in row.minutes for row in rows)


def test_a_row_is_read_below_what_a_teacher_has_put_above_it(tmp_path):
    """Also an empty cell: then the title was looked for where nothing stands."""
    file = tmp_path / "01_title.ipynb"
    new = nbformat.v4.new_markdown_cell
    cells = [new(""), nbformat.v4.new_code_cell("1"), new("Mine."), new("# 01 · Title\n\n**The question.** Who?")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), file)
    [row] = lesson_rows([file], languages()[ENGLISH])
    assert (row.title, row.question) == ("01 · Title", "Who?")


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


def test_readme_begins_with_the_doors_of_the_first_page():
    rows = re.findall(
        r"^\| !\[(.+)\]\((.+)\) \| \*\*(.+)\.\*\* (.+) \| (.+) \|$", (HOME / "README.md").read_text("utf-8"), re.M
    )
    words, names = languages()[ENGLISH].page, ("picture", "name", "line")
    told = [[words[f"door_{door}_{part}"] for part in names] for door in DOORS]
    assert [[row[0], *row[2:4]] for row in rows] == told
    assert [row[1] for row in rows] == [f"docs/doors/{door}.svg" for door in DOORS]


def test_each_door_has_a_picture_with_words_and_a_link_in_each_language():
    for language in languages().values():
        for door in doors(language):
            assert 'role="img" aria-label="' in door.picture and '<a href="' in door.step
