"""Two editions may be laid side by side only if somebody says how they are related, and they have the same cells."""

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from disclosure.tables.count_table import CountTable, count_table
from disclosure.tables.distinct_persons import DistinctPersons
from disclosure.tables.edition_pairs import Editions
from disclosure.tables.percentages import Percentages


def films(labels: str, **more: Any) -> CountTable:
    people = pd.DataFrame({"film": pd.Categorical(list(labels), list("AB"))})
    return replace(count_table(people, by=("film",)), **more)


FIRST, SECOND = films("AAB"), films("AAABB")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"relation": "growing"}, "relation is 'growing': choose one of 'same_people', 'nested', 'stocks'"),
        ({"left": FIRST}, "left is given, and editions that are 'nested' do not use it"),
        ({"relation": "unknown", "joined": FIRST}, "joined is given"),
        ({"second": None}, "second is a NoneType: make it with count_table"),
        ({"second": "later"}, "second is a str: make it with count_table"),
        ({"second": count_table(pd.DataFrame({"age": ["A"]}), by=("age",))}, "second and first differ in 'by'"),
        ({"second": count_table(pd.DataFrame({"film": ["A"]}), by=("film",))}, "B stands in second or in first"),
        ({"first": films("AB", percentages=())}, None),
    ],
)
def test_what_cannot_be_laid_side_by_side_is_refused(wrong: dict[str, Any], sentence: str | None) -> None:
    given = {"first": FIRST, "second": SECOND, "relation": "nested"} | wrong
    if sentence is None:
        assert Editions(**given).are_linked
        return
    with pytest.raises(ValueError, match=sentence):
        Editions(**given)


@pytest.mark.parametrize(("several", "why"), [((), "be behind several visits"), (("film",), "stand in several cells")])
def test_where_one_person_is_counted_more_than_once_the_reason_is_told(several: tuple[str, ...], why: str) -> None:
    of_visits = {"unit": "visits", "persons": DistinctPersons(several)}
    with pytest.raises(ValueError, match=f"one person may {why}, and the editions are"):
        Editions(films("AAB", **of_visits), films("AAABB", **of_visits), "nested")


def test_percentages_of_editions_must_have_answered() -> None:
    share = Percentages("share", of="film")
    asked = replace(SECOND, cells=SECOND.cells.assign(share=1.0), percentages=(share,))
    with pytest.raises(ValueError, match="the percentages of second must answer sums_to_100"):
        Editions(FIRST, asked, "nested")


def test_two_stocks_tell_nothing_of_each_other_but_with_leavers_they_do() -> None:
    assert not Editions(FIRST, SECOND, "stocks").are_linked
    assert Editions(FIRST, SECOND, "stocks", left=films("A")).are_linked
    assert not Editions(FIRST, SECOND, "revised").are_linked
