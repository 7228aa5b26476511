"""What a table gives away, in its own terms: addresses, labels, and the cells that give each figure away."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.disclosure import EVERYBODY, group_disclosure, merged_sums
from disclosure.audit.explaining.reasons import ByLines, ByWholeNumbers, weights_of
from disclosure.audit.explaining.sentences import reason_for
from disclosure.audit.reading.cells import NO_LIMIT, NOT_COVERED, PRINTED_SMALL, ROUNDED
from disclosure.audit.reading.system import System
from disclosure.audit.solving.findings import Findings
from disclosure.audit.verdicts import EXACT, NARROWED, NOT_FOUND, OPEN, audit
from disclosure.labels import TOTAL
from disclosure.own_table.known_ranges import known
from disclosure.own_table.layout.grid import Grid
from disclosure.own_table.layout.splits import REST
from disclosure.own_table.tables import Tables
from disclosure.tables.linked_tables import tables_in

COLUMNS: Final = (
    "address",
    "labels",
    "printed",
    "role",
    "low",
    "high",
    "verdict",
    "why",
    "given_away_by",
    "to_whom",
)
LINES: Final = ("line", "along", "hidden", "low", "high", "sentence", "addresses")
NOT_TOLD_ROLE: Final = "not told"
BEHIND_SHARE: Final = "behind a percentage"
DEPENDS: Final = "depends on the answer"
ANY_READER: Final = "any reader"
ALL_IN, NONE_IN = "everybody in it", "nobody in it"
WORST_FIRST: Final = (EXACT, NARROWED, DEPENDS, NOT_FOUND, OPEN)
NOT_USED: Final = "The table says besides {what}; that was not used: {known} is possible, and perhaps less."
ALL_OPEN: Final = "The table says besides {what}; that was not used: any count is possible, and perhaps not each is."
GIVEN_AWAY_LIMIT: Final = 400
"""In tables with more exact cells, the cells that give each away are worked out for the first ones only."""
FIRST_ONLY: Final = "Which cells give a count away is listed for the first {limit:,} of {exact:,} that are exact."

Key = tuple[str, ...]


def outcome(tables: Tables, grid: Grid) -> dict[str, tuple[str, int, int]]:
    """The verdict of each cell, by its address, and from where to where its count can be.

    Args:
        tables: the tables.
        grid: the counts of the sheet.

    Raises:
        ContradictionError: no whole numbers fit them.
    """
    frame = _as_the_sheet_prints(with_addresses(audit(tables.prepared, Outsider(), why=False), tables), tables)
    exact = frame["verdict"].eq(EXACT)
    verdicts = frame["verdict"].where(exact | (not tables.loosened), NOT_FOUND)
    zeros, highs = _zeros(grid), frame["high"].fillna(NO_LIMIT)
    rows = zip(frame["address"], frame["role"], verdicts, frame["low"], highs, strict=True)
    return {
        address: (PRINTED_SMALL if role == PRINTED_SMALL else verdict, int(low), int(high))
        for address, role, verdict, low, high in rows
        if address and address not in zeros
    }


def _zeros(grid: Grid) -> set[str]:
    """The printed zeros: that they are small is no finding."""
    return {address for address, number in grid.numbers.items() if not number}


def with_addresses(frame: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """An audit with the address of each cell; parts of lines "of which" that nobody printed are left out.

    So are printed counts that only the wider of several rules would hide: it is not meant for them.
    """
    dimensions = _dimensions(tables)
    keys = list(map(tuple, frame[dimensions].to_numpy()))
    rest = REST.format(whole="")
    inner = [any(str(label).startswith(rest) for label in key) for key in keys]
    frame = frame.assign(address=[tables.addresses.get(key, "") for key in keys])
    thresholds = [table.rule.threshold for table in tables_in(tables.release) if table.rule]
    other_rule = frame["role"].eq(PRINTED_SMALL) & frame["low"].ge(min(thresholds, default=0))
    kept = _as_the_sheet_says(frame[~np.array(inner, dtype=bool) & ~other_rule.to_numpy(dtype=bool)])
    doubled = kept["address"].ne("") & kept["address"].duplicated()
    return kept[~doubled]


def _as_the_sheet_says(frame: pd.DataFrame) -> pd.DataFrame:
    """Cells of which a mark tells nothing are hidden cells of the sheet, and no parts that stand nowhere in it."""
    untold = frame["role"].eq(NOT_COVERED) & frame["address"].ne("")
    return frame.assign(role=frame["role"].mask(untold, NOT_TOLD_ROLE))


def _as_the_sheet_prints(frame: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Cells of which the sheet prints a percentage alone are no hidden cells: of these, the small ones are told."""
    behind = frame["address"].isin(tables.behind)
    small = (
        frame["low"].gt(0)
        & frame["high"].lt(tables.threshold).fillna(value=False)
        & frame["verdict"].isin([EXACT, NARROWED])
    )
    return frame.assign(role=frame["role"].mask(behind, BEHIND_SHARE))[~behind | small]


