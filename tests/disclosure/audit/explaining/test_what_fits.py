from disclosure.audit.explaining.what_fits import what_fits
from tests.disclosure.audit.small_releases import place, square_system


def test_lines_percentages_and_people_by_their_names() -> None:
    system = square_system()
    a, b = place(system, "A", "x"), place(system, "B", "y")
    assert what_fits(system, [], [a]) == "the percentages beside A, x"
    assert what_fits(system, []) == "what is printed and what the attacker knows"
    assert what_fits(system, [0], people=[a, b]).startswith("the lines of ")
    assert what_fits(system, [0], people=[a, b]).endswith(
        "the people of A, x and B, y (each of whom stands in one cell or in several)"
    )
