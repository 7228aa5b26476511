"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

import pandas as pd
import pytest

from lessons.unicity.exercises import fits, found, found_rightly, hand_over, weeks_and_houses, who_fits
from teaching.checks import Verdict

LOG = pd.DataFrame({"viewer_id": [1, 1, 1, 2, 3, 3], "title_id": [7, 7, 8, 7, 8, 7]})


def any_of_them(log, titles):
    return set(log.loc[log["title_id"].isin(titles), "viewer_id"])


def counts_views(log, titles):
    views = log[log["title_id"].isin(titles)].groupby("viewer_id").size()
    return set(views.index[views >= len(titles)])


def one_fits(log, titles, person):
    return len(fits(log, titles)) == 1


def person_fits(log, titles, person):
    return person in fits(log, titles)


def test_references_by_hand():
    assert fits(LOG, [7, 8]) == {1, 3}
    assert fits(LOG, [7, 9]) == set()
    assert not found(LOG, [7, 8], 1)
    assert found(LOG[LOG["viewer_id"] != 3], [7, 8], 1)
    assert not found(LOG[LOG["viewer_id"] != 3], [7, 8], 3)


@pytest.mark.parametrize(
    ("exercise", "reference", "stub", "mistake"),
    [
        (who_fits, fits, lambda log, titles: ..., any_of_them),
        (who_fits, fits, lambda log, titles: ..., counts_views),
        (found_rightly, found, lambda log, titles, person: ..., one_fits),
        (found_rightly, found, lambda log, titles, person: ..., person_fits),
    ],
)
def test_three_outcomes(exercise, reference, stub, mistake):
    verdicts = [exercise().check(answer).verdict for answer in (reference, stub, mistake)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, Verdict.NOT_YET]


def extract(*columns, share=1.0):
    return {"columns": list(columns), "share": share}


@pytest.mark.parametrize(
    "answer",
    [weeks_and_houses(), extract("film"), extract("genre", "month"), extract("film", "house", share=0.8)],
)
def test_different_decisions_are_right(answer):
    assert hand_over().check(answer).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (extract("film", "day"), "She may find 50"),
        (extract("genre", "week", share=0.8), "She may accuse 25"),
        (extract("month"), "They may lose 65%"),
        ("film", "Write an extract"),
        (extract(), "Write an extract"),
        (extract("title"), "is no column"),
        (extract("film", share=0), "above 0"),
    ],
)
def test_other_decisions_get_a_sentence(answer, sentence):
    outcome = hand_over().check(answer)
    assert outcome.verdict is Verdict.NOT_YET and sentence in outcome.explanation
