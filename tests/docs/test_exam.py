"""Every question of the exam has a key with the grader, the keys are right, and none stands where learners read."""

import math
import re
import tomllib
from itertools import combinations_with_replacement, product

import pandas as pd
import pytest

from disclosure.audit import Contributor, Outsider, audit
from disclosure.defences import Suppress, SuppressByHand
from disclosure.records import k_anonymity, l_diversity
from disclosure.rules import PPercentRule
from disclosure.tables.from_counts import table_from_counts
from editions.command.lessons_folder import lesson_files
from lessons.linking import weight
from tests.test_structure import ROOT

QUESTIONS = (ROOT / "docs" / "exam.md").read_text(encoding="utf-8")
KEYS = tomllib.loads((ROOT / "grading" / "exam_keys.toml").read_text(encoding="utf-8"))
ASKED = dict(re.findall(r"^## \d+\. .*?\(`(\w+)`, .*?\)\n(.*?)(?=^## |\Z)", QUESTIONS, re.M | re.S))


def values(name):
    return KEYS[name]["values"]


def rows_of(name):
    """The rows of the table of a question, without its heading."""
    lines = [line for line in ASKED[name].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_questions_and_keys_are_the_same_and_points_add_up():
    assert list(ASKED) == list(KEYS) and len(ASKED) == 13
    points = {name: sum(map(int, re.findall(r"\((\d)\)$", text, re.MULTILINE))) for name, text in ASKED.items()}
    assert points == {name: key["points"] for name, key in KEYS.items()}


@pytest.mark.parametrize("name", list(KEYS))
def test_each_part_has_a_key_and_no_key_stands_where_learners_read(name):
    parts = re.findall(r"^([a-d])\. (.*)$", KEYS[name]["key"], re.MULTILINE)
    assert [letter for letter, _ in parts] == re.findall(r"^([a-d])\. ", ASKED[name], re.MULTILINE)
    pages = "\n".join(page.read_text("utf-8") for page in (ROOT / "docs").glob("*.md"))
    assert [text for _, text in parts if len(text) > 20 and text in pages] == []


def test_keys_are_in_no_wheel_and_in_no_learners_copy():
    packed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert not any(path.startswith("grading") for path in [*packed["only-include"], *packed["force-include"]])
    assert not any("grading/" in name for name in lesson_files())


def test_remarks():
    declared, right, people = 30, 24, 200
    assert values("remarks") == {"right": right, "wrong": declared - right, "silent": people - declared}


def test_threshold_by_the_audit():
    *rows, total = rows_of("threshold")
    counts = pd.DataFrame([list(map(int, row[1:4])) for row in rows])
    counts.index, counts.columns = pd.Index([r[0] for r in rows], name="place"), pd.Index(list("ABC"), name="film")
    assert [*counts.sum().tolist(), counts.to_numpy().sum()] == list(map(int, total[1:]))
    assert counts.sum(axis="columns").tolist() == [int(row[4]) for row in rows]
    table = table_from_counts(counts)
    hidden = Suppress(threshold=5)(table)
    assert set(audit(hidden, Outsider())["verdict"]) == {"exact"}
    ring = SuppressByHand(threshold=5, also=(("north", "B"), ("south", "A")))(table)
    found = audit(ring, Outsider()).set_index(["place", "film"])[["low", "high"]]
    assert found.loc[("north", "A")].tolist() == values("threshold")["north_a"]
    assert found.loc[("south", "B")].tolist() == values("threshold")["south_b"]
    alone = audit(ring, Contributor(("south", "B"), alone=True))
    assert set(alone["verdict"]) == {"exact"}


def test_editions_repairs_and_amounts():
    assert [n for n in range(24) if round(100 * n / 23) == 17] == values("editions")["counts"]
    first, second, *others = 600, 150, 30, 20
    assert values("amounts")["rest"] == sum(others)
    largest, total = [first, second], first + second + sum(others)
    assert [PPercentRule(p).dominates(largest, total) for p in (10, 5)] == [True, False]
    assert PPercentRule(10).protection_level(largest, total) == values("amounts")["upper"]


def test_crowd():
    rows = pd.DataFrame(rows_of("crowd"), columns=["age", "sex", "fact"])
    assert values("crowd") == {"k": k_anonymity(rows, ["age", "sex"]), "l": l_diversity(rows, ["age", "sex"], "fact")}


def test_points():
    records = dict(re.findall(r"(\d): (\w, \w)", ASKED["points"]))
    alone = [titles for titles in records.values() if list(records.values()).count(titles) == 1]
    assert len(alone) / len(records) == values("points")["share"]
    assert 2 * weight(pd.Series([1])).item() == pytest.approx(values("points")["score"], abs=0.001)


def test_desk_and_promise():
    women, without, without_seen = map(int, re.findall(r"(?<=: )\d{3}\b", ASKED["desk"]))
    assert values("desk") == {"women": women - without, "seen": women - without_seen}
    odds = {"even": 1, "nine": 9}
    sure = {name: prior * math.e / (1 + prior * math.e) for name, prior in odds.items()}
    assert values("promise") == pytest.approx({"factor": math.e, **sure, "total": 5 * 0.2}, abs=0.001)


def test_lists_and_leak():
    ages = combinations_with_replacement(range(18, 111), 3)
    lists = sum(1 for each in ages if sum(each) == 120 and each[1] == 35)
    assert values("lists") == {"lists": lists, "right": 60, "wrong": (12_000 - 100) // 100}
    right, without, both, people = 40, 28, 25, 200
    assert values("leak") == {"vanish": right - both, "anew": without - both, "share": (right - without) / people}


def test_together_over_all_ways_to_fill_the_club():
    members, courses, teams = map(int, re.findall(r"(?<=printed: )\d+|(?<=\()\d\d(?=\))", ASKED["together"]))
    ways = [(a, b, members - a - b) for a, b in product(range(members + 1), repeat=2) if a + b <= members]
    key = values("together")
    on_order = {
        "courses_out": {c for a, _, c in ways if a == courses},
        "teams_out": {c for _, b, c in ways if b == teams},
        "both_out": {c for a, b, c in ways if (a, b) == (courses, teams)},
    }
    assert {name: max(found) for name, found in on_order.items()} == key
    assert [min(found) for found in on_order.values()] == [0, 0, key["both_out"]] and 1 <= key["both_out"] <= 4
    assert {c for a, b, c in ways if a + b == courses + teams} == {key["both_out"]}, "the sum of both is no way out"
