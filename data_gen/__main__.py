"""`python -m data_gen COMMAND`: make, check and measure synthetic worlds. `--help` lists the commands."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from data_gen.knobs import PRESETS, STORIES, Knobs, checked, described, knobs_of

REALISM = "Is this log like a real one? Prints world, band and real figure side by side."
BAD_VALUE, FAILED, INTERRUPTED, READER_LEFT = 2, 1, 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says.

    Returns:
        The exit code: 0; 1 when something failed, is damaged, or lies outside its band; 2 for a value out of bounds;
        130 after Ctrl-C; 141 when whoever read the output has left (`| head`).
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal may not know all signs of a name
            stream.reconfigure(errors="backslashreplace")
    options = parser().parse_args(arguments)
    try:
        code = int(options.run(options))
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        print("Interrupted; nothing is left half-written.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # what is still kept for the output goes nowhere, or Python fails once more at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_LEFT
    except (OSError, MemoryError, ModuleNotFoundError) as failure:
        print(sentence_of(failure), file=sys.stderr)
        return FAILED
    except ValueError as wrong:
        from data_gen.disk.manifest import DamagedWorldError

        print(wrong, file=sys.stderr)
        return FAILED if isinstance(wrong, DamagedWorldError) else BAD_VALUE


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    called = Path(sys.argv[0]).name  # a command of the kit has two words, such as `fifty-three world`
    name = called if " " in called else "python -m data_gen"
    top = argparse.ArgumentParser(prog=name, description="Make and measure synthetic viewing logs.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    add_make(commands.add_parser("make", help="make a world on disk"))
    check = commands.add_parser("check", help="hold a world on disk against its manifest")
    check.add_argument("folder", type=Path, help="where the world stands")
    check.set_defaults(run=run_check)
    export = commands.add_parser("export-csv", help="write a world as CSV files for spreadsheets")
    export.add_argument("folder", type=Path, help="where the world stands")
    export.add_argument("out", type=Path, help="a new folder for the CSV files")
    export.add_argument("--frames", nargs="+", metavar="FRAME", help="which frames (all but the truth)")
    export.set_defaults(run=run_export)
    for name, run, says in (("knobs", run_knobs, "what can be turned"), ("presets", run_presets, "knobs by name")):
        commands.add_parser(name, help=says).set_defaults(run=run)
    add_realism(commands.add_parser("realism", help="hold a log against a real one", description=REALISM))
    return top


def add_make(make: argparse.ArgumentParser) -> None:
    """The options of `make`: where, how large, how, and every knob."""
    add_size(make, preset="where the other knobs start")
    make.add_argument("--out", type=Path, help="the folder of the world; it appears whole or not at all")
    make.add_argument("--replace", action="store_true", help="put it in the place of a world that is there")
    make.add_argument("--plan", action="store_true", help="only say how large it will be and how long it takes")
    make.add_argument("--really", action="store_true", help="make even a world of millions of viewers")
    make.add_argument("--processes", type=int, default=1, metavar="N", help="how many make blocks at once (1)")
    make.add_argument("--scheduler", metavar="ADDRESS", help="let a dask.distributed cluster make the blocks")
    for knob in fields(Knobs):
        if "low" in knob.metadata and knob.name not in {"n_viewers", "n_titles"}:
            says = knob.metadata["effect"].replace("%", "%%")
            kind = partial(a_value, knob.name)
            make.add_argument(f"--{knob.name.replace('_', '-')}", type=kind, metavar="VALUE", help=says)
    make.add_argument("--stories", nargs="*", choices=STORIES, help="which stories are planted (all)")
    make.set_defaults(run=run_make)


def add_realism(realism: argparse.ArgumentParser) -> None:
    """The options of `realism`."""
    add_size(realism, preset="where the other knobs start; 943 viewers and 1,682 titles, as in the real log")
    realism.add_argument("--log", type=Path, help="measure this Parquet or CSV file (viewer_id, title_id) instead")
    realism.set_defaults(run=run_realism)


def add_size(command: argparse.ArgumentParser, *, preset: str) -> None:
    """The options that make and realism share."""
    command.add_argument("--viewers", type=partial(a_value, "n_viewers"), metavar="N", help="how many viewers")
    command.add_argument("--titles", type=partial(a_value, "n_titles"), metavar="N", help="how many titles")
    command.add_argument("--preset", choices=list(PRESETS), default="classroom", help=preset)
    command.add_argument("--seed", type=a_seed, default=53, help="a whole number or a nickname (53)")


def a_seed(text: str) -> int | str:
    """A seed as it is typed: digits are a number, anything else a nickname."""
    return int(text) if text.isdecimal() else text


def a_value(name: str, text: Any) -> float:
    """The value of a knob as it is typed; out of bounds, its sentence is printed and the exit code is 2."""
    (knob,) = (one for one in fields(Knobs) if one.name == name)
    plain, value = text.replace("_", "").replace(",", ""), text
    with suppress(ValueError):
        value = int(plain) if plain.removeprefix("-").isdecimal() else float(plain)
    try:
        return checked(name, value, knob.metadata["low"], knob.metadata["high"], knob.default)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None


def turned(options: argparse.Namespace) -> dict[str, Any]:
    """The knobs that the command line turns."""
    asked = {knob.name: getattr(options, knob.name, None) for knob in fields(Knobs)}
    asked |= {"n_viewers": options.viewers, "n_titles": options.titles}
    return {name: value for name, value in asked.items() if value is not None}


def run_make(options: argparse.Namespace) -> int:
    """Make a world on disk, or say how large it would be."""
    from data_gen.disk.sizes import LARGE, expected_size
    from data_gen.disk.store import write_world
    from data_gen.streams import seed_key

    seed_key(options.seed)
    knobs = Knobs(**(knobs_of(options.preset) | turned(options)))
    if options.plan:
        print(expected_size(knobs, options.seed))
        return 0
    if options.out is None:
        raise ValueError("--out is missing: name the folder of the world, or ask for --plan.")
    if knobs.n_viewers > LARGE and not options.really:
        raise ValueError(f"n_viewers={knobs.n_viewers:,}: look at --plan first; --really makes it.")
    engine = {"processes": options.processes, "scheduler": options.scheduler, "replace": options.replace}
    use_one_allocator()
    asked = {"preset": options.preset, "seed": options.seed, **turned(options)}
    manifest = write_world(options.out, progress=True, say=print, **engine, **asked)
    rows = manifest.rows()
    size = sum(file.size for file in manifest.files) / 1e6
    print(f"{options.out}: {rows['viewers']:,} viewers, {rows['views']:,} views, {size:,.1f} MB.")
    return 0


def use_one_allocator() -> None:
    """Let Arrow take its memory where numpy takes it: what one gives back the other uses, and the peak is lower."""
    import pyarrow as pa

    pa.set_memory_pool(pa.system_memory_pool())


def run_check(options: argparse.Namespace) -> int:
    """Say which files are missing or damaged."""
    from data_gen.disk.checks import damages
    from data_gen.disk.manifest import read_manifest

    found = list(damages(options.folder))
    manifest = read_manifest(options.folder)
    whole = f"{options.folder}: {manifest.knobs.n_viewers:,} viewers, seed {manifest.seed}; every file is as written."
    print("\n".join(found) or whole)
    return FAILED if found else 0


def run_export(options: argparse.Namespace) -> int:
    """Write CSV files and name them."""
    from data_gen.disk.csv_export import export_csv

    print(
        "\n".join(
            str(options.out / path) for path in export_csv(options.folder, options.out, options.frames, say=print)
        )
    )
    return 0


def run_knobs(options: argparse.Namespace) -> int:
    """Print every knob with its default, bounds and effect."""
    rows = described().to_dict("records")
    for row in rows:
        bounds = "" if row["low"] != row["low"] else f", {row['low']:,} to {row['high']:,}"
        default = ", ".join(row["default"]) if isinstance(row["default"], tuple) else f"{row['default']:,}"
        print(f"{row['knob']} ({default}{bounds})\n    {row['effect']}")
    return 0


def run_presets(options: argparse.Namespace) -> int:
    """Print every preset with its knobs."""
    for name in PRESETS:
        knobs = Knobs(**knobs_of(name))
        print(f"{name}: {knobs.n_viewers:,} viewers, {knobs.n_titles:,} titles")
    return 0


def run_realism(options: argparse.Namespace) -> int:
    """Print the report on a world, or on a log in a file."""
    from data_gen.realism import report
    from data_gen.world import make_world

    if options.log:
        log, n_titles, heading = read_log(options.log), options.titles, str(options.log)
    else:
        sizes = {} if options.preset != "classroom" else {"n_viewers": 943, "n_titles": 1_682}
        world = make_world(preset=options.preset, seed=options.seed, **(sizes | turned(options)))
        log, n_titles, heading = world.views, len(world.titles), repr(world).splitlines()[0]
    rows = report(log, n_titles=n_titles)
    verdict = rows["inside"].map({True: "inside", False: "OUTSIDE"}).fillna("")
    shown = rows.assign(inside=verdict).rename(columns={"low": "from", "high": "to", "inside": ""})
    print(heading)
    print(shown.to_string(index=False, float_format="{:.3f}".format, na_rep="", justify="left"))
    print("Bands are for about 1,000 viewers and 1,700 titles; real: MovieLens 100k.")
    return int((~rows["inside"].dropna().astype(bool)).any())


def read_log(file: Path) -> Any:
    """A log in a file: viewer_id and title_id, neither missing in any row."""
    import pandas as pd
    from pyarrow import ArrowException

    ids = ["viewer_id", "title_id"]
    if not file.exists():
        raise FileNotFoundError(f"{file}: there is no such file.")
    try:
        log = pd.read_csv(file, low_memory=False)[ids] if file.suffix == ".csv" else pd.read_parquet(file, columns=ids)
    except (ValueError, KeyError, ArrowException):
        raise ValueError(f"{file} is no CSV or Parquet file with the columns viewer_id and title_id.") from None
    if log.empty or log.isna().any(axis=None):
        raise ValueError(f"{file}: every row needs a viewer_id and a title_id, and there must be a row.")
    return log


def sentence_of(failure: BaseException) -> str:
    """What failed, for somebody at a terminal: the system's own errors name a file and say why in two words."""
    if isinstance(failure, OSError) and failure.strerror:
        return f"{failure.filename or 'It failed'}: {failure.strerror}. Nothing is left half-written."
    return str(failure) or "There is not enough memory for this."


if __name__ == "__main__":
    raise SystemExit(main())
