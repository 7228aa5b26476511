"""The dots of the first page: everybody has a place of her own, and groups are those that look alike."""

import pandas as pd

from editions.pages.language import ENGLISH, languages
from editions.pages.two_minutes import KNOWN, explore_the_53, in_groups, rows_of_the_53


def test_nobody_stands_on_somebody_else_and_groups_have_their_sizes():
    rows = pd.DataFrame({"country": list("AAAAABBC"), "region": list("NNNSSNNN")})
    for facts in [(), ("country",), ("country", "region")]:
        placed = in_groups(rows, facts)
        assert len(placed) == len(rows) and not placed.duplicated(["x", "y"]).any()
    assert sorted(in_groups(rows, ("country", "region"))["crowd"]) == [1, 2, 2, 2, 2, 3, 3, 3]


def test_the_joke_counts_53_people_and_each_fact_leaves_more_of_them_alone():
    rows = rows_of_the_53(53)
    alone = [in_groups(rows, KNOWN[:step])["crowd"].eq(1).sum() for step in range(len(KNOWN) + 1)]
    assert len(rows) == 53 and alone == sorted(alone) and alone[0] == 0 < alone[-1]
    said = explore_the_53(None, languages()[ENGLISH]).lookups["said"].table
    assert [f" {alone[step]} stand alone" in said[(step,)] for step in range(len(KNOWN) + 1)] == [True] * 5
