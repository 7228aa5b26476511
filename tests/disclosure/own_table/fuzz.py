"""Write random tables in random dialects, whose truth is known, and hold the reader against it.

``python -m tests.disclosure.own_table.fuzz --cases 2000`` checks more of them. What a table means is put together here
from the world itself, apart from the reader: each cell's address, its labels, what hides it, and what adds up to what.
The two must agree on every hidden cell, and no cell may be called exact that is not what the world says.
"""

from collections import Counter

from disclosure.audit import Outsider, audit
from disclosure.own_table.check import Check, check_table
from disclosure.own_table.findings import ALL_IN, NONE_IN
from disclosure.own_table.sheets.in_memory import FileInMemory
from tests.disclosure.audit.fuzzing import fuzz, run_kinds
from tests.disclosure.own_table.dialects import Random, as_file
from tests.disclosure.own_table.random_tables import KINDS, Table, random_table

Found = dict[str, tuple[str, int, int]]
ENDLESS = 2**60
MOST_ROUNDS = 12
DEPENDS = "Depends on the answers", "The verdict is the same whatever is answered", "Nothing more is asked"


def found_by(check: Check) -> Found:
    """What the reader says of each cell."""
    cells = check.findings[~check.findings["role"].isin([ALL_IN, NONE_IN])]
    highs = cells["high"].fillna(ENDLESS)
    rows = zip(cells["address"], cells["verdict"], cells["low"], highs, strict=True)
    return {address: (verdict, int(low), int(high)) for address, verdict, low, high in rows}


def expected_of(table: Table) -> Found:
    """What the kit says of the same table, put together from its world."""
    release = table.release()
    frame = audit(release, Outsider(), why=False)
    keys = list(map(tuple, frame[list(release.by)].to_numpy()))
    rows = zip(keys, frame["verdict"], frame["low"], frame["high"].fillna(ENDLESS), strict=True)
    told = {table.addresses[key]: (verdict, int(low), int(high)) for key, verdict, low, high in rows}
    return {address: verdict for address, verdict in told.items() if address not in table.zeros}


def read(table: Table) -> Check:
    """What the reader finds, once all that it asks is answered as the makers of the table would."""
    file = FileInMemory(*as_file(table.texts, table.stored, table.dialect))
    answers = dict(table.answers)
    for _ in range(MOST_ROUNDS):
        check = check_table(file, answers=answers)
        if not check.questions:
            return check
        answers |= {question.name: table.answer(question.name, question.options) for question in check.questions}
    raise AssertionError(f"it goes on asking: {[question.name for question in check.questions]}")


def disagreement(table: Table) -> str:
    """Where the reader and the truth differ, in words; empty if nowhere."""
    try:
        check = read(table)
    except (ValueError, AssertionError, KeyError) as error:
        return f"{type(error).__name__}: {error}"
    found, expected = found_by(check), expected_of(table)
    wrong = [a for a, (verdict, low, _) in found.items() if verdict == "exact" and table.truth[a] != low]
    differ = {a: (found.get(a), expected.get(a)) for a in {*found, *expected} if found.get(a) != expected.get(a)}
    depends = set(check.findings.loc[check.findings["why"].astype(str).str.startswith(DEPENDS), "address"])
    differ = {a: both for a, both in differ.items() if a not in depends or not holds(*both)}
    words = [f"exact and wrong: {wrong}"] if wrong else []
    return "; ".join([*words, *([f"(read, right): {differ} {check.sentences}"] if differ else [])])


def holds(found: tuple[str, int, int] | None, expected: tuple[str, int, int] | None) -> bool:
    """Whether a range that is told for all answers that were not asked, as no verdict depends on them, is right.

    Examples:
        >>> holds(("narrowed", 1, 7), ("narrowed", 1, 6)), holds(("narrowed", 1, 5), ("narrowed", 1, 6))
        (True, False)
    """
    if found is None or expected is None:
        return False
    return found[0] == expected[0] and found[1] <= expected[1] and found[2] >= expected[2]


def tried(random: Random, kind: str) -> bool:
    """Check one random table; raises if it was read wrongly."""
    table = random_table(random, kind)
    if words := disagreement(table):
        lines = "\n".join(" | ".join(row) for row in table.texts)
        raise AssertionError(f"{kind} {table.dialect}\n{lines}\n{table.answers}\n{words}")
    return True


def all_agree(cases: int, seed: int) -> Counter[str]:
    """Check so many tables of each kind."""
    return run_kinds(dict.fromkeys(KINDS, cases), seed, tried)


if __name__ == "__main__":
    fuzz(__doc__, KINDS, tried)
