"""Every exercise of every lesson is fed: its reference, the stub, three tempting mistakes, and rubbish of all kinds."""

import builtins
from collections import Counter
from functools import partialmethod
from math import log
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lessons.access.exercises import people_asked, precision, with_case
from lessons.amounts.exercises import p_percent, second_largest
from lessons.complementary_suppression.exercises import price_of_a_repair, unprotected_lines
from lessons.differencing.exercises import delay_exercise, lies_in_exercise, tell_apart_exercise
from lessons.insiders.exercises import alone_opens
from lessons.linking.exercises import measure_the_lead, score_one, weigh
from lessons.membership.exercises import how_many_accused, what_titles_say, where_to_draw
from lessons.noise.exercises import how_much, keep_at_most, what_is_spent
from lessons.quasi_identifiers.exercises import class_sizes, distinct_l, generalise
from lessons.recommendations.exercises import leak, likeness_of_two, list_of_a_title
from lessons.reconstruction.exercises import does_it_fit, three_ages, triples, yes_or_no
from lessons.release_desk.exercises import answered_by_range, found_by_weakest, people_by_weakest, sheets
from lessons.rounding.exercises import cell_key, has_changed, look_up
from lessons.singling_out.exercises import every_day, lonely_groups
from lessons.start_here.exercises import small
from lessons.suppression.exercises import get_one_back, suppress
from lessons.synthetic.exercises import leak as leak_of_rows
from lessons.synthetic.exercises import nearest, tables_apart
from lessons.trackers.exercises import padded, rule_of_desk, tracked
from lessons.unicity.exercises import found_rightly, who_fits
from teaching.checks import Verdict
from teaching.exercise import Exercise
from teaching.own_builtins import Builtins
from tests.teaching.rubbish import BEHAVIOUR, RUBBISH, forgets_to_end, patches, raising

LESSONS = next(folder for folder in Path(__file__).parents if (folder / "lab_config.py").is_file()) / "lessons"
CROWD = pd.DataFrame({"country": ["Chile", "Chile", "Norway"], "device": ["TV", "TV", "phone"]})


def lonely() -> Exercise:
    return lonely_groups(CROWD)


def days(views):
    return views.groupby("viewer_id")["day"].nunique()


def fitting(log, titles, needed):
    watched = log[log["title_id"].isin(titles)].groupby("viewer_id")["title_id"].nunique()
    return set(watched.index[watched >= needed])


def left(sheets):
    counts = sheets.groupby("group")["count"].sum()
    return int(2 * counts.get("all", 0) - counts.sum())


def summed(clues, record, weight=1.0, width=1.5, power=1):
    both = clues.merge(record, on="title_id")
    apart = (both["stars_x"] - both["stars_y"]).abs() ** power
    return float((both["weight"] ** weight * np.exp(-apart / width)).sum())


