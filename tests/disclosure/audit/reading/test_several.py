from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.several import BEHIND, several_in, several_of, unused_of_people, with_people_behind
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.distinct_persons import DistinctPersons
from disclosure.tables.linked_tables import LinkedTables


def table(*by: str, persons: DistinctPersons | None, **more: object) -> CountTable:
    cells = pd.DataFrame({"paper": ["a", "none"], "radio": "q", "region": "N", "count": [5, 7], "mark": ""})
    return CountTable(cells[[*by, "count", "mark"]], by, persons=persons, **more)  # type: ignore[arg-type]


PAPER = DistinctPersons("paper", {"paper": "none"})
VISITS = {"unit": "visits", "rule": Rule(3)}


def test_only_people_cover_their_total() -> None:
    assert several_in(table("paper", persons=PAPER)) == ("paper",)
    assert several_in(table("paper", persons=DistinctPersons("paper"), **VISITS)) == ()
    assert several_of((table("paper", "region", persons=PAPER),)) == {"paper": "none"}


@pytest.mark.parametrize("other", [None, DistinctPersons("paper", False), DistinctPersons()])
def test_a_dimension_means_the_same_in_all_tables(other: DistinctPersons | None) -> None:
    with pytest.raises(ValueError, match="differ in whether one person may stand at several labels of 'paper'"):
        several_of((table("paper", persons=PAPER), table("paper", "region", persons=other)))


def test_people_are_behind_events_where_a_threshold_counts_them() -> None:
    [behind] = with_people_behind((table("paper", persons=DistinctPersons("paper"), **VISITS),)).values()
    assert behind.by == ("paper", BEHIND) and several_in(behind) == ("paper",)
    assert with_people_behind((table("paper", persons=DistinctPersons("paper"), unit="visits"),)) == {}


def test_what_would_tell_people_apart_is_not_used() -> None:
    both = DistinctPersons(("paper", "radio"), {"paper": "none", "radio": False})
    crossed = table("paper", "radio", persons=both)
    assert unused_of_people((crossed,)) == ("how many people stand at several labels of 'paper' and 'radio' at once",)
    one, other = table("paper", "region", persons=PAPER), table("paper", persons=PAPER)
    assert unused_of_people((one, other)) == ()
    beside = table("paper", "radio", persons=PAPER)
    assert unused_of_people((one, beside)) == (
        "that the same people stand at several labels of 'paper' in more than one breakdown",
    )
    visits = [table("paper", by, persons=DistinctPersons("paper"), **VISITS) for by in ("region", "radio")]
    assert unused_of_people(tuple(visits)) == ("that the same people are behind the visits by different dimensions",)


def test_a_dimension_of_totals_alone_is_none() -> None:
    both = DistinctPersons(("paper", "radio"), {"paper": "none", "radio": False})
    every = table("paper", "radio", persons=both)
    assert unused_of_people((replace(every, cells=every.cells.assign(radio="total")),)) == ()
    one, beside = (table("paper", by, persons=PAPER) for by in ("region", "radio"))
    assert unused_of_people((one, replace(beside, cells=beside.cells.assign(radio="total")))) == ()


def test_a_table_of_sums_tells_what_several_tables_would() -> None:
    """Not how papers, regions and radios go together, though it has all dimensions: open was said, and not proved."""
    one, beside = (table("paper", by, persons=PAPER) for by in ("region", "radio"))
    by = ("paper", "region", "radio")
    cells = pd.concat([one.cells, beside.cells], ignore_index=True).fillna(dict.fromkeys(by, TOTAL))
    joined = ("that the same people stand at several labels of 'paper' in more than one breakdown",)
    assert unused_of_people((replace(one, cells=cells, by=by),)) == joined
    each_alone = [("a", TOTAL, TOTAL), ("none", TOTAL, TOTAL), (TOTAL, "N", TOTAL), (TOTAL, TOTAL, "q")]
    sums = replace(one, cells=pd.DataFrame(each_alone, columns=by).assign(count=5, mark=""), by=by)
    assert unused_of_people((sums,)) == ()
    assert unused_of_people((one, beside, sums)) == joined
    visits = replace(sums, persons=DistinctPersons("paper"), **VISITS)  # type: ignore[arg-type]
    assert unused_of_people((visits,)) == ("that the same people are behind the visits by different dimensions",)


