"""The clinic's file: what each way promises, and what doctors can still read."""

import pytest

from lessons.synthetic.clinic import MOST_ALL, MOST_PAIR, errors, patients, what_is_wrong
from lessons.synthetic.defences import CopyRows, DrawColumns, DrawFromTree

REASON = (("age", "reason"), ("reason", "sent_on"))


def test_the_patients_are_the_same_each_time_and_the_reason_goes_with_two_columns():
    assert len(patients()) == 400 and patients().notna().all(axis=None)
    sent = patients()["sent_on"].eq("yes").groupby(patients()["reason"], observed=True).mean()
    assert sent["heart"] > 0.7 and sent["skin"] < 0.3


def test_errors_are_those_of_the_pair_and_of_all():
    pair, everything = errors(DrawFromTree(2.0, REASON))
    assert 0 < pair < MOST_PAIR and 0 < everything < MOST_ALL
    assert errors(DrawColumns(2.0))[0] > 2 * MOST_PAIR


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        (CopyRows(0.3), "That promises nothing"),
        (DrawFromTree(edges=REASON), "That promises nothing"),
        (DrawFromTree(3.0, REASON), "Your epsilon is 3"),
        (DrawFromTree(2.0), "chosen from the patients"),
        (DrawColumns(2.0), "table of reason and sent_on"),
        (DrawFromTree(0.5, REASON), "table of reason and sent_on"),
        (DrawFromTree(2.0, (("reason", "sent_on"),)), "All tables of two columns"),
    ],
)
def test_what_does_not_hold_gets_its_sentence(way, sentence):
    assert sentence in what_is_wrong(way)
