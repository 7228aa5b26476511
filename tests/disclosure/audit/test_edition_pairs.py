"""Editions over time: what one tells of the other, by the relation that is given and by no other."""

from dataclasses import replace
from itertools import islice

import pandas as pd
import pytest

from disclosure.audit.attackers import Coalition, Contributor
from disclosure.audit.edition_pairs import audit_editions
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.edition_pairs import Editions, Relation
from disclosure.tables.percentages import Percentages
from tests.disclosure.audit import fuzz_editions

PAIRS = {"same_people": ((2, 2), 2), "nested": ((2,), 3), "stocks": ((2,), 2)}
SHARES = 40
ZEROS = Rule(5, zeros="may be hidden", complementary_mark="c")


Verdict = tuple[int, int | None, str]


def films(a: int | None, b: int | None, total: int | None) -> CountTable:
    """Counts below 5 are hidden, and others to cover them."""
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": pd.array([a, b, total], dtype="Int64")})
    marks = ["c" if hidden else "" for hidden in cells["count"].isna()]
    return CountTable(cells.assign(mark=marks), ("film",), Rule(5, complementary_mark="c"))


def found(relation: Relation, first: CountTable, second: CountTable, **more: CountTable) -> dict[str, Verdict]:
    frame = audit_editions(Editions(first, second, relation, **more))
    return {
        f"{row['film']} {row.get('edition', '')}".strip() + ", suggested" * (row["role"] == "suggests"): (
            None if pd.isna(row["low"]) else row["low"],
            None if pd.isna(row["high"]) else row["high"],
            row["verdict"],
        )
        for row in frame.to_dict("records")
    }


PAIR = films(None, 9, None), films(7, 9, 16)


def test_the_same_people_hidden_in_another_way() -> None:
    second = films(None, None, 12)
    exact = {"A": (3, 3, "exact"), "B": (9, 9, "exact"), TOTAL: (12, 12, "exact")}
    assert found("same_people", PAIR[0], second) == exact


def test_no_cell_of_nested_editions_shrinks() -> None:
    assert found("nested", *PAIR)["A first"] == (1, 7, "open")
    assert found("nested", *PAIR)["B newcomers"] == (0, 0, "exact")
    assert found("stocks", *PAIR)["A first"] == (1, None, "open")
    assert found("stocks", *PAIR)["A first, suggested"] == (None, None, "")


def test_printed_newcomers_give_the_first_edition_away() -> None:
    assert found("nested", *PAIR, joined=films(5, 0, 5))["A first"] == (2, 2, "exact")


def test_printed_leavers_and_joiners_give_the_first_edition_away() -> None:
    stocks = found("stocks", *PAIR, left=films(0, 0, 0), joined=films(5, 0, 5))
    assert stocks["A first"] == (2, 2, "exact")


@pytest.mark.parametrize("relation", ["revised", "unknown"])
def test_differences_are_not_used_where_the_relation_does_not_allow_it_and_it_is_said(relation: Relation) -> None:
    every = audit_editions(Editions(*PAIR, relation))
    frame = every[every["role"] != "suggests"]
    assert set(frame["verdict"]) == {"not found"}
    assert frame["why"].str.endswith(f"not used were differences between the editions, for they are {relation}.").all()
    assert set(audit_editions(Editions(*PAIR, relation), why=False)["verdict"]) == {"not found"}


def test_somebody_inside_says_when_she_was_counted() -> None:
    """Nobody but her was in A at first, so all others who are there now are newcomers."""
    pair = Editions(*PAIR, "nested")
    frame = audit_editions(pair, Contributor(("A", "first"), alone=True))
    assert frame.loc[frame["film"].eq("A"), "low"].tolist() == [1, 6]
    same = Editions(films(None, None, 12), films(None, None, 12), "same_people")
    assert audit_editions(same, Contributor(("A",), alone=True))["high"].tolist() == [1, 11]


def test_somebody_inside_two_stocks_is_in_one_of_them_or_both() -> None:
    both = Coalition((Contributor(("A", "first"), alone=True), Contributor(("A", "second"))))
    apart = audit_editions(Editions(*PAIR, "stocks"), both)
    assert apart.loc[apart["film"].eq("A"), ["high", "verdict", "attacker"]].to_numpy().tolist() == [
        [1, "exact", repr(both)]
    ]
    with pytest.raises(ValueError, match="must say in which edition: add 'first' or 'second'"):
        audit_editions(Editions(*PAIR, "stocks"), Contributor(("A",)))
    joined = Editions(*PAIR, "stocks", joined=films(5, 0, 5))
    assert audit_editions(joined, Contributor(("A", "stayed")))["attacker"].nunique() == 1
    with pytest.raises(ValueError, match="must say whether she stayed, left or joined"):
        audit_editions(joined, Contributor(("A", "first")))


