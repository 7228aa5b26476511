from typing import Any

import pytest

from disclosure.tables.count_table import TOTAL
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
