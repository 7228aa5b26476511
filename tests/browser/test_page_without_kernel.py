"""Explorers as pages of their own, opened from a file: at random settings they say what Python says, with no eval."""

import json
import random
from collections import Counter
from itertools import product

import pandas as pd
import pytest

from disclosure.attacks.difference_sentences import sentence
from disclosure.tables.count_table import count_table
from disclosure.tables.from_counts import table_from_counts
from lessons.access.explorer import explore_access
from lessons.amounts.explorer import explore_amounts
from lessons.complementary_suppression import strings
from lessons.complementary_suppression.explorer import PROTECT, explore_repairs
from lessons.differencing.chart import difference_sentences
from lessons.differencing.explorer import explore_differencing
from lessons.insiders.explorer import explore_insiders
from lessons.linking.explorer import explore_linking
from lessons.linking.sweep import guesses_by_evidence
from lessons.membership.explorer import explore_membership
from lessons.noise.explorer import explore_noise
from lessons.quasi_identifiers.explorer import explore_quasi_identifiers
from lessons.recommendations.explorer import explore_lists
from lessons.reconstruction.explorer import explore_questions
from lessons.release_desk.explorer import explore_desk as explore_requests
from lessons.rounding.explorer import explore_averaging
from lessons.singling_out.explorer import explore_crowds
from lessons.suppression.explorer import explore_suppression
from lessons.synthetic.explorer import explore_synthetic
from lessons.trackers import strings as of_desk
from lessons.trackers.explorer import ALL, ALL_WATCHED, explore_desk, parts_of, question
from lessons.trackers.release import Desk
from lessons.unicity.explorer import explore_unicity
from teaching.charts import colours
from teaching.widgets.explorer import key_of
from tests.browser.explorer_page import open_explorer
from tests.browser.pictures import charts
from tests.browser.saved_page import FILLS
from tests.lessons.access.test_explorer import large
from tests.lessons.amounts.test_sweep import SECOND
from tests.lessons.amounts.test_sweep import TABLE as AMOUNTS
from tests.lessons.differencing.test_explorer import OTHERS, WEEKLY
from tests.lessons.linking.test_sweep import KNOWN, LOG, TRUTH
from tests.lessons.membership.small_service import service
from tests.lessons.noise.test_sweep import ROWS as WATCHED
from tests.lessons.noise.test_sweep import TITLES
from tests.lessons.quasi_identifiers.test_explorer import swept as extracts
from tests.lessons.recommendations.test_explorer import TOGETHER
from tests.lessons.recommendations.test_sweep import ROWS as LISTED
from tests.lessons.recommendations.test_sweep import SWEPT as LISTS
from tests.lessons.recommendations.test_sweep import TITLES as CATALOGUE
from tests.lessons.reconstruction.test_explorer import WATCHED as SECRETS
from tests.lessons.release_desk.small_desk import office
from tests.lessons.rounding.test_sweep import BY, CELLS, PEOPLE
from tests.lessons.singling_out.test_sweep import ROWS as COUNTED
from tests.lessons.synthetic.small_survey import EDGES, MEMBERS
from tests.lessons.synthetic.small_survey import OTHERS as CONTROL
from tests.lessons.trackers.small_desk import small_people
from tests.lessons.unicity.test_explorer import swept as logs

SETTINGS = 12
"""Of each explorer. Once a week 200 are tried on each lesson's page, by mouse (tests/weekly/test_pages.py)."""

COUNTS = pd.DataFrame([[1, 2, 9], [2, 1, 9], [9, 9, 9]], pd.Index(list("ABC"), name="film"), list("NSE"))
TABLE = table_from_counts(COUNTS.rename_axis(columns="region"))
BY_TABLE = {
    "singling_out": lambda: explore_crowds(COUNTED),
    "suppression": lambda: explore_suppression(TABLE, thresholds=range(3, 9)),
    "complementary_suppression": lambda: explore_repairs(TABLE, thresholds=range(3, 9)),
    "insiders": lambda: explore_insiders(TABLE),
    "amounts": lambda: explore_amounts(AMOUNTS, SECOND),
    "quasi_identifiers": lambda: explore_quasi_identifiers(*extracts()),
    "unicity": lambda: explore_unicity(logs()),
    "rounding": lambda: explore_averaging(PEOPLE, BY, CELLS),
    "access": lambda: explore_access(large(), large()),
    "linking": lambda: explore_linking(guesses_by_evidence(LOG, KNOWN, TRUTH), TRUTH),
    "noise": lambda: explore_noise(WATCHED, TITLES),
    "reconstruction": lambda: explore_questions(SECRETS, 0.35),
    "membership": lambda: explore_membership(service(), sizes=(20, 50), cohorts=1),
    "recommendations": lambda: explore_lists(TOGETHER, LISTED, CATALOGUE, 1, LISTS),
    "synthetic": lambda: explore_synthetic(MEMBERS, CONTROL, EDGES),
    "release_desk": lambda: explore_requests(office()),
}


