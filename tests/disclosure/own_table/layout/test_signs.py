import pytest

from disclosure.own_table.layout.signs import is_mark, is_total_word, rate_base, threshold_in


@pytest.mark.parametrize("label", ["Total", "All", "Gesamt", "Ensemble", "All districts", "Persons, total"])
def test_total_words(label):
    assert is_total_word(label)


@pytest.mark.parametrize("label", ["Total Care", "Allerton", "Summerfield", "England", ""])
def test_labels_that_say_nothing_of_a_total(label):
    assert not is_total_word(label)


@pytest.mark.parametrize("text", ["<5", "< 10", "fewer than 5", "1–4", "*", "..", "[c]", "n/a"])
def test_marks(text):
    assert is_mark(text)


@pytest.mark.parametrize(("text", "threshold"), [("≤4", 5), ("0-9", 10), ("* fewer than 5 pupils", 5), ("c", None)])
def test_thresholds(text, threshold):
    assert threshold_in(text) == threshold


def test_rates():
    assert rate_base("Rate per 1 000") == 1_000 and rate_base("Persons") is None
