from itertools import combinations_with_replacement, product

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.companion_statistics import split_by_value
from disclosure.audit.solving.time_limit import limited_to
from disclosure.audit.verdicts import audit
from disclosure.defences.suppression import Suppress
from disclosure.rules import Rule
from disclosure.tables.companion_statistics import with_companions
from disclosure.tables.companions import Companions
from disclosure.tables.count_table import CountTable, count_table

STARS = Companions("stars", 1, 3)
FUNCTIONS = {"mean": np.mean, "median": np.median, "minimum": np.min, "maximum": np.max}


def test_fewer_than_five_beside_mean_133_and_median_1_is_exactly_three() -> None:
    """ConcePTION-Level3 #17."""
    people = pd.DataFrame({"film": list("AAA") + list("B" * 9), "stars": [1, 1, 2] + [1, 2, 3] * 3})
    table = with_companions(count_table(people, by=("film",), totals=False), people, Companions("stars", 1, 5))
    frame = audit(Suppress(5)(table), Outsider(), nothing_to_subtract=True)
    assert frame[["target", "low", "high", "verdict"]].to_numpy().tolist() == [["A", 3, 3, "exact"]]
    assert frame["why"].item() == "Of all whole numbers only 3 fits the statistics beside A."


def statistics_of(values: tuple[int, ...], names: list[str]) -> tuple[float, ...]:
    return tuple(round(float(FUNCTIONS[name](values)), 2) for name in names) if values else (0.0,) * len(names)


@pytest.mark.parametrize("seed", range(12))
def test_agrees_with_all_multisets_of_two_cells_and_their_total(seed: int) -> None:
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, 5, size=2)
    people = pd.DataFrame({"film": np.repeat(["A", "B"], sizes), "stars": rng.integers(1, 4, size=sizes.sum())})
    names = sorted(rng.choice(list(FUNCTIONS), size=2, replace=False))
    release = Suppress(5)(with_companions(count_table(people, by=("film",)), people, STARS, names))
    frame = audit(release, Outsider()).set_index("target")

    printed = {row["film"]: tuple(row[name] for name in names) for row in release.cells.to_dict("records")}
    total = release.cells.set_index("film").loc["total", "count"]
    small = [values for n in range(1, 5) for values in combinations_with_replacement(STARS.values, n)]
    fits = [
        (len(a), len(b))
        for a, b in product(*([v for v in small if statistics_of(v, names) == printed[film]] for film in "AB"))
        if statistics_of(a + b, names) == printed["total"]
        and (len(a) + len(b) == total if pd.notna(total) else len(a) + len(b) < 5)
    ]
    for place, film in enumerate("AB"):
        counts = [pair[place] for pair in fits]
        assert (frame.loc[film, "low"], frame.loc[film, "high"]) == (min(counts), max(counts))


def test_cells_are_split_by_every_possible_value() -> None:
    people = pd.DataFrame({"film": list("AB"), "stars": [1, 3]})
    table = with_companions(count_table(people, by=("film",)), people, STARS)
    assert len(split_by_value(table).cells) == 9


def test_the_search_for_a_shorter_reason_ends() -> None:
    """Five people have 135 together and 33 have 791; without the line of the total a search went on for ever."""
    cells = pd.DataFrame({"age": ["A", "B", "total"], "count": pd.array([None, None, 38], dtype="Int64")})
    cells = cells.assign(mark=["c", "c", ""], mean=[27.0, 23.970, 24.368])
    means = Companions("stars", 18, 27, decimals=3, rounding="unknown")
    rule = Rule(10, zeros="hidden", mark="c", complementary_mark="c")
    with limited_to(120):
        frame = audit(CountTable(cells, ("age",), rule, companions=means), Outsider())
    assert frame[["low", "high"]].to_numpy().tolist() == [[5, 5], [33, 33]]
    assert frame["why"].str.contains("whole numbers").all()