def test_a_table_of_regions_does_not_tell_as_much_as_one_of_districts() -> None:
    """A visitor of one district has all his visits at one hour: the table by hour knows his region only."""
    rule, nest = {"unit": "visits", "rule": Rule(3)}, {"place": {"a": "A", "b": "A"}}
    regions = pd.DataFrame({"place": "A", "hour": ["9"], "count": 12, "mark": ""})
    districts = pd.DataFrame({"place": ["a", "b", "A"], "count": [5, 7, 12], "mark": ""})
    by_hour = CountTable(regions, ("place", "hour"), persons=DistinctPersons(), **rule)  # type: ignore[arg-type]
    by_district = CountTable(districts, ("place",), hierarchies=nest, persons=DistinctPersons(), **rule)  # type: ignore[arg-type]
    assert unused_of_people((by_hour, by_district)) == (
        "that the same people are behind the visits by different dimensions",
    )
    finer = by_district.cells.assign(hour="9")
    assert unused_of_people((by_hour, replace(by_district, cells=finer, by=("place", "hour")))) == ()


READ = DistinctPersons("paper", {"paper": "none"})
ALONE = [(TOTAL, "N", None), (TOTAL, "S", 5), (TOTAL, TOTAL, 7)]


def papers(rows: list[tuple[str | int | None, ...]], by: tuple[str, ...], **more: object) -> CountTable:
    cells = pd.DataFrame(rows, columns=[*by, "count"]).astype({"count": "Int64"})
    cells["mark"] = cells["count"].isna().map({True: "x", False: ""})
    return CountTable(cells, by, Rule(3, mark="x"), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("persons", [READ, DistinctPersons("paper", no_answer=False), None])
def test_a_table_that_has_the_total_of_all_answers_alone_need_not_tell_of_them(persons: DistinctPersons | None) -> None:
    """It was said not to name who gives no answer, and does; or to differ from the other table."""
    alone = papers(ALONE, ("paper", "region"), persons=persons, not_covered={"paper": "none"})
    read = papers([("a", 4), ("b", None), (TOTAL, 7)], ("paper",), persons=READ, not_covered={"paper": "none"})
    found = audit(LinkedTables((read, alone)), Outsider()).set_index("target")
    assert found.loc["total | N", ["low", "high"]].tolist() == [2, 2]
    assert found.loc["none | total", ["low", "high"]].tolist() == [1, 3]


def test_nor_does_it_where_another_table_tells_how_its_other_labels_nest() -> None:
    """With what is added of its regions, the table lost the label of who gives no answer, and was refused."""
    alone = [*ALONE[:2], (TOTAL, "Land", 7)]
    read = papers(alone, ("paper", "region"), persons=READ, not_covered={"paper": "none"})
    nest = {"region": {"N": "Land", "S": "Land"}}
    regions = papers([("N", None), ("S", 5), ("Land", 7)], ("region",), hierarchies=nest)
    found = audit(LinkedTables((read, regions)), Outsider())
    assert found[["low", "high"]].to_numpy().tolist() == [[2, 2]]


def test_beside_wider_labels_the_total_alone_is_no_other_cut() -> None:
    """The tables were said to cut papers in different ways, which is refused where a person may read several."""
    several, nest = DistinctPersons("paper", no_answer=False), {"paper": {"a0": "P", "a1": "P"}}
    rows = [("a0", 4), ("a1", None), ("P", 4), ("b", 5), (TOTAL, 7)]
    read = papers(rows, ("paper",), persons=several, hierarchies=nest)
    release = LinkedTables((read, papers([(TOTAL, 7)], ("paper",), persons=several)))
    assert audit(release, Outsider())[["low", "high"]].to_numpy().tolist() == [[1, 2]]


@pytest.mark.parametrize("told", [{"rule": Rule(2, mark="x")}, {}])
def test_people_behind_a_table_may_be_broken_down_by_one_that_tells_of_no_people(told: dict[str, Rule]) -> None:
    """All 4 visits of x are one person's, who stands in one cell, so x | p has 4: it was called 1 to 4, narrowed."""
    rows = [("x", "p", None), ("x", "q", None), ("x", TOTAL, 4), ("z", "p", None), ("z", "q", None), ("z", TOTAL, 4)]
    cells = pd.DataFrame([*rows, (TOTAL, "p", 5), (TOTAL, "q", 3), (TOTAL, TOTAL, 8)], columns=["a", "b", "count"])
    finer = visits_of(cells, ("a", "b"))
    whole = pd.DataFrame({"a": ["x", "z", TOTAL], "count": [None if told else 4, 4, 8]})
    coarse = visits_of(whole if told else whole.assign(contributors=[1, None, None]), ("a",), **told)
    frame = audit(LinkedTables((finer, coarse)), Outsider())
    assert "not found" in set(frame["verdict"]) and "narrowed" not in set(frame["verdict"])


def visits_of(cells: pd.DataFrame, by: tuple[str, ...], **more: Any) -> CountTable:
    columns = {name: "Int64" for name in ("count", "contributors") if name in cells}
    marks = cells["count"].isna().map({True: "x", False: ""})
    return CountTable(cells.astype(columns).assign(mark=marks), by, unit="visits", persons=DistinctPersons(), **more)
