"""Ends code that runs for too long, also where it would not be ended.

A second thread (a watchdog) waits, and sets an exception in the first one: an asynchronous exception. It is set again
and again while that code is still on the stack, and never once it has been left. One long call that is not written in
Python (a sleep, a huge power) is ended only where the system has alarms: Linux and macOS, in the main thread. Elsewhere
a sentence says what the learner can do.
"""

import ctypes
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import Any, Final

TIME_LIMIT: Final = 5.0
"""Seconds that a check takes at most: far more than small cases need, and less than a learner's patience."""

PAUSE: Final = 0.02
"""Seconds between two tries to end the code: what catches everything may catch the first ones."""


class TimeIsUp(BaseException):
    """Raised in code that runs for too long; no `except Exception` catches it.

    A bare `except` inside an endless loop does. So, as soon as it is raised, it prepares to be raised once more on the
    next line that its frames reach, which is in that `except`, where nothing catches it (a trace function).
    """

    def __init__(self) -> None:
        """Prepare the second time, unless the code has been left in this moment."""
        super().__init__()
        frames = _frames_from(sys._getframe(1))
        guards = [number for number, frame in enumerate(frames) if frame.f_code is _Watch.guard.__code__]
        for frame in frames[: guards[0]] if guards else []:
            frame.f_trace = _raised_again
        if guards:
            sys.settrace(_not_in_new_calls)


def ended_in_time(work: Callable[[], None], seconds: float, tell: Callable[[], None]) -> bool:
    """Do some work, and end it when the time is up.

    Args:
        work: what to do; its own exceptions pass through.
        seconds: how long it may take.
        tell: is called once, from another thread, where the work still goes on after twice as long.

    Returns:
        Whether it ended by itself before the time was up.

    Examples:
        >>> ended_in_time(lambda: None, 1, tell=lambda: None)
        True
        >>> def endless():
        ...     while True:
        ...         pass
        >>> ended_in_time(endless, 0.1, tell=lambda: None)
        False
    """
    watch = _Watch(work, seconds, tell)
    threading.Thread(target=watch.wait, daemon=True).start()
    with _steps_within_long_calls(seconds):
        try:
            try:
                watch.guard()
            finally:
                watch.end()
        except TimeIsUp:
            watch.end()  # once more: the exception may have come while the watch was being ended
    return not watch.rung


@dataclass
class _Watch:
    """The second thread's view of one piece of work.

    Attributes:
        thread: the one that works.
        frame: the call under which it works; the exception is set only while this stands on that thread's stack.
        over: whether the work has been left.
        rung: whether the time was up before that.
        traced: what traced that thread before, such as a debugger.
        lock: is held while the exception is set, and while the work is declared over.
    """

    work: Callable[[], None]
    seconds: float
    tell: Callable[[], None]
    thread: int = field(default_factory=threading.get_ident)
    frame: FrameType | None = None
    over: threading.Event = field(default_factory=threading.Event)
    rung: bool = False
    traced: Any = field(default_factory=sys.gettrace)
    lock: Any = field(default_factory=threading.RLock)

    def guard(self) -> None:
        """Work, under a frame that the second thread recognises."""
        self.frame = sys._getframe()
        self.work()

    def end(self) -> None:
        """Declare the work over, and take back an exception that has been set and not yet raised."""
        with self.lock:
            self.over.set()
            if self.rung:
                _set_exception(self.thread, None)
                sys.settrace(self.traced)
            self.frame = None

    def wait(self) -> None:
        """Wait in the second thread; then ring until the work is over."""
        if self.over.wait(self.seconds):
            return
        for _ in range(max(1, int(self.seconds / PAUSE))):
            self._ring()
            if self.over.wait(PAUSE):
                return
        self.tell()
        while not self.over.wait(PAUSE):
            self._ring()

    def _ring(self) -> None:
        """Set the exception, unless the work has been left in this moment."""
        with self.lock:
            if not self.over.is_set() and self._is_at_work():
                self.rung = True
                _set_exception(self.thread, ctypes.py_object(TimeIsUp))

    def _is_at_work(self) -> bool:
        """Whether the work stands on the first thread's stack."""
        top = sys._current_frames().get(self.thread)
        return any(frame is self.frame for frame in _frames_from(top))


@contextmanager
def _steps_within_long_calls(seconds: float) -> Iterator[None]:
    """Let a long call be ended as well where the system can: a step in Python within it, at which it may be left.

    An alarm (SIGALRM) calls its handler in the main thread even within a sleep or a huge power; a handler is Python.
    """
    main = threading.current_thread() is threading.main_thread()
    if not (main and hasattr(signal, "setitimer") and signal.getitimer(signal.ITIMER_REAL)[0] == 0):
        yield
        return
    before = signal.signal(signal.SIGALRM, lambda number, frame: None)
    signal.setitimer(signal.ITIMER_REAL, seconds, 5 * PAUSE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before or signal.SIG_DFL)


def _frames_from(frame: FrameType | None) -> list[FrameType]:
    """A call and those that it was made from, the innermost first."""
    frames = []
    while frame is not None:
        frames.append(frame)
        frame = frame.f_back
    return frames


def _set_exception(thread: int, exception: Any) -> None:
    """Let a thread raise an exception at its next step; None takes back one that it has not yet raised."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), exception)


def _raised_again(frame: FrameType, event: str, argument: Any) -> Any:
    """Raise on the next line of a frame (a local trace function)."""
    if event == "line":
        raise TimeIsUp
    return _raised_again


def _not_in_new_calls(frame: FrameType, event: str, argument: Any) -> None:
    """Leave calls alone that begin later (a global trace function)."""
