"""Small tables that can be solved in the head, for the tests of repairs."""

import pandas as pd

from lessons.releases.count_table import CountTable, count_table


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
