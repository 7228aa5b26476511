"""Who is alone in a cell, in tables of people and of amounts."""

from dataclasses import replace

import pandas as pd
import pytest

from disclosure.audit.attackers import Coalition, Contributor, Outsider
from disclosure.audit.edition_pairs import audit_editions
from disclosure.audit.verdicts import audit
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.suppression import Suppress
from disclosure.repair.already_printed import beside_others, together
from disclosure.repair.protection import Singletons
from disclosure.repair.singletons import attackers_of
from disclosure.rules import PPercentRule
from disclosure.tables.count_table import CountTable, count_table
from disclosure.tables.distinct_persons import DistinctPersons
from disclosure.tables.edition_pairs import Editions
from disclosure.tables.linked_tables import LinkedTables, linked_tables
from disclosure.tables.magnitude_table import magnitude_table
from tests.disclosure.repair.small_tables import hidden_in, table_of


def minutes(largest):
    rows = pd.DataFrame({"film": list("ABBC"), "viewer_id": [7, 8, 9, 7], "minutes": [30, 20, 10, 40]})
    return magnitude_table(rows, by=("film",), largest=largest)


def test_a_total_of_one_is_nobody_new():
    table = count_table(pd.DataFrame({"film": list("ABB"), "region": list("NSS")}), by=("film", "region"))
    assert attackers_of(table, [Singletons()]) == (Contributor(("A", "N"), alone=True),)


def test_who_is_alone_in_a_total_that_is_not_broken_down_looks_too():
    """A's 1 and B's 2 have no parts in print: A's only viewer took 1 from both together, and B was hers to know."""
    rows = [("A", "total", 1), ("B", "total", 2), ("C", "total", 6), ("total", "total", 9)]
    table = CountTable(pd.DataFrame(rows, columns=["film", "region", "count"]).assign(mark=""), ("film", "region"))
    her = Contributor(("A", "total"), alone=True)
    assert attackers_of(table, [Singletons()]) == (her,)
    release = SuppressComplementary(3, against=(Singletons(),), primary_known=False)(table)
    assert audit(release, her, why=False).set_index("target").loc["B | total", "verdict"] == "open"


def test_of_totals_in_each_other_that_are_not_broken_down_the_same_person_is_alone_in_both():
    rows = [("A", "N", "total", 1), ("A", "total", "total", 1), ("B", "N", "x", 1), ("B", "N", "total", 1)]
    cells = pd.DataFrame(rows, columns=["film", "region", "day", "count"]).assign(mark="")
    table = CountTable(cells, ("film", "region", "day"))
    of_a = Contributor(("A", "N", "total"), alone_in=(("A", "N", "total"), ("A", "total", "total")))
    found = attackers_of(table, [Singletons()])
    assert {each.cell: set(each.alone_cells) for each in found} == {
        ("A", "N", "total"): set(of_a.alone_cells),
        ("B", "N", "x"): {("B", "N", "x")},
    }


def test_who_is_alone_in_a_sum_of_amounts_that_is_not_broken_down_looks_too():
    rows = pd.DataFrame({"film": list("ABBC"), "day": list("xxyy"), "viewer_id": range(4), "minutes": [30, 20, 10, 40]})
    table = magnitude_table(rows, by=("film", "day"), largest=1)
    sums = replace(table, cells=table.cells[table.cells["day"] == "total"])
    assert {each.cell for each in attackers_of(sums, [Singletons()])} == {("A", "total"), ("C", "total")}
    assert {each.cell for each in attackers_of(table, [Singletons()])} == {
        tuple(cell) for cell in ("Ax", "Bx", "By", "Cy")
    }


def test_where_zeros_are_hidden_who_is_alone_in_a_total_knows_it_or_does_not():
    """All of A is hers: she knows that A | S is 0, and must not find the 2 of B | S as what is left in S."""
    table = table_of([1, 0], [5, 2], [8, 6])
    unaware, aware = Contributor(("A", "N"), alone=True), Contributor(("A", "N"), alone_in=("A", "total"))
    assert attackers_of(table, [Singletons()], in_totals=True) == (unaware, aware)
    defences = (SuppressComplementary(3, zeros="hidden", against=(who,)) for who in (unaware, Singletons()))
    told = [audit(defence(table), aware, why=False).set_index("target") for defence in defences]
    assert [found.loc["B | S", "verdict"] for found in told] == ["exact", "open"]
    assert attackers_of(minutes(largest=1), [Singletons()], in_totals=True) == attackers_of(minutes(1), [Singletons()])


def test_others_stay_and_nobody_is_named_twice():
    table = count_table(pd.DataFrame({"film": list("AB")}), by=("film",))
    alone = Contributor(("A",), alone=True)
    found = attackers_of(table, [Outsider(), alone, Singletons()])
    assert found == (Outsider(), alone, Contributor(("B",), alone=True))


