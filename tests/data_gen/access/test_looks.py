"""A look as it stands in the log."""

import numpy as np
import pandas as pd

from data_gen.access.looks import COLUMNS, FIRST_DAY, as_looks, hours_of_work


def test_what_a_row_does_not_say_is_empty():
    frame = as_looks([{"at": FIRST_DAY, "employee_id": 1, "sight": "count", "purpose": "p", "act": 3}])
    assert [*frame] == [*COLUMNS, "act"] and frame["case_id"].isna().all() and not frame["emergency"].any()
    assert {name: str(kind) for name, kind in frame.dtypes.items() if name in COLUMNS} == COLUMNS


def test_people_work_by_day():
    moments = pd.DatetimeIndex(hours_of_work(500, np.random.default_rng(1)))
    assert moments.hour.min() >= 8 and moments.hour.max() < 19 and (moments - moments.min()).max().days < 91
