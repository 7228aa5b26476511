import pytest

from disclosure.own_table.sheets.unreadable import UnreadableError


def test_it_is_a_value_error_so_that_every_door_can_show_its_sentence():
    with pytest.raises(ValueError, match="B7"):
        raise UnreadableError("B7 is no count.")
