import pandas as pd
import pytest

from disclosure.audit.attackers import Contributor, Outsider
from disclosure.audit.disclosure import merged_sums
from disclosure.audit.verdicts import audit, exact_cells
from disclosure.defences.suppression import Suppress
from disclosure.rules import PPercentRule, Rule
from disclosure.tables.count_table import TOTAL, CountTable, count_table
from disclosure.tables.distinct_persons import DistinctPersons
from disclosure.tables.linked_tables import LinkedTables
from lessons.amounts.own_cell import others_in_own_cells
from tests.disclosure.audit import fuzz
from tests.disclosure.audit.small_releases import printed

TWO_MARKS = Rule(5, complementary_mark="x")


def found(release: CountTable, column: str) -> dict[str, object]:
    return audit(release, Outsider()).set_index("target")[column].to_dict()


def test_a_small_count_that_is_printed_is_a_finding() -> None:
    release = printed({"A": [2, 7, 9], TOTAL: [2, 7, 9]}, ["x", "y", TOTAL], Rule(5))
    assert found(release, "role") == dict.fromkeys(["A | x", "total | x"], "printed although small")
    assert found(release, "verdict") == dict.fromkeys(["A | x", "total | x"], "exact")
    assert found(release, "why")["A | x"] == "Printed although the table's own rule hides it: 2."
    assert exact_cells(release, Outsider())["count"].tolist() == [2, 2]


def test_zeros_are_findings_where_the_rule_hides_them() -> None:
    row = {"A": [0, 7, 7]}
    for zeros, findings in (("hidden", {"A | x": "printed although small"}), ("printed", {}), ("may be hidden", {})):
        assert found(printed(row, ["x", "y", TOTAL], Rule(5, zeros=zeros)), "role") == findings  # type: ignore[arg-type]


def test_from_then_on_a_covering_mark_says_nothing_about_size() -> None:
    """A hides 10 in two covering cells: 5 and 5, if the office followed its rule; but it printed a 2."""
    rows = {"A": [7, "x", "x", 17], "B": [5, 8, 9, 22], "C": [9, "x", "x", 20], TOTAL: [21, 18, 20, 59]}
    columns = ["N", "S", "W", TOTAL]
    assert set(found(printed(rows, columns, TWO_MARKS), "verdict").values()) == {"exact"}
    rows |= {"B": [2, 8, 9, 19], TOTAL: [18, 18, 20, 56]}
    known = audit(printed(rows, columns, TWO_MARKS), Outsider()).set_index("target")
    assert known.loc["A | S", ["low", "high", "verdict"]].tolist() == [1, 9, "narrowed"]
    assert known.loc["C | W", ["low", "high", "verdict"]].tolist() == [2, 10, "narrowed"]
    assert known["role"].value_counts().to_dict() == {"complementary": 4, "printed although small": 1}


def test_what_must_be_printed_is_noted_and_costs_the_converse_all_the_same() -> None:
    rows = {"A": [7, "x", "x", 17], "B": [2, 8, 9, 19], "C": [9, "x", "x", 20], TOTAL: [18, 18, 20, 56]}
    release = printed(rows, ["N", "S", "W", TOTAL], TWO_MARKS, must_be_printed=(("B", "N"),))
    assert found(release, "role") == {
        "A | S": "complementary",
        "A | W": "complementary",
        "B | N": "must be printed",
        "C | S": "complementary",
        "C | W": "complementary",
    }
    assert found(release, "verdict") == dict.fromkeys(["A | S", "A | W", "C | S", "C | W"], "narrowed") | {"B | N": ""}
    assert found(release, "low") == {"A | S": 1, "A | W": 1, "B | N": 2, "C | S": 1, "C | W": 2}
    assert found(release, "why")["B | N"] == "The table's own rule hides it, and it must be printed all the same: 2."
    assert not exact_cells(release, Outsider())["exact"].any()


def test_a_hidden_cell_is_no_zero_where_zeros_are_printed_whatever_else_must_be_printed() -> None:
    """A and B hold 2 together in two hidden cells: 1 and 1, unless a zero may be hidden."""
    cells = pd.DataFrame({"film": ["A", "B", "C", TOTAL], "count": [None, None, 4, 6], "mark": ["c", "c", "", ""]})
    for rule, verdict in ((Rule(5, complementary_mark="c"), "exact"), (Rule(5, "may be hidden", "c", "c"), "narrowed")):
        release = CountTable(cells, ("film",), rule, must_be_printed=("C",))  # type: ignore[arg-type]
        assert found(release, "verdict") == {"A": verdict, "B": verdict, "C": ""}


def test_what_one_table_must_print_is_a_finding_in_another_that_need_not() -> None:
    cells = pd.DataFrame({"film": ["A", "B"], "count": [2, 9], "mark": ""})
    must, need_not = (
        CountTable(cells, ("film",), Rule(5), must_be_printed=("A",)),
        CountTable(cells, ("film",), Rule(5)),
    )  # type: ignore[arg-type]
    assert found(must, "role") == {"A": "must be printed"}
    assert audit(LinkedTables((must, need_not)), Outsider())["verdict"].tolist() == ["exact"]
    again = CountTable(cells, ("film",), Rule(5), totals_of="printed cells", must_be_printed=("A",))  # type: ignore[arg-type]
    assert found(again, "verdict") == {"A": ""}