def test_who_is_alone_in_two_cells_of_amounts_knows_both():
    both = (Contributor(("A",), alone=True, amount=30), Contributor(("C",), alone=True, amount=40))
    assert attackers_of(minutes(largest=1), [Singletons()]) == (Coalition(both, one_person=True),)


def test_a_table_of_amounts_that_does_not_say_whose_gets_a_sentence():
    with pytest.raises(ValueError, match="does not say who is alone"):
        attackers_of(minutes(largest=0), [Singletons()])


def test_in_linked_tables_a_cell_has_the_labels_of_all_dimensions():
    people = pd.DataFrame({"film": list("ABB"), "region": list("NSS"), "age": ["old", "old", "young"]})
    found = attackers_of(linked_tables(people, by=[("film", "region"), ("film", "age")]), [Singletons()])
    assert Contributor(("A", "N", "total"), alone=True) in found
    assert Contributor(("B", "total", "young"), alone=True) in found


VISITS = pd.DataFrame(
    {"film": list("BAAAACCCC"), "region": list("NNNSSNNSS"), "viewer_id": range(9), "visits": [2, *[1] * 8]}
)


def visits(*by, rows=VISITS):
    """Linked tables of visits, which say how many people are behind each cell; one person has one cell."""
    tables = [magnitude_table(rows, by=names, amount="visits", contributors=True, largest=1) for names in by]
    return LinkedTables(tuple(replace(table, persons=DistinctPersons()) for table in tables))


def test_who_is_alone_in_a_cell_and_in_a_wider_one_of_another_table_is_one_person():
    """B has visits in N only, by one person: two people behind B, and the print fits nobody."""
    both = visits(("film", "region"), ("film",))
    (alone,) = attackers_of(both, [Singletons()])
    assert alone == Contributor(("B", "N"), amount=2, alone_in=("B", "total"))
    repaired = SuppressComplementary(2, against=(Singletons(),)).repair(both)
    assert hidden_in(repaired.release.tables[1]) == {"B"}


def test_of_people_she_is_one_person_as_well():
    found = attackers_of(linked_tables(VISITS, by=[("film", "region"), ("film",)]), [Singletons()])
    assert found == (Contributor(("B", "N"), alone_in=("B", "total")),)


def test_of_a_wider_cell_in_which_she_has_more_she_tells_herself():
    rows = pd.DataFrame({"film": list("AA"), "region": list("NS"), "viewer_id": [7, 7], "visits": [2, 3]})
    tables = [magnitude_table(rows, by=by, amount="visits", largest=1) for by in (("film", "region"), ("film",))]
    (everything,) = attackers_of(LinkedTables(tuple(tables)), [Singletons()])
    cells = {("A", "N"): 2, ("A", "S"): 3, ("A", "total"): 5}
    hers = tuple(Contributor(cell, alone=True, amount=n) for cell, n in cells.items())
    assert everything == Coalition(hers, one_person=True)


def test_what_is_hers_in_towns_and_in_their_region_is_hers_once():
    """She is all of North, in two towns; another table prints regions only."""
    towns = {"Ash": "North", "Oak": "North", "Elm": "East", "Fir": "East"}
    rows = pd.DataFrame({"town": ["Ash", "Oak", *["Elm", "Fir"] * 4], "viewer_id": [1, 1, *range(2, 10)]})
    rows["minutes"] = [2, 3, *[4] * 8]
    fine = magnitude_table(rows, by=("town",), largest=2, hierarchies={"town": towns})
    coarse = magnitude_table(rows.assign(town=rows["town"].map(towns)), by=("town",), largest=2)
    defence = SuppressComplementary(dominance=PPercentRule(10), against=(Singletons(),))
    assert defence.repair(LinkedTables((fine, coarse))).price == 0


def test_who_stands_in_several_cells_where_nobody_does_gets_a_sentence():
    rows = pd.concat([VISITS, pd.DataFrame({"film": ["D"], "region": ["S"], "viewer_id": [0], "visits": [1]})])
    with pytest.raises(ValueError, match=r"one person is alone in B \| N and in D \| S, .*several=\.\.\."):
        attackers_of(visits(("film", "region"), rows=rows), [Singletons()])


def films(**numbers):
    rows = [film for film, number in numbers.items() for _ in range(number)]
    return count_table(pd.DataFrame({"film": pd.Categorical(rows, categories=list(numbers))}), by=("film",))


def beside(first, second):
    """What they find who are alone in a cell of the second edition, by who they may be."""
    release = beside_others(second, first, "nested")
    everybody = attackers_of(together(release.release, release.already), [Singletons()])
    return [(one.cell, one.alone_in) for one in everybody]


