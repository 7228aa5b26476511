"""Run by the peer's own Python: complementary suppression of people by pytauargus, timed; the output as JSON."""

import contextlib
import csv
import io
import json
import sys
import tempfile
import time
from pathlib import Path

from pytauargus import protect
from pytauargus.engine import Engine


def main() -> None:
    """Read people from a CSV file; for each method print which cells are hidden, and how many seconds it took.

    The arguments: the file, the safety rule, and the methods.
    """
    path, rule, *methods = sys.argv[1:]
    with Path(path).open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    by = list(rows[0])
    people = {name: [row[name] for row in rows] for name in by} | {"people": [1] * len(rows)}
    told = {}
    for method in methods:
        search = searching_time()
        start = time.perf_counter()
        with contextlib.redirect_stdout(io.StringIO()), tempfile.TemporaryDirectory() as home:
            table = protect(people, by, response="people", safety_rules=rule, suppress=method, workdir=home).tables[0]
        cells = [[*(row[name] for name in by), row["status"]] for row in table.rows]
        told[method] = {"seconds": time.perf_counter() - start, "search": search[-1], "cells": cells}
    json.dump(told, sys.stdout)


def searching_time() -> list[float]:
    """A list to which every search for cells adds its seconds: without reading people and writing the table."""
    seconds: list[float] = []

    def timed(engine: Engine, command: object) -> None:
        start = time.perf_counter()
        SUPPRESS(engine, command)
        seconds.append(time.perf_counter() - start)

    Engine.suppress = timed
    return seconds


SUPPRESS = Engine.suppress

if __name__ == "__main__":
    main()
