"""Running hand-ins: each in a fresh process, with limits of time and memory; what does not end is ended.

All these processes are children of one that was started empty and has imported nothing but pandas (a fork server; where
there is none, on Windows, each is started anew). So nothing that the grader knows was ever in them.
"""

import json
import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any, Final

from grading import student_process
from grading.answers import NoAnswer, read_answer
from grading.student_process import Asked

NOT_BEGUN: Final = "it could not be begun on this machine"
TIME_UP: Final = "it took too long, and was ended"
ENDED: Final = "it ended by itself (too much memory, or an exit)"
SLOWEST_START: Final = 120.0
"""Seconds until a process is ready, on a busy machine; they do not count."""
LONGEST_MESSAGE: Final = 2**22
ONE_THREAD: Final = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
QUIET: Final = {**ONE_THREAD, "ARROW_DEFAULT_MEMORY_POOL": "system"}
"""Libraries start no threads, and take memory as they need it: Arrow's own pool would reserve a gigabyte at once."""


@dataclass(frozen=True)
class Limits:
    """What one hand-in may take.

    Args:
        step: seconds for one cell, or for all calls of one task.
        whole: seconds for the whole hand-in.
        megabytes: of memory, beyond what Python and pandas take.
    """

    step: float = 10.0
    whole: float = 60.0
    megabytes: int = 1024


USUAL: Final = Limits()
NO_FILES: Final[Mapping[str, str]] = {}
Place = tuple[str, int]
"""Where a process stands: ``("cell", n)`` or ``("task", n)``, counted in the hand-in."""


@dataclass
class Answers:
    """What a hand-in has answered.

    Attributes:
        given: for each task, its answers call by call; `NoAnswer` where there is none.
        troubles: for each task, the first thing that went wrong in it.
        failed_cells: for each cell that failed, how.
        seconds: how long its code took, without the start of its processes.
        begun: whether its own code came to run at all; if not, that says nothing about it.
    """

    given: list[list[Any]]
    troubles: dict[int, str] = field(default_factory=dict)
    failed_cells: dict[int, str] = field(default_factory=dict)
    seconds: float = 0.0
    begun: bool = True


def run_hand_in(
    cells: Sequence[str],
    asked: Sequence[Asked],
    limits: Limits = USUAL,
    files: Mapping[str, str] = NO_FILES,
    given: Sequence[str] = (),
) -> Answers:
    """Run the cells of a hand-in, call its functions and read its values.

    Where a cell or a task does not end in time, or ends the process, it is left out, and the rest is tried anew.

    Args:
        cells: the code of the hand-in, in its order.
        asked: the tasks: name and arguments of all calls.
        limits: what it may take.
        files: what lies in the folder in which it runs: name and text.
        given: the grader's own cells, which run before its own; their time does not count.

    Examples:
        >>> run_hand_in(["def double(x): return 2 * x"], [("double", [(2,), (3,)])]).given
        [[4, 6]]
    """
    answers = Answers([[] for _ in asked])
    left_out: set[Place] = set()
    while answers.seconds < limits.whole:
        run = _Run(answers, left_out)
        work = (run.cells_of(cells), run.tasks_of(asked), list(given), limits.megabytes)
        with _started(work, files) as connection:
            reason = _listen(connection, run, limits)
        if not reason or not run.place or run.place in left_out:
            break
        run.leave_out(reason)
    for (_, calls), given in zip(asked, answers.given, strict=True):
        expected = 1 if calls is None else len(calls)
        given[:] = [*given, *[NoAnswer("none came")] * expected][:expected]
    return answers


