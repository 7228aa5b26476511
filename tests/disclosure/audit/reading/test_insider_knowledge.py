from dataclasses import replace

import pandas as pd
import pytest

from disclosure.audit.attackers import Coalition, Contributor, Outsider
from disclosure.audit.reading.as_printed import system_of
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.reading.insider_knowledge import amounts_in, others_in, refuse_unusable
from disclosure.audit.reading.system import System
from disclosure.audit.verdicts import audit
from disclosure.rules import NKRule, PPercentRule, Rule
from disclosure.tables.count_table import TOTAL, CountTable, count_table
from disclosure.tables.distinct_persons import DistinctPersons
from disclosure.tables.linked_tables import LinkedTables
from tests.disclosure.audit.small_releases import place, square_system

ANN, BO = Contributor(("A",), amount=50), Contributor(("A",), amount=20)
OPEN_RULE = PPercentRule(10, secret=False)


def minutes(rule: PPercentRule, contributors: list[int] | None = None) -> CountTable:
    """A is hidden, B is 100; the total is hidden, too."""
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": pd.array([pd.NA, 100, pd.NA], "Int64"), "mark": "c"})
    if contributors:
        cells = cells.assign(contributors=contributors)
    return CountTable(cells, ("film",), unit="minutes", dominance=rule)


def low_and_high(system: System, label: str) -> tuple[int, int]:
    cell = place(system, label)
    return int(system.low[cell]), int(system.high[cell])


def test_what_is_hers_is_in_her_cell_and_in_its_totals() -> None:
    system = system_of(minutes(PPercentRule(10)), Coalition((ANN, BO)))
    assert low_and_high(system, "A")[0] == 70
    assert low_and_high(system, TOTAL)[0] == 70


def test_the_others_have_at_least_1_each() -> None:
    system = system_of(minutes(PPercentRule(10), [5, 9, 12]), ANN)
    assert low_and_high(system, "A")[0] == 54


def test_in_a_complementary_cell_there_are_others() -> None:
    """A is not dominated: beside Ann there are two more by a p %-rule, and one more by an (n, k)-rule."""
    for rule, least in ((PPercentRule(10), 52), (NKRule(2, 80), 51)):
        release = minutes(replace(rule, complementary_mark="x"))
        for mark, low in (("x", least), ("c", 50)):
            marked = replace(release, cells=release.cells.assign(mark=[mark, "", "x"]))
            assert low_and_high(system_of(marked, ANN), "A")[0] == low
    both = minutes(PPercentRule(10, complementary_mark="x"))
    both = replace(both, cells=both.cells.assign(mark=["x", "", "x"]))
    assert low_and_high(system_of(both, Coalition((ANN, BO))), "A")[0] == 71


def test_in_a_complementary_sum_of_her_cell_there_are_others_too() -> None:
    """50 of A are hers; the total is not dominated, so that two others are in it by a p %-rule, and B has one."""
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": pd.array([pd.NA] * 3, "Int64"), "mark": ["c", "c", "x"]})
    rule = PPercentRule(10, complementary_mark="x")
    table = CountTable(cells, ("film",), unit="minutes", dominance=rule)
    assert low_and_high(system_of(table, ANN), TOTAL)[0] == 52
    assert low_and_high(system_of(table, Coalition((ANN, BO))), TOTAL)[0] == 71
    broken = replace(table, cells=cells.assign(count=pd.array([2, pd.NA, pd.NA], "Int64"), mark=["", "c", "x"]))
    assert low_and_high(system_of(broken, Contributor(("B",), amount=50)), TOTAL)[0] == 50


def test_a_cell_is_known_to_those_who_are_all_of_it() -> None:
    assert low_and_high(system_of(minutes(PPercentRule(10)), Contributor(("A",), True, 50)), "A") == (50, 50)
    assert low_and_high(system_of(minutes(PPercentRule(10), [2, 9, 11]), Coalition((ANN, BO))), "A") == (70, 70)


