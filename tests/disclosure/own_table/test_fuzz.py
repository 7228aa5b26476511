"""A few random tables of each kind; `make fuzz` reads thousands."""

import pytest

from tests.disclosure.own_table.fuzz import KINDS, run_kinds, tried


@pytest.mark.parametrize("kind", KINDS)
def test_random_tables_are_read_rightly(kind):
    assert run_kinds({kind: 2}, 53, tried)[kind] == 2
