"""How long a search may take, and how it is stopped: whoever starts a solver asks here.

An interrupt (Ctrl+C, or the notebook's stop button) is noted and stops the search at the next step, so that nothing is
left half done; a second one interrupts at once, as usual.
"""

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from math import inf
from typing import Any, Final

SECONDS_BETWEEN_LOOKS: Final = 0.05


class OutOfTimeError(Exception):
    """The time is over, or somebody has asked to stop: what was found so far is in the hands of the caller."""


@dataclass
class TimeLimit:
    """When a search must end.

    Args:
        end: as `time.perf_counter` tells the time.
        outer: the limit inside which this one was set.
        stopped: whether an interrupt has asked to stop.
    """

    end: float
    outer: "TimeLimit | None" = None
    stopped: bool = False

    @property
    def left(self) -> float:
        """Seconds until the end, 0 if it is over."""
        return 0.0 if self.stopped else max(0.0, self.end - time.perf_counter())

    def stop(self) -> None:
        """End now, and so does what is around."""
        self.stopped = True
        if self.outer:
            self.outer.stop()


_LIMIT: ContextVar[TimeLimit | None] = ContextVar("time limit", default=None)


@contextmanager
def limited_to(seconds: float) -> Iterator[TimeLimit]:
    """Let whatever is done inside end after some seconds, or when it is interrupted.

    Examples:
        >>> with limited_to(0):
        ...     keep_to_the_limit()
        Traceback (most recent call last):
        ...
        disclosure.audit.solving.time_limit.OutOfTimeError
    """
    outer, end = _LIMIT.get(), time.perf_counter() + seconds
    limit = TimeLimit(min(end, outer.end), outer, outer.stopped) if outer else TimeLimit(end)
    token = _LIMIT.set(limit)
    try:
        with _interrupts_noted(limit):
            yield limit
    finally:
        _LIMIT.reset(token)


def keep_to_the_limit() -> None:
    """Raise `OutOfTimeError` if the time is over."""
    limit = _LIMIT.get()
    if limit is not None and not limit.left:
        raise OutOfTimeError


def run(solver: Any) -> bool:
    """Start a HiGHS solver; tell whether it came to an end before the time was over.

    A program in whole numbers begins anew each time. HiGHS would start from its last solution (MIP start), and may take
    it for cheaper than it is where presolve leaves some columns out: then it passes over the best one.

    Raises:
        OutOfTimeError: the time was over before.
        KeyboardInterrupt: there is no limit, and somebody has interrupted the solver.
    """
    from highspy import HighsModelStatus

    keep_to_the_limit()
    if solver.getLp().integrality_:
        solver.clearSolver()
    if (limit := _LIMIT.get()) is not None:
        _listen(solver, limit)
        solver.run()
    else:
        with limited_to(inf) as limit:
            _listen(solver, limit)
            solver.run()
        if limit.stopped:
            raise KeyboardInterrupt
    return bool(solver.getModelStatus() != HighsModelStatus.kInterrupt)


def solve(solver: Any) -> None:
    """Start a HiGHS solver that must come to an end.

    Raises:
        OutOfTimeError: it did not.
    """
    if not run(solver):
        raise OutOfTimeError


def solve_program(model: Any, effort: float, **parameters: Any) -> Any:
    """Solve a CP-SAT model, or end after some effort; the solver, with its answer.

    It runs in a thread of its own, so that this one can hear of an interrupt.

    Args:
        model: the model.
        effort: how long to look, in the solver's own count, which is the same on every machine.
        parameters: how to look (CP-SAT's own names).

    Raises:
        OutOfTimeError: the time is over.
        KeyboardInterrupt: there is no limit, and somebody has interrupted the solver.
    """
    from ortools.sat.python.cp_model import CpSolver

    keep_to_the_limit()
    solver = CpSolver()
    usual = {
        "num_workers": 1,
        "catch_sigint_signal": False,
        "max_deterministic_time": effort,
        "new_linear_propagation": False,
    }
    for name, value in {**usual, **parameters}.items():
        setattr(solver.parameters, name, value)
    if (limit := _LIMIT.get()) is not None:
        _run_beside(solver, model, limit)
        keep_to_the_limit()
    else:
        with limited_to(inf) as limit:
            _run_beside(solver, model, limit)
        if limit.stopped:
            raise KeyboardInterrupt
    return solver


def _run_beside(solver: Any, model: Any, limit: TimeLimit) -> None:
    """Run a CP-SAT solver until it ends or the time is over."""
    failed: list[Exception] = []

    def look() -> None:
        try:
            solver.solve(model)
        except Exception as error:  # such as MemoryError: it is raised where somebody hears of it
            failed.append(error)

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            thread.join(SECONDS_BETWEEN_LOOKS)
            if not limit.left:
                solver.stop_search()
    finally:  # also where a second interrupt, or whatever else, ends this at once
        solver.stop_search()
        thread.join()
    if failed:
        raise failed[0]


def _listen(solver: Any, limit: TimeLimit) -> None:
    """Let a solver ask now and then whether it shall stop.

    Its own time limit would not do: in some versions it counts from the start of a run, in others from that of the
    first one.
    """
    from highspy._core import cb

    def stop_at_the_limit(_kind: Any, _message: str, _told: Any, answer: Any, _data: Any) -> None:
        answer.user_interrupt = not limit.left

    solver.setCallback(stop_at_the_limit, None)
    for kind in (cb.HighsCallbackType.kCallbackMipInterrupt, cb.HighsCallbackType.kCallbackSimplexInterrupt):
        solver.startCallback(kind)


@contextmanager
def _interrupts_noted(limit: TimeLimit) -> Iterator[None]:
    """Note the first interrupt; only the main thread hears of any."""
    usual = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(usual):
        yield
        return

    def note(number: int, frame: Any) -> None:
        if limit.stopped:
            usual(number, frame)
        limit.stop()

    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