def test_who_is_alone_in_the_second_edition_knows_whether_she_was_in_the_first() -> None:
    """A and B were 9 together: the one who is alone in A now was there, so B was 8; or she is new, so it was 9."""
    nested = Editions(
        *(replace(table, rule=ZEROS) for table in (films(None, None, 9), films(None, 12, None))), "nested"
    )
    for part, before in (("first", (1, 8)), ("newcomers", (0, 9))):
        frame = audit_editions(nested, Contributor(("A", part), alone_in=("A", "second")), nothing_to_subtract=True)
        first = frame[frame["edition"].eq("first")].set_index("film")
        assert (first.loc["A", "low"], first.loc["B", "low"]) == before
        assert set(first["verdict"]) == {"exact"}


def test_who_stayed_may_be_alone_in_both_stocks() -> None:
    """Nobody left A and nobody joined it, for she is all of it at both times."""
    stocks = Editions(*PAIR, "stocks", joined=films(None, 0, None))
    both = Contributor(("A", "stayed"), alone_in=(("A", "first"), ("A", "second")))
    with pytest.raises(ContradictionError, match=r"does not fit what is printed for A \| second"):
        audit_editions(stocks, both)
    first = Contributor(("A", "stayed"), alone_in=("A", "first"))
    frame = audit_editions(stocks, first).set_index(["film", "edition"])
    assert frame.loc[[("A", "left"), ("A", "joined")], "low"].tolist() == [0, 6]


def test_where_one_edition_tells_nothing_of_the_other_she_is_alone_in_one() -> None:
    inside = Contributor(("A", "first"), alone_in=(TOTAL, "first"))
    first = replace(films(None, None, None), rule=ZEROS)
    frame = audit_editions(Editions(first, films(7, 9, 16), "stocks"), inside, why=False)
    assert frame.loc[frame["film"].eq("B"), "high"].tolist() == [0]
    with pytest.raises(ValueError, match=r"A \| second in alone_in is not of her edition"):
        audit_editions(Editions(*PAIR, "stocks"), Contributor(("A", "first"), alone_in=("A", "second")))


def test_a_refusal_says_in_which_edition_she_is_counted() -> None:
    """A is 7 in the second edition, where she believes to be alone in it."""
    for relation in ("stocks", "revised", "unknown"):
        editions = Editions(*PAIR, relation)  # type: ignore[arg-type]
        with pytest.raises(ContradictionError, match=r"^in the second edition: Contributor\(cell=\('A',\), alone=True"):
            audit_editions(editions, Contributor(("A", "second"), alone=True))
        with pytest.raises(ValueError, match=r"^in the first edition: .* needs one label for each of: film"):
            audit_editions(editions, Contributor(("A", "North", "first")))


@pytest.mark.parametrize(("relation", "share"), [(relation, share) for relation in PAIRS for share in range(2)])
def test_agrees_with_all_worlds_of_every_small_pair(relation: str, share: int) -> None:
    every = islice(fuzz_editions.every_pair(relation, *PAIRS[relation]), share, None, SHARES)
    assert sum(map(fuzz_editions.check, every)) > 1


@pytest.mark.parametrize("seed", (6, 7))
def test_agrees_with_all_worlds_of_random_pairs(seed: int) -> None:
    """Among these are pairs where somebody's being alone in a wider cell matters: nested ones, and stocks."""
    assert fuzz_editions.run(dict.fromkeys(fuzz_editions.KINDS, 6), seed=seed).total() >= 24


def test_a_single_table_is_no_pair_of_editions() -> None:
    table = CountTable(pd.DataFrame({"film": ["A"], "count": [5], "mark": ""}), ("film",))
    with pytest.raises(ValueError, match=r"this is a CountTable: two editions are Editions\(first, second, relation\)"):
        audit_editions(table)  # type: ignore[arg-type]


@pytest.mark.parametrize("relation", ["stocks", "revised", "unknown"])
def test_editions_in_which_nothing_is_hidden_have_no_findings(relation: Relation) -> None:
    table = CountTable(pd.DataFrame({"film": ["A", TOTAL], "count": [9, 9]}), ("film",))
    assert audit_editions(Editions(table, table, relation)).empty


def test_a_percentage_of_a_cell_that_lines_settle_is_looked_at() -> None:
    """Nobody is new, so the first A is 3 of 4 as the second prints it; 25 % were printed beside it."""
    columns = {"film": ["A", "B", TOTAL], "share": [25.0, None, None]}
    share = Percentages("share", of="film", rounding="truncated", sums_to_100=False)
    hidden = pd.DataFrame({**columns, "count": [None] * 3, "mark": "c"}).astype({"count": "Int64"})
    first = CountTable(hidden, ("film",), Rule(4, complementary_mark="c"), percentages=share)
    second, joined = (
        CountTable(pd.DataFrame({"film": columns["film"], "count": counts}), ("film",))
        for counts in ([3, 1, 4], [0, 0, 0])
    )
    with pytest.raises(ContradictionError, match=r"A, first cannot be true: its numbers do not fit its percentages"):
        audit_editions(Editions(first, second, "nested", joined=joined))
