"""One process, several processes and a cluster that loses a worker: the same world, to the last value."""

import os
import signal
import subprocess
import sys
import time

import pytest

from data_gen.blocks import plan
from data_gen.disk.parts import Recipe, block_parts
from data_gen.disk.scale import made_blocks
from data_gen.disk.store import write_world
from data_gen.knobs import Knobs

KNOBS = {"n_viewers": 7_000, "n_titles": 300}  # three blocks
RECIPE = Recipe(Knobs(**KNOBS), 53, ())


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    return write_world(tmp_path_factory.mktemp("worlds") / "alone", **KNOBS)


def test_several_processes_make_the_same_world(alone, tmp_path):
    manifest = write_world(tmp_path / "new", processes=2, held=3, **KNOBS)
    assert manifest.content() == alone.content()
    assert manifest.rows() == alone.rows()


@pytest.fixture
def cluster():
    """One worker, so that nobody else can do its work."""
    distributed = pytest.importorskip("distributed")
    settings = {"n_workers": 1, "processes": True, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**settings) as cluster:
        yield cluster


def test_a_cluster_that_loses_a_worker_makes_the_same_world(alone, cluster, tmp_path, monkeypatch):
    first = cluster.workers[0].pid

    def blocks(*what, **how):
        """The worker is killed when the first block has come."""
        for number, block in enumerate(made_blocks(*what, **how)):
            if number == 0:
                os.kill(first, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
            yield block

    monkeypatch.setattr("data_gen.disk.store.made_blocks", blocks)
    manifest = write_world(tmp_path / "new", scheduler=cluster.scheduler_address, **KNOBS)
    assert manifest.content() == alone.content()
    assert cluster.workers[0].pid != first  # a new process took its place


@pytest.mark.parametrize("held", [1, 2, 50])
def test_blocks_come_back_in_order_and_few_are_held(held, monkeypatch):
    under_way, most = set(), []

    class Pool:
        def __init__(self, *args, **kwargs):
            pass

        def __enter__(self):
            return self

        def __exit__(self, *args):
            pass

        def submit(self, make, recipe, number):
            under_way.add(number)
            most.append(len(under_way))
            return Ticket(number)

        def shutdown(self, **kwargs):
            under_way.clear()

    class Ticket:
        def __init__(self, number):
            self.number = number

        def result(self):
            under_way.remove(self.number)
            return [self.number]

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", Pool)
    assert list(made_blocks(RECIPE, range(5), processes=2, held=held)) == [[number] for number in range(5)]
    assert max(most) == min(held, 5)


def test_the_order_in_which_blocks_are_made_changes_nothing():
    forth, back = (dict(zip(numbers, made_blocks(RECIPE, numbers), strict=True)) for numbers in ([0, 1, 2], [2, 1, 0]))
    assert forth == back
    assert list(plan(RECIPE.knobs, RECIPE.seed).blocks)[-1] == 2


def dies(recipe, number):
    os._exit(1)


def test_a_process_that_is_killed_is_told_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr("data_gen.disk.scale.block_parts", dies)
    with pytest.raises(ChildProcessError, match="was killed, perhaps because memory ran out"):
        write_world(tmp_path / "new", processes=2, held=1, **KNOBS)
    assert list(tmp_path.iterdir()) == []


def test_a_cluster_that_does_not_answer_is_told_in_a_sentence(monkeypatch, tmp_path):
    pytest.importorskip("distributed")
    monkeypatch.setattr("data_gen.disk.scale.PATIENCE", "200ms")
    with pytest.raises(ConnectionError, match="no cluster answers at this address"):
        write_world(tmp_path / "new", scheduler="tcp://127.0.0.1:9", **KNOBS)
    assert list(tmp_path.iterdir()) == []


def test_a_cluster_without_its_package_is_told_in_a_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'fifty-three\[cluster\]'"):
        next(made_blocks(RECIPE, [0], scheduler="tcp://127.0.0.1:9"))


@pytest.mark.parametrize("wrong", [{"processes": 0}, {"processes": 2, "held": 0}])
def test_a_number_of_processes_or_blocks_must_make_sense(wrong):
    with pytest.raises(ValueError, match="=0: choose a whole number from 1 to 1,000"):
        next(made_blocks(RECIPE, [0], **wrong))


def test_processes_end_with_the_one_that_began_them(tmp_path):
    make = "write_world('new', 30_000, n_titles=300, processes=2)"
    (tmp_path / "run.py").write_text(f"from data_gen.disk.store import write_world\nif __name__ == '__main__': {make}")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.Popen([sys.executable, "run.py"], cwd=tmp_path, env=environment, stdout=subprocess.PIPE)
    while not list(tmp_path.glob(".new.unfinished/viewers/*")):
        time.sleep(0.01)
    run.kill()
    run.wait()
    assert run.stdout.read() == b""  # ends only when the last process that holds the pipe has ended


def test_one_process_is_the_default():
    assert next(made_blocks(RECIPE, [2])) == block_parts(RECIPE, 2)
