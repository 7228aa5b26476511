"""What cannot be true is told from other errors."""

import pytest

from disclosure.audit import Outsider, audit
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL
from tests.disclosure.audit.small_releases import printed


def test_a_table_that_cannot_add_up_is_a_contradiction_and_an_error_of_values() -> None:
    release = printed({"A": ["c", 5, 4]}, ["x", "y", TOTAL], Rule(5))
    with pytest.raises(ContradictionError, match="No whole numbers fit") as raised:
        audit(release, Outsider())
    assert isinstance(raised.value, ValueError)
