from fractions import Fraction

import pytest

from disclosure.tables.rounded_numbers import Rounding, interval_behind


@pytest.mark.parametrize(
    ("rounding", "low", "high"),
    [("half even", False, False), ("half up", True, False), ("truncated", True, False), ("unknown", True, True)],
)
def test_a_tie_belongs_where_the_office_puts_it(rounding: str, low: bool, high: bool) -> None:
    behind = interval_behind(0.5, 1, rounding)  # type: ignore[arg-type]
    assert behind is not None
    assert (behind.low in behind, behind.high in behind) == (low, high)
    assert behind.low == (Fraction("0.5") if rounding == "truncated" else Fraction("0.45"))


def test_a_number_with_more_decimals_is_not_printed() -> None:
    assert interval_behind(0.55, 1, "half up") is None


@pytest.mark.parametrize(("printed", "decimals"), [(2848300730880.0, 5), (15409167267419.455, 3)])
def test_a_large_number_has_no_more_decimals_than_it_shows(printed: float, decimals: int) -> None:
    """In floating point its hundred-thousandths are not whole."""
    behind = interval_behind(printed, decimals, "unknown")
    assert behind is not None and Fraction(str(printed)) in behind


@pytest.mark.parametrize("rounding", ["half even", "truncated"])
def test_places_that_no_number_holds_are_none_of_the_print(rounding: Rounding) -> None:
    """100,000 times 111,716,410 / 3 to five places: in floating point the last three of them are others."""
    printed = "3723880333333.33333"
    behind = interval_behind(float(printed), 5, rounding)
    assert behind is not None and Fraction(111_716_410 * 100_000, 3) in behind
    assert behind.high - behind.low < Fraction(1, 100)