@dataclass
class _Run:
    """One process's share of a hand-in: where it stands, and what is left out of it.

    Attributes:
        answers: what the hand-in has answered so far.
        left_out: what is not tried again.
        place: where it stands; None before the first cell.
        tasks: the numbers of the tasks that it is asked.
    """

    answers: Answers
    left_out: set[Place]
    place: Place | None = None
    tasks: list[int] = field(default_factory=list)

    def cells_of(self, cells: Sequence[str]) -> list[str]:
        """The cells, those left out empty."""
        return ["" if ("cell", number) in self.left_out else cell for number, cell in enumerate(cells)]

    def tasks_of(self, asked: Sequence[Asked]) -> list[Asked]:
        """The tasks that have not been tried yet."""
        self.tasks = [n for n, given in enumerate(self.answers.given) if not given and ("task", n) not in self.left_out]
        return [asked[number] for number in self.tasks]

    def hear(self, word: str, told: Any = None) -> None:
        """Note one message."""
        if word == "end":
            return
        if word == "cell":
            self.place = ("cell", int(told))
        elif word == "task":
            self.place = ("task", self.tasks[int(told)])
        elif self.place is None:
            raise ValueError
        elif word == "failed":
            self.answers.failed_cells[self.place[1]] = str(told)[:100]
        elif word in ("answer", "error") and self.place[0] == "task":
            number = self.place[1]
            self.answers.given[number].append(read_answer(told) if word == "answer" else NoAnswer("error"))
            if word == "error":
                self.answers.troubles.setdefault(number, str(told)[:250])

    def leave_out(self, reason: str) -> None:
        """Do not try this place again."""
        assert self.place is not None
        self.left_out.add(self.place)
        kind, number = self.place
        if kind == "cell":
            self.answers.failed_cells[number] = reason
        else:
            self.answers.troubles.setdefault(number, reason)


def _listen(connection: Connection, run: _Run, limits: Limits) -> str:
    """Hear what a process says until it is done; return why it is not, or nothing."""
    if not _is_ready(connection):
        run.answers.begun = False
        run.answers.troubles.update(dict.fromkeys(run.tasks, NOT_BEGUN))
        return ""
    begun = since = time.monotonic()
    end = begun + limits.whole - run.answers.seconds
    place, message = run.place, ["begun"]
    try:
        while message != ["end"]:
            if not connection.poll(max(0.0, min(since + limits.step, end) - time.monotonic())):
                return TIME_UP
            message = _next(connection)
            run.hear(*message)
            if run.place != place:
                place, since = run.place, time.monotonic()
    except (EOFError, OSError, ValueError, TypeError, IndexError, KeyError, RecursionError):
        return ENDED  # or its code has written into the line, which gains it nothing
    finally:
        run.answers.seconds += time.monotonic() - begun
    return ""


def _is_ready(connection: Connection) -> bool:
    """Whether a process has come to the point where a student's code begins."""
    try:
        return connection.poll(SLOWEST_START) and _next(connection) == ["ready"]
    except (EOFError, OSError):
        return False


def _next(connection: Connection) -> list[Any]:
    """The next message, as plain as it comes."""
    message = json.loads(connection.recv_bytes(LONGEST_MESSAGE))
    return message if isinstance(message, list) else []


@contextmanager
def _started(work: tuple[Any, ...], files: Mapping[str, str]) -> Iterator[Connection]:
    """A fresh process at work, as `student_process.answer_all` takes it; it is ended when this is left."""
    here, there = CONTEXT.Pipe(duplex=False)
    with TemporaryDirectory(prefix="hand-in-", ignore_cleanup_errors=True) as folder:
        for name, text in files.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        process = CONTEXT.Process(target=student_process.answer_all, args=(there, *work, folder), daemon=True)
        with _alone():
            process.start()
        there.close()
        try:
            yield here
        finally:
            process.kill()
            process.join()
            here.close()


@contextmanager
def _alone() -> Iterator[None]:
    """Let a new process import nothing of what runs here: not its main module, and no threads of its libraries."""
    with STARTING:
        main, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
        os.environ.update(QUIET)
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def _context() -> Any:
    """A fork server with pandas in it, where the system has one."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["grading.student_process"])
    return context


CONTEXT: Final = _context()
STARTING: Final = threading.Lock()
