"""What is put in the place of Python's own functions lasts no longer than the block, and never where it counts."""

import builtins

import pytest

from teaching.own_builtins import kept_builtins, own_builtins

SUM = sum


@pytest.fixture
def patched(monkeypatch):
    monkeypatch.setattr(builtins, "sum", lambda numbers: 13)


def test_python_has_its_own_functions_within_and_the_learners_afterwards(patched):
    with own_builtins():
        assert sum([1, 2]) == 3
    assert sum([1, 2]) == 13


@pytest.mark.parametrize("error", [None, SystemExit, ValueError])
def test_what_is_changed_within_is_put_back_also_after_an_error(patched, error):
    def change():
        with kept_builtins():
            builtins.sum = SUM
            del builtins.len
            if error:
                raise error

    if error:
        with pytest.raises(error):
            change()
    else:
        change()
    assert sum([1, 2]) == 13 and len([1, 2]) == 2
