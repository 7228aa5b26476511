"""Repairs end in time, whatever is asked, and can be stopped: with the best so far, or with a sentence."""

import signal

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.solving.time_limit import OutOfTimeError
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.repair.protection import Singletons, UnfinishedError, UnreachableError
from disclosure.tables.count_table import CountTable, count_table
from disclosure.tables.from_counts import table_from_counts
from lessons.complementary_suppression.sweep import repaired
from tests.disclosure.looks import Looks
from tests.disclosure.repair.small_tables import hidden_in, parity_table, table_of

EVERYBODY = (Outsider(), Singletons())
TWO_WAY, THREE_WAY, LARGE = (4, 4), (2, 2, 2), (10, 6)


def random_table(shape: tuple[int, ...], most: int, seed: int) -> CountTable:
    """A table of random counts, a third of them zeros."""
    rng = np.random.default_rng(seed)
    counts = rng.integers(0, most, size=shape) * (rng.random(shape) < 2 / 3)
    labels = [[f"{name}{i}" for i in range(size)] for name, size in zip("abc", shape, strict=False)]
    index = pd.MultiIndex.from_product(labels, names=["film", "region", "age"][: len(shape)])
    if len(shape) == 2:
        return table_from_counts(pd.Series(counts.ravel(), index).unstack())
    people = index.repeat(counts.ravel()).to_frame(index=False)
    return count_table(people, by=tuple(index.names))


@pytest.mark.parametrize("shape", [TWO_WAY, THREE_WAY])
@pytest.mark.parametrize("method", ["greedy", "optimal"])
def test_what_cannot_be_had_is_told_at_once(
    shape: tuple[int, ...], method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason is made for the cell that is printed, and not one for each cell."""
    Looks(monkeypatch)
    defence = SuppressComplementary(2, method=method, zeros="may be hidden", against=EVERYBODY, time_limit=5_000)  # type: ignore[arg-type]
    with pytest.raises(UnreachableError, match=r"cannot be protected .* it is known to be 1\. "):
        defence.repair(random_table(shape, 4, seed=2))


def test_large_tables_with_zeros_that_may_be_hidden_end_in_time_with_a_repair(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five times as many looks would be needed to the end."""
    clock = Looks(monkeypatch)
    repair = SuppressComplementary(5, zeros="may be hidden", time_limit=200).repair(random_table(LARGE, 20, seed=1))
    assert clock.number <= 200 and repair.price > 0
    assert repair.cut_short and repair.sentence.startswith("The search was cut short after ")


def test_without_any_time_there_is_a_sentence_and_no_repair() -> None:
    hasty = SuppressComplementary(3, time_limit=1e-9)
    with pytest.raises(UnfinishedError, match=r"no repair was found within 1e-09 seconds \(time_limit\)\. Nothing was"):
        hasty(table_of([1, 6, 9], [8, 7, 20]))
    told, release = repaired(table_of([1, 6, 9], [8, 7, 20]), hasty)
    assert (release, told["sentence"][:22]) == (None, "no repair was found wi")
    with pytest.raises(ValueError, match="time_limit is 0: choose some seconds"):
        SuppressComplementary(3, time_limit=0)


def test_the_time_that_is_over_while_cells_are_traded_leaves_a_repair(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_time(*_: object) -> None:
        raise OutOfTimeError

    table = table_of([1, 6, 9], [8, 7, 20], [9, 30, 90])
    monkeypatch.setattr("disclosure.repair.greedy_repair.GreedyRepair._other_proofs", no_time)
    assert hidden_in(SuppressComplementary(5)(table)) == {"A | N", "A | S", "B | N", "B | S"}


def test_an_interrupt_stops_the_search_with_what_there_is() -> None:
    """Nothing is left half done: there is a repair that passed the audit, or a sentence."""
    interrupts: list[int] = []

    def interrupt(*_: object) -> None:
        if not interrupts:
            interrupts.append(signal.SIGINT)
            signal.raise_signal(signal.SIGINT)

    defence = SuppressComplementary(2, zeros="hidden", method="optimal", time_limit=600)
    repair = defence.repair(parity_table(), watch=interrupt)
    assert repair.cut_short
    assert "The search was cut short" in repair.sentence
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_interrupt_before_there_is_a_repair_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        signal.raise_signal(signal.SIGINT)
        raise OutOfTimeError

    monkeypatch.setattr("disclosure.defences.complementary_suppression.greedy_repair", interrupted)
    with pytest.raises(UnfinishedError, match="no repair was found before it was stopped"):
        SuppressComplementary(3)(table_of([1, 6, 9], [8, 7, 20]))
