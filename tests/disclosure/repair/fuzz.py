"""Hold many more random repairs against enumeration: ``python -m tests.disclosure.repair.fuzz --cases 20000``."""

import argparse
import math
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

import numpy as np

from tests.disclosure.audit.brute_force import TooManyError
from tests.disclosure.defences import test_complementary_suppression
from tests.disclosure.repair import test_amounts, test_people_behind, test_percentages, wishes_by_force


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


KINDS: dict[str, list[str]] = {
    "people": [kind.__name__ for kind in test_complementary_suppression.KINDS],
    "amounts": list(test_amounts.KINDS),
    "wishes": list(wishes_by_force.KINDS),
    "events": ["people behind events"],
    "percentages": ["percentages beside counts"],
}
RUN = {
    "people": people,
    "amounts": test_amounts.run,
    "wishes": wishes_by_force.run,
    "events": test_people_behind.run,
    "percentages": test_percentages.run,
}
METHODS = ("greedy", "optimal")


def share(what: str, kind: str, method: str, cases: int, seed: int) -> str:
    """So many repairs of one kind by one method, and how they went; both methods see the same tables."""
    rng = np.random.default_rng([seed, len(what), KINDS[what].index(kind)])
    seen = RUN[what](kind, cases, rng, method)
    return f"seed {seed}, {what}, {kind}, {method}: {dict(seen)}"


def run(cases: int, seed: int, processes: int = 2) -> list[str]:
    """Share the cases among all kinds and methods, and the work among processes.

    Raises:
        AssertionError: a repair does not keep what it promises; the message shows the table.
    """
    shares = [(what, kind, method) for what, kinds in KINDS.items() for kind in kinds for method in METHODS]
    each = math.ceil(cases / len(shares))
    with ProcessPoolExecutor(processes) as pool:
        return [done.result() for done in [pool.submit(share, *one, each, seed) for one in shares]]


def main() -> None:
    """Read the number of cases and the seed from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    asked = parser.parse_args()
    sys.stdout.write("\n".join(run(asked.cases, asked.seed)) + "\n")


if __name__ == "__main__":
    main()