def _dimensions(tables: Tables) -> list[str]:
    """The dimensions of all tables, in order."""
    return list(dict.fromkeys(name for table in tables_in(tables.release) for name in table.by))


def findings_of(tables: Tables, grid: Grid, texts: Mapping[str, str]) -> pd.DataFrame:
    """Every figure that is hidden, rounded, printed although small or not covered, the worst first.

    Args:
        tables: the tables.
        grid: the counts of the sheet.
        texts: what stands in each cell, by address.

    Returns:
        The columns of `COLUMNS`.
    """
    reading = tables.prepared
    frame = _as_the_sheet_prints(with_addresses(audit(reading, Outsider()), tables), tables)
    findings = reading.findings(Outsider())
    places = dict(zip(reading.rows.index, reading.listed, strict=True))
    exact = list(frame.index[frame["verdict"].eq(EXACT)])[:GIVEN_AWAY_LIMIT]
    given = {index: _given_away_by(findings, int(places[index]), tables, texts) for index in exact}
    frame = frame.assign(
        labels=[_labels(grid, address, row) for address, row in zip(frame["address"], frame["target"], strict=True)],
        printed=frame["address"].map(texts).fillna(""),
        given_away_by=[given.get(index, "") for index in frame.index],
        to_whom=[ANY_READER if verdict in (EXACT, NARROWED) else "" for verdict in frame["verdict"]],
    )
    nobody = frame["role"].eq(NOT_COVERED) & frame["high"].eq(0).fillna(False)
    anybody = frame["role"].eq(NOT_COVERED) & frame["low"].eq(0).fillna(False) & frame["high"].isna()
    frame = frame[~frame["address"].isin(_zeros(grid)) & ~nobody & ~anybody]
    if tables.loosened:
        frame = _loosened(frame, tables.loosened)
    return _sorted(frame[list(COLUMNS)])


def _loosened(frame: pd.DataFrame, sentences: Iterable[str]) -> pd.DataFrame:
    """Where not all that a sheet says was used, no cell is narrowed or open for sure."""
    unsure = frame["verdict"].isin([NARROWED, OPEN])
    what = " and ".join(sentences)
    reasons = [
        (ALL_OPEN if low == 0 and pd.isna(high) else NOT_USED).format(what=what, known=f"at most {known(low, high)}")
        for low, high in zip(frame["low"], frame["high"], strict=True)
    ]
    return frame.assign(
        verdict=frame["verdict"].mask(unsure, NOT_FOUND), why=frame["why"].mask(unsure, pd.Series(reasons, frame.index))
    )


def _sorted(frame: pd.DataFrame) -> pd.DataFrame:
    """The worst first: exact, then narrow, and inside these the smallest."""
    order = frame["verdict"].map({verdict: k for k, verdict in enumerate(WORST_FIRST)})
    beside = frame["role"].isin([ROUNDED, NOT_COVERED]) & frame["verdict"].ne(EXACT)
    by = pd.DataFrame({"a": beside, "b": order, "c": frame["high"].fillna(NO_LIMIT), "d": range(len(frame))})
    return frame.loc[by.sort_values(["a", "b", "c", "d"]).index].reset_index(drop=True)


def _labels(grid: Grid, address: str, target: str) -> str:
    """The labels of a cell as the sheet has them."""
    return ", ".join(grid.keys[address] if address else [each for each in target.split(" | ") if each != TOTAL])


def _given_away_by(findings: Findings, cell: int, tables: Tables, texts: Mapping[str, str]) -> str:
    """The addresses whose numbers, added up, give a cell away; the lines' own cells where others cancel out."""
    system, used = findings.system, set[int]()
    for upwards in (False, True):
        reason = reason_for(findings, cell, upwards=upwards)
        if isinstance(reason, ByLines):
            cells, weight = weights_of(system, reason)
            used |= set(cells[weight != 0].tolist())
        elif isinstance(reason, ByWholeNumbers):
            entries = np.concatenate([np.zeros(0, np.int64), *map(system.lines.entries_of, reason.lines)])
            used |= set(system.lines.cell[entries].tolist())
    names = [system.names(each) for each in sorted(used - {cell})]
    return " ".join(_addresses(system, names, tables))


