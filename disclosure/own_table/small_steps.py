"""Few people who came in between two editions of running totals: two printed counts tell of them."""

from typing import Final

from disclosure.own_table.earlier_cells import printed_counts
from disclosure.own_table.sheets.sheet import place_of
from disclosure.own_table.tables import Tables
from disclosure.tables.linked_tables import Release

FEW_CAME: Final = (
    "Between {file} and this table few people came in, as two printed counts tell: {steps}. Your own rule says whether "
    "that may be seen."
)
STEP: Final = "{few} at {address} ({before:,} to {now:,})"
MOST_NAMED: Final = 5


def small_steps(tables: Tables, earlier: Release, file: str) -> tuple[str, ...]:
    """Name the smallest differences between printed counts of two editions of running totals, in one sentence or none.

    Args:
        tables: the table.
        earlier: the edition before it.
        file: its name.
    """
    before, steps = printed_counts(earlier), []
    for key, now in printed_counts(tables.release).items():
        address, few = tables.addresses.get(key, ""), now - before.get(key, now)
        if address and 0 < few < tables.threshold:
            step = STEP.format(few=few, address=address, before=before[key], now=now)
            steps.append((few, place_of(address), step))
    named = [step for *_, step in sorted(steps)[:MOST_NAMED]] + ["…"] * (len(steps) > MOST_NAMED)
    return (FEW_CAME.format(file=file, steps=", ".join(named)),) if steps else ()
