"""Days as they are written, in one unit that is beyond doubt, or a refusal."""

from typing import Any

import pandas as pd
import pytest

from lessons.linking.written_days import read_days


def refuse(values: pd.Series, wrong: pd.Series, sentence: str) -> None:
    if wrong.any():
        raise ValueError(sentence.format(value=values[wrong].iloc[0]))


@pytest.mark.parametrize(
    "value",
    [
        "20171211",
        20171211,
        20171211.0,
        "1512950400",
        1512950400,
        "1512950400.75",
        "1512950400000",
        "1512950400000000",
        1512950400000000000,
        "201712112330",
        "20171211233000",
        "2017-12-11",
        "2017/12/11",
        " 2017-12-11 ",
        "20171211T233000",
        "2017-12-11T23:30:00Z",
        "2017-12-11T23:30:00-05:00",
        "2017-12-11 00:10:00+09:00",
        pd.Timestamp("2017-12-11 23:30"),
        pd.Timestamp("2017-12-11 23:30", tz="America/New_York"),
        pd.Timestamp("2017-12-11").date(),
    ],
    ids=repr,
)
def test_one_day(value: Any) -> None:
    for values in ([value], [value, None]):
        days = read_days(pd.Series(values), refuse)
        assert days.iloc[0] == pd.Timestamp("2017-12-11") and days.iloc[1:].isna().all()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (["2017"], "2017 is neither a day"),
        ([2017], "2017 is neither a day"),
        (["0"], "0 is neither a day"),
        (["20171311"], "20171311 is neither a day"),
        (["20170230"], "20170230 is neither a day"),
        (["99999999999"], "99999999999 is neither a day"),
        (["1512950400", "1512950400000"], "1512950400000 is no number of seconds, as the first is"),
        (["1512950400000", "1512950400"], "1512950400 is no number of milliseconds"),
        (["20171211", "1512950400"], "1512950400 is no number of days"),
        (["1512950400", "20171211"], "20171211 is no number of seconds"),
        (["2017121109"], "2017121109 may be an hour or seconds"),
        (["1512950400", "2017-12-11"], "2017-12-11 is no number, as the others here are"),
        (["-5"], "-5 is no date"),
        (["2017-12"], "2017-12 is no date"),
        (["11/12/2017"], "11/12/2017 is no date"),
        (["2017-02-30"], "2017-02-30 is no date"),
        (["2017-12-11 soon"], "2017-12-11 soon is no date"),
        (["12 May"], "12 May is no date"),
    ],
)
def test_what_names_no_day(values: list[Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        read_days(pd.Series(values), refuse)


def test_nothing_at_all() -> None:
    assert read_days(pd.Series([None, None], dtype="str"), refuse).isna().all()
    assert read_days(pd.Series([], dtype="str"), refuse).empty