def test_a_rounded_number_behind_which_everything_is_small() -> None:
    """With base 5, a printed 5 is 3 to 7, all below 10; the 10 beside it may then be 8 or 9 as well."""
    known = audit(printed({"A": [5, 10]}, ["x", "y"], Rule(10), base=5), Outsider())
    assert known["role"].tolist() == ["printed although small", "rounded"]
    assert (known["low"].tolist(), known["high"].tolist()) == ([3, 8], [7, 12])
    assert audit(printed({"A": [10]}, ["y"], Rule(10), base=5), Outsider())["low"].tolist() == [10]


def test_a_rounded_number_that_must_be_printed_may_stand_for_a_small_count() -> None:
    """Nothing hid the 1 behind a printed 0; whether a small count is there nobody sees, so the converse is lost."""
    rows, columns = {"A": [0, 3, 9]}, ["x", "y", "z"]
    named = audit(printed(rows, columns, Rule(3), base=3, must_be_printed=(("A", "x"),)), Outsider())
    assert (named["low"].tolist(), named["high"].tolist()) == ([0, 2, 8], [1, 4, 10])
    assert set(named["verdict"]) == {"not found"} and set(named["role"]) == {"rounded"}
    assert named["why"].str.contains("if none of those that must be printed is small").all()
    plain = audit(printed(rows, columns, Rule(3), base=3), Outsider())
    assert (plain["low"].tolist(), plain["high"].tolist()) == ([0, 3, 8], [0, 4, 10])


@pytest.mark.parametrize(("people", "low", "verdict"), [(None, 1, "not found"), (2, 1, "narrowed"), (5, 4, "narrowed")])
def test_events_that_must_be_printed_may_have_few_people_behind_them(people, low, verdict) -> None:
    """Of 6 visits nobody knows by how many people; where these are printed, it is known whether the rule is kept."""
    cells = pd.DataFrame({"film": ["A", "B", "C", TOTAL], "count": [6, None, None, 20], "mark": ["", "c", "x", ""]})
    beside = {"contributors": [people, None, None, None]} if people else {}
    rule, named = Rule(4, complementary_mark="x"), (("A",),)
    release = CountTable(
        cells.assign(**beside), ("film",), rule, unit="visits", persons=DistinctPersons(), must_be_printed=named
    )
    known = audit(release, Outsider()).set_index("film").loc["C"]
    assert (known["low"], known["verdict"]) == (low, verdict)


def test_what_must_be_printed_is_said_with_what_is_not_used() -> None:
    """A range as a note is no more proved than the ranges of other cells."""
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": [0, 10, 10], "mark": "", "mean": [1.5, None, None]})
    release = CountTable(cells, ("film",), Rule(5, "hidden"), base=5, must_be_printed=("A",))  # type: ignore[arg-type]
    assert found(release, "role")["A"] == "must be printed"
    assert "perhaps less: not used was the numbers in 'mean'" in str(found(release, "why")["A"])


def test_an_amount_that_must_be_printed_may_be_one_persons() -> None:
    """Then marks tell nothing of the size of amounts that cover others."""
    cells = pd.DataFrame({"film": ["A", "B", "C", TOTAL], "count": [7, None, None, 17], "mark": ["", "x", "x", ""]})
    for named, least in (((), 3), ((("A",),), 1)):
        table = CountTable(
            cells, ("film",), unit="minutes", dominance=PPercentRule(20, complementary_mark="x"), must_be_printed=named
        )
        assert found(table, "low") == {"B": least, "C": least}


def test_a_rounded_total_that_must_be_printed_fits_small_parts() -> None:
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": [None, None, 0], "mark": ["c", "c", ""]})
    release = CountTable(cells, ("film",), Rule(3), base=5, must_be_printed=(TOTAL,))  # type: ignore[arg-type]
    assert found(release, "low") == {"A": 1, "B": 1, TOTAL: 2}


def test_each_of_linked_tables_has_its_own_rule() -> None:
    """What one table prints without a rule is no finding, although another hides it."""
    people = pd.DataFrame({"film": list("AABBBBBB"), "region": list("nnnnnsss")})
    films, regions = (count_table(people, by=(name,)) for name in ("film", "region"))
    plain = LinkedTables((Suppress(3)(films), films, regions))
    assert audit(plain, Outsider()).set_index("target")["role"].to_dict() == {"A | total": "primary"}
    careless = CountTable(films.cells, films.by, Rule(3))
    assert audit(LinkedTables((Suppress(3)(films), careless)), Outsider())["role"].tolist() == [
        "printed although small"
    ]


def test_amounts_that_few_can_have_contributed_are_findings() -> None:
    cells = pd.DataFrame({"film": list("ABC"), "count": [2, 50, 90], "mark": "", "contributors": [2, 2, 3]})
    release = CountTable(cells, ("film",), unit="minutes", dominance=PPercentRule(10))
    assert found(release, "role") == dict.fromkeys("AB", "printed although small")
    own = others_in_own_cells(release, Contributor(("C",), amount=30)).iloc[0]
    assert (own["low"], own["largest_high"]) == (60, 59)


def test_what_is_printed_is_not_counted_among_hidden_cells_of_a_line() -> None:
    release = printed({"A": [2, "c", "c", 9]}, ["x", "y", "z", TOTAL], Rule(5))
    assert merged_sums(release, Outsider())["sentence"].tolist() == ["A: the two hidden cells hold 7 together."]
    assert "of which the printed cell holds 2" in found(release, "why")["A | y"]  # type: ignore[operator]


def test_agrees_with_brute_force() -> None:
    assert fuzz.run({"printed although small": 40}, seed=1, together=1).total() >= 40
    assert fuzz.run({"printed although small": 400}, seed=2).total() >= 400
