"""What the print, the marks and the rule say of each cell by itself, before any total is used."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from disclosure.audit.reading.behind_printed import behind_printed
from disclosure.audit.reading.completed_tables import completed_tables
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.reading.contributors import contributors_of, dominance_of, least_amounts
from disclosure.audit.reading.printed_small import printed_although_small, rule_kept
from disclosure.audit.reading.printed_sums import refuse_open_sums, without_printed_sums
from disclosure.marks import NOT_COVERED_MARK
from disclosure.rules import DominanceRule, Rule
from disclosure.tables.companion_statistics import statistics_of
from disclosure.tables.count_table import PEOPLE, TOTAL, CountTable
from disclosure.tables.linked_tables import LinkedTables, pieces_in, tables_in
from disclosure.tables.magnitude_table import office_columns
from disclosure.tables.must_be_printed import are_named
from disclosure.tables.weights import refuse_weighted

Numbers = NDArray[np.int64]
Gap = tuple[int, int]
"""Counts that are impossible although smaller and larger ones are possible: from .. to, both impossible."""

Gaps = dict[int, tuple[Gap, ...]]
"""The gaps of some cells, by the place of the cell."""

NO_LIMIT: Final = 2**52
"""Stands for "as many as you like" where nothing bounds a count from above."""

NOT_PRINTED: Final = "not printed"
PRINTED: Final = "printed"
NOT_COVERED: Final = "not covered"
ROUNDED: Final = "rounded"
NOISY: Final = "with noise"
PERTURBED: Final = "perturbed"
COMPLEMENTARY: Final = "complementary"
NOT_TOLD: Final = "not told"
PRIMARY: Final = "primary"
MUST_BE_PRINTED: Final = "must be printed"
PRINTED_SMALL: Final = "printed although small"
ROLES: Final = (
    NOT_PRINTED,
    NOT_COVERED,
    PRINTED,
    ROUNDED,
    NOISY,
    PERTURBED,
    COMPLEMENTARY,
    NOT_TOLD,
    PRIMARY,
    MUST_BE_PRINTED,
    PRINTED_SMALL,
)
"""What a cell is in the release. Where several tables differ on a cell, the later one in this list holds."""

AGAINST_RULE: Final = (ROLES.index(MUST_BE_PRINTED), ROLES.index(PRINTED_SMALL))
"""Roles of cells that a table prints although its own rule hides them."""


STATISTICS_CLASH: Final = (
    "has a count and statistics that do not fit each other: of nobody there are no statistics, and only of nobody. "
    "(Statistics that are hidden, too, cannot be read: leave their column out.)"
)


@dataclass(frozen=True)
class Cells:
    """The cells of a release, each on its own.

    Args:
        codes: which cell it is: the place of its label in each dimension, 0 for ``TOTAL``; shape (cells, dimensions).
        low, high: the counts that are possible by print, mark and rule, in people; shape (cells,).
        open_low, open_high: the range that must be possible for the cell to be called open; shape (cells,).
        role: what the cell is in the release, a place in `ROLES`; shape (cells,).
        gaps: for cells where the range has holes, by place: the impossible counts inside it.
        contributors: how many people are behind each amount, -1 where that is not printed; shape (cells,).
        dominance: for cells that are known to be dominated, by place: a rule that calls them so, where one is known.
        follows: whether all that the rule hides is hidden, as far as readers can see; of several tables, in each.
    """

    codes: NDArray[np.int64]
    low: Numbers
    high: Numbers
    open_low: Numbers
    open_high: Numbers
    role: NDArray[np.int64]
    gaps: Gaps
    contributors: Numbers
    dominance: dict[int, DominanceRule]
    follows: bool


def tables_of(release: CountTable | LinkedTables, *, added_up: bool = False) -> tuple[CountTable, ...]:
    """The tables of a release, with the parts that their labels do not cover.

    Totals that sum printed cells only are left out: these tell nothing that the cells do not.

    Args:
        release: one table, or several over the same people.
        added_up: whether totals that nobody printed are added up from the cells of a single table.

    Examples:
        >>> cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": [5, 7, 12], "mark": ""})
        >>> len(tables_of(CountTable(cells, ("film",), totals_of="printed cells"))[0].cells)
        2
    """
    if not isinstance(tables_in(release)[0], CountTable):
        raise ValueError(f"this is a {type(release).__name__}: what is audited is a table, made with count_table(...).")
    tables, pieces = tables_in(release), pieces_in(release)
    for table in tables:
        refuse_weighted(table)
    if len(tables) > 1 or tables[0].not_covered or added_up:
        refuse_open_sums(tables, pieces)
    return completed_tables(without_printed_sums(tables, pieces), pieces)


def cells_of(table: CountTable, codes: NDArray[np.int64], primary: pd.Series | None) -> Cells:
    """Read what one table says of its own cells.

    Args:
        table: the printed table.
        codes: the places of its labels; shape (cells, dimensions).
        primary: which hidden cells are primary, if the attacker knows it; shape (cells,),
            labelled as the table's cells.
    """
    _refuse_unusable(table)
    role, (low, high, holes) = roles_of(table, primary), behind_printed(table)
    if table.noise:
        low, high = np.zeros_like(low), np.full_like(high, NO_LIMIT)
    small = printed_although_small(table, low, high)
    noted = are_named(table.cells, table.by, table.must_be_printed)
    role[small] = np.where(noted, ROLES.index(MUST_BE_PRINTED), ROLES.index(PRINTED_SMALL))[small]
    follows = rule_kept(table, low, high) == "kept"
    low, high, gaps = _without_hidden_counts(low, high, table.rule if follows else None)
    rule, people, kinds = table.rule or table.dominance, table.unit == PEOPLE, (PRIMARY, COMPLEMENTARY, NOT_TOLD)
    ranges = {kind: hidden_range(rule, kind, people=people, follows=follows) for kind in kinds}
    ranges[NOT_COVERED] = (0, NO_LIMIT, None)
    gaps = {index: gap for index, gap in gaps.items() if role[index] == ROLES.index(ROUNDED)} | holes
    open_low, open_high = low.copy(), high.copy()
    for kind, (least, most, gap) in ranges.items():
        chosen = role == ROLES.index(kind)
        low[chosen], high[chosen] = least, most
        open_low[chosen], open_high[chosen] = (least, most) if kind != NOT_TOLD else ranges[PRIMARY][:2]
        gaps.update({int(index): (gap,) for index in np.flatnonzero(chosen) if gap})
    behind, rules = contributors_of(table), dominance_of(table, role == ROLES.index(PRIMARY))
    sure = least_amounts(behind, rules)
    low, open_low = np.maximum(low, sure), np.maximum(open_low, sure)
    high = np.where(behind == 0, np.minimum(high, 0), high)
    return _with_statistics(Cells(codes, low, high, open_low, open_high, role, gaps, behind, rules, follows), table)


def _with_statistics(cells: Cells, table: CountTable) -> Cells:
    """Use whether there are statistics at all: of nobody there are none, and only of nobody."""
    columns = statistics_of(table)
    if not columns:
        return cells
    shown = table.cells[columns].notna()
    anybody = shown.any(axis="columns").to_numpy()
    unprinted = table.cells["mark"].eq(NOT_COVERED_MARK).to_numpy()
    low = np.where(anybody, np.maximum(cells.low, 1), cells.low)
    high = np.where(anybody | unprinted, cells.high, 0)
    clash = (low > high) | (anybody & ~shown.all(axis="columns").to_numpy())
    if clash.any():
        raise ContradictionError(f"{table.cell_names[clash].iloc[0]} {STATISTICS_CLASH}")
    return replace(cells, low=low, high=high)


def _refuse_unusable(table: CountTable) -> None:
    """Say in a sentence why this table is not one that can be published, or cannot be read."""
    if "count" not in table.cells:
        raise ValueError("the table has no column 'count': print a number for each cell, or leave it missing.")
    if (table.cells["count"] >= NO_LIMIT).any():
        raise ValueError("the table prints counts of 2**52 and more: count in a larger unit, such as thousands.")
    if columns := office_columns(table):
        raise ValueError(f"the table still has the column {columns[0]!r}, which is for the office only: take it out.")
    if table.unit == PEOPLE and table.dominance:
        raise ValueError(f"the table counts {table.unit}, and {table.dominance} is no rule for that.")
    if table.unit != PEOPLE and table.rule and not table.persons:
        raise ValueError(
            f"the table counts {table.unit}, and {table.rule} is no rule for that; where it counts the people "
            "behind them, say so with persons=DistinctPersons(...)."
        )
    for name in statistics_of(table):
        printed = table.cells[name].dropna()
        if len(printed) and not (pd.api.types.is_any_real_numeric_dtype(printed) and np.isfinite(printed).all()):
            raise ValueError(f"column {name!r} of the statistics has values that are no finite numbers: mend these.")
    if table.companions and table.unit != PEOPLE:
        raise ValueError(f"the table counts {table.unit}: statistics can be read beside counts of people only.")


def roles_of(table: CountTable, primary: pd.Series | None) -> NDArray[np.int64]:
    """What each cell is: by the marks if they tell, else by what the attacker knows."""
    rule, hidden = table.rule or table.dominance, table.is_hidden.to_numpy()
    uncovered = table.cells["mark"].eq(NOT_COVERED_MARK).to_numpy() & hidden
    shown = NOISY if table.noise else PERTURBED if table.perturbation else ROUNDED if table.base > 1 else PRINTED
    role = np.where(hidden, ROLES.index(NOT_TOLD), ROLES.index(shown))
    role[uncovered], hidden = ROLES.index(NOT_COVERED), hidden & ~uncovered
    if rule is None:
        return role
    _refuse_strange_marks(table, rule)
    if rule.complementary_mark is None:
        return np.where(hidden, ROLES.index(PRIMARY), role)
    if rule.complementary_mark != rule.mark:
        primary = table.cells["mark"] == rule.mark
    if primary is None:
        return role
    told = primary.reindex(table.cells.index, fill_value=False).astype("boolean")
    kind = np.where(told.fillna(value=False), ROLES.index(PRIMARY), ROLES.index(COMPLEMENTARY))
    return np.where(hidden, np.where(told.isna(), role, kind), role)


def _refuse_strange_marks(table: CountTable, rule: Rule | DominanceRule) -> None:
    """Complain about a mark that the rule does not know: it may stand for anything."""
    known = list(dict.fromkeys(filter(None, (rule.mark, rule.complementary_mark))))
    strange = table.is_hidden & ~table.cells["mark"].isin([*known, NOT_COVERED_MARK])
    if strange.any():
        name, mark = table.cell_names[strange].iloc[0], table.cells.loc[strange, "mark"].iloc[0]
        raise ValueError(f"{name} has the mark {mark!r}; the rule knows {' and '.join(map(repr, known))}.")


def hidden_range(
    rule: Rule | DominanceRule | None, kind: str, *, people: bool, follows: bool = True
) -> tuple[int, int, Gap | None]:
    """The counts that a hidden cell can have by the rule alone: at least, at most, and a gap in between.

    Args:
        rule: the rule.
        kind: the role of the cell.
        people: whether it counts people; behind so many people there may be any number of events.
        follows: whether the table hides all that its rule hides. Where it does not, a cell that covers others may be of
            any size; it is no zero all the same, if zeros are always printed.
    """
    if rule is None:
        return 0, NO_LIMIT, None
    if not follows and kind != PRIMARY:
        return int(rule.zeros == "printed"), NO_LIMIT, None
    if isinstance(rule, Rule):
        smallest_hidden, smallest_printed = rule.smallest_hidden, rule.threshold
        largest_hidden = rule.threshold - 1 if people else NO_LIMIT
    else:
        smallest_hidden, largest_hidden, smallest_printed = 1, NO_LIMIT, rule.smallest_printed
    if kind == PRIMARY:
        return smallest_hidden, largest_hidden, None
    if rule.zeros == "may be hidden":
        return 0, NO_LIMIT, (1, smallest_printed - 1) if kind == COMPLEMENTARY else None
    return (smallest_printed if kind == COMPLEMENTARY else smallest_hidden), NO_LIMIT, None


def _without_hidden_counts(low: Numbers, high: Numbers, rule: Rule | None) -> tuple[Numbers, Numbers, Gaps]:
    """Take out the counts that the rule would have hidden before it came to rounding, if it was followed."""
    if rule is None:
        return low, high, {}
    first, last = rule.smallest_hidden, rule.threshold - 1
    low = np.where((low >= first) & (low <= last), last + 1, low)
    high = np.where((high >= first) & (high <= last), first - 1, high)
    split = (low < first) & (high > last)
    return low, high, {int(index): ((first, last),) for index in np.flatnonzero(split)}


def codes_of(table: CountTable, labels: dict[str, dict[str, int]]) -> NDArray[np.int64]:
    """The place of each cell's label in each dimension, 0 where the cell sums over it; shape (cells, dimensions)."""
    codes = np.zeros((len(table.cells), len(labels)), dtype=np.int64)
    for index, (dimension, indices) in enumerate(labels.items()):
        if dimension in table.by:
            codes[:, index] = [indices[label] for label in table.cells[dimension].tolist()]
    return codes


def places_of(cells: Cells, codes: NDArray[np.int64], labels: dict[str, dict[str, int]]) -> NDArray[np.int64]:
    """Where some cells stand among all cells, which are in the order of their codes."""
    sizes = tuple(len(indices) for indices in labels.values())
    keys = np.ravel_multi_index(tuple(cells.codes.T), sizes)
    return np.searchsorted(keys, np.ravel_multi_index(tuple(codes.T), sizes))


def labels_of(tables: tuple[CountTable, ...]) -> dict[str, dict[str, int]]:
    """For every dimension of some tables, the place of each label; ``TOTAL`` is 0."""
    labels: dict[str, dict[str, int]] = {}
    for table in tables:
        for dimension in table.by:
            indices = labels.setdefault(dimension, {TOTAL: 0})
            wider = table.hierarchies.get(dimension, {}).values()
            for label in [*table.cells[dimension].unique(), *wider]:
                indices.setdefault(label, len(indices))
    return labels
