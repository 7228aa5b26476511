"""Run by the peer's own Python: k, l and t of an extract by pycanon, each timed; the output as JSON."""

import json
import sys
import time

import pandas as pd
from pycanon import anonymity


def main() -> None:
    """Read an extract from a CSV file and print what pycanon says of it, and how many seconds that took."""
    rows = pd.read_csv(sys.argv[1], dtype={"birth_date": str, "sex": str, "postcode": str, "genre": str, "nights": int})
    by = ["birth_date", "sex", "postcode"]
    asked = {
        "k": lambda: anonymity.k_anonymity(rows, by),
        "l": lambda: anonymity.l_diversity(rows, by, ["genre"]),
        "t equal": lambda: anonymity.t_closeness(rows, by, ["genre"]),
        "t ordered": lambda: anonymity.t_closeness(rows, by, ["nights"]),
    }
    said = {}
    for name, ask in asked.items():
        start = time.perf_counter()
        value = float(ask())
        said[name] = {"value": value, "seconds": time.perf_counter() - start}
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main()
