"""The kit's noise beside OpenDP's, in the same run: the same distribution, and the time for as many numbers.

OpenDP draws from the machine's own source, so that nobody can repeat its noise, and without floating-point numbers. The
kit draws with numpy, from a seed. That OpenDP takes longer is what its promise costs; the ratio is printed, and held
only to what the kit needs it for: sweeps of many draws that nobody waits for.
"""

import numpy as np
import opendp.prelude as dp
import pytest
from scipy.stats import chi2_contingency

from disclosure.defences.noise import noise
from tests.benchmarks.turns import say, sizes, take_turns

UNLIKELY = 1e-6
"""Two samples of one distribution differ so much in one of so many runs: OpenDP's cannot be seeded."""


def by_opendp(epsilon, sensitivity, n):
    """So many numbers by OpenDP's geometric mechanism, and the epsilon that it promises."""
    dp.enable_features("contrib")
    space = dp.vector_domain(dp.atom_domain(T=int)), dp.l1_distance(T=int)
    mechanism = dp.m.make_geometric(*space, scale=sensitivity / epsilon)
    return np.array(mechanism([0] * n)), mechanism.map(sensitivity)


@pytest.mark.parametrize(("epsilon", "sensitivity", "n"), sizes((1.0, 1, 5_000), (1.0, 1, 200_000), (0.5, 20, 200_000)))
def test_the_same_distribution_and_no_slower(epsilon, sensitivity, n, judged):
    turns = take_turns(
        {
            "OpenDP": lambda: by_opendp(epsilon, sensitivity, n),
            "the kit": lambda: noise(epsilon, sensitivity, n, np.random.default_rng(53)),
        },
        rounds=3,
    )
    (theirs, promised), ours = turns.results["OpenDP"], turns.results["the kit"]
    assert promised == pytest.approx(epsilon)
    edges = np.unique(np.quantile(np.concatenate([theirs, ours]), np.linspace(0, 1, 21)))
    table = np.array([np.histogram(each, [-np.inf, *(edges[1:-1] + 0.5), np.inf])[0] for each in (theirs, ours)])
    likely = chi2_contingency(table[:, table.sum(axis=0) > 0]).pvalue
    ratio = turns.ratio("OpenDP", "the kit")
    say(f"epsilon {epsilon} / {sensitivity}, {n:,} numbers: OpenDP takes {ratio:.0f} times as long; p {likely:.3f}")
    assert likely > UNLIKELY
    assert not judged or ratio > 1
