"""How fast a world is made and written, beside pyarrow, Faker and mimesis, in one run and taking turns.

    pytest tests/benchmarks/test_world.py --override-ini=addopts= --import-mode=importlib -q -s

The machine may be busy: every round lets each rival run once, and the ratio of each round is taken before the median.
A floor is what must hold; an aim is only printed.
"""

import statistics
import subprocess
import sys
import time
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

KNOBS = Knobs(n_viewers=20_000)
RECIPE = Recipe(KNOBS, 53, ())
ROUNDS, FEW = 7, 3_000
EVERY_MODULE = """
import data_gen, disclosure, editions, lessons, teaching, importlib, pkgutil
for package in (data_gen, disclosure, teaching, lessons, editions):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        module.name.endswith("__main__") or importlib.import_module(module.name)"""
IMPORTS = {"kit": EVERY_MODULE, "peers": "import pandas, altair, ipywidgets"}


def tell(text: str) -> None:
    print(f"\n    {text}", end="")  # noqa: T201


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def compare(benchmark, rivals: dict[str, Callable[[], int]], rounds: int = ROUNDS) -> dict[str, float]:
    """Let all make rows in turns; rows a second of each, and of the first by each other one, by the median round."""
    for make in rivals.values():
        make()
    rates: dict[str, list[float]] = {name: [] for name in rivals}

    def one_round() -> None:
        for name, make in rivals.items():
            began = time.perf_counter()
            rows = make()
            rates[name].append(rows / (time.perf_counter() - began))

    benchmark.pedantic(one_round, rounds=rounds)
    ours = rates[next(iter(rivals))]
    for name, of_rounds in rates.items():
        tell(f"{name}: {statistics.median(of_rounds):,.0f} rows a second")
    ratios = {name: statistics.median(a / b for a, b in zip(ours, rates[name], strict=True)) for name in rivals}
    benchmark.extra_info |= ratios
    return ratios


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


def test_making_and_writing_beside_pyarrow_faker_and_mimesis(benchmark, tmp_path):
    rivals = {
        "generate + write": generate_and_write(tmp_path),
        "pyarrow, write alone": pyarrow_alone(tmp_path),
        "Faker": faker_row_by_row,
        "mimesis": mimesis_row_by_row,
    }
    ratios = compare(benchmark, rivals)
    tell(f"of pyarrow's write-alone rate: {ratios['pyarrow, write alone']:.2f} (floor .15, aim .3)")
    tell(f"times Faker row by row: {ratios['Faker']:.0f} (floor 20, aim 60)")
    tell(f"times mimesis row by row: {ratios['mimesis']:.0f} (floor 7, aim 20)")
    assert ratios["pyarrow, write alone"] >= 0.15 and ratios["Faker"] >= 20 and ratios["mimesis"] >= 7


PEAK = """
import sys
from data_gen.disk.store import write_world
write_world(sys.argv[1], int(sys.argv[2]), n_titles=17_770)
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""
"""The peak of the process alone; getrusage counts what its parent held when it began."""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process is read from /proc")
def test_peak_memory_does_not_grow_with_the_world(benchmark, tmp_path):
    peaks = {}

    def measure() -> None:
        for viewers in (5_000, 40_000):
            run = [sys.executable, "-c", PEAK, str(tmp_path / str(viewers)), str(viewers)]
            found = subprocess.run(run, capture_output=True, text=True, check=True).stdout
            peaks[viewers] = round(int(found) * 1_024 / 1e6)

    benchmark.pedantic(measure, rounds=1)
    tell(f"peak resident memory in MB, by viewers: {peaks} (ceiling 400)")
    assert max(peaks.values()) <= 400


@pytest.mark.parametrize(
    ("viewers", "state", "ceiling"), [(2_000, "cold", 1.5), (2_000, "warm", 1), (20_000, "warm", 8)]
)
def test_a_world_in_memory(benchmark, viewers, state, ceiling):
    code = f"""
import time; from data_gen import make_world; began = time.perf_counter(); make_world({viewers})
print(time.perf_counter() - began)"""
    cold = [sys.executable, "-c", code]
    took = []

    def make() -> None:
        if state == "cold":
            took.append(float(subprocess.run(cold, capture_output=True, text=True, check=True).stdout))
        else:
            took.append(seconds(lambda: make_world(viewers)))

    benchmark.pedantic(make, rounds=3, warmup_rounds=state == "warm")
    tell(f"make_world() of {viewers:,} viewers, {state}: {min(took):.2f} s (ceiling {ceiling} s)")
    assert min(took) <= ceiling


def test_importing_the_kit_costs_little_more_than_its_peers(benchmark):
    took: dict[str, list[float]] = {name: [] for name in IMPORTS}

    def one_round() -> None:
        for name, code in IMPORTS.items():
            took[name].append(seconds(lambda code=code: subprocess.run([sys.executable, "-c", code], check=True)))

    benchmark.pedantic(one_round, rounds=ROUNDS, warmup_rounds=1)
    ratio = statistics.median(a / b for a, b in zip(*took.values(), strict=True))
    medians = {name: round(statistics.median(times), 2) for name, times in took.items()}
    tell(f"import, in seconds: {medians}; ratio {ratio:.2f} (ceiling 1.3)")
    assert ratio <= 1.3


def test_counting_by_duckdb_beside_pandas(benchmark, tmp_path):
    write_world(tmp_path / "world", 10_000)

    def by_pandas() -> int:
        views, viewers, titles = (read_frame(tmp_path / "world", name) for name in ("views", "viewers", "titles"))
        joined = (
            views[["viewer_id", "title_id"]]
            .merge(viewers[["viewer_id", "country"]])
            .merge(titles[["title_id", "title"]])
        )
        return len(joined.groupby(["title", "country"])["viewer_id"].nunique())

    rivals = {"DuckDB": lambda: len(count_viewers(tmp_path / "world")), "pandas": by_pandas}
    ratios = compare(benchmark, rivals, rounds=3)
    tell(f"DuckDB is {ratios['pandas']:.1f} times as fast (aim 3)")
    assert rivals["DuckDB"]() == rivals["pandas"]()
    assert ratios["pandas"] > 1


def test_loading_a_world(benchmark, tmp_path):
    write_world(tmp_path / "world")
    world = benchmark.pedantic(lambda: load_world(tmp_path / "world"), rounds=3)
    size = sum(path.stat().st_size for path in (tmp_path / "world").rglob("*") if path.is_file())
    tell(f"{len(world.views):,} views come from {size / 1e6:.1f} MB in {benchmark.stats.stats.median:.2f} s")
