"""No two kinds and no two verdicts carry the same letter."""

from typing import get_args

from disclosure.own_table.layout.as_read import Kind
from disclosure.own_table.page.looks import KINDS, VERDICTS


def test_each_kind_and_each_verdict_has_a_letter_of_its_own():
    assert set(KINDS) == set(get_args(Kind))
    for looks in (KINDS, VERDICTS):
        letters = [letter for letter, _ in looks.values()]
        assert len(set(letters)) == len(letters)
