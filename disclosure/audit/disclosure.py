"""What a table gives away beside its cells: the sums of its hidden cells, and facts about whole groups."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.audit import wording
from disclosure.audit.attackers import Attacker, Labels
from disclosure.audit.reading.as_printed import system_of
from disclosure.audit.reading.cells import (
    AGAINST_RULE,
    NO_LIMIT,
    NOT_PRINTED,
    PRINTED,
    ROLES,
    Numbers,
    codes_of,
    places_of,
)
from disclosure.audit.reading.rows_without import cells_left_out
from disclosure.audit.reading.system import System
from disclosure.audit.solving.findings import Findings, find_ranges
from disclosure.audit.solving.network import Flags
from disclosure.audit.solving.steep_conditions import without_steep
from disclosure.audit.verdicts import PreparedRelease
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import LinkedTables

EVERYBODY: Final = "everybody"
NOBODY: Final = "nobody"


def merged_sums(release: CountTable | LinkedTables | PreparedRelease, attacker: Attacker) -> pd.DataFrame:
    """Find what each line gives away of its hidden cells together: with 2 and 1 hidden, 3 is as good as printed.

    Args:
        release: what is published, or what `prepare` made of it.
        attacker: who looks at it.

    Returns:
        One row per line with two or more hidden cells whose sum is limited. Columns: ``line`` (its name), ``along``
        (the dimension), ``hidden`` (cells), ``low`` and ``high`` (of their sum, in people or in the table's
        unit), ``sentence``, ``cells`` (the labels of each hidden cell, in all dimensions).

    Examples:
        >>> from disclosure.audit.attackers import Outsider
        >>> from disclosure.defences.suppression import Suppress
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAABBBBB"), "region": ["North"] * 2 + ["South"] * 6})
        >>> release = Suppress(threshold=3)(count_table(people, by=("film", "region")))
        >>> merged_sums(release, Outsider())[["line", "along", "hidden", "low", "high"]]
          line   along  hidden  low  high
        0    A  region       2    3     3
    """
    findings = _findings(release, attacker)
    once: dict[tuple[str, frozenset[Labels]], dict[str, Any]] = {}
    for line, total, parts in _lines(findings):
        if row := _merged(findings, line, total, parts):
            once.setdefault((row["line"], frozenset(row["cells"])), row)
    return pd.DataFrame([*once.values()], columns=["line", "along", "hidden", "low", "high", "sentence", "cells"])


def _merged(findings: Findings, line: int, total: int, parts: Numbers) -> dict[str, Any] | None:
    """The sum of one line's hidden cells; None if there are fewer than two, or the sum has no limit."""
    system = findings.system
    role, is_known = system.cells.role[parts], findings.low[parts] == findings.high[parts]
    hidden = parts[(role != ROLES.index(PRINTED)) & ~(np.isin(role, AGAINST_RULE) & is_known)]
    if len(hidden) < 2 or findings.high[total] >= NO_LIMIT:
        return None
    printed = int(findings.low[parts].sum() - findings.low[hidden].sum())
    low, high = int(findings.low[total]) - printed, int(findings.high[total]) - printed
    low, high = max(low, int(findings.low[hidden].sum())), min(high, int(findings.high[hidden].sum()))
    name, along = wording.line_name(system, line), wording.dimension_of(system, line)
    return {"line": name, "along": along, "hidden": len(hidden), "low": low, "high": high} | {
        "sentence": wording.merged(
            name, len(hidden), wording.counted(low, high, system.unit), sharp=low == high or not system.unused
        ),
        "cells": [system.names(int(cell)) for cell in hidden],
    }


def group_disclosure(release: CountTable | LinkedTables | PreparedRelease, attacker: Attacker) -> pd.DataFrame:
    """Find what is certain of everybody in a group, to which thresholds are blind.

    A group is the people of one line. If all of them sit in one cell, the cell's label is known of each of them; where
    a person may stand in several cells, that can be true of more than one (there it is read from the ranges: of a cell
    that holds as many as its hidden total, however many these are, it may be missed). If a cell is zero, it is known of
    each of them that she is not there.

    Args:
        release: what is published, or what `prepare` made of it.
        attacker: who looks at it.

    Returns:
        One row per fact. Columns: the dimensions (of the cell), ``group`` (the name of the line), ``fact`` (everybody
        or nobody), ``low`` and ``high`` (how many people the group has; missing where there is no limit), ``sentence``.

    Examples:
        >>> from disclosure.audit.attackers import Outsider
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AABBB"), "region": ["North", "South"] + ["South"] * 3})
        >>> group_disclosure(count_table(people, by=("film", "region")), Outsider())["sentence"].tolist()
        ['North: the only person is in A.', 'North: the only person is not in B.', 'B: all 3 people are in South.', ...]
    """
    findings = _findings(release, attacker)
    covers = replace(findings, system=replace(findings.system, lines=findings.system.covers))
    left_out = cells_left_out(findings.system)
    facts = [
        fact
        for found in (findings, covers)
        for line, total, parts in _lines(found, left_out.inside)
        for fact in _facts(found, line, total, parts, left_out.parts_of(total, int(found.system.lines.dimension[line])))
    ]
    frame = pd.DataFrame(facts, columns=[*findings.system.dimensions, "group", "fact", "low", "high", "sentence"])
    return frame.drop_duplicates(ignore_index=True).astype({"low": "Int64", "high": "Int64"})


