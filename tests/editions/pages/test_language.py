"""A sentence is said in another language with its numbers written as that language writes them."""

from string import Formatter

import pytest

from editions.pages.language import ENGLISH, WORDS, Language, languages, read_language, template

FRENCH = Language("fr", decimal=",", thousands="\u202f", sentences={"{} of {} are alone.": "{} sur {} sont seuls."})


def test_numbers_keep_their_order_and_change_their_signs():
    assert FRENCH.text("1,024 of 2,000.5 are alone.") == "1\u202f024 sur 2\u202f000,5 sont seuls."


def test_what_is_not_translated_stays_as_it_is():
    assert FRENCH.text("12 of them.") == "12 of them."


def test_line_breaks_of_a_source_tell_no_sentences_apart():
    assert template("53 of\n  them") == template("7 of them")


def test_every_language_says_all_that_english_says_with_the_same_slots():
    english = languages()[ENGLISH].page
    for language in languages().values():
        assert language.page.keys() == english.keys()
        assert language.direction in ("ltr", "rtl")
        for name, words in english.items():
            assert slots(language.page[name]) == slots(words), (language.code, name)


def test_a_language_that_says_what_no_page_says_is_refused(tmp_path):
    file = tmp_path / "xx.toml"
    file.write_text('direction = "ltr"\ndecimal = "."\nthousands = ","\n[page]\nhello = "hi"\n')
    with pytest.raises(ValueError, match=r"xx\.toml has hello"):
        read_language(file)


def test_each_file_is_a_language():
    assert set(languages()) == {path.stem for path in WORDS.glob("*.toml")}


def slots(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}
