from typing import Any

import pandas as pd
import pytest

from disclosure.tables.companions import Companions
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.coverage import uncovered_labels

LABELS = {"district": ["Ashfield", "Birchmoor", TOTAL]}


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("unknown", "not_covered is 'unknown': write it as"),
        ({"age": "unknown"}, "not_covered names 'age'; the table's dimensions are: district"),
        ({"district": "Ashfield"}, "the table prints 'Ashfield'"),
        ({"district": " "}, "names ' ': give the unprinted part a name"),
        ({"district": ["a", "Total"]}, "names 'Total': give the unprinted part a name"),
    ],
)
def test_what_cannot_be_meant_is_refused(given: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        uncovered_labels(given, LABELS)


def test_statistics_of_a_part_that_is_not_printed_are_refused() -> None:
    cells = pd.DataFrame({"district": LABELS["district"], "count": [3, 4, 8], "mean": [1.0, 1.0, 1.0]})
    with pytest.raises(ValueError, match="statistics beside counts that do not cover everybody are not offered"):
        CountTable(cells, ("district",), companions=Companions("stars", 1, 2), not_covered={"district": "unknown"})