def test_the_numbers_of_the_rule_tell_more_to_those_who_know_them() -> None:
    """Nine others of 1 each: 8 beside 50 and the first of them is more than 5, so somebody has 581 or more."""
    release = minutes(OPEN_RULE, [10, 9, 19])
    assert low_and_high(system_of(release, Outsider()), "A")[0] == 81 + 9
    assert low_and_high(system_of(release, ANN), "A")[0] == 81 + 50 + 8
    assert low_and_high(system_of(minutes(PPercentRule(10), [10, 9, 19]), ANN), "A")[0] == 59


def test_amounts_that_cannot_be_are_gaps() -> None:
    """With 50 and 20 a cell is dominated up to 74; from 271 on, by somebody else."""
    system = system_of(minutes(OPEN_RULE), Coalition((ANN, BO)))
    assert system.gaps == {place(system, "A"): ((75, 270),)}
    release = minutes(OPEN_RULE)
    cells = release.cells.assign(count=pd.array([pd.NA, pd.NA, 300], "Int64"))
    two_hidden = CountTable(cells, ("film",), unit="minutes", dominance=OPEN_RULE)
    assert audit(two_hidden, Coalition((ANN, BO)))["high"].tolist() == [299, 230]


def test_amounts_and_others_of_her_own_cell() -> None:
    pair = Coalition((ANN, Contributor(("B",), amount=9)))
    system = system_of(minutes(PPercentRule(10), [5, 9, 12]), Outsider())
    assert amounts_in(pair, ("A",)) == [50]
    assert others_in(system, pair, ("A",)) == 4
    assert others_in(system_of(minutes(PPercentRule(10)), Outsider()), pair, ("A",)) is None


def test_who_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="needs an amount: she knows how many minutes"):
        system_of(minutes(PPercentRule(10)), Contributor(("A",)))
    with pytest.raises(ValueError, match="leave the amount out"):
        refuse_unusable(square_system(), Contributor(("A", "x"), amount=3))
    with pytest.raises(ContradictionError, match="1 contribute"):
        system_of(minutes(PPercentRule(10), [1, 9, 10]), Coalition((ANN, BO)))
    with pytest.raises(ContradictionError, match="does not fit what is printed for B"):
        system_of(minutes(PPercentRule(10)), Contributor(("B",), amount=101))
    with pytest.raises(ValueError, match="amount is 0"):
        Contributor(("A",), amount=0)


TOWNS = {"Ash": "West", "Elm": "West", "Oak": "East"}


def test_who_is_alone_in_a_wider_cell_knows_that_the_rest_of_it_is_empty() -> None:
    """In a total, in a region of towns, and in another of two linked tables."""
    films = pd.DataFrame({"film": list("AABBB"), "town": ["Ash", "Elm", "Ash", "Elm", "Oak"], "age": list("xyxyy")})
    hidden = [
        replace(table, cells=table.cells.assign(count=pd.array([pd.NA] * len(table.cells), "Int64")))
        for table in (
            count_table(
                films, by=("film", "town"), hierarchies={"town": {"Ash": "West", "Elm": "West", "Oak": "East"}}
            ),
            count_table(films, by=("film", "age")),
        )
    ]
    for wider, empty in (
        ((TOTAL, "West", TOTAL), ("A", "Elm", TOTAL)),
        (("A", TOTAL, TOTAL), ("A", "East", TOTAL)),
        (("A", TOTAL, TOTAL), ("A", TOTAL, "y")),
    ):
        mine = ("A", "Ash", "x") if empty[2] == "y" else ("A", "Ash", TOTAL)
        found = audit(LinkedTables(tuple(hidden)), Contributor(mine, alone_in=wider), nothing_to_subtract=True)
        rows = found.fillna({"town": TOTAL, "age": TOTAL}).set_index(["film", "town", "age"])
        assert rows.loc[[empty, wider], "high"].tolist() == [0, 1]


