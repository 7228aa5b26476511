"""People who stand in several cells, or behind several events, in tables that can be solved in the head."""

from itertools import product
from typing import Any

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Attacker, Coalition, Contributor, Outsider
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.reading.disjunctions import LinearConstraint
from disclosure.audit.reading.lines import Lines
from disclosure.audit.reading.persons import groups_of
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.distinct_persons import DistinctPersons
from tests.disclosure.audit import fuzz_events, fuzz_persons
from tests.disclosure.audit.worlds import all_worlds

ANSWERED = DistinctPersons("paper", no_answer=False)
COVERED = Rule(5, complementary_mark="c")


def table(counts: list[int | None], persons: DistinctPersons, rule: Rule | None = None, **more: Any) -> CountTable:
    """Papers a, b, c ... and their total; None where hidden."""
    labels = [*"abcdef"[: len(counts) - 1], TOTAL]
    cells = pd.DataFrame({"paper": labels, "count": pd.array(counts, "Int64")})
    marks = [(rule or Rule(5)).mark if n is None else "" for n in counts]
    extra = {name: more.pop(name) for name in ("contributors",) if name in more}
    return CountTable(cells.assign(mark=marks, **extra), ("paper",), rule or Rule(5), persons=persons, **more)


def ends(release: CountTable, attacker: Attacker | None = None) -> dict[str, tuple[int, int | None]]:
    frame = audit(release, attacker or Outsider())
    return {r["paper"]: (r["low"], None if pd.isna(r["high"]) else r["high"]) for r in frame.to_dict("records")}


def test_three_answers_cover_what_every_enumeration_says() -> None:
    """All sizes of three sets of up to four people and of their union, against the rows: sharp, and nothing else."""
    subsets = list(product((0, 1), repeat=3))[1:]
    seen = {
        (*(int(sum(n for n, s in zip(world, subsets, strict=True) if s[i])) for i in range(3)), int(sum(world)))
        for world in all_worlds(7, 12)
    }
    every = set(product(range(5), range(5), range(5), range(13)))
    covered = {sizes for sizes in every if max(sizes[:3]) <= sizes[3] <= sum(sizes[:3])}
    assert {sizes for sizes in seen if max(sizes[:3]) <= 4} == covered
    group = Lines(np.array([0]), np.zeros(4, int), np.arange(4), np.array([1, 1, 1, -1]))
    [answers] = groups_of(group, np.arange(1, 5)[:, None], {})
    assert {sizes for sizes in every if all(row.holds(np.array(sizes)) for row in answers.rows)} == covered


def test_people_without_an_answer_stand_nowhere_else() -> None:
    group = Lines(np.array([0]), np.zeros(3, int), np.arange(3), np.array([1, 1, -1]))
    [answers] = groups_of(group, np.array([[1], [2], [0]]), {0: 2})
    assert (answers.total, answers.others, answers.apart) == (2, (0,), (1,))
    assert answers.rows == (
        LinearConstraint((2, 0, 1), (1, -1, -1), 0, None),
        LinearConstraint((2, 0, 1), (1, -1, -1), None, 0),
    )


def test_a_hidden_answer_is_no_difference() -> None:
    """7 people, 5 of them read a: b has 2 to 4, for two or more of the others read it."""
    assert ends(table([5, None, 7], ANSWERED)) == {"b": (2, 4)}
    assert ends(table([5, 2, 9, 9], ANSWERED, Rule(2))) == {}
    assert ends(table([None, 9, None, 9], ANSWERED)) == {"a": (1, 4), "c": (1, 4)}
    nobody = DistinctPersons("paper", {"paper": "c"})
    assert ends(table([None, 9, 3, 12], nobody, Rule(5), must_be_printed=("c",))) == {"a": (1, 4), "c": (3, 3)}
    assert ends(table([None, 9, None, 10], nobody)) == {"a": (1, 4), "c": (1, 1)}


def test_the_sentence_names_the_people_and_says_who_is_not_among_them() -> None:
    why = audit(table([5, None, 7], ANSWERED), Outsider())["why"].iloc[0]
    assert why == (
        "No whole numbers fit the people of the grand total (each of whom stands in one cell or in several; who stands "
        "in none is not counted, so they may be fewer than were asked) with fewer than 2 here."
    )


def test_sizes_that_no_people_have_are_a_contradiction() -> None:
    with pytest.raises(ContradictionError, match="total: its people are not as many as the people in its cells can be"):
        audit(table([5, None, 12], ANSWERED), Outsider())
    with pytest.raises(ContradictionError, match="total: its people are not as many"):
        audit(table([5, 9, 8], ANSWERED, Rule(2)), Outsider())


def test_two_who_name_two_answers_are_two_people() -> None:
    release = table([None, None, None], ANSWERED)
    two = Coalition((Contributor(("a",), alone=True), Contributor(("b",))))
    assert audit(release, two, nothing_to_subtract=True)["low"].tolist() == [1, 1, 2]


def test_two_who_give_answers_are_not_among_those_who_give_none() -> None:
    """Three people; one alone gave b and another one gave a, so only one gave none."""
    nobody = DistinctPersons("paper", {"paper": "c"})
    release = table([None, None, None, 3], nobody, Rule(3, "hidden"))
    two = Coalition((Contributor(("b",), alone=True), Contributor(("a",))))
    assert ends(release, two) == {"a": (1, 2), "b": (1, 1), "c": (0, 1)}


