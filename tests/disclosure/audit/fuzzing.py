"""What all fuzzers share: so many cases of each kind, from a seed, and what came of them in a line."""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

Tried = Callable[[np.random.Generator, str], Any]
"""Makes one case of a kind and checks it; returns whether it was one that could be checked."""


def run_kinds(kinds: dict[str, int], seed: int, tried: Tried) -> Counter[str]:
    """Check so many cases of each kind; returns how many agreed."""
    agreed: Counter[str] = Counter()
    for number, (kind, asked) in enumerate(kinds.items()):
        rng = np.random.default_rng([seed, number])
        while agreed[kind] < asked:
            agreed[kind] += tried(rng, kind)
    return agreed


def fuzz(about: str | None, kinds: Iterable[str], tried: Tried) -> None:
    """Read the number of cases, the seed and the kinds from the command line, and check them."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--kinds", nargs="*", default=list(kinds))
    asked = parser.parse_args()
    start = time.perf_counter()
    agreed = run_kinds({kind: max(1, asked.cases // len(asked.kinds)) for kind in asked.kinds}, asked.seed, tried)
    took = time.perf_counter() - start
    sys.stdout.write(f"seed {asked.seed}: {agreed.total()} releases agree in {took:.0f} s: {dict(agreed)}\n")
