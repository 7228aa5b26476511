"""`python -m data_gen realism`: is this log like a real one? Prints world, band and real figure side by side."""

import argparse
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from data_gen.knobs import PRESETS
from data_gen.realism import report
from data_gen.world import make_world


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; the exit code is 0, or 1 when a measure lies outside its band."""
    options = parser().parse_args(arguments)
    return int(options.run(options))


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(prog="python -m data_gen", description="Make and measure synthetic viewing logs.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    realism = commands.add_parser("realism", help="hold a log against a real one", description=__doc__)
    realism.add_argument("--viewers", type=int, help="how many viewers (943, as in the real log)")
    realism.add_argument("--titles", type=int, help="how many titles (1,682, as in the real log)")
    realism.add_argument("--preset", choices=list(PRESETS), default="classroom", help="where the other knobs start")
    realism.add_argument("--seed", type=a_seed, default=53, help="a whole number or a nickname (53)")
    realism.add_argument("--log", type=Path, help="measure this Parquet or CSV file (viewer_id, title_id) instead")
    realism.set_defaults(run=run_realism)
    return top


def a_seed(text: str) -> int | str:
    """A seed as it is typed: digits are a number, anything else a nickname."""
    return int(text) if text.isdecimal() else text


def run_realism(options: argparse.Namespace) -> int:
    """Print the report on a world, or on a log in a file."""
    if options.log:
        as_text = options.log.suffix == ".csv"
        log = pd.read_csv(options.log) if as_text else pd.read_parquet(options.log, columns=["viewer_id", "title_id"])
        n_titles, heading = options.titles, str(options.log)
    else:
        sizes = {} if options.preset != "classroom" else {"n_viewers": 943, "n_titles": 1_682}
        asked = {"n_viewers": options.viewers, "n_titles": options.titles}
        knobs = sizes | {name: value for name, value in asked.items() if value is not None}
        world = make_world(preset=options.preset, seed=options.seed, **knobs)
        log, n_titles, heading = world.views, len(world.titles), repr(world).splitlines()[0]
    rows = report(log, n_titles=n_titles)
    verdict = rows["inside"].map({True: "inside", False: "OUTSIDE"}).fillna("")
    shown = rows.assign(inside=verdict).rename(columns={"low": "from", "high": "to", "inside": ""})
    print(heading)
    print(shown.to_string(index=False, float_format="{:.3f}".format, na_rep="", justify="left"))
    print("Bands are for about 1,000 viewers and 1,700 titles; real: MovieLens 100k.")
    return int((~rows["inside"].dropna().astype(bool)).any())


if __name__ == "__main__":
    raise SystemExit(main())