def test_of_who_may_stand_in_several_cells_of_events_nothing_can_be_promised():
    rows = VISITS.assign(viewer_id=[0, 1, 1, 1, 1, 5, 6, 7, 8])
    films = replace(visits(("film", "region"), rows=rows).tables[0], persons=DistinctPersons("region"))
    with pytest.raises(ValueError, match=r"does not use where else the attackers stand.*such as Outsider\(\)"):
        SuppressComplementary(3, against=(Singletons(),)).repair(films)


def test_who_is_alone_in_a_second_edition_was_there_or_is_new():
    """A was 0 or 1; B was 0, so she is new; C was 1, so she was there; and the one of D of old has company now."""
    first = Suppress(2, zeros="hidden")(films(A=0, B=0, C=1, D=1, E=9))
    first = replace(first, cells=first.cells.assign(count=first.cells["count"].fillna(pd.Series({1: 0, 2: 1, 3: 1}))))
    second = films(A=1, B=1, C=1, D=4, E=9)
    both = [(("A", part), (("A", "second"),)) for part in ("first", "newcomers")]
    others = [(("B", "newcomers"), (("B", "second"),)), (("C", "first"), (("C", "second"),)), (("D", "first"), ())]
    assert beside(first, second) == [*both, *others]


def test_who_was_alone_in_the_first_edition_is_known_as_far_as_it_follows():
    """A is 1 now and hidden before, and zeros are printed: she was there. Of B there were 1 or 2: nobody knows."""
    first = Suppress(3)(films(A=1, B=2, C=7))
    found = SuppressComplementary(3, against=(Singletons(),)).problem(
        beside_others(films(A=1, B=4, C=7), first, "nested")
    )
    assert [view.attacker for view in found.views] == [Contributor(("A", "first"), alone_in=("A", "second"))]


BEFORE, NOW = Suppress(5, zeros="hidden")(films(A=0, B=2, C=8, D=9)), films(A=1, B=2, C=8, D=20)


def test_a_repair_that_the_insider_of_the_model_accepts_is_broken_by_the_real_one():
    """C covers B from somebody who is alone in A: B + C is 10, and C was 8, so B is 1 or 2, whoever she was before.

    She is new, so B was 2 before and cannot be 1 now. Only D, where many came, covers B from her.
    """
    unaware, new = Contributor(("A", "second"), alone=True), Contributor(("A", "newcomers"), alone_in=("A", "second"))
    accepted = SuppressComplementary(5, against=(Outsider(), unaware))(NOW, already=BEFORE, relation="nested")
    assert hidden_in(accepted) == {"A", "B", "C"}
    assert told_of_b(accepted, unaware) == (1, 2) and told_of_b(accepted, new) == (2, 2)
    for against in (Singletons(), new):
        repaired = SuppressComplementary(5, against=(Outsider(), against))(NOW, already=BEFORE, relation="nested")
        assert hidden_in(repaired) == {"A", "B", "D"} and told_of_b(repaired, new) == (2, 13)


def told_of_b(second, attacker):
    """The range of B now, for one who looks at both editions."""
    found = audit_editions(Editions(BEFORE, second, "nested"), attacker, why=False)
    return tuple(found.loc[found["film"].eq("B") & found["edition"].eq("second"), ["low", "high"]].iloc[0])


def test_who_is_alone_in_a_cell_knows_the_same_people_under_a_label_that_holds_everybody():
    """All live in North: those of A in North are those of A in the first quarter, and this is one person."""
    rows = [("A", "Q1", "North"), *[("B", "Q1", "North")] * 8, *[("B", "Q2", "North")] * 9]
    people = pd.DataFrame(rows, columns=["film", "quarter", "region"])
    tables = linked_tables(people, by=[("film", "quarter"), ("film", "region")])
    assert SuppressComplementary(3, against=Singletons()).repair(tables).price == 0


def test_who_is_alone_in_a_label_of_everybody_of_another_table_is_the_same_person():
    """All live on Earth: the one in B is the one in B and S. Of two cells with the same people, one names her."""
    rows = [*[("A", "N")] * 3, ("B", "S")]
    people = pd.DataFrame(rows, columns=["film", "region"]).assign(planet="Earth")
    tables = linked_tables(people, by=[("film", "region"), ("film", "planet")])
    both = Contributor(("B", "S", "total"), alone_in=("B", "total", "Earth"))
    assert attackers_of(tables, [Singletons()]) == (both,)
    films = linked_tables(people, by=[("film",), ("film", "planet")])
    assert [one.cell for one in attackers_of(films, [Singletons()])] == [("B", "Earth")]
