"""How fast a world is made and written, beside pyarrow, Faker and mimesis, in one run and taking turns.

A floor or a ceiling is what must hold; an aim is only printed.
"""

import subprocess
import sys
from collections.abc import Callable

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from data_gen import make_world
from data_gen.blocks import make_block, plan
from data_gen.disk.aggregates import count_viewers
from data_gen.disk.parts import Recipe, block_parts
from data_gen.disk.store import load_world, read_frame, write_world
from data_gen.disk.whole_folder import whole_folder
from data_gen.knobs import Knobs
from tests.benchmarks.turns import Turns, say, sizes, take_turns

KNOBS = Knobs(n_viewers=20_000)
RECIPE = Recipe(KNOBS, 53, ())
ROUNDS, FEW = 7, 3_000
FLOORS = {"pyarrow, write alone": 0.15, "Faker": 20, "mimesis": 7}
AIMS = {"pyarrow, write alone": 0.3, "Faker": 60, "mimesis": 20}
EVERY_MODULE = """
import data_gen, disclosure, editions, lessons, teaching, importlib, pkgutil
for package in (data_gen, disclosure, teaching, lessons, editions):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        module.name.endswith("__main__") or importlib.import_module(module.name)"""
IMPORTS = {"kit": EVERY_MODULE, "peers": "import pandas, altair, ipywidgets"}


def fresh(code: str) -> Callable[[], object]:
    """Run code in a Python of its own."""
    return lambda: subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout


def times_as_fast(turns: Turns, ours: str, other: str) -> float:
    """Rows a second of one, in rows a second of another."""
    return turns.ratio(other, ours) * turns.results[ours] / turns.results[other]


def generate_and_write(folder) -> Callable[[], int]:
    """One block after another into a folder, safe on the disk, counting the rows of views only."""
    numbers = iter(range(10**9))

    def make() -> int:
        number = next(numbers)
        with whole_folder(folder / f"ours {number}") as new:
            parts = block_parts(RECIPE, number % 8)
            for part in parts:
                new.write(part.file.path, part.data)
        return sum(part.file.rows for part in parts if part.file.frame == "views")

    return make


def pyarrow_alone(folder, compression: str = "snappy") -> Callable[[], int]:
    """Only writes one block of views that is there already, as pyarrow does it by default."""
    table = pa.Table.from_pandas(make_block(plan(KNOBS, 53), 1).views, preserve_index=False)

    def make() -> int:
        pq.write_table(table, folder / "alone.parquet", compression=compression)
        return len(table)

    return make


def faker_row_by_row() -> int:
    from faker import Faker

    fake = Faker("en_GB")
    fake.seed_instance(53)
    rows = [
        {
            "viewer_id": fake.random_int(1, 20_000),
            "title_id": fake.random_int(1, 1_700),
            "started_at": fake.date_time_between("-1y"),
            "minutes_watched": fake.random_int(1, 120),
            "device": fake.random_element(("tv", "computer", "phone", "tablet")),
        }
        for _ in range(FEW)
    ]
    return len(pd.DataFrame(rows))


def mimesis_row_by_row() -> int:
    from mimesis import Generic
    from mimesis.locales import Locale

    fake = Generic(Locale.EN, seed=53)
    rows = [
        {
            "viewer_id": fake.numeric.integer_number(1, 20_000),
            "title_id": fake.numeric.integer_number(1, 1_700),
            "started_at": fake.datetime.datetime(2016, 2017),
            "minutes_watched": fake.numeric.integer_number(1, 120),
            "device": fake.choice(("tv", "computer", "phone", "tablet")),
        }
        for _ in range(FEW)
    ]
    return len(pd.DataFrame(rows))


@pytest.mark.parametrize("rounds", sizes((1,), (ROUNDS,)))
def test_making_and_writing_beside_pyarrow_faker_and_mimesis(rounds, tmp_path, judged):
    rivals = {
        "generate + write": generate_and_write(tmp_path),
        "pyarrow, write alone": pyarrow_alone(tmp_path),
        "Faker": faker_row_by_row,
        "mimesis": mimesis_row_by_row,
    }
    turns = take_turns(rivals, rounds, warm_up=rounds > 1)
    ratios = {name: times_as_fast(turns, "generate + write", name) for name in FLOORS}
    for name, ratio in ratios.items():
        say(f"{ratio:.2f} times as many rows a second as {name} (floor {FLOORS[name]}, aim {AIMS[name]})")
    assert all(turns.results.values())
    assert not judged or all(ratios[name] >= floor for name, floor in FLOORS.items())


