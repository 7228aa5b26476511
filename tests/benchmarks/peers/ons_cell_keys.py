"""Run by the peer's own Python: a table perturbed by cell-key-perturbation, as CSV, and its seconds, as JSON."""

import json
import sys
import time
from contextlib import redirect_stdout
from pathlib import Path

import pandas as pd
from cell_key_perturbation.create_perturbed_table import create_perturbed_table


def main() -> None:
    """Read people and a perturbation table from a folder, and write the perturbed table into it."""
    folder = Path(sys.argv[1])
    people, changes = pd.read_csv(folder / "people.csv"), pd.read_csv(folder / "changes.csv")
    start = time.perf_counter()
    with redirect_stdout(sys.stderr):
        table = create_perturbed_table(people, changes, ["region"], ["genre"], "record_key", threshold=0)
    took = time.perf_counter() - start
    table[["genre", "region", "pre_sdc_count", "count"]].to_csv(folder / "table.csv", index=False)
    json.dump({"seconds": took}, sys.stdout)


if __name__ == "__main__":
    main()
