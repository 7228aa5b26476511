"""Editions over time: what one tells of the other, by the relation that is given and by no other."""

from itertools import islice

import pandas as pd
import pytest

from disclosure.audit.attackers import Contributor, Outsider
from disclosure.audit.edition_pairs import audit_editions
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.edition_pairs import Editions, Relation
from tests.disclosure.audit import fuzz_editions

PAIRS = {"same_people": ((2, 2), 2), "nested": ((2,), 3), "stocks": ((2,), 2)}
SHARES = 20


Verdict = tuple[int, int | None, str]


def films(a: int | None, b: int | None, total: int | None) -> CountTable:
    """Counts below 5 are hidden, and others to cover them."""
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": pd.array([a, b, total], dtype="Int64")})
    marks = ["c" if hidden else "" for hidden in cells["count"].isna()]
    return CountTable(cells.assign(mark=marks), ("film",), Rule(5, complementary_mark="c"))


def found(relation: Relation, first: CountTable, second: CountTable, **more: CountTable) -> dict[str, Verdict]:
    frame = audit_editions(Editions(first, second, relation, **more))
    return {
        f"{row['film']} {row.get('edition', '')}".strip(): (
            row["low"],
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


def test_printed_newcomers_give_the_first_edition_away() -> None:
    assert found("nested", *PAIR, joined=films(5, 0, 5))["A first"] == (2, 2, "exact")


def test_printed_leavers_and_joiners_give_the_first_edition_away() -> None:
    stocks = found("stocks", *PAIR, left=films(0, 0, 0), joined=films(5, 0, 5))
    assert stocks["A first"] == (2, 2, "exact")


@pytest.mark.parametrize("relation", ["revised", "unknown"])
def test_differences_are_not_used_where_the_relation_does_not_allow_it_and_it_is_said(relation: Relation) -> None:
    frame = audit_editions(Editions(*PAIR, relation))
    assert set(frame["verdict"]) == {"not found"}
    assert frame["why"].str.endswith(f"not used were differences between the editions, for they are {relation}.").all()
    assert set(audit_editions(Editions(*PAIR, relation), why=False)["verdict"]) == {"not found"}


def test_somebody_inside_is_refused() -> None:
    pair = Editions(films(None, 9, 12), films(None, 9, 12), "same_people")
    with pytest.raises(ValueError, match="editions are audited against outsiders"):
        audit_editions(pair, Contributor(("A",)))  # type: ignore[arg-type]
    assert len(audit_editions(pair, Outsider())) == 1


@pytest.mark.parametrize(("relation", "share"), [(relation, share) for relation in PAIRS for share in range(2)])
def test_agrees_with_all_worlds_of_every_small_pair(relation: str, share: int) -> None:
    every = islice(fuzz_editions.every_pair(relation, *PAIRS[relation]), share, None, SHARES)
    assert sum(map(fuzz_editions.check, every)) > 2


@pytest.mark.parametrize("share", (0, 1))
def test_agrees_with_all_worlds_of_random_pairs(share: int) -> None:
    assert fuzz_editions.run(dict.fromkeys(fuzz_editions.GROUPS, 8), seed=share).total() >= 24
