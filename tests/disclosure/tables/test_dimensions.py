"""Names of dimensions and hierarchies: what makes no sense is refused by name."""

from typing import Any

import numpy as np
import pytest

from disclosure.tables.dimensions import RESERVED, dimension_names, nesting

LABELS = {"region": ["north", "south"], "film": ["A"]}


def test_names() -> None:
    assert dimension_names("film") == ("film",) == dimension_names([np.str_("film")])
    assert dimension_names(name for name in "ab") == ("a", "b")
    assert dimension_names(["a.b", "a[0]", "a:N", "day", "name"]) == ("a.b", "a[0]", "a:N", "day", "name")


@pytest.mark.parametrize(
    ("by", "sentence"),
    [
        ((), "by names no column"),
        (None, "by is None: name the columns"),
        (5, "by is 5: name the columns"),
        (("a", "a"), "by names 'a' twice"),
        ((0, "a"), "by names 0, which is no text: rename the column"),
        (("", "a"), "by names '', which is no text"),
        ((None,), "by names None, which is no text"),
        (("a", ("b", "c")), "by names .*, which is no text"),
        ("largest_1", "by names 'largest_1', which is a column that the kit adds itself"),
        *((name, f"by names '{name}', which is a column that the kit adds itself") for name in sorted(RESERVED)),
    ],
)
def test_names_that_are_refused(by: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        dimension_names(by)


@pytest.mark.parametrize("name", ["target", "role", "low", "high", "verdict", "why", "attacker", "mark", "count"])
def test_columns_of_audits_are_reserved(name: str) -> None:
    assert name in RESERVED


@pytest.mark.parametrize(
    ("hierarchies", "sentence"),
    [
        ({"regoin": {"north": "Aland"}}, "names 'regoin'; the table's dimensions are: region, film"),
        ({"region": {"nroth": "Aland", "south": "Aland"}}, "of 'region': the table has no label 'nroth'"),
        ({"region": {"north": "Aland", "Alnd": "World"}}, "of 'region': the table has no label 'Alnd'"),
        ({"region": {1: "Aland"}}, "of 'region': 1 is no text, .* write '1'"),
        ({"region": {"north": None}}, "of 'region': None is no text"),
        ({"region": {"north": "total", "south": "total"}}, "of 'region': 'total' stands for the sum"),
        ({"region": {"north": "Aland", "Aland": "Total "}}, "of 'region': 'Total ' stands for the sum"),
        ({"region": {"north": "Aland", "Aland": "total\u200b"}}, "stands for the sum"),
        ({"region": {"total": "Aland"}}, "of 'region': 'total' stands for the sum"),
        ({"region": {"north": "X", "X": "Y", "Y": "X"}}, "of 'region': labels lie in a circle, 'X' in 'Y' in 'X'"),
        ({"region": {"north": "north"}}, "labels lie in a circle, 'north' in 'north'"),
        ({"region": {"north": "south"}}, "holds 'south', which is also a wider label"),
        ({"region": "Aland"}, "of 'region': write label and wider label"),
        ({"region": ["north"]}, "of 'region': write label and wider label"),
        (["region"], "hierarchies is \\['region'\\]: write it as"),
        ("region", "hierarchies is 'region': write it as"),
    ],
)
def test_hierarchies_that_are_refused(hierarchies: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        nesting(hierarchies, LABELS, sums=False)


def test_hierarchies() -> None:
    nested = {"region": {"north": "Aland", "Aland": "World"}}
    assert nesting(nested, LABELS, sums=False) == nested and nesting(None, LABELS, sums=True) == {}
    wide_alone = {"region": ["Aland", "total"]}
    assert nesting({"region": {"north": "Aland"}}, wide_alone, sums=True) == {"region": {"north": "Aland"}}
    with pytest.raises(ValueError, match="the table has no label 'nroth'"):
        nesting({"region": {"nroth": "Aland"}}, {"region": ["north", "Aland", "total"]}, sums=True)
    with_sums = {"region": [*LABELS["region"], "Aland", "World"]}
    assert nesting(nested, with_sums, sums=True) == nested
