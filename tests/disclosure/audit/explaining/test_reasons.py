from itertools import product

import numpy as np
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.explaining.reasons import ByLines, reason_by_cut, remainder
from disclosure.audit.explaining.sentences import reason_for
from disclosure.audit.reading.as_printed import system_of
from disclosure.audit.solving.findings import find_ranges
from disclosure.tables.linked_tables import LinkedTables
from tests.disclosure.audit import fuzz
from tests.disclosure.audit.small_releases import square_system


@pytest.mark.parametrize("kind", ["two-way", "nested", "three-way", "linked", "two marks or one"])
def test_every_proof_by_lines_proves_its_bound(kind: str) -> None:
    """The arithmetic of each sentence is done again from its lines alone."""
    rng, proofs = np.random.default_rng(4), 0
    for _ in range(3):
        batch = fuzz.KINDS[kind](rng, 20)
        assert isinstance(batch.release, LinkedTables) or batch.release.by
        findings = find_ranges(system_of(batch.release, Outsider(), batch.primary))
        for cell in np.flatnonzero(findings.system.low < findings.system.high):
            for upwards in (True, False):
                reason = reason_for(findings, int(cell), upwards=upwards)
                if isinstance(reason, ByLines):
                    bound = int((findings.high if upwards else findings.low)[cell])
                    assert remainder(findings.system, reason, int(cell)).proves(reason, bound, upwards=upwards)
                    proofs += 1
    assert proofs > 0


def test_to_ask_why_changes_nothing() -> None:
    """What was found is frozen: the cut is looked for on a copy of the feasible table."""
    findings = find_ranges(square_system())
    before = findings.feasible_table.count.copy()
    for edge, upwards in product(range(len(before)), (True, False)):
        reason_by_cut(findings.feasible_table, findings.narrowing, edge, upwards=upwards)
        assert (findings.feasible_table.count == before).all()