def test_all_of_a_wider_amount_is_hers() -> None:
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": pd.array([pd.NA] * 3, "Int64"), "mark": "c"})
    release = CountTable(
        cells, ("film",), unit="minutes", dominance=PPercentRule(10, zeros="may be hidden", complementary_mark="c")
    )
    found = audit(release, Contributor("A", amount=50, alone_in=TOTAL), nothing_to_subtract=True)
    assert found[["low", "high"]].to_numpy().tolist() == [[50, 50], [0, 0], [50, 50]]


def test_a_wider_cell_holds_her_own() -> None:
    for wider, sentence in (
        (("B", "x"), "does not hold her own cell"),
        ("A", "one label for each"),
        (("A", "?"), "'?'"),
    ):
        with pytest.raises(ValueError, match=sentence.replace("?", r"\?")):
            refuse_unusable(square_system(), Contributor(("A", "x"), alone_in=wider))


def test_one_person_in_two_cells_is_one_of_the_contributors_to_their_total() -> None:
    """5 and 3 are hers, and of the four behind the total three are others: they have at least 3, all of it in C."""
    counts, behind = pd.array([5, 3, pd.NA, pd.NA], "Int64"), pd.array([pd.NA, pd.NA, pd.NA, 4], "Int64")
    cells = pd.DataFrame({"film": [*"ABC", TOTAL], "count": counts, "mark": ["", "", "c", "c"], "contributors": behind})
    table = CountTable(cells, ("film",), unit="minutes")
    mine = Contributor("A", alone=True, amount=5), Contributor("B", alone=True, amount=3)
    for one_person, least in ((True, 3), (False, 2)):
        frame = audit(table, Coalition(mine, one_person=one_person))
        assert frame["low"].tolist() == [least, 8 + least]


def test_what_is_hers_in_a_town_is_not_added_to_what_is_hers_in_its_region() -> None:
    """All of 5 in North is hers, 2 of it in Ash: 3 in Oak, which is said not to be used where it is not exact."""
    cells = pd.DataFrame({"town": ["Ash", "Oak", "East", "North", TOTAL], "count": pd.array([pd.NA] * 5, "Int64")})
    table = CountTable(
        cells.assign(mark="c"), ("town",), unit="minutes", hierarchies={"town": {"Ash": "North", "Oak": "North"}}
    )
    hers = tuple(Contributor(town, amount=n) for town, n in (("Ash", 2), ("North", 5)))
    known = audit(table, Coalition(hers, one_person=True), nothing_to_subtract=True).set_index("town")
    assert known["low"].to_dict() == {"Ash": 2, "Oak": 0, "East": 0, "North": 5, TOTAL: 5}
    assert known.loc["Oak", "verdict"] == "not found" and "where else the attackers stand" in known.loc["Oak", "why"]


@pytest.mark.parametrize("others", [(), (Contributor((TOTAL,)),)])
def test_who_names_a_wider_label_of_several_answers_stands_in_one_of_its_parts(others: tuple[Contributor, ...]) -> None:
    """Three read a0, and one of these a1 as well: she may be any of them, and was taken to read neither."""
    counts = pd.array([None, None, 3, 9, 10], dtype="Int64")
    cells = pd.DataFrame({"paper": ["a0", "a1", "North", "b", TOTAL], "count": counts, "mark": ["x", "x", "", "", ""]})
    nest, several = {"paper": {"a0": "North", "a1": "North"}}, DistinctPersons("paper", no_answer=False)
    read = CountTable(cells, ("paper",), Rule(4, mark="x"), nest, persons=several)
    frame = audit(read, Coalition((Contributor(("North",)), *others))).set_index("paper")
    assert frame.loc[["a0", "a1"], ["low", "high"]].to_numpy().tolist() == [[1, 3], [1, 3]]
