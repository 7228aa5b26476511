"""The audit: for every hidden cell, what can be known of it, whether that is too much, and why."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Attacker, Outsider, members
from disclosure.audit.explaining.sentences import reasons
from disclosure.audit.explaining.verdict_words import EXACT, NARROWED, NOT_FOUND, OPEN
from disclosure.audit.reading.as_printed import as_printed, with_attacker_knowledge
from disclosure.audit.reading.cells import (
    MUST_BE_PRINTED,
    NO_LIMIT,
    NOT_COVERED,
    PRINTED,
    ROLES,
    Numbers,
)
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.reading.system import System
from disclosure.audit.reading.totals import refuse_without_totals
from disclosure.audit.solving.findings import UNKNOWN, Findings, find_counts, find_feasible_table, find_ranges
from disclosure.audit.solving.steep_conditions import without_steep
from disclosure.audit.weighted_counts import audit_weighted
from disclosure.labels import cell_names
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import LinkedTables, tables_in

__all__ = [
    "EXACT",
    "NARROWED",
    "NOT_FOUND",
    "NO_VERDICT",
    "OPEN",
    "PreparedRelease",
    "audit",
    "exact_cells",
    "prepare",
    "verdicts",
]
NO_VERDICT: Final = ""
"""Stands beside what is no finding, and is noted all the same."""


def audit(
    release: "CountTable | LinkedTables | PreparedRelease",
    attacker: Attacker,
    *,
    primary: pd.Series | None = None,
    why: bool = True,
    nothing_to_subtract: bool = False,
) -> pd.DataFrame:
    """Find for every hidden cell which counts are possible, and say why.

    No cell that can be recovered is ever called narrowed or open: these verdicts rest on two feasible tables of the
    release, both checked, in which the cell differs. Where the audit cannot use all that a release implies, it says
    "not found", and what was not used.

    Args:
        release: what is published: one table, or several over the same people; or what `prepare` made of it (with
            ``primary``): that is faster where many look at it, or one more than once.
        attacker: who looks at it.
        primary: which hidden cells the rule itself hides, if the attacker knows it and the marks do not tell; shape
            (cells of the release,). Knowing more never helps a cell, so the verdict holds for attackers who do not
            know it as well.
        why: also give the reason for each verdict, in one sentence.
        nothing_to_subtract: must be given where a table hides cells and prints no total above any: the answer that
            there is none anywhere else either. Without it such a table is no reason to call a cell open.

    Returns:
        One row per cell that is hidden, rounded, perturbed, not covered or printed although small, labelled as in
        ``release.cells``. Columns: the dimensions; ``target`` (the name of the cell); ``role`` (primary, complementary,
        rounded, perturbed, "not told" where marks do not tell, "not covered" for a part that totals count and nobody
        prints, or "printed although small" where the table prints what its own rule hides, or "must be printed" where
        it says that it has to: then marks say nothing of the size of cells that cover others); ``low`` and ``high``
        (the smallest and largest possible count, in people or in the table's unit; ``high`` is missing where there is
        no limit);
        ``verdict``: exact, narrowed, or open (every count that the rule alone allows is possible; where it sets no
        limit, the smallest is, and there is none; where one mark stands for small cells and for those that cover
        others, every count that the rule hides for being small; of more than 64 counts the smallest and the largest
        are, and those between are not looked at one by one); or "not found": then ``low`` and ``high`` are the range
        proved so far, and at most this is possible (so it is of amounts under a dominance rule, see
        ``disclosure.audit.reading.dominance``, and of counts that were changed at random, for noise that averages away
        is not looked at); or nothing, beside what is noted only: a cell that must be printed; ``why``; ``attacker``.
        Weighted counts are real numbers; of these "exact" is what is known as well as if it were printed, within one
        unit of the last printed place.

    Raises:
        ContradictionError: no whole numbers fit what is printed.
        ValueError: the attacker is counted in a cell that is not in the release; or a table without totals hides cells;
            or what was read comes with another ``primary``.

    Examples:
        >>> from disclosure.audit.attackers import Outsider
        >>> from disclosure.defences.suppression import Suppress
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAABBBBB"), "region": ["North"] * 2 + ["South"] * 6})
        >>> release = Suppress(threshold=3)(count_table(people, by=("film", "region")))
        >>> audit(release, Outsider())[["film", "region", "role", "low", "high", "verdict"]]
            film region     role  low  high verdict
        0      A  North  primary    2     2   exact
        1      A  South  primary    1     1   exact
        6  total  North  primary    2     2   exact
    """
    if isinstance(release, CountTable | LinkedTables) and tables_in(release)[0].weights:
        return audit_weighted(release, attacker, primary, why=why, nothing_to_subtract=nothing_to_subtract)
    reading = _read(release, primary, nothing_to_subtract=nothing_to_subtract)
    findings = reading.findings(attacker)
    system, listed = findings.system, _listed(reading, findings.system)
    frame = reading.rows.assign(
        role=[ROLES[role] for role in system.cells.role[listed]],
        low=pd.array(findings.low[listed], dtype="Int64"),
        high=pd.array(findings.high[listed], dtype="Int64"),
        verdict=verdicts(findings)[listed],
        why=reasons(findings, listed) if why else "",
        attacker=repr(attacker),
    )
    frame["high"] = frame["high"].mask(frame["high"] >= NO_LIMIT)
    return frame


@dataclass(frozen=True)
class PreparedRelease:
    """A release, read once for many who look at it; make one with `prepare`.

    Args:
        release: what is published.
        system: the release as everybody reads it.
        listed: which cells are hidden or rounded; shape (hidden cells,).
        rows: their labels and names, in the order of the release.
    """

    release: CountTable | LinkedTables
    system: System
    listed: Numbers
    rows: pd.DataFrame
    _found: dict[Attacker, Findings] = field(default_factory=dict, init=False, compare=False, repr=False)

    def findings(self, attacker: Attacker) -> Findings:
        """The ranges of all cells, worked out once for each attacker."""
        members(attacker)  # says in a sentence who is no attacker
        if attacker not in self._found:
            with blamed(attacker, self.system, self.release):
                read = with_attacker_knowledge(self.system, attacker, self.release)
                self._found[attacker] = find_ranges(without_steep(read))
        return self._found[attacker]


@contextmanager
def blamed(attacker: Attacker, system: System, release: CountTable | LinkedTables) -> Iterator[None]:
    """Where what is printed fits an outsider and does not fit an attacker, say that it is the attacker.

    Args:
        attacker: who looks at the release.
        system: the release as everybody reads it.
        release: what is published.

    Raises:
        ContradictionError: the attacker does not fit, or the print itself does not.
    """
    try:
        yield
    except ContradictionError as error:
        if not members(attacker) or str(error).startswith((str(attacker), "the attackers")):
            raise
        find_feasible_table(without_steep(with_attacker_knowledge(system, Outsider(), release)))
        raise ContradictionError(f"{attacker} does not fit what is printed.") from None


def prepare(
    release: CountTable | LinkedTables, primary: pd.Series | None = None, *, nothing_to_subtract: bool = False
) -> PreparedRelease:
    """Read a release once.

    Args:
        release, primary, nothing_to_subtract: as in `audit`.

    Raises:
        ValueError: a table without totals hides cells.
    """
    system = as_printed(release, primary)
    if not nothing_to_subtract:
        refuse_without_totals(release, system)
    return PreparedRelease(release, system, *_hidden_cells(release, system))


def exact_cells(
    release: CountTable | LinkedTables | PreparedRelease,
    attacker: Attacker,
    *,
    primary: pd.Series | None = None,
    nothing_to_subtract: bool = False,
) -> pd.DataFrame:
    """Find the cells that are given away exactly, and nothing else: what a sweep over many settings needs.

    Args:
        release: what is published, or what `prepare` made of it (with ``primary``): that is faster for many attackers.
        attacker, primary, nothing_to_subtract: as in `audit`; what was read has been asked already.

    Returns:
        One row per cell as in `audit`: the dimensions, ``target``, ``exact``, and ``count`` (people, or the table's
        unit; missing where the cell is not exact).

    Raises:
        ContradictionError, ValueError: as in `audit`; or what was read comes with another ``primary``.
    """
    reading = _read(release, primary, nothing_to_subtract=nothing_to_subtract)
    with blamed(attacker, reading.system, reading.release):
        system = without_steep(with_attacker_knowledge(reading.system, attacker, reading.release))
        counts = find_counts(system)
    listed = _listed(reading, system)
    counts = counts[listed]
    exact = (counts != UNKNOWN) & (system.cells.role[listed] != ROLES.index(MUST_BE_PRINTED))
    return reading.rows.assign(exact=exact, count=pd.arrays.IntegerArray(counts, ~exact))


def _read(
    release: CountTable | LinkedTables | PreparedRelease, primary: pd.Series | None, *, nothing_to_subtract: bool
) -> PreparedRelease:
    """Read a release, unless that was done."""
    if not isinstance(release, PreparedRelease):
        return prepare(release, primary, nothing_to_subtract=nothing_to_subtract)
    if primary is not None:
        raise ValueError("the release has been read already: give primary to prepare(), where it counts.")
    return release


def _listed(reading: PreparedRelease, system: System) -> Numbers:
    """The places of the hidden cells for one attacker: others, where a coalition needs cells that nobody printed."""
    same = len(system.low) == len(reading.system.low)
    return reading.listed if same else _hidden_cells(reading.release, system)[0]


def verdicts(findings: Findings) -> np.ndarray:
    """One word for each cell: exact, narrowed or open; where not all is used, exact or "not found"; shape (cells,).

    A cell that must be printed has no verdict.
    """
    cells = findings.system.cells
    is_open = (findings.low <= cells.open_low) & (findings.high >= cells.open_high)
    if not findings.system.unused:
        findings.look_between()
        is_open = np.array([yes and findings.is_open(cell) for cell, yes in enumerate(is_open.tolist())], dtype=bool)
    words = NOT_FOUND if findings.system.unused else np.where(is_open, OPEN, NARROWED)
    words = np.where(findings.low == findings.high, EXACT, words)
    return np.where(cells.role == ROLES.index(MUST_BE_PRINTED), NO_VERDICT, words).astype(object)


def _hidden_cells(release: CountTable | LinkedTables, system: System) -> tuple[Numbers, pd.DataFrame]:
    """The places of the cells that are not printed as they are, and their labels in the order of the release."""
    rows = LinkedTables(system.tables).all_cells() if isinstance(release, LinkedTables) else system.tables[0].cells
    codes = [
        np.array([indices[label] for label in rows[name].tolist()] if name in rows else [0] * len(rows))
        for name, indices in system.labels.items()
    ]
    sizes = tuple(len(indices) for indices in system.labels.values())
    keys = np.ravel_multi_index(tuple(system.cells.codes.T), sizes)
    indices = np.searchsorted(keys, np.ravel_multi_index(tuple(codes), sizes))
    role = system.cells.role[indices]
    listed = (role > ROLES.index(PRINTED)) | (role == ROLES.index(NOT_COVERED))
    listed &= ~pd.Series(indices).duplicated().to_numpy()
    names = list(system.dimensions)
    labels = rows.loc[listed, names]
    return indices[listed], labels.assign(target=cell_names(labels[names]))