@pytest.mark.parametrize("lesson", BY_TABLE)
def test_at_random_settings_the_page_says_what_python_says(lesson, open_page, tmp_path):
    explorer = BY_TABLE[lesson]()
    page, told = open_explorer(open_page, explorer, tmp_path), explorer.lookups["sentences"]
    for values in random.Random(53).choices(list(told.table), k=SETTINGS):
        setting = dict(zip(told.by, json.loads(key_of(values)), strict=True))
        assert page.move(**setting)[0] == told.table[values]
    page.check()


def test_at_random_promises_lesson_04_says_and_shows_what_python_does(open_page, tmp_path):
    """What the kernel would be asked for is worked out before: the sentence, and the table, repaired and not."""
    explorer, draw = explore_repairs(TABLE, thresholds=range(3, 9)), random.Random(53)
    settings = list(product(strings.SHOW, PROTECT, range(3, 9)))
    letters, sentences = (explorer.lookups[name] for name in ("letters", "sentences"))
    for name, keys in {"letters": settings, "sentences": list(product(PROTECT, range(3, 9)))}.items():
        answers = {key_of(key): explorer.lookups[name].asked(*key) for key in keys}
        explorer.figure["lookups"][name]["table"] |= answers
    page = open_explorer(open_page, explorer, tmp_path)
    page.notebook.page.locator(".ft-explorer summary").click()
    states, names = explorer.figure["table"]["states"], explorer.figure["table"]["cells"]
    for shown, protect, threshold in draw.choices(settings, k=SETTINGS):
        assert page.move(shown=shown, protect=protect, threshold=threshold)[0] == sentences.asked(protect, threshold)
        told, counts = letters.asked(shown, protect, threshold), explorer.figure["table"]["counts"]
        slots = [
            {"cell": names[at], "count": counts[at], **{end: told[end].get(str(at)) for end in ("low", "high")}}
            for at in range(len(names))
        ]
        spoken = [states[letter]["spoken"].format(**each) for letter, each in zip(told["letters"], slots, strict=True)]
        assert page.notebook.page.locator(".ft-explorer-table .ft-table-spoken").all_text_contents() == spoken
    page.check()


def test_at_random_pairs_of_releases_the_templates_of_lesson_03_say_what_python_says(open_page, tmp_path):
    explorer, draw = explore_differencing(WEEKLY, (OTHERS,), thresholds=range(3, 9)), random.Random(53)
    page, releases = open_explorer(open_page, explorer, tmp_path), (*WEEKLY, OTHERS)
    names = [release.name for release in releases]
    frame = pd.DataFrame(
        {"counts": pd.DataFrame([r.table.cells["count"].to_list() for r in releases]).T.to_numpy().tolist()}
    )
    for _ in range(SETTINGS):
        larger, smaller = draw.choice(list(explorer.lookups["minus"].table))
        threshold, cell = draw.randrange(3, 9), draw.randrange(len(frame))
        said = page.move(rhythm="weekly", threshold=threshold, larger=larger, smaller=smaller, cell=cell)
        assert said[0] == difference_sentences(frame, names, larger, smaller, threshold)
        counts = [frame["counts"][cell][place] for place in (larger, smaller)]
        if counts[0] == counts[1] or any(0 < count < threshold for count in counts):
            continue
        rows = [(releases[place], releases[place].table.cells.iloc[cell]) for place in (larger, smaller)]
        assert said[1] == sentence("A - B", rows)
    page.check()


