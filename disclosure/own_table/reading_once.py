"""One sheet, read once for each set of answers that changes how it is read."""

from collections.abc import Mapping
from typing import cast

from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.own_table.findings import outcome
from disclosure.own_table.interpreting import Interpretation, Steps, interpret, tables_under
from disclosure.own_table.layout.as_read import Kind
from disclosure.own_table.layout.grid import Grid
from disclosure.own_table.questions import Question
from disclosure.own_table.sheets.sheet import Sheet
from disclosure.own_table.sheets.unreadable import UnreadableError
from disclosure.own_table.tables import Tables
from disclosure.saying import in_a_sentence


class Reader:
    """Reads a sheet under answers, and remembers what it read.

    Args:
        sheet: the sheet.
        kinds: what somebody said that cells are, by address.
    """

    def __init__(self, sheet: Sheet, kinds: Mapping[str, str]) -> None:
        """Nothing is read yet."""
        self.sheet, self.kinds = sheet, cast("Mapping[str, Kind]", kinds)
        self.questions_seen: dict[str, Question] = {}
        self._steps = Steps()
        self._read: dict[frozenset[tuple[str, str]], Interpretation] = {}

    @property
    def cells(self) -> int:
        """How many cells the sheet has."""
        rows, columns = self.sheet.size
        return rows * columns

    @property
    def texts(self) -> dict[str, str]:
        """What stands in each cell of the sheet, by address."""
        return {cell.address: cell.text for cell in self.sheet}

    def under(self, answers: Mapping[str, str]) -> Interpretation:
        """The sheet under some answers, and what is still open."""
        key = frozenset(answers.items())
        if key not in self._read:
            self._read[key] = interpret(self.sheet, answers, self.kinds, self._steps)
            self.questions_seen |= {q.name: q for q in self._read[key].all_questions}
        return self._read[key]

    def grid(self, answers: Mapping[str, str]) -> Grid:
        """The counts under answers that leave nothing open."""
        grid = self.under(answers).grid
        if grid is None:
            raise UnreadableError(f"{self.sheet.name} is not read as far as its counts: answer what is open.")
        return grid

    def tables(self, answers: Mapping[str, str]) -> Tables:
        """The tables under answers that leave nothing open."""
        key = ("tables", frozenset(answers.items()))
        return self._steps.once(key, lambda: tables_under(self.under(answers), answers))

    def verdicts(self, answers: Mapping[str, str]) -> dict[str, tuple[str, int, int]]:
        """The verdicts under answers that leave nothing open.

        Raises:
            ContradictionError: no whole numbers fit, or percentages were not made to add up although an answer says so.
            UnreadableError: the kit cannot audit such a table.
        """
        try:
            return outcome(self.tables(answers), self.grid(answers))
        except ContradictionError:
            raise
        except ValueError as error:
            raise UnreadableError(in_a_sentence(error)) from None
