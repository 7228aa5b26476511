"""Hold many more random repairs against enumeration: ``python -m tests.disclosure.repair.fuzz --cases 1000``."""

import argparse
import sys
import time
from collections import Counter

import numpy as np

from tests.disclosure.audit.brute_force import TooManyError
from tests.disclosure.defences import test_complementary_suppression
from tests.disclosure.repair import test_amounts


def people(kind: str, cases: int, rng: np.random.Generator, method: str) -> Counter[str]:
    """Repairs of tables of people."""
    module, seen = test_complementary_suppression, Counter[str]()
    make = getattr(module, kind)
    while seen["kept"] + seen["refused"] < cases:
        try:
            seen[module.check(make(rng), module.some_defence(rng, method))] += 1
        except TooManyError:
            seen["too many tables"] += 1
    return seen


def main() -> None:
    """Read the number of cases of each kind and the seed from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    asked = parser.parse_args()
    kinds = [(kind.__name__, people) for kind in test_complementary_suppression.KINDS]
    kinds += [(kind, test_amounts.run) for kind in test_amounts.KINDS]
    for number, (kind, run) in enumerate(kinds):
        for method in ("greedy", "optimal"):
            seen = run(kind, asked.cases, np.random.default_rng([asked.seed, number]), method)
            what = "people" if run is people else "amounts"
            sys.stdout.write(f"seed {asked.seed}, {what}, {kind}, {method}: {dict(seen)}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