def test_at_random_questions_the_desk_of_lesson_10_says_what_python_says(open_page, tmp_path):
    people, draw = small_people(), random.Random(53)
    explorer = explore_desk(people, people.iloc[0])
    page, texts = open_explorer(open_page, explorer, tmp_path), explorer.lookups["question1"].table
    parts, questions = parts_of(people.iloc[0]), list(texts)
    crowd = [(draw.choice(["sex", "device"]), draw.choice([ALL, ALL_WATCHED])) for _ in range(SETTINGS // 4)]
    pairs = [draw.choices(questions, k=2) for _ in range(SETTINGS)]
    pairs += [((a, "alone", "age"), (a, "and not", b)) for a, b in crowd]
    for one, other in pairs:
        step, percent = draw.choice(["both", "subtract", "subtract", "first"]), draw.choice([1, 10, 20, 40, 50])
        setting = dict(zip(("a1", "op1", "b1", "a2", "op2", "b2"), (*one, *other), strict=True))
        desk = Desk(people, max(1, -(-percent * len(people) // 100)))
        answers = [desk.answer(question(parts, *each)) for each in (one, other)]
        said = page.move(**setting, percent=percent, step=step)[0]
        assert said == desk_says(step, desk, (one, other), (texts[one], texts[other]), answers)
    page.check()


def desk_says(step, desk, questions, texts, answers):
    """What Python says of two questions and their answers."""
    (one, alone, _), (other, op, b) = questions
    without = op == "and not" and alone == "alone" and one == other
    saying = step
    if step == "subtract":
        known = {ALL: "like", ALL_WATCHED: "watched"} if without else {}
        saying = "refused" if None in answers else known.get(b, "difference")
    told = ["refused" if answer is None else f"{answer:,} people" for answer in answers]
    return of_desk.SAYS[saying].format(
        limit=desk.k,
        everybody=desk.n,
        question1=texts[0],
        question2=texts[1],
        told1=told[0],
        told2=told[1],
        difference=None if None in answers else answers[0] - answers[1],
    )


def test_the_table_of_lesson_02_hides_and_finds_without_a_kernel(open_page, tmp_path):
    """Counts 4 and 20, 20 and 20: at k = 3 all are printed; at k = 5 the first is hidden, and its row gives it back."""
    people = pd.DataFrame(
        {"title": ["A"] * 24 + ["B"] * 40, "region": ["n"] * 4 + ["s"] * 20 + ["n"] * 20 + ["s"] * 20}
    )
    explorer = explore_suppression(count_table(people, by=("title", "region")), thresholds=range(3, 6))
    page = open_explorer(open_page, explorer, tmp_path)
    [chart] = charts(page.notebook.page)
    fills = {}
    for setting in ({"threshold": 3}, {"threshold": 5}, {"totals": "left out"}):
        page.move(**setting)
        fills |= {str(setting): Counter(chart.evaluate(FILLS))}
    quiet, found, alone = fills.values()
    assert found - quiet == {colours.FOUND: 1}
    assert alone - quiet == {colours.HIDDEN: 1, "white": 5}


@pytest.mark.parametrize(
    "names",
    [("a.b", "region"), ("film", "x[0]"), ("film", "q\"'\\"), ("column", "row")],
    ids=["dot", "bracket", "quotes", "names of ours"],
)
def test_a_table_is_drawn_whatever_its_dimensions_are_called(names, open_page, tmp_path):
    counts = pd.DataFrame([[3, 9], [9, 9]], pd.Index(["A", "B"], name=names[0]), pd.Index(["N", "S"], name=names[1]))
    page = open_explorer(open_page, explore_suppression(table_from_counts(counts), thresholds=range(3, 6)), tmp_path)
    places = "(chart) => new Set([...chart.querySelectorAll('.mark-rect path')].map((it) => it.getAttribute('d'))).size"
    [chart] = charts(page.notebook.page)
    assert len(chart.evaluate(FILLS)) >= 9 and chart.evaluate(places) >= 9
    page.check()


def test_labels_of_any_kind_are_shown_as_they_are(open_page, tmp_path):
    """HTML stays text, right-to-left text stays in order, long labels are cut, joined names are told apart."""
    rows = pd.Index(["x | y", "x", "<img src=x onerror=alert(1)>", "שלום", "L" * 120], name="film")
    counts = pd.DataFrame([[3, 8]] * 5, rows, pd.Index(["z", "y | z"], name="region"))
    page = open_explorer(open_page, explore_suppression(table_from_counts(counts), thresholds=range(3, 6)), tmp_path)
    page.move(threshold=5)
    listed = page.notebook.page.locator("select option")
    names = listed.all_text_contents()
    assert names.count('"x | y" | z') == 1 and "<img src=x onerror=alert(1)> | z" in names
    assert page.notebook.page.locator("img").count() == 0
    page.check()
