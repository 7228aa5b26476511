"""Run by the peer's own Python: one crosstab of people with suppression in acro, timed; the output as JSON."""

import contextlib
import io
import json
import logging
import sys
import time

import pandas as pd
from acro import ACRO


def main() -> None:
    """Read people from a CSV file, tabulate film by region, print seconds and the hidden cells."""
    logging.disable(logging.CRITICAL)
    people = pd.read_csv(sys.argv[1], dtype=str)
    with contextlib.redirect_stdout(io.StringIO()):
        session = ACRO(suppress=True)
        start = time.perf_counter()
        table = session.crosstab(people["film"], people["region"], margins=True)
        took = time.perf_counter() - start
    cells = table.to_dict("split")
    json.dump(
        {"seconds": took, "index": cells["index"], "columns": cells["columns"], "data": cells["data"]}, sys.stdout
    )


if __name__ == "__main__":
    main()