TEMPTING = {
    small: [
        lambda counts, k: sum(n <= k for n in counts),
        lambda counts, k: len(counts),
        lambda counts, k: sum(n for n in counts if n < k),
    ],
    every_day: [
        lambda views, n_days: set(views["viewer_id"]),
        lambda views, n_days: set(days(views).index[days(views) > n_days]),
        lambda views, n_days: {n for n, times in Counter(views["viewer_id"]).items() if times >= n_days},
    ],
    lonely: [2, 0, 3],
    with_case: [
        lambda looks, cases: looks["case_id"].notna(),
        lambda looks, cases: looks["case_id"].isin(cases["case_id"]),
        lambda looks, cases: looks["viewer_id"].isin(cases["viewer_id"]),
    ],
    people_asked: [
        lambda looks: (
            int((looks["flagged"] & looks["guilty"]).sum()),
            int((looks["flagged"] & ~looks["guilty"]).sum()),
        ),
        lambda looks: (looks.loc[looks["guilty"], "employee_id"].nunique(), looks["employee_id"].nunique()),
        lambda looks: looks.loc[looks["flagged"], "employee_id"].nunique(),
    ],
    how_many_accused: [
        lambda found_share, accused_share, members, everybody: (found_share * members, accused_share * everybody),
        lambda found_share, accused_share, members, everybody: (found_share * everybody, accused_share * members),
        lambda found_share, accused_share, members, everybody: accused_share * (everybody - members),
    ],
    what_titles_say: [
        lambda printed, size, reach, titles: sum(
            log(max(n, 0.5) / size / p) for n, p in zip(printed, reach, strict=True)
        ),
        lambda printed, size, reach, titles: sum(log(printed[t] / size / reach[t]) for t in titles if printed[t]),
        lambda printed, size, reach, titles: sum(max(printed[t], 0.5) / size / reach[t] for t in titles),
    ],
    where_to_draw: [
        lambda scores, share: float(np.mean(scores) + 2.33 * np.std(scores)),
        lambda scores, share: sorted(scores)[int(share * len(scores))],
        lambda scores, share: max(scores),
    ],
    precision: [
        lambda sensitivity, false_flags, share: sensitivity,
        lambda sensitivity, false_flags, share: share * sensitivity,
        lambda sensitivity, false_flags, share: share * sensitivity / (share * sensitivity + false_flags + 1e-9),
    ],
    leak: [
        lambda with_her, without_her: int(with_her["right"].sum()),
        lambda with_her, without_her: int(with_her["right"].sum() - without_her["right"].sum()),
        lambda with_her, without_her: int((with_her["right"] & ~without_her["right"]).sum()),
    ],
    likeness_of_two: [
        lambda both, i, j: both[i, j],
        lambda both, i, j: both[i, j] / max(1, both[i, i] * both[j, j]),
        lambda both, i, j: both[i, j] / max(1, both[i, i]),
    ],
    list_of_a_title: [
        lambda counts, title, length, least: counts.nlargest(length, "common")["title_id"].tolist(),
        lambda counts, title, length, least: counts[counts["viewers"] >= least]["title_id"].head(length).tolist(),
        lambda counts, title, length, least: [],
    ],
    leak_of_rows: [
        lambda members, control: 100 * members.mean(),
        lambda members, control: int(members.sum() - control.sum()),
        lambda members, control: float(members.mean() - control.mean()),
    ],
    nearest: [
        lambda rows, facts: [(rows[list(facts)] == pd.Series(facts)).sum(axis=1).idxmax()],
        lambda rows, facts: list(rows.index[(rows[list(facts)] == pd.Series(facts)).all(axis=1)]),
        lambda rows, facts: list(rows.index),
    ],
    tables_apart: [
        lambda one, other: (one / one.to_numpy().sum() - other / other.to_numpy().sum()).abs().to_numpy().sum(),
        lambda one, other: (one - other).abs().to_numpy().sum() / one.to_numpy().sum() / 2,
        lambda one, other: (one / one.sum() - other / other.sum()).abs().to_numpy().sum() / 2,
    ],
    suppress: [
        lambda counts, threshold: counts.mask(counts < threshold),
        lambda counts, threshold: counts.mask((counts > 0) & (counts <= threshold)),
        lambda counts, threshold: counts.where(counts >= threshold, 0),
    ],
    get_one_back: [
        lambda line: int(line["total"] - line.sum()),
        lambda line: int(line["total"]),
        lambda line: int(line.drop("total").sum()),
    ],
    tell_apart_exercise: [
        lambda this, last, k: set(this.index[(this - last).between(1, k).fillna(False)]),
        lambda this, last, k: set(this.index[((this - last) < k).fillna(False)]),
        lambda this, last, k: set(this.index[(this - last).between(1, k - 1).fillna(True)]),
    ],
    lies_in_exercise: [
        lambda smaller, larger: smaller["day"] <= larger["day"],
        lambda smaller, larger: smaller["day"] <= larger["day"] and smaller["without"] <= larger["without"],
        lambda smaller, larger: smaller["day"] < larger["day"] and smaller["without"] >= larger["without"],
    ],
    delay_exercise: [
        lambda new, printed, k: new.where(new - printed >= k, printed),
        lambda new, printed, k: new.where((new - printed).abs() > k, printed),
        lambda new, printed, k: new,
    ],
    unprotected_lines: [
        lambda printed: set(printed.index[printed.isna().any(axis="columns")]),
        lambda printed: set(printed.index[printed.drop(columns="total").isna().sum(axis="columns") == 1]),
        lambda printed: set(printed.columns[printed.isna().sum() == 1]),
    ],
    price_of_a_repair: [
        lambda counts, printed, threshold: int(counts[printed.isna()].sum()),
        lambda counts, printed, threshold: int((printed.isna() & (counts >= threshold)).sum()),
        lambda counts, printed, threshold: int(counts[printed.isna() & (counts > threshold)].sum()),
    ],
    alone_opens: [
        lambda totals, mine: pd.Series({"A south": totals["A"] - mine, "B north": totals["north"] - mine}),
        lambda totals, mine: pd.Series({"A south": totals["A"], "B north": totals["north"], "B south": totals["B"]}),
        lambda totals, mine: [totals["A"] - mine, totals["north"] - mine, totals["B"] - totals["north"] + mine],
    ],
    second_largest: [
        lambda minutes: int(minutes.max()),
        lambda minutes: int(minutes.sum() - minutes.max()),
        lambda minutes: int(minutes.sum()),
    ],
    p_percent: [
        lambda minutes, p: bool(100 * (minutes.sum() - minutes.max()) < p * minutes.max()),
        lambda minutes, p: bool(100 * (minutes.sum() - minutes.nlargest(2).sum()) <= p * minutes.max()),
        lambda minutes, p: int(100 * (minutes.sum() - minutes.nlargest(2).sum()) < p * minutes.max()),
    ],
    class_sizes: [
        lambda rows, columns: rows.groupby(columns).size(),
        lambda rows, columns: rows.groupby(columns)[columns[0]].transform("size") - 1,
        lambda rows, columns: rows.groupby(columns[0])[columns[0]].transform("size"),
    ],
    generalise: [
        lambda birth_date: f"{birth_date[:3]}0",
        lambda birth_date: f"{birth_date[:4]} to {int(birth_date[:4]) + 9}",
        lambda birth_date: f"{birth_date[:3]}0-{birth_date[:3]}9",
    ],
    distinct_l: [
        lambda rows, columns, fact: int(rows.groupby(columns)[fact].count().min()),
        lambda rows, columns, fact: int(rows[fact].nunique()),
        lambda rows, columns, fact: rows.groupby(columns)[fact].nunique(),
    ],
    who_fits: [
        lambda log, titles: fitting(log, titles, 1),
        lambda log, titles: {n for n, t in Counter(log[log["title_id"].isin(titles)]["viewer_id"]).items() if t > 1},
        lambda log, titles: len(fitting(log, titles, len(titles))),
    ],
    found_rightly: [
        lambda log, titles, person: len(fitting(log, titles, len(titles))) == 1,
        lambda log, titles, person: person in fitting(log, titles, len(titles)),
        lambda log, titles, person: int(fitting(log, titles, len(titles)) == {person}),
    ],
    cell_key: [
        lambda people: people.groupby("cell")["record_key"].sum(),
        lambda people: people.groupby("cell")["record_key"].sum() % 4095,
        lambda people: people.groupby("cell")["record_key"].max(),
    ],
    look_up: [
        lambda count, key, changes: count + int(changes.loc[changes.index.max(), key]),
        lambda count, key, changes: int(changes.loc[min(count, changes.index.max()), key]),
        lambda count, key, changes: count + int(changes.loc[min(count, changes.index.max() - 1), key]),
    ],
    has_changed: [
        lambda this, last: list(this.index[this > last]),
        lambda this, last: list(this.index[this == last]),
        lambda this, last: list(this.index[(this - last).abs() > 1]),
    ],
    three_ages: [
        lambda mean, median: [(low, median, 3 * mean - median - low) for low in range(1, median + 1)],
        lambda mean, median: [row for row in triples(mean, median) if row[0] < row[1] < row[2]],
        lambda mean, median: len(triples(mean, median)),
    ],
    does_it_fit: [
        lambda ages, printed: sum(ages) / len(ages) == printed["mean"],
        lambda ages, printed: len(ages) == printed["people"] and round(sum(ages) / len(ages), 1) == printed["mean"],
        lambda ages, printed: sorted(ages)[len(ages) // 2] == printed["median"],
    ],
    yes_or_no: [
        lambda estimates: [round(each) for each in estimates],
        lambda estimates: [1 if each >= 0.5 else 0 for each in estimates],
        lambda estimates: [each > 0.5 for each in estimates],
    ],
    tracked: [
        lambda crowd, without, without_watchers: (crowd - without, without_watchers - without),
        lambda crowd, without, without_watchers: (
            "unknown" if None in (crowd, without, without_watchers) else (crowd - without, without - without_watchers)
        ),
        lambda crowd, without, without_watchers: "unknown" if None in (crowd, without) else (crowd - without, 1),
    ],
    padded: [
        lambda c_or_t, c_or_rest, t, rest, k: c_or_t + c_or_rest - t - rest,
        lambda c_or_t, c_or_rest, t, rest, k: "no tracker" if min(t, rest) < k else c_or_t + c_or_rest - t - rest,
        lambda c_or_t, c_or_rest, t, rest, k: "no tracker" if t < 2 * k else c_or_t + c_or_rest - t - rest,
    ],
    rule_of_desk: [
        lambda size, n, k: size if size >= k else "refused",
        lambda size, n, k: size if k < size < n - k else "refused",
        lambda size, n, k: size if k <= size <= n else "refused",
    ],
    sheets: [
        left,
        lambda sheets: left(sheets) if sheets["day"].nunique() == 1 and len(sheets) == 3 else "not known",
        lambda sheets: "1 to 4",
    ],
    found_by_weakest: [
        lambda claims, order: sorted(people_by_weakest(claims, order)),
        lambda claims, order: [int((claims["attack"].eq(a) & claims["right"]).sum()) for a in order],
        lambda claims, order: claims[claims["right"]]["person"].nunique(),
    ],
    answered_by_range: [
        lambda low, high, line: "yes" if (low + high) / 2 > line else "no",
        lambda low, high, line: "yes" if low >= line else "no" if high <= line else "cannot be answered",
        lambda low, high, line: "yes" if low > line else "no" if high < line else "cannot be answered",
    ],
    weigh: [
        lambda viewers: 1 / log(viewers),
        lambda viewers: 1 / log(viewers + 1),
        lambda viewers: 1 / np.log10(max(2, viewers)),
    ],
    score_one: [
        lambda clues, record: summed(clues, record, weight=0),
        lambda clues, record: summed(clues, record, width=1),
        lambda clues, record: summed(clues, record, power=2),
    ],
    measure_the_lead: [
        lambda scores: (scores.max() - scores.nlargest(2).min()) / scores.std(ddof=0),
        lambda scores: scores.max() - scores.nlargest(2).min(),
        lambda scores: float(scores.nlargest(2).diff().abs().iloc[-1] / (scores.std() or 1)),
    ],
    how_much: [
        lambda epsilon, titles: titles * epsilon,
        lambda epsilon, titles: 1 / epsilon,
        lambda epsilon, titles: epsilon / titles,
    ],
    keep_at_most: [
        lambda rows, most: rows.head(most),
        lambda rows, most: rows.drop_duplicates("viewer_id"),
        lambda rows, most: rows[rows.groupby("viewer_id")["title_id"].transform("size") <= most],
    ],
    what_is_spent: [
        lambda epsilons, budget: [cost <= budget for cost in epsilons],
        lambda epsilons, budget: [total <= budget for total in np.cumsum(epsilons)],
        lambda epsilons, budget: [total < budget for total in np.cumsum(epsilons)],
    ],
}
"""Every exercise, and three mistakes that learners make."""


@pytest.fixture
def few_cases(monkeypatch):
    """Three small cases in place of sixty, which are quick, and enough for what is never right."""
    monkeypatch.setattr(Exercise, "small_cases", partialmethod(Exercise.small_cases, 3))


EVERY = pytest.mark.parametrize("make", TEMPTING, ids=lambda make: make().name)


def reference_of(exercise):
    return exercise.reference if exercise.own_data is None else exercise.reference(**exercise.own_data)


@EVERY
def test_the_reference_is_right_and_the_stub_is_not_attempted(make, few_cases):
    exercise = make()
    right = exercise.check(reference_of(exercise))
    assert right.verdict is Verdict.RIGHT and right.score[0] == right.score[1] > 0
    stubs = [..., None] + ([] if exercise.own_data else [lambda *arguments: ...])
    assert {exercise.check(stub).verdict for stub in stubs} == {Verdict.NOT_ATTEMPTED}


@EVERY
@pytest.mark.parametrize("nth", range(3))
@pytest.mark.filterwarnings("ignore:(divide by zero|invalid value) encountered:RuntimeWarning")
def test_tempting_mistakes_are_not_yet_right(make, nth, monkeypatch):
    monkeypatch.setattr(Exercise, "small_cases", partialmethod(Exercise.small_cases, 30))
    exercise = make()
    outcome = exercise.check(TEMPTING[make][nth])
    assert outcome.verdict is Verdict.NOT_YET and outcome.score.right < outcome.score.cases


@EVERY
def test_no_rubbish_is_right_and_none_ends_in_an_error(make, few_cases):
    exercise = make()
    for rubbish in (*RUBBISH, Verdict.RIGHT):
        for answer in (rubbish,) if exercise.own_data else (rubbish, lambda *arguments, made=rubbish: made):
            told(exercise.check(answer))


@EVERY
def test_no_function_ends_the_check_whatever_it_does(make, few_cases):
    exercise = make()
    for answer in (*BEHAVIOUR, Exercise):
        told(exercise.check(answer))


@EVERY
def test_a_reference_that_is_handed_back_is_not_right(make, few_cases):
    exercise = make()
    for stolen in (exercise.reference, exercise, exercise.check):
        told(exercise.check(lambda *arguments, stolen=stolen: stolen))


@EVERY
def test_patched_builtins_make_nothing_right(make, few_cases, monkeypatch):
    for name in ("sum", "len", "set", "int", "isinstance"):
        monkeypatch.setattr(builtins, name, getattr(builtins, name))
    told(make().check(patches))


def test_builtins_that_were_patched_before_do_not_make_the_reference_wrong(monkeypatch):
    monkeypatch.setattr(builtins, "sum", lambda numbers: 13)
    assert small().check(lambda counts, k: 13).verdict is Verdict.NOT_YET
    exercise = lonely()
    with Builtins({"int": lambda number: 13}):
        outcome = exercise.check(13)
    assert outcome.verdict is Verdict.NOT_YET


def test_data_that_were_changed_after_the_exercise_was_made_do_not_change_the_answer():
    crowd = CROWD.copy()
    exercise = lonely_groups(crowd)
    del crowd["device"]
    assert exercise.check(1).verdict is Verdict.RIGHT


@pytest.mark.parametrize("make", [small, who_fits, lonely])
def test_an_interrupt_stays_one(make):
    exercise = make()
    answer = type("Interrupting", (list,), {"__class__": property(raising(KeyboardInterrupt))})
    if not exercise.own_data:
        with pytest.raises(KeyboardInterrupt):
            exercise.check(raising(KeyboardInterrupt))
    told(exercise.check(answer()))


@pytest.mark.parametrize("make", [small, every_day, class_sizes, measure_the_lead])
def test_an_endless_loop_ends_in_a_sentence(make):
    exercise = make()
    exercise.time_limit = 0.1
    outcome = exercise.check(forgets_to_end)
    told(outcome)
    assert "had not ended after 0.1 seconds" in outcome.explanation and "Interrupt" in outcome.explanation
    assert outcome.case is not None and outcome.score == (0, 60)


def told(outcome):
    """Not yet right, said in a few words, in text and in HTML."""
    assert outcome.verdict is Verdict.NOT_YET, outcome
    assert 0 < len(outcome.explanation) < 1_000
    assert len(repr(outcome)) < 5_000 and len(outcome._repr_html_()) < 20_000
    assert outcome.score.right < outcome.score.cases


def test_all_exercises_are_here():
    """Whoever adds an exercise adds three mistakes."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(LESSONS.rglob("*.py"))]
    assert sum(text.count(") -> Exercise:\n") for text in texts) == len({make().name for make in TEMPTING})
    assert all(len(mistakes) == 3 for mistakes in TEMPTING.values())
