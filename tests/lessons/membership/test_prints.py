"""Six prints of one group, and cell keys added up the fast way."""

import numpy as np

from disclosure.defences.cell_key import cell_keys
from lessons.membership import strings
from lessons.membership.behind import HIDDEN, printed_counts
from lessons.membership.prints import HIDE, KEPT, PRINTS, cell_keys_of, record_keys
from tests.lessons.membership.small_service import service

MEMBERS = np.arange(100, 130)


def test_six_ways_each_with_a_name():
    assert list(PRINTS) == list(strings.WAYS)
    seen = {way: printed_counts(release(service(), MEMBERS)) for way, release in PRINTS.items()}
    true = seen["as counted"]
    assert ((seen["hide 1 to 9"] == HIDDEN) == ((true > 0) & (true < HIDE))).all()
    assert ((seen["hide 0 to 9"] == HIDDEN) == (true < HIDE)).all()
    assert (np.abs(seen["nearest 5"] - true) <= 2).all() and (np.abs(seen["cell keys"] - true) <= 5).all()


def test_noise_is_for_all_that_counts_of_one_member():
    assert PRINTS["noise"](service(), MEMBERS).noise.sensitivity == KEPT


def test_cell_keys_are_the_library_s():
    rows = service().rows(MEMBERS)
    keys = dict(zip(service().profiles, record_keys(service()), strict=True))
    _, expected = cell_keys(rows.assign(record_key=rows["viewer_id"].map(keys)), by="title", totals=False)
    assert cell_keys_of(service(), MEMBERS, record_keys(service())).tolist() == expected.tolist()
