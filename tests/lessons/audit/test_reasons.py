import numpy as np
import pytest

from lessons.audit.attackers import Outsider
from lessons.audit.findings import find_ranges
from lessons.audit.reasons import ByLines, remainder
from lessons.audit.sentences import reason_for
from lessons.audit.system import system_of
from lessons.releases.linked_tables import LinkedTables
from tests.lessons.audit import fuzz


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
