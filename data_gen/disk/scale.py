"""The same world block by block: in this process, in several, or on a cluster, with a few blocks in memory at a time.

A block is made from (knobs, seed, its number) alone, and comes back as the bytes of its files. So it does not matter
who makes it, a worker that dies has left nothing half-written, and workers need no folder in common.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from data_gen.disk.parts import Part, Recipe, block_parts

HELD_PER_WORKER = 2  # blocks asked for ahead, so that no worker waits
MOST_AT_ONCE = 1_000  # processes, or blocks under way
REPEATS = 5  # how often a block is begun again on a cluster when its worker dies
PATIENCE = "15s"  # for a cluster to answer

Submit = Callable[[int], Any]


def made_blocks(
    recipe: Recipe,
    numbers: Iterable[int],
    *,
    processes: int = 1,
    scheduler: str | None = None,
    held: int | None = None,
) -> Generator[list[Part], None, None]:
    """The files of the blocks of a world, block after block; to be closed when not used up.

    Args:
        recipe: of the world.
        numbers: of the blocks, in the order in which they come back.
        processes: how many on this machine.
        scheduler: address of a dask.distributed cluster that is to make them instead, such as "tcp://10.0.0.7:8786".
        held: how many blocks may be asked for ahead; two for each worker when not given.

    Raises:
        ValueError: fewer than one process or block is asked for.
        ModuleNotFoundError: `scheduler` is given, and dask.distributed is not installed, here or there.
        ConnectionError: the cluster does not answer, or lost a block too often.
        ChildProcessError: a process on this machine was killed.
    """
    for name, value in (("processes", processes), ("held", 1 if held is None else held)):
        if not 1 <= value <= MOST_AT_ONCE:
            raise ValueError(f"{name}={value}: choose a whole number from 1 to {MOST_AT_ONCE:,}.")
    if scheduler is not None:
        yield from _on_cluster(recipe, numbers, scheduler, held)
    elif processes > 1:
        yield from _in_processes(recipe, numbers, processes, held)
    else:
        yield from map(partial(block_parts, recipe), numbers)


def _in_processes(recipe: Recipe, numbers: Iterable[int], processes: int, held: int | None) -> Iterator[list[Part]]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    spawn = get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=spawn, initializer=_end_with_parent) as pool:
        try:
            ahead = held or HELD_PER_WORKER * processes
            yield from _in_order(lambda number: pool.submit(block_parts, recipe, number), numbers, ahead)
        except BrokenProcessPool:
            raise ChildProcessError(
                "One of the processes that make blocks was killed, perhaps because memory ran out; use fewer."
            ) from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _on_cluster(recipe: Recipe, numbers: Iterable[int], scheduler: str, held: int | None) -> Iterator[list[Part]]:
    with _connected(scheduler) as client:
        from distributed import KilledWorker

        workers = sum(client.nthreads().values())
        submit = partial(client.submit, block_parts, recipe, pure=False, retries=REPEATS)
        try:
            yield from _in_order(submit, numbers, held or HELD_PER_WORKER * max(1, workers))
        except KilledWorker as lost:
            raise ConnectionError(
                f"The cluster at {scheduler} lost the workers of one block too often: {lost}"
            ) from None
        except ModuleNotFoundError as missing:
            raise ModuleNotFoundError(
                f"The workers of {scheduler} lack a package: {missing}. Install the kit there."
            ) from None


def _in_order(submit: Submit, numbers: Iterable[int], held: int) -> Iterator[Any]:
    """Results in the order of the numbers; never more than `held` are under way or waiting to be fetched."""
    under_way: deque[Any] = deque()
    for number in numbers:
        under_way.append(submit(number))
        if len(under_way) >= held:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


@contextmanager
def _connected(scheduler: str) -> Iterator[Any]:
    try:
        from distributed import Client
    except ModuleNotFoundError:
        raise ModuleNotFoundError(
            f"scheduler={scheduler!r}: a cluster needs dask.distributed. Install it: pip install 'fifty-three[cluster]'"
        ) from None
    try:
        client = Client(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as reason:
        raise ConnectionError(f"scheduler={scheduler!r}: no cluster answers at this address ({reason}).") from None
    with client:
        yield client


def _end_with_parent() -> None:
    """Let a process of the pool end when the one that began it was killed, instead of waiting for ever."""
    from multiprocessing import parent_process

    def watch() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
