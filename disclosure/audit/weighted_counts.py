"""The audit of weighted counts: what can be known of a hidden real number, within the rounding of the print."""

from typing import Final

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Attacker
from disclosure.audit.explaining.not_found import ALL_OPEN, NOT_USED
from disclosure.audit.explaining.not_found import NOT_FOUND as AT_MOST
from disclosure.audit.explaining.verdict_words import EXACT, NARROWED, NOT_FOUND, OPEN
from disclosure.audit.reading.cells import ROLES
from disclosure.audit.reading.totals import refuse_without_totals
from disclosure.audit.reading.weighted import ENDLESS, Reals, WeightedSystem, weighted_system
from disclosure.audit.solving.weighted_ranges import weighted_ranges
from disclosure.audit.wording import listed
from disclosure.labels import cell_names
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import LinkedTables, tables_in

PERHAPS_LESS: Final = "{sentence}; and perhaps less of it is possible: {unused}"
AS_PRINTED: Final = "{span}: as good as printed, for a printed number is half a unit up or down as well"
LEFT_OPEN: Final = "printed numbers, each half a unit up or down, leave {span}"
NOTHING: Final = "nothing printed narrows it: {span} is possible"
TOLERANCE: Final = 1e-6


def audit_weighted(
    release: CountTable | LinkedTables,
    attacker: Attacker,
    primary: pd.Series | None,
    *,
    why: bool,
    nothing_to_subtract: bool,
) -> pd.DataFrame:
    """Find for every hidden cell of weighted counts from where to where it can lie.

    Args:
        release, attacker, primary, why, nothing_to_subtract: as in `disclosure.audit.verdicts.audit`.

    Returns:
        As there; ``low`` and ``high`` are real, right to about 11 digits of the largest number and rounded outwards. A
        cell is "exact" if it is known as well as if it were printed: within one unit of the last printed place. Where
        not all is used, ``why`` says so, of exact cells as well: the range may then be narrower still.
    """
    weighted = weighted_system(release, attacker, primary)
    if not nothing_to_subtract:
        refuse_without_totals(release, weighted.system)
    low, high = weighted_ranges(weighted)
    places, rows = weighted.listed
    unit = min(table.weights.unit for table in tables_in(release) if table.weights)
    verdict = _verdicts(weighted, low, high, unit)
    return rows.assign(
        target=cell_names(rows),
        role=[ROLES[role] for role in weighted.role[places]],
        low=low,
        high=np.where(high == ENDLESS, np.nan, high),
        verdict=verdict,
        why=[_reason(*one, weighted.unused) for one in zip(low, high, verdict, strict=True)] if why else "",
        attacker=repr(attacker),
    )


def _verdicts(weighted: WeightedSystem, low: Reals, high: Reals, unit: float) -> np.ndarray:
    """One word for each listed cell."""
    places = weighted.listed[0]
    is_open = (low <= weighted.open_low[places] + TOLERANCE) & (high >= weighted.open_high[places] - TOLERANCE)
    words = NOT_FOUND if weighted.unused else np.where(is_open, OPEN, NARROWED)
    return np.where(high - low <= unit + TOLERANCE, EXACT, words).astype(object)


def _reason(low: float, high: float, verdict: str, unused: tuple[str, ...]) -> str:
    """Why a verdict was given, in one sentence."""
    span = f"{low:.11g} and more" if high == ENDLESS else f"{low:.11g} to {high:.11g}"
    words = {EXACT: AS_PRINTED, NARROWED: LEFT_OPEN, OPEN: NOTHING}
    if verdict == NOT_FOUND:
        sentence = ALL_OPEN if low == 0 and high == ENDLESS else AT_MOST
        return sentence.format(reasons="", span=span, unused=NOT_USED.format(unused=listed(unused))) + "."
    sentence = words[verdict].format(span=span)
    if unused:
        sentence = PERHAPS_LESS.format(sentence=sentence, unused=NOT_USED.format(unused=listed(unused)))
    return sentence + "."