def _findings(release: CountTable | LinkedTables | PreparedRelease, attacker: Attacker) -> Findings:
    """The ranges of all cells; of a release that was read already, those that were worked out."""
    if isinstance(release, PreparedRelease):
        return release.findings(attacker)
    return find_ranges(without_steep(system_of(release, attacker)))


def _facts(
    findings: Findings, line: int, total: int, parts: Numbers, left_out: Sequence[Numbers]
) -> Iterator[dict[str, Any]]:
    """What is certain of everybody in one line; parts that it leaves out hold nobody."""
    low, high, system = int(findings.low[total]), int(findings.high[total]), findings.system
    if low == 0 or len(parts) + len(left_out) < 2:
        return
    empty = findings.high[parts] == 0
    full = (findings.low[parts] >= high) | (~empty & (empty.sum() == len(parts) - 1))
    codes = system.cells.codes
    certain = [*((codes[cell], EVERYBODY) for cell in parts[full]), *((codes[cell], NOBODY) for cell in parts[empty])]
    certain += [(each, NOBODY) for each in left_out]
    name, along = wording.line_name(system, line), int(system.lines.dimension[line])
    for place, fact in certain:
        labels = dict(zip(system.dimensions, system.names_at(place), strict=False))
        words = wording.fact(name, system.words_at(place)[along], low, high, system.unit, all_in=fact == EVERYBODY)
        yield labels | {
            "group": name,
            "fact": fact,
            "low": low,
            "high": None if high >= NO_LIMIT else high,
            "sentence": words,
        }


@dataclass(frozen=True)
class _Line:
    """A line of the release: its place, its dimension, the place of its total and those of its parts."""

    number: int
    dimension: int
    total: int
    parts: Numbers


def _lines(findings: Findings, also: Flags | None = None) -> Iterator[tuple[int, int, Numbers]]:
    """Each line of the release and of each of its tables, with its total and its parts, once.

    Args:
        findings: the ranges of its cells.
        also: cells that are known although they have no row.

    In place of a label without a row there stands what it holds, along the same dimension; where that has no rows
    either, the line is none of it.
    """
    every = list(_every_line(findings.system))
    inside: dict[tuple[int, int], list[Numbers]] = {}
    for line in every:
        inside.setdefault((line.dimension, line.total), []).append(line.parts)
    said: set[tuple[int, frozenset[int]]] = set()
    for has_row in _rows(findings.system):
        for line in every:
            told = has_row if also is None else has_row | also
            parts = _with_rows(line.parts, line.dimension, inside, told) if has_row[line.total] else None
            if parts is not None and (key := (line.total, frozenset(parts.tolist()))) not in said:
                said.add(key)
                yield line.number, line.total, parts


def _every_line(system: System) -> Iterator[_Line]:
    """The lines of a release as they are solved."""
    lines = system.lines
    order = np.argsort(lines.line, kind="stable")
    for entries in np.split(order, np.cumsum(np.bincount(lines.line))[:-1]) if len(order) else ():
        number, is_part = int(lines.line[entries[0]]), lines.sign[entries] > 0
        cells = lines.cell[entries]
        yield _Line(number, int(lines.dimension[number]), int(cells[~is_part][0]), cells[is_part])


def _rows(system: System) -> Iterator[Flags]:
    """Which cells have a row: in any table; then in each table, if there are several."""
    yield system.cells.role != ROLES.index(NOT_PRINTED)
    for table in system.tables if len(system.tables) > 1 else ():
        has_row = np.zeros(len(system.low), dtype=bool)
        has_row[places_of(system.cells, codes_of(table, system.labels), system.labels)] = True
        yield has_row


def _with_rows(
    parts: Numbers, dimension: int, inside: Mapping[tuple[int, int], Sequence[Numbers]], has_row: Flags
) -> Numbers | None:
    """Parts of a line, those without a row replaced by their own parts; None where one of these has none."""
    if has_row[parts].all():
        return parts
    found = [parts[has_row[parts]]]
    for part in parts[~has_row[parts]].tolist():
        ways = (_with_rows(each, dimension, inside, has_row) for each in inside.get((dimension, part), ()))
        if (printed := next((way for way in ways if way is not None), None)) is None:
            return None
        found.append(printed)
    return np.concatenate(found)
