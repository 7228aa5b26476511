"""Small tables that can be solved in the head, for the tests of repairs."""

from itertools import product

import pandas as pd

from disclosure.tables.count_table import CountTable, count_table


def table_of(*rows: list[int]) -> CountTable:
    """A table of films A, B, .. and regions N, S, .., with totals, from its counts."""
    cells = [(film, region, n) for film, row in zip("ABCDEF", rows) for region, n in zip("NSWE", row)]  # noqa: B905
    frame = pd.DataFrame(cells, columns=["film", "region", "n"])
    people = frame.loc[frame.index.repeat(frame["n"]), ["film", "region"]]
    for name in ("film", "region"):
        people[name] = pd.Categorical(people[name], categories=frame[name].unique())
    return count_table(people, by=("film", "region"))


def hidden_in(release: CountTable) -> set[str]:
    """The names of the hidden cells, such as ``"A | N"``."""
    return set(release.cell_names[release.is_hidden])


ONES = ["000", "012", "021", "102", "120", "111", "201", "210"]
ZEROS = ["002", "011", "020", "101", "110", "112", "121", "200", "211"]


def parity_table() -> CountTable:
    """Three by three by three: hide zeros and ones, and half a move fits everywhere, but no whole one."""
    places = ["".join(labels) for labels in product("012", repeat=3)]
    counts = [1 if place in ONES else 0 if place in ZEROS else 2 for place in places]
    rows = [list(place) for place, count in zip(places, counts, strict=True) for _ in range(count)]
    return count_table(pd.DataFrame(rows, columns=["film", "region", "age"]), by=("film", "region", "age"))
