import pandas as pd

from disclosure.own_table.known_ranges import known


def test_nothing_known_is_nothing_and_thousands_have_commas():
    assert known(pd.NA, pd.NA) == "" and known(1000, 2000) == "1,000 to 2,000" and known(7, 7) == "exactly 7"
