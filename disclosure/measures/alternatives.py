"""Ways to publish one table side by side: hide cells, merge groups, drop totals, round; each computed and audited."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import exact_cells
from disclosure.defences.coarsening import Coarsen
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.measures.utility import loss
from disclosure.repair.protection import UnfinishedError, UnreachableError
from disclosure.rules import Rule
from disclosure.tables.count_table import PEOPLE, TOTAL, CountTable

HIDE, MERGE, DROP, ROUND = "hide", "merge groups", "drop totals", "round"
COLUMNS: Final = ("way", "defence", "hidden", "gone", "changed", "loss", "found", "sentence")

HIDDEN: Final = "{hidden} cells are hidden, with {loss:.1%} of the people"
MERGED: Final = "{gone} cells fewer are printed, which tells {loss:.1%} less"
DROPPED: Final = "{gone} totals are not printed, and {hidden} cells are hidden, with {loss:.1%} of the people"
ROUNDED: Final = "{changed} counts are changed, which moves {loss:.1%} of the people"
FOUND: Final = "; a reader still learns {found} small counts, such as {name}."
NOT_FOUND: Final = "; no reader learns a small count."
IF_NOWHERE: Final = "; no reader learns a small count, if nobody prints these totals elsewhere."


@dataclass(frozen=True)
class Alternative:
    """One way to publish a table.

    Args:
        way: what is done: `HIDE`, `MERGE`, `DROP` or `ROUND`.
        defence: the same as code.
        before: the table before any count is hidden or changed, with the cells that are published.
        release: what is published.
        gone: how many cells of the table are not published at all.
        words: the template that says what is lost.
        lost: the loss, from 0 to 1 (see `disclosure.measures.loss`).
    """

    way: str
    defence: str
    before: CountTable
    release: CountTable
    gone: int
    words: str
    lost: float

    def row(self, rule: Rule) -> dict[str, Any]:
        """What it hides or changes, what is lost, and what an outsider still finds."""
        found = small_counts_found(self.before, self.release, rule)
        shown = ~self.release.is_hidden
        told = {
            "hidden": int((~shown).sum()),
            "gone": self.gone,
            "changed": int((self.before.cells["count"] != self.release.cells["count"])[shown].sum()),
            "loss": self.lost,
            "found": len(found),
        }
        nobody = IF_NOWHERE if self.way == DROP else NOT_FOUND
        end = FOUND.format(found=len(found), name=found[0]) if found else nobody
        return {"way": self.way, "defence": self.defence, **told, "sentence": self.words.format(**told) + end}


def alternatives(table: CountTable, defence: SuppressComplementary, *, base: int | None = None) -> pd.DataFrame:
    """Publish a table in one way after another, and say of each what it hides or changes, loses, and gives away.

    Args:
        table: the table of people, every count printed, with its totals.
        defence: how cells are hidden; its threshold and what it does with zeros say which counts are small.
        base: of rounding; the threshold if not given.

    Returns:
        One row for each way. Columns: ``way`` (hide, merge groups, drop totals, round); ``defence`` (as code);
        ``hidden`` (cells); ``gone`` (cells that are not published at all: merged ones, totals); ``changed`` (printed
        counts that are not what was counted); ``loss`` (0 to 1: see `disclosure.measures.loss`); ``found`` (small
        counts that are printed, or that an outsider works out who knows which hidden cells are small); ``sentence``.
        Groups of each dimension are merged, neighbour with neighbour, until no small count is left or one group is.
        Where cells cannot be hidden as asked, the sentence says why, and the numbers are missing. Percentages and cells
        that must be printed are heeded where cells are hidden, and left out elsewhere.

    Raises:
        ValueError: the table counts no people, or hides or rounds counts already; or the defence has no threshold.

    Examples:
        >>> from disclosure.tables.from_counts import table_from_counts
        >>> films, regions = pd.Index(list("ABC"), name="film"), pd.Index(["N", "S", "W"], name="region")
        >>> counts = pd.DataFrame([[1, 6, 9], [8, 7, 20], [9, 30, 30]], films, regions)
        >>> ways = alternatives(table_from_counts(counts), SuppressComplementary(threshold=5), base=3)
        >>> print(ways[["way", "hidden", "gone", "changed", "loss", "found"]].round(2).to_string(index=False))
                 way  hidden  gone  changed  loss  found
                hide       4     0        0  0.18      0
        merge groups       0     4        0  0.13      0
        merge groups       0     4        0  0.15      0
         drop totals       1     4        0  0.01      1
         drop totals       1     4        0  0.01      1
         drop totals       1     7        0  0.01      0
               round       0     0        8  0.02      0
        >>> ways["sentence"].iloc[0]
        '4 cells are hidden, with 18.3% of the people; no reader learns a small count.'
    """
    if not isinstance(table, CountTable) or not isinstance(defence, SuppressComplementary):
        raise ValueError(
            "alternatives needs one table, made with count_table(...), and a defence, SuppressComplementary(...)."
        )
    if table.unit != PEOPLE:
        raise ValueError(f"the table counts {table.unit}: these ways are compared for tables of people.")
    if defence.threshold is None:
        raise ValueError(f"{defence!r} has a rule for amounts: these ways are compared for a threshold on people.")
    rule = Rule(Rule(defence.threshold).threshold, defence.zeros)
    plain, rows = _counts_alone(table), [_hidden(table, defence, rule)]
    rounded = _rounded(plain, rule.threshold if base is None else base)
    for ways in (_merged(plain, rule), _without_totals(plain, rule), rounded):
        rows += [one.row(rule) for one in ways]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _counts_alone(table: CountTable) -> CountTable:
    """A table without percentages and prices beside its counts, and without wishes."""
    cells = table.cells[[*table.by, "count", "mark"]]
    return replace(table, cells=cells, percentages=(), must_be_printed=())


def small_counts_found(before: CountTable, release: CountTable, rule: Rule) -> list[str]:
    """The names of the small cells whose counts are printed, or that an outsider works out.

    She knows which hidden cells are small; and she has what is printed here, and nothing else.

    Args:
        before: the table, every count printed.
        release: the same cells as they are published.
        rule: which counts are small.
    """
    small = before.cells["count"].map(rule.hides).astype(bool)
    as_counted = small & ~release.is_hidden & (not release.how_changed)
    exact = exact_cells(release, Outsider(), primary=small & release.is_hidden, nothing_to_subtract=True)
    known = exact["exact"].reindex(small.index, fill_value=False).astype(bool)
    return before.cell_names[as_counted | (small & known)].tolist()


def _hidden(table: CountTable, defence: SuppressComplementary, rule: Rule) -> dict[str, Any]:
    """Small cells and enough others hidden; or why not."""
    try:
        release: CountTable = defence.repair(table).release  # type: ignore[assignment]
    except (UnreachableError, UnfinishedError) as error:
        return {"way": HIDE, "defence": repr(defence), "sentence": str(error)}
    return Alternative(HIDE, repr(defence), table, release, 0, HIDDEN, loss(table, release)).row(rule)


def _merged(table: CountTable, rule: Rule) -> Iterator[Alternative]:
    """For each dimension that does not nest, as few neighbours merged as are needed, or all of them."""
    for dimension in table.by:
        labels = len(set(table.cells[dimension]) - {TOTAL})
        if labels < 2 or table.hierarchies.get(dimension):
            continue
        for into in range(2, labels + 1):
            coarser = Coarsen(dimension, into)
            release = coarser(table)
            if not release.cells["count"].map(rule.hides).any():
                break
        gone = len(table.cells) - len(release.cells)
        yield Alternative(MERGE, repr(coarser), release, release, gone, MERGED, loss(table, release))


def _without_totals(table: CountTable, rule: Rule) -> Iterator[Alternative]:
    """Small cells hidden, and the totals over one dimension or all not printed."""
    over = [name for name in table.by if table.cells[name].eq(TOTAL).any()]
    for dropped in [*([name] for name in over), *([over] if len(over) > 1 else [])]:
        kept = replace(table, cells=table.cells[~(table.cells[dropped] == TOTAL).any(axis="columns")])
        release = _small_hidden(kept, rule)
        gone = len(table.cells) - len(kept.cells)
        defence = f"{Suppress(rule.threshold)!r}, without the totals over {' and '.join(dropped)}"
        yield Alternative(DROP, defence, kept, release, gone, DROPPED, loss(kept, release))


def _small_hidden(table: CountTable, rule: Rule) -> CountTable:
    """A table with its small cells hidden, and no others."""
    small = table.cells["count"].map(rule.hides).astype(bool)
    cells = table.cells.assign(count=table.cells["count"].mask(small), mark=small.map({True: rule.mark, False: ""}))
    return replace(table, cells=cells, rule=replace(rule, zeros="hidden" if rule.zeros == "hidden" else "printed"))


def _rounded(table: CountTable, base: int) -> Iterator[Alternative]:
    """Every count rounded to the nearest multiple of a base."""
    defence: Callable[[CountTable], CountTable] = RoundTo(base)
    release = defence(table)
    yield Alternative(ROUND, repr(defence), table, release, 0, ROUNDED, loss(table, release))