def test_who_gave_two_answers_names_both_and_takes_herself_out() -> None:
    """Two people, and one of them gave a and b and not c: then the other one gave c, and may have given a or b."""
    release = table([None, None, None, 2], ANSWERED, Rule(3))
    mine = Contributor(("a",), also=(("b",),))
    assert ends(release, mine) == {"a": (1, 2), "b": (1, 2), "c": (1, 1), TOTAL: (2, 2)}
    assert ends(release) == {"a": (1, 2), "b": (1, 2), "c": (1, 2), TOTAL: (2, 2)}
    with pytest.raises(ValueError, match="stands in two cells of which only one can be hers"):
        audit(table([None, None, None, 2], DistinctPersons(), Rule(3)), mine)


def test_behind_a_hidden_cell_are_few_people_and_any_number_of_events() -> None:
    visits: dict[str, Any] = {"unit": "visits", "persons": DistinctPersons("paper")}
    assert ends(table([9, None, None], rule=COVERED, **visits)) == {"b": (1, None), TOTAL: (10, None)}
    assert ends(table([9, None, None, 12], **visits)) == {"b": (1, 2), "c": (1, 2)}
    assert ends(table([None, None, 12], rule=Rule(5, "hidden"), **visits)) == {"a": (1, 11), "b": (1, 11)}
    one = table([9, None, None, 12], contributors=[5, 1, 2, 7], **visits)
    assert ends(one) == {"b": (1, 1), "c": (2, 2)}


def test_who_has_all_visits_knows_it_and_others_have_one_each() -> None:
    visits: dict[str, Any] = {"unit": "visits", "persons": DistinctPersons("paper"), "contributors": [5, 2, 6]}
    release = table([9, None, None], rule=COVERED, **visits)
    assert ends(release, Contributor(("b",), amount=3)) == {"b": (4, None), TOTAL: (13, None)}
    both = Coalition((Contributor(("b",), amount=3), Contributor(("b",), amount=1)))
    assert ends(release, both)["b"] == (4, 4)
    assert "not found" in set(audit(release, Contributor((TOTAL,), amount=3))["verdict"])


def test_what_does_not_fit_its_contributors_is_refused() -> None:
    visits: dict[str, Any] = {"unit": "visits", "persons": DistinctPersons("paper")}
    with pytest.raises(ContradictionError, match="b: no number of people behind it fits"):
        audit(table([9, None, None], contributors=[5, 6, 9], **visits), Outsider())
    small = audit(table([9, 8, 17], contributors=[5, 2, 6], **visits), Outsider())
    assert small["role"].tolist() == ["printed although small"]
    with pytest.raises(ValueError, match="where it counts the people behind them, say so with persons="):
        audit(CountTable(table([9, 8, 17], ANSWERED).cells, ("paper",), Rule(5), unit="visits"), Outsider())


def test_agrees_with_all_people_who_may_stand_in_several_cells() -> None:
    assert fuzz_persons.run(dict.fromkeys(fuzz_persons.KINDS, 2), seed=1).total() >= 14


def test_agrees_with_all_people_behind_events() -> None:
    assert fuzz_events.run(dict.fromkeys(fuzz_events.KINDS, 2), seed=1).total() >= 14


def test_of_events_that_are_all_hers_no_line_is_named_as_the_reason() -> None:
    release = table([None, None, 12], DistinctPersons(), Rule(2, complementary_mark="x"), unit="visits")
    frame = audit(release, Contributor(("a",), amount=3)).set_index("paper")
    assert frame.loc["a", ["low", "high", "why"]].tolist() == [
        3,
        3,
        "In visits, the attacker knows all that is in it: 3.",
    ]


def test_who_does_not_fit_the_people_behind_a_cell_is_told_so_of_the_cell() -> None:
    release = table([3, 9, 12], DistinctPersons(), Rule(2), unit="visits", contributors=[1, 4, 5])
    with pytest.raises(ContradictionError, match=r"does not fit what is printed for a\.$"):
        audit(release, Contributor(("a",), amount=1))


@pytest.mark.parametrize("broken_down", ["A", "AB"])
def test_behind_visits_without_a_row_there_are_people_just_as_behind_others(broken_down: str) -> None:
    """Each of four people is in one shop on one day: A's two visits of two people are on two days."""
    rows: list[tuple[Any, ...]] = [(shop, day, None, None) for shop in broken_down for day in ("mon", "tue")]
    rows += [("A", TOTAL, 2, 2), ("B", TOTAL, 4, 2), (TOTAL, "mon", 3, 2), (TOTAL, "tue", 3, 2), (TOTAL, TOTAL, 6, 4)]
    cells = pd.DataFrame(rows, columns=["shop", "day", "count", "contributors"])
    cells = cells.astype({"count": "Int64", "contributors": "Int64"})
    cells["mark"] = cells["count"].isna().map({True: "c", False: ""})
    rule, persons = Rule(2, zeros="hidden", complementary_mark="c"), DistinctPersons()
    frame = audit(CountTable(cells, ("shop", "day"), rule, unit="visits", persons=persons), Outsider())
    assert frame["low"].tolist() == [1, 1, 2, 2][: len(frame)] and set(frame["verdict"]) == {"exact"}
