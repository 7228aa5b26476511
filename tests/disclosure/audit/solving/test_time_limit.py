"""A search ends when its time is over or when it is interrupted, and a solver that is at work ends with it."""

import os
import signal
import threading
from typing import Any

import numpy as np
import pytest

from disclosure.audit.solving.models import empty_solver
from disclosure.audit.solving.time_limit import OutOfTimeError, keep_to_the_limit, limited_to, run, solve, solve_program
from tests.disclosure.looks import Looks


def puzzle(things: int) -> Any:
    """A knapsack with twelve weights for each thing: 35 take a hundred times as many looks as the limits here."""
    from highspy import HighsVarType

    rng, solver = np.random.default_rng(0), empty_solver()
    places = np.arange(things, dtype=np.int32)
    for place in places:
        solver.addVar(0.0, 1.0)
        solver.changeColCost(int(place), -float(rng.integers(50, 100)))
    for _ in range(12):
        weights = rng.integers(20, 100, size=things).astype(float)
        solver.addRow(-1e30, weights.sum() / 2, things, places, weights)
    solver.changeColsIntegrality(things, places, np.full(things, HighsVarType.kInteger))
    return solver


def test_without_a_limit_a_solver_comes_to_its_end() -> None:
    assert run(puzzle(8))
    keep_to_the_limit()


def test_a_solver_ends_with_the_time_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run has as much time as the first: it does not matter how a version of the solver counts."""
    solver, clock = puzzle(35), Looks(monkeypatch)
    for number in range(2):
        began = clock.number
        with limited_to(20) as limit, pytest.raises(OutOfTimeError):
            solve(solver)
        assert 20 <= clock.number - began < 100
        assert not limit.stopped
        solver.changeColCost(0, -50.0 - number)


def test_what_is_inside_never_has_more_time() -> None:
    with limited_to(0), limited_to(60) as inner:
        assert inner.left == 0
        with pytest.raises(OutOfTimeError):
            solve(puzzle(8))


def interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_an_interrupt_stops_the_solver_and_a_second_one_interrupts(monkeypatch: pytest.MonkeyPatch) -> None:
    usual, clock = signal.getsignal(signal.SIGINT), Looks(monkeypatch, at=20, what=interrupt)
    with limited_to(1_000) as outer:
        with limited_to(1_000) as limit, pytest.raises(OutOfTimeError):
            solve(puzzle(35))
        assert limit.stopped
        assert outer.stopped
        with limited_to(1_000) as after:
            assert after.left == 0
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert 20 <= clock.number < 100
    assert signal.getsignal(signal.SIGINT) is usual


def test_without_a_limit_an_interrupt_interrupts_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Looks(monkeypatch, at=20, what=interrupt)
    with pytest.raises(KeyboardInterrupt):
        run(puzzle(35))
    assert 20 <= clock.number < 100


def test_in_another_thread_the_time_is_kept_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    Looks(monkeypatch)
    ended: list[str] = []

    def work() -> None:
        try:
            with limited_to(20):
                solve(puzzle(35))
        except OutOfTimeError:
            ended.append("over")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert ended == ["over"]


def test_a_search_that_comes_nearer_by_one_person_at_a_time_ends_with_its_effort() -> None:
    """One loop of the solver looked neither at its effort nor at the time: bounds grew by 1, up to their ends."""
    from ortools.sat.python.cp_model import UNKNOWN, CpModel, LinearExpr

    model = CpModel()
    first, second, third, everybody = (model.new_int_var(0, 10**7, "") for _ in range(4))
    model.add(LinearExpr.sum([first, second, third]) == everybody)
    model.add(10 * first >= 3 * everybody)
    model.add(10 * second >= 7 * everybody)
    model.add(third >= 1)
    found = solve_program(model, 0.1, cp_model_presolve=False, linearization_level=0)
    assert found.response_proto.status == UNKNOWN


def test_what_goes_wrong_in_a_search_is_heard_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """A solver without memory was said not to have been called."""
    from ortools.sat.python import cp_model

    def without_memory(*_: Any) -> None:
        raise MemoryError("no room")

    monkeypatch.setattr(cp_model.CpSolver, "solve", without_memory)
    with pytest.raises(MemoryError, match="no room"):
        solve_program(cp_model.CpModel(), 1.0)
