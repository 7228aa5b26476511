"""Which sheet of a file is meant, and which one of another file belongs to it."""

from typing import Final

from disclosure.own_table.questions import Question
from disclosure.own_table.reading_once import Reader
from disclosure.own_table.sheets.sheet import Sheet
from disclosure.own_table.sheets.unreadable import UnreadableError

UNKNOWN_SHEET: Final = "{file} has no sheet {sheet!r}; it has: {sheets}."


def chosen_sheet(sheets: tuple[Sheet, ...], name: str | None) -> tuple[Sheet, Question | None]:
    """The sheet that is meant; or the question, where several hold tables."""
    if name is not None:
        if found := [sheet for sheet in sheets if sheet.name == name]:
            return found[0], None
        names = ", ".join(sheet.name for sheet in sheets)
        raise UnreadableError(UNKNOWN_SHEET.format(file=sheets[0].file, sheet=name, sheets=names))
    if len(sheets) == 1:
        return sheets[0], None
    with_tables = []
    seen = [sheet for sheet in sheets if not getattr(sheet.source, "hidden", False)]
    for sheet in seen or sheets:
        try:
            Reader(sheet, {}).under({})
        except UnreadableError as error:
            refusal = error
        else:
            with_tables.append(sheet)
    if not with_tables:
        raise refusal
    if len(with_tables) == 1:
        return with_tables[0], None
    options = {sheet.name: f"the table on sheet {sheet.name!r}" for sheet in with_tables}
    return with_tables[0], Question("sheet", f"I see tables on {len(options)} sheets: which one?", options, always=True)


def same_sheet(sheet: Sheet, others: tuple[Sheet, ...]) -> Sheet | None:
    """The sheet of another file that belongs to one: of the same name, else the first one."""
    named = [each for each in others if each.name == sheet.name]
    return next(iter([*named, *others]), None)
