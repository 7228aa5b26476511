import unicodedata

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from data_gen.names import EXAMPLE_DOMAINS, KINDS, emails, full_names, handles, name_pools, plain
from data_gen.streams import stream

EVERY_NAME = [name for pools in name_pools().values() for names in pools.values() for name in names]


def test_every_locale_has_pools_of_every_kind():
    assert all(len(pools[kind]) >= 50 for pools in name_pools().values() for kind in KINDS)


def test_names_are_written_in_latin_script():
    letters = {letter for name in EVERY_NAME for letter in name if letter.isalpha()}
    assert all(unicodedata.name(letter).startswith("LATIN") for letter in letters)


@given(st.lists(st.sampled_from(EVERY_NAME), min_size=1))
def test_what_is_left_of_a_name_is_plain(names):
    assert plain(pd.Series(names)).str.fullmatch("[a-z]+").all()


def test_names_fit_the_locale_and_the_sex():
    locales, female = np.array(["pl_PL", "fi_FI"]), np.array([True, False])
    first, last = full_names(locales, female, stream(53, "test"))
    assert first[0] in name_pools()["pl_PL"]["first_name_female"]
    assert last[1] in name_pools()["fi_FI"]["last_name_male"]


def test_handles_never_meet():
    assert handles(np.arange(20_000)).is_unique


def test_addresses_are_nobodys():
    numbers = np.arange(1_000, 1_003)
    addresses = emails(pd.Series(["Zoë"] * 3), pd.Series(["van Dijk"] * 3), numbers)
    assert addresses.str.split("@").str[1].tolist() == [EXAMPLE_DOMAINS[n % 3] for n in numbers]
    assert addresses.is_unique