PEAK = """
import sys
from data_gen.disk.store import write_world
write_world(sys.argv[1], int(sys.argv[2]), n_titles=17_770)
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""
"""The peak of the process alone; getrusage counts what its parent held when it began."""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process is read from /proc")
@pytest.mark.parametrize(("small", "large"), sizes((150, 300), (5_000, 40_000)))
def test_peak_memory_does_not_grow_with_the_world(small, large, tmp_path):
    peaks = {}
    for viewers in (small, large):
        run = [sys.executable, "-c", PEAK, str(tmp_path / str(viewers)), str(viewers)]
        found = subprocess.run(run, capture_output=True, text=True, check=True).stdout
        peaks[viewers] = round(int(found) * 1_024 / 1e6)
    say(f"peak resident memory in MB, by viewers: {peaks} (ceiling 1.5 times the smaller one's)")
    assert peaks[large] <= 1.5 * peaks[small]


@pytest.mark.parametrize(("viewers", "rounds"), sizes((200, 1), (2_000, 5)))
def test_a_world_in_memory_takes_as_long_as_it_is_large(viewers, rounds, judged):
    """Ten times the viewers, ten times the time; the first world of a process is little more than its imports."""
    turns = take_turns(
        {"one": lambda: make_world(viewers), "ten": lambda: make_world(10 * viewers)}, rounds, warm_up=rounds > 1
    )
    say(f"{viewers:,} viewers: {turns.median('one'):.2f} s; ten times as many: {turns.ratio('ten', 'one'):.1f} times")
    assert len(turns.results["ten"].viewers) == 10 * viewers
    assert not judged or turns.ratio("ten", "one") <= 15


@pytest.mark.parametrize(("viewers", "rounds"), sizes((200, 1), (2_000, 5)))
def test_the_first_world_of_a_process_beside_importing_what_it_needs(viewers, rounds, judged):
    rivals = {
        "world": fresh(f"from data_gen import make_world; make_world({viewers})"),
        "imports": fresh("import pandas, scipy.stats, altair"),
    }
    turns = take_turns(rivals, rounds, warm_up=rounds > 1)
    say(
        f"{viewers:,} viewers, cold: {turns.median('world'):.2f} s, {turns.ratio('world', 'imports'):.1f} times imports"
    )
    assert not judged or turns.ratio("world", "imports") <= 2.5


@pytest.mark.weekly
def test_importing_the_kit_costs_little_more_than_its_peers():
    turns = take_turns({name: fresh(code) for name, code in IMPORTS.items()}, ROUNDS)
    medians = {name: round(turns.median(name), 2) for name in IMPORTS}
    say(f"import, in seconds: {medians}; ratio {turns.ratio('kit', 'peers'):.2f} (ceiling 1.3)")
    assert turns.ratio("kit", "peers") <= 1.3


@pytest.mark.parametrize(("viewers", "rounds"), sizes((200, 1), (10_000, 3)))
def test_counting_by_duckdb_beside_pandas(viewers, rounds, tmp_path, judged):
    write_world(tmp_path / "world", viewers)

    def by_pandas() -> int:
        views, people, titles = (read_frame(tmp_path / "world", name) for name in ("views", "viewers", "titles"))
        joined = (
            views[["viewer_id", "title_id"]]
            .merge(people[["viewer_id", "country"]])
            .merge(titles[["title_id", "title"]])
        )
        return len(joined.groupby(["title", "country"])["viewer_id"].nunique())

    turns = take_turns(
        {"DuckDB": lambda: len(count_viewers(tmp_path / "world")), "pandas": by_pandas}, rounds, warm_up=rounds > 1
    )
    say(f"DuckDB is {turns.ratio('pandas', 'DuckDB'):.1f} times as fast (aim 3)")
    assert turns.results["DuckDB"] == turns.results["pandas"]
    assert not judged or turns.ratio("pandas", "DuckDB") > 1


@pytest.mark.parametrize(("viewers", "rounds"), sizes((200, 1), (2_000, 3)))
def test_loading_a_world_beside_making_it(viewers, rounds, tmp_path, judged):
    write_world(tmp_path / "world", viewers)
    rivals = {"loading": lambda: load_world(tmp_path / "world"), "making": lambda: make_world(viewers)}
    turns = take_turns(rivals, rounds, warm_up=rounds > 1)
    size = sum(path.stat().st_size for path in (tmp_path / "world").rglob("*") if path.is_file())
    rows = len(turns.results["loading"].views)
    say(f"{rows:,} views come from {size / 1e6:.1f} MB in {turns.median('loading'):.2f} s")
    assert not judged or turns.ratio("loading", "making") < 1