def _addresses(system: System, cells: Iterable[Key], tables: Tables) -> list[str]:
    """The addresses of some cells of a system, by their labels."""
    dimensions = _dimensions(tables)
    found = []
    for cell in cells:
        names = dict(zip(system.dimensions, cell, strict=False))
        found.append(tables.addresses.get(tuple(names.get(name, TOTAL) for name in dimensions), ""))
    return [address for address in found if address]


def groups_of(tables: Tables, grid: Grid, texts: Mapping[str, str]) -> pd.DataFrame:
    """Groups of which all or none share a fact: thresholds are blind to these. The columns of `COLUMNS`.

    That nobody is in a printed zero is what a zero says, and no row here; that nobody is in a hidden cell is one.
    """
    facts = group_disclosure(tables.prepared, Outsider())
    zeros = _read_as_zero(tables)
    rows: list[dict[str, Any]] = []
    for fact in facts.to_dict("records"):
        key = tuple(str(fact.get(name, TOTAL)) for name in _dimensions(tables))
        address = tables.addresses.get(key, "")
        hidden = address in grid.marks and address not in {*zeros, *tables.behind}
        if not address or not (fact["fact"] == EVERYBODY or hidden):
            continue
        rows.append(
            {
                "address": address,
                "labels": ", ".join(grid.keys[address]),
                "printed": texts.get(address, ""),
                "role": ALL_IN if fact["fact"] == EVERYBODY else NONE_IN,
                "low": fact["low"],
                "high": fact["high"],
                "verdict": EXACT,
                "why": fact["sentence"],
                "given_away_by": "",
                "to_whom": ANY_READER,
            }
        )
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"low": "Int64", "high": "Int64"})


def _read_as_zero(tables: Tables) -> set[str]:
    """Where a zero stands, be it a number or a mark for nobody such as ``-``."""
    dimensions, found = _dimensions(tables), set()
    for table in tables_in(tables.release):
        for row in table.cells[table.cells["count"].eq(0).fillna(False)].to_dict("records"):
            found.add(tables.addresses.get(tuple(str(row.get(name, TOTAL)) for name in dimensions), ""))
    return found


def first_only(findings: pd.DataFrame) -> tuple[str, ...]:
    """That not of all exact cells it is listed which others give them away; nothing if it is."""
    exact = int(findings["verdict"].eq(EXACT).sum())
    return (FIRST_ONLY.format(limit=GIVEN_AWAY_LIMIT, exact=exact),) if exact > GIVEN_AWAY_LIMIT else ()


def lines_of(tables: Tables, *, told: bool = True) -> pd.DataFrame:
    """What each line gives away of its hidden cells together; see `disclosure.audit.merged_sums`.

    Args:
        tables: the tables.
        told: whether all is answered: else nothing is said, for it would hold of some answers only.
    """
    if not told:
        return pd.DataFrame(columns=list(LINES))
    frame = merged_sums(tables.prepared, Outsider())
    system = tables.prepared.findings(Outsider()).system
    where = [" ".join(_addresses(system, cells, tables)) for cells in frame["cells"]]
    frame = frame.assign(addresses=where).drop(columns="cells")
    return frame[[tables.behind.isdisjoint(each.split()) for each in where]].reset_index(drop=True)


def together(cells: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """Findings of cells and of groups as one frame, the worst first; a hidden cell that is 0 for sure is one finding.

    Args:
        cells: as of `findings_of`.
        groups: as of `groups_of`.
    """
    certain = set(cells.loc[cells["verdict"].eq(EXACT) & cells["high"].eq(0).fillna(False), "address"])
    is_certain = groups["address"].isin(certain) & groups["role"].eq(NONE_IN)
    of_groups = groups[is_certain].groupby("address")["why"].agg(" ".join)
    more = [of_groups.get(address, "") for address in cells["address"]]
    cells = cells.assign(why=[f"{why} {also}".strip() for why, also in zip(cells["why"], more, strict=True)])
    kept = [frame for frame in (cells, groups[~is_certain]) if len(frame)]
    return _sorted(pd.concat(kept, ignore_index=True)) if kept else cells


def width_of(finding: Mapping[Hashable, Any]) -> float:
    """How far the counts that are possible lie apart; infinite where there is no upper limit.

    Args:
        finding: with ``low`` and ``high``.

    Examples:
        >>> width_of({"low": 1, "high": 4}), width_of({"low": 3, "high": 3}), width_of({"low": 0, "high": pd.NA})
        (3.0, 0.0, inf)
    """
    low, high = finding["low"], finding["high"]
    return float("inf") if pd.isna(high) else float(high) - float(low)
