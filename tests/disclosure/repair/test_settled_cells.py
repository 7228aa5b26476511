from dataclasses import replace

import numpy as np

from disclosure.defences.suppression import Suppress
from disclosure.repair.settled_cells import SettledCells
from disclosure.repair.wishes import Wishes
from tests.disclosure.repair.small_tables import table_of
from tests.disclosure.repair.test_suppression_problem import question

TABLE = table_of([1, 6], [2, 7])


def named(cells: np.ndarray) -> set[str]:
    """The names of some cells of a question about ``TABLE``."""
    problem = question(TABLE)
    return {problem.name(int(cell)) for cell in np.flatnonzero(cells)}


def settled(**more: object) -> SettledCells:
    return question(TABLE, **more).settled


def test_each_cell_is_hidden_printed_or_free() -> None:
    cells = settled(wishes=Wishes(must_print=(("A", "N"), ("A", "S")), must_hide=(("B", "S"), ("B", "N"))))
    assert named(cells.small_printed) == {"A | N"}
    assert named(cells.primary) == {"B | N", "total | N"}
    assert named(cells.by_hand) == {"B | S"}
    assert named(cells.may_hide) == {"A | total", "B | total", "total | S", "total | total"}
    assert not (cells.unprinted | cells.kept).any()


def test_what_is_in_print_already_can_cover_nothing_and_what_it_alone_hides_is_kept() -> None:
    films = replace(TABLE, cells=TABLE.cells[TABLE.cells["region"] == "total"])
    problem = question(TABLE, already=(films,))
    free = {problem.name(int(cell)) for cell in np.flatnonzero(problem.may_hide)}
    assert free == {"A | S", "B | S", "total | S"}
    hidden = Suppress(8)(replace(TABLE, cells=TABLE.cells[~TABLE.is_total]))
    beside = question(films, already=(hidden,))
    kept = {beside.name(int(cell)) for cell in np.flatnonzero(beside.settled.kept)}
    assert kept == {"A | N", "A | S", "B | N", "B | S"} <= {beside.name(cell) for cell in beside.views[0].needs}
