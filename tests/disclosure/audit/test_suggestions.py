"""What a difference suggests: only where something would be narrower, and with the thought that it rests on."""

import pandas as pd

from disclosure.audit.edition_pairs import audit_editions
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.edition_pairs import Editions, Relation
from disclosure.tables.weights import Weights


def films(a: int | None, total: int | None) -> CountTable:
    """A and B, of which 9 people are known; counts below 5 are hidden, and totals to cover them."""
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": pd.array([a, 9, total], dtype="Int64")})
    marks = ["c" if hidden else "" for hidden in cells["count"].isna()]
    return CountTable(cells.assign(mark=marks), ("film",), Rule(5, complementary_mark="c"))


def notes(first: CountTable, second: CountTable, relation: Relation = "stocks") -> pd.DataFrame:
    frame = audit_editions(Editions(first, second, relation))
    return frame[frame["role"].eq("suggests")].set_index("film")


def test_a_thought_that_narrows_a_cell_is_told_and_gives_no_verdict() -> None:
    found = notes(films(None, None), films(7, 16))
    assert found.index.tolist() == ["A", TOTAL]
    assert found[["low", "high"]].isna().all(axis=None) and set(found["verdict"]) == {""}
    assert found.loc["A", "why"] == (
        "Suggested, and not proved: if both editions counted the same people, it would be 7; "
        "the editions do not tell whether that is so."
    )


def test_a_thought_that_the_print_contradicts_is_not_told() -> None:
    """B grew from 9 to 10, so they are not the same people; if nobody left, A had 6 at most."""
    later = films(6, 16)
    later = CountTable(later.cells.assign(count=[6, 10, 16]), ("film",), later.rule)
    why = notes(films(None, None), later, "revised").loc["A", "why"]
    assert "if nobody had left and nothing been corrected, it would be 1 to 6;" in why


def test_what_is_exact_or_not_narrowed_suggests_nothing() -> None:
    assert notes(films(None, 12), films(7, 16)).empty
    assert notes(films(None, None), films(None, None), "unknown").empty


def test_a_thought_that_leaves_no_number_for_a_cell_is_not_told() -> None:
    """If nobody joined, a total of 5 and more would have come from 4; no single line says so."""

    def films(counts: list[int | None], marks: list[str], rule: Rule) -> CountTable:
        cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": pd.array(counts, dtype="Int64"), "mark": marks})
        return CountTable(cells, ("film",), rule)

    first = films([None, 3, 4], ["c", "", ""], Rule(3))
    second = films([None] * 3, ["c", "c", "x"], Rule(5, zeros="may be hidden", complementary_mark="x"))
    found = audit_editions(Editions(first, second, "stocks"))
    assert found.loc[found["edition"].eq("first") & found["film"].eq("A"), "low"].tolist()[0] == 1


def test_ends_of_weighted_counts_are_no_whole_numbers() -> None:
    first, second = (
        CountTable(
            pd.DataFrame({"film": ["A", "B", TOTAL], "count": counts, "mark": ["" if n else "c" for n in counts]}),
            ("film",),
            Rule(3, complementary_mark="c"),
            weights=Weights(1, least=1, largest=4),
        )
        for counts in ([None, None, 12.5], [7.4, None, 13.9])
    )
    told = notes(first, second)["why"]
    assert "it would be 5.85 to 7.45;" in told["A"] and "it would be 5 to 6.6;" in told["B"]
