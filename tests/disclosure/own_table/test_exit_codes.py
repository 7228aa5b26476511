import pandas as pd

from disclosure.own_table.exit_codes import NOT_READ, NOTHING_FOUND, SOMETHING_FOUND, exit_code

ROUNDED = pd.DataFrame({"role": ["rounded"], "verdict": ["narrowed"]})


def test_what_is_open_is_no_success():
    assert exit_code(ROUNDED, leaks=True, is_open=True) == NOT_READ


def test_a_rounded_count_is_found_only_where_it_is_exact():
    assert exit_code(ROUNDED, leaks=False, is_open=False) == NOTHING_FOUND
    assert exit_code(ROUNDED.assign(verdict="exact"), leaks=False, is_open=False) == SOMETHING_FOUND
