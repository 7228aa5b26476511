"""What statistics may describe, and what they may not."""

import pytest

from disclosure.tables.companions import Companions


def test_all_values_between_the_limits_are_possible():
    assert list(Companions("stars", 1, 5).values) == [1, 2, 3, 4, 5]


def test_limits_that_leave_no_value_are_refused():
    with pytest.raises(ValueError, match="no value is possible"):
        Companions("stars", 5, 1)
