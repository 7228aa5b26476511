import numpy as np
import pytest

from disclosure.defences.cell_key import perturbation_table
from disclosure.tables.perturbation import KEYS, PerturbationTable


def test_every_key_is_looked_up_in_the_row_of_its_count() -> None:
    table = PerturbationTable(((0, 1, 0), (0.25, 0.5, 0.25)))
    keys = np.array([0, KEYS // 4 - 1, KEYS // 4, KEYS - 1])
    assert table.printed(np.full(4, 7), keys).tolist() == [6, 6, 7, 8]
    assert table.printed(np.zeros(4, dtype=int), keys).tolist() == [0, 0, 0, 0]


def test_what_is_behind_a_print_are_the_counts_whose_keys_lead_there() -> None:
    for table in (perturbation_table(5, 3, 3), perturbation_table(3, 1.5, 2), perturbation_table(2, 1)):
        counts = np.repeat(np.arange(40), KEYS)
        printed = table.printed(counts, np.tile(np.arange(KEYS), 40))
        for number in range(20):
            seen = sorted(set(counts[printed == number].tolist()))
            behind = [count for low, high in table.behind(number) for count in range(low, high + 1)]
            assert behind == seen


def test_a_printed_number_is_at_most_d_off_and_zero_stays() -> None:
    table = perturbation_table(5, 3, 3)
    assert table.behind(0) == ((0, 5),) and table.behind(4) == ((1, 9),) and table.behind(37) == ((32, 42),)
    assert table.behind(1) == table.behind(2) == ()
    assert table.printed(np.zeros(KEYS, dtype=int), np.arange(KEYS)).max() == 0


@pytest.mark.parametrize(
    ("chances", "sentence"),
    [
        (((0, 1),), "2 D"),
        (((0, 1, 0), (1,)), "2 D"),
        (((0, 0.5, 0),), "add up to 1"),
        (((0.5, 0.5, 0),), "below 0"),
    ],
)
def test_what_is_no_table_of_chances_is_refused(chances: tuple[tuple[float, ...], ...], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        PerturbationTable(chances)
