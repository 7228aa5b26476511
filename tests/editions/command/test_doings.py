"""One word for all that the kit can do: it is handed on as it was typed, and what is unknown is named."""

from importlib import import_module, metadata

import pytest

from editions.command.doings import DOINGS, main


@pytest.mark.parametrize("name", DOINGS)
def test_every_part_of_the_kit_that_is_named_is_there_and_has_a_help(name, capsys):
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0 and f"usage: fifty-three {name} " in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("word", ["--help", "-h"])
def test_help_names_every_part(word, capsys):
    assert main([word]) == 0
    told = capsys.readouterr().out
    assert all(f"fifty-three {name} " in told for name in DOINGS)


def test_the_version_is_told(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"fifty-three {metadata.version('fifty-three')}\n"


def test_an_unknown_word_is_named_and_nothing_is_done():
    with pytest.raises(SystemExit, match=r"There is no 'lesson'\. What there is: lessons, check,"):
        main(["lesson"])


@pytest.mark.parametrize("typed", [[], ["--folder", "here"]])
def test_without_a_word_the_lessons_are_opened(typed, monkeypatch):
    asked = []
    monkeypatch.setattr(import_module("editions.command.opening"), "main", asked.append)
    assert main(typed) == 0 and asked == [typed]


def test_a_table_is_checked_and_the_exit_code_is_handed_on(tmp_path, capsys):
    assert main(["check", str(tmp_path / "none.csv"), "--no-page"]) == 2
    assert "none.csv" in capsys.readouterr().out
