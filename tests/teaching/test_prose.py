"""Sentences are shown as a paragraph, and what stands in data is no tag."""

from teaching.prose import prose


def test_sentences_make_one_paragraph_without_quotes():
    assert repr(prose("One.", "Two.")) == "One. Two."


def test_what_comes_from_data_is_escaped():
    assert "<b>" not in prose("a <b>film</b>")._repr_html_()
