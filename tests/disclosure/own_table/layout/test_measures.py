import pytest

from disclosure.own_table.layout.measures import Measure, counts_named, measure_of
from disclosure.own_table.layout.numbers import number_in
from disclosure.own_table.sheets.unreadable import UnreadableError


def measure(name, *texts, corrected=None):
    return measure_of(1, name, {f"B{k}": (t, number_in(t)) for k, t in enumerate(texts, 2)}, "B1", corrected)


def test_what_columns_hold():
    assert measure("Pupils", "12", "7").holds == "count"
    assert measure("SEN %", "1.5", "7").decimals == 1
    assert measure("Rate per 100,000", "8.1").per == 100_000
    assert measure("Deaths per 100 births", "8.1").holds == "percentage"
    assert measure("Share of women", "0.61", "0.25").per == 1 and measure("SEN %", "0.61", "0.25").per == 100
    assert measure("Anteil", "0.6086956521739131").decimals == 10
    assert measure("Mean age", "31.5").holds == "statistic"
    assert measure("Index of fear", "1.5", corrected="not used").holds == "not used"


def test_fractions_and_negative_counts_are_refused():
    with pytest.raises(UnreadableError, match=r"B2 is 5\.4"):
        measure("Pupils", "5.4")
    with pytest.raises(UnreadableError, match="B2 is -1"):
        measure("Pupils", "-1")


def test_the_counts_that_a_heading_names():
    columns = [Measure(1, "count", "Pupils"), Measure(2, "count", "SEN n"), Measure(4, "count", "Women")]

    def named(heading):
        return [each.name for each in counts_named(columns, Measure(5, "percentage", heading))]

    assert named("SEN %") == ["SEN n"] and named("in per cent") == []
    assert named("women, % of pupils") == ["Women", "Pupils"]
    assert counts_named([Measure(1, "count", "men")], Measure(2, "percentage", "Share of women")) == []
