"""The cells without a row of which a release tells that nobody is there, by the sums in which they lie."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.left_out import rows_left_out
from disclosure.audit.reading.lines import wider_places
from disclosure.audit.reading.system import System
from disclosure.tables.count_table import CountTable

Place = tuple[int, ...]


@dataclass(frozen=True)
class CellsLeftOut:
    """Cells that tables leave out.

    Args:
        inside: those that are cells of the release all the same, for another table has them; shape (cells,).
        parts: for the place of a sum and a dimension, the labels of the others that lie in it, by their places.
    """

    inside: NDArray[np.bool_]
    parts: Mapping[tuple[int, int], Sequence[NDArray[np.int64]]]

    def parts_of(self, total: int, dimension: int) -> Sequence[NDArray[np.int64]]:
        """The parts of a sum along a dimension that are no cells of the release, and hold nobody."""
        return self.parts.get((total, dimension), ())


def cells_left_out(system: System) -> CellsLeftOut:
    """Find the cells that the tables of a release leave out.

    Args:
        system: the release.
    """
    places = {tuple(codes): cell for cell, codes in enumerate(system.cells.codes.tolist())}
    inside, parts = np.zeros(len(places), dtype=bool), defaultdict[tuple[int, int], dict[Place, None]](dict)
    for table in system.tables:
        wider = {
            at: wider_places(table, name, system.labels[name])
            for at, name in enumerate(system.labels)
            if name in table.by
        }
        for codes in _codes_left_out(table, system):
            if (cell := places.get(codes)) is not None:
                inside[cell] = True
                continue
            for at in wider:
                if (total := _first_above(codes, at, wider[at], places)) is not None:
                    parts[total, at][codes] = None
    return CellsLeftOut(inside, {key: [np.array(each) for each in found] for key, found in parts.items()})


def _codes_left_out(table: CountTable, system: System) -> list[Place]:
    """The places of the labels of the cells that one table leaves out, in all dimensions of the release."""
    frame = rows_left_out(table, {name: system.sets[name] for name in table.by})
    codes = np.zeros((len(frame), len(system.labels)), dtype=np.int64)
    for at, name in enumerate(system.labels):
        if name in table.by:
            codes[:, at] = [system.labels[name][label] for label in frame[name]]
    return [tuple(each) for each in codes.tolist()]


def _first_above(codes: Place, at: int, wider: NDArray[np.int64], places: Mapping[Place, int]) -> int | None:
    """The nearest sum above a cell along one dimension that is a cell of the release; None if there is none."""
    while codes[at] != 0:
        codes = (*codes[:at], int(wider[codes[at]]), *codes[at + 1 :])
        if codes in places:
            return places[codes]
    return None
