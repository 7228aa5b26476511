"""Releases built by hand in which cells can be recovered although no usual table is like them."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Attacker, Coalition, Contributor, Outsider
from disclosure.audit.reading.as_printed import system_of
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.verdicts import audit
from disclosure.defences.suppression import Suppress
from disclosure.rules import DominanceRule, NKRule, PPercentRule, Rule
from disclosure.tables.companion_statistics import with_companions
from disclosure.tables.companions import Companions
from disclosure.tables.count_table import TOTAL, CountTable, count_table
from disclosure.tables.linked_tables import LinkedTables
from tests.disclosure.audit.small_releases import printed

Verdict = tuple[int, int | None, str]


def verdicts_of(release: CountTable | LinkedTables, attacker: Attacker | None = None) -> dict[str, Verdict]:
    """What the audit says of each cell: low, high (None without a limit) and the word."""
    frame = audit(release, attacker or Outsider(), nothing_to_subtract=True)
    rows = zip(frame["target"], frame["low"], frame["high"], frame["verdict"], strict=True)
    return {target: (low, None if pd.isna(high) else high, word) for target, low, high, word in rows}


def exact(**counts: int) -> dict[str, Verdict]:
    return {name: (count, count, "exact") for name, count in counts.items()}


def one_way(counts: Sequence[int | None], rule: Rule | None, companions: Companions | None = None, **more: list[float]):
    """Films A, B, C ... and their total, None where hidden, and statistics."""
    labels = [*"ABCDEF"[: len(counts) - 1], TOTAL]
    cells = pd.DataFrame({"film": labels, "count": pd.array([pd.NA if n is None else n for n in counts], "Int64")})
    cells = cells.assign(mark=np.where(cells["count"].isna(), "c", ""), **more)
    return CountTable(cells, ("film",), rule, companions=companions)


def test_statistics_of_one_quantity_tie_linked_tables() -> None:
    """All of A and of N gave 1 star, all of B and of S 2."""
    rows = [("A", "N", 1)] * 6 + [("B", "S", 2)] * 6
    people = pd.DataFrame(rows, columns=["film", "region", "stars"])
    stars, names = Companions("stars", 1, 2), ("minimum", "maximum")
    films, regions = (
        with_companions(count_table(people, by=(name,)), people, stars, names) for name in ("film", "region")
    )
    both = Suppress(7, "hidden")(count_table(people, by=("film", "region")))
    found = verdicts_of(LinkedTables((films, regions, both)))
    assert {name: found[f"{name[0]} | {name[1]}"] for name in ("AN", "AS", "BN", "BS")} == exact(AN=6, AS=0, BN=0, BS=6)


def test_of_nobody_there_are_no_statistics() -> None:
    release = one_way([6, None, None, 8], Rule(4, "hidden"), Companions("stars", 1, 2), maximum=[2, 1, np.nan, 2])
    assert verdicts_of(release) == exact(B=2, C=0)


def test_statistics_that_do_not_fit_a_count_are_refused() -> None:
    stars = Companions("stars", 1, 2)
    with pytest.raises(ContradictionError, match="A has a count and statistics that do not fit each other"):
        audit(one_way([6, None, 8], Rule(4), stars, maximum=[np.nan, 1, 2]), Outsider())
    with pytest.raises(ContradictionError, match="B has a count and statistics"):
        audit(one_way([6, None, 8], Rule(4), stars, maximum=[1, 2, 2], minimum=[1, np.nan, 1]), Outsider())
    with pytest.raises(ValueError, match=r"statistic of 'stars' is 1\.25, which has more than 1 decimals"):
        audit(one_way([6, None, 8], Rule(4), Companions("stars", 1, 2, 1), mean=[1.25, 1, 1]), Outsider())


def test_one_who_is_alone_and_one_who_is_known_by_a_total() -> None:
    rows = {"r0": ["c", "c", "c"], "r1": [5, 5, 10]}
    release = printed(rows, ["c0", "c1", TOTAL], Rule(3, zeros="hidden"))
    pair = Coalition((Contributor(("r0", "c0"), alone=True), Contributor(("r0", TOTAL))))
    found = verdicts_of(release, pair)
    assert found["r0 | total"] == (2, 2, "exact") and found["r0 | c1"] == (1, 1, "exact")


def test_somebody_in_the_row_and_somebody_else_in_the_column() -> None:
    """One person in the cross would be in both, and they are two."""
    release = printed({"r0": ["c", 0], "r1": ["c", 0]}, ["c0", "c1"], Rule(3, zeros="hidden"))
    pair = Coalition((Contributor(("r0", TOTAL)), Contributor((TOTAL, "c0"))))
    found = verdicts_of(release, pair)
    assert (found["r0 | c0"], found["r1 | c0"]) == ((1, 2, "narrowed"), (0, 2, "open"))
    rows = {"r0": ["c", "c"], "r1": ["c", "c"], TOTAL: [4, 4]}
    alone = [Contributor((row, TOTAL), alone=True) for row in ("r0", "r1")]
    by_rows = {row: [*cells, "c" if row != TOTAL else 8] for row, cells in rows.items()}
    crowded = printed(by_rows, ["c0", "c1", TOTAL], Rule(5, zeros="hidden"))
    with pytest.raises(ContradictionError, match=r"there is no room in total \| c0 beside those who are alone"):
        audit(crowded, Coalition((*alone, Contributor((TOTAL, "c0")))), nothing_to_subtract=True)


def test_a_secret_rule_and_the_number_of_contributors() -> None:
    """Whatever p is: of four contributors the third and fourth have 2, so the largest has 3 or more."""
    release = amounts([None, None, 30, 37], PPercentRule(10), [4, 1, 3, 8])
    assert verdicts_of(release) == exact(A=6, B=1)
    assert verdicts_of(amounts([None, None, 30, 38], PPercentRule(10), [4, 1, 3, 8]))["A"] == (6, 7, "not found")


@pytest.mark.parametrize("rule", [PPercentRule(10), PPercentRule(10, False), NKRule(2, 80), NKRule(2, 80, False)])
def test_under_a_dominance_rule_nothing_is_called_narrowed_or_open(rule: DominanceRule) -> None:
    for behind in (None, [1, 2, 3, 6]):
        frame = audit(amounts([None, None, 30, 60], rule, behind), Outsider())
        assert set(frame["verdict"]) == {"not found"}
        assert frame["why"].str.contains("at most .* as far as it is proved, and perhaps less: not used was what").all()


def amounts(sums: Sequence[int | None], rule: DominanceRule, behind: list[int] | None) -> CountTable:
    """Minutes of films, with how many people watched."""
    plain = one_way(sums, None)
    cells = plain.cells if behind is None else plain.cells.assign(contributors=behind)
    return CountTable(cells, ("film",), unit="minutes", dominance=rule)


def test_medians_are_rounded_as_means_are() -> None:
    people = pd.DataFrame({"film": ["A", "B"], "stars": [1, 2]})
    table = with_companions(count_table(people, by=("film",)), people, Companions("stars", 1, 5, 0), ["median"])
    assert verdicts_of(Suppress(4)(table)) == {
        "A": (1, 1, "exact"), "B": (1, 2, "narrowed"), TOTAL: (2, 3, "narrowed"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("rounding", "low", "high"), [("half even", 3, 3), ("half up", 3, 4), ("truncated", 3, 3), ("unknown", 3, 4)]
)
def test_a_mean_is_what_the_office_rounds_to_it(rounding: str, low: int, high: int) -> None:
    """Of 1 and 2 three people have 4/3, and four 5/4: the kit prints that as 1.2, others as 1.3."""
    stars = Companions("stars", 1, 2, 1, rounding)  # type: ignore[arg-type]
    two = one_way([None, 9], Rule(5), stars, mean=[1.3, 1.0])
    assert verdicts_of(replace(two, cells=two.cells[:1]))["A"][:2] == (low, high)


def test_where_nothing_limits_a_cell_there_is_no_limit() -> None:
    cells = pd.DataFrame({"film": ["f0", "f1", TOTAL], "count": pd.array([7, pd.NA, pd.NA], "Int64")})
    release = CountTable(cells.assign(mark=["", "x", "x"]), ("film",), Rule(2, "may be hidden", "c", "x"))
    assert verdicts_of(release) == {"f1": (0, None, "open"), "total": (7, None, "narrowed")}


def test_a_circle_with_a_dimension_cut_in_two_ways_is_refused_by_name() -> None:
    coasts = {"N": "east", "S": "west"}
    people = pd.DataFrame({"film": list("AABB"), "region": list("NSNS"), "age": list("oyoy")})
    people = people.assign(coast=people["region"].map(coasts))
    by_coast = count_table(people.rename(columns={"region": "x", "coast": "region"}), by=("film", "region"))
    by_region, third = count_table(people, by=("age", "region")), count_table(people, by=("film", "age"))
    with pytest.raises(ValueError, match=r"cut 'region' in different ways \('east', 'N'\)"):
        system_of(LinkedTables((by_coast, by_region, third)), Outsider())
    system_of(LinkedTables((by_coast, by_region, third), {"region": {}}), Outsider())
    hinged = count_table(people, by=("region",), hierarchies={"region": coasts})
    system_of(LinkedTables((by_coast, by_region, hinged)), Outsider())
    other = count_table(people, by=("film", "region"), hierarchies={"region": {"N": "up", "S": "down"}})
    system_of(LinkedTables((other, by_coast, hinged)), Outsider())
    tied = LinkedTables((by_coast, count_table(people, by=("region", "age")), third), {"region": {}})
    shared = replace(tied.tables[0], cells=tied.tables[0].cells.replace({"region": {"east": "N"}}))
    with pytest.raises(ValueError, match="run in a circle and cut 'region' in two ways"):
        system_of(replace(tied, tables=(shared, *tied.tables[1:])), Outsider())
