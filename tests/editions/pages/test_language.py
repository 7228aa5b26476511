"""A sentence is said in another language with its numbers written as that language writes them."""

from string import Formatter

import pytest

from editions.pages.language import ENGLISH, WORDS, Language, languages, read_language, template

FRENCH = Language("fr", decimal=",", thousands="\u202f", sentences={"{} of {} are alone.": "{} sur {} sont seuls."})


def test_numbers_keep_their_order_and_change_their_signs():
    assert FRENCH.text("1,024 of 2,000.5 are alone.") == "1\u202f024 sur 2\u202f000,5 sont seuls."


def test_what_is_not_translated_stays_as_it_is():
    assert FRENCH.text("12 of them.") == "12 of them."


def test_another_order_of_numbers_is_said_by_their_places():
    language = Language("fr", decimal=",", sentences={"Of {} people, {} left.": "{1} sur {0} sont parties."})
    assert language.text("Of 20 people, 3.5 left.") == "3,5 sur 20 sont parties."


def test_a_number_alone_needs_no_translation():
    assert [FRENCH.text(number) for number in ("0.6", "-1,000", "15%", "2017-12-01")] == [
        "0,6", "-1\u202f000", "15%", "2017-12-01"
    ]  # fmt: skip


def test_values_that_are_no_words_of_the_language_stay():
    assert FRENCH.value("3 of 4 are alone.") == "3 sur 4 sont seuls." and FRENCH.value("right") == "right"


def test_a_lesson_may_have_a_file_of_its_own_and_nothing_is_said_twice(tmp_path):
    head = 'direction = "ltr"\ndecimal = ","\nthousands = " "\nlessons = ["a"]\n[page]\n[values]\ntv = "télé"\n'
    (tmp_path / "xx.toml").write_text(head, encoding="utf-8")
    (tmp_path / "xx").mkdir()
    block = (
        '[[blocks]]\nenglish = """\n- One\n  thing.\n- 2 more.\n"""\nsaid = """\n- Une\n  chose.\n- {} autres.\n"""\n'
    )
    (tmp_path / "xx" / "a.toml").write_text(block, encoding="utf-8")
    language = read_language(tmp_path / "xx.toml")
    assert language.text("- One thing.\n- 2 more.") == "- Une chose.\n- 2 autres." and language.value("tv") == "télé"
    assert language.has("a") and not language.has("b")
    (tmp_path / "xx" / "b.toml").write_text(block, encoding="utf-8")
    with pytest.raises(ValueError, match="say twice: - One thing"):
        read_language(tmp_path / "xx.toml")


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
