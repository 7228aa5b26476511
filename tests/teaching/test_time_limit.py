"""Loops of Python end, however they defend themselves; nothing is raised after that; a long call ends or is told of."""

import re
import sys
import threading
import time

import pytest

from teaching.time_limit import TimeIsUp, ended_in_time

LIMIT = 0.05


def bare():
    while True:
        pass


def in_a_bare_except():
    while True:
        try:
            str(1)
        except:  # noqa: E722 - the very thing that learners write
            continue


def loop_in_a_bare_except():
    while True:
        try:
            while True:
                len("calls are steps, too")
        except BaseException:
            continue


def second_loop_in_the_except():
    try:
        bare()
    except BaseException:
        bare()


def second_loop_at_last():
    try:
        bare()
    finally:
        loop_in_a_bare_except()


def many_short_sleeps():
    while True:
        try:
            time.sleep(0.001)
        except BaseException:
            str(1)


def generator_that_goes_on():
    def numbers():
        while True:
            yield 1

    sum(numbers())


def deep_recursion():
    loop_in_a_bare_except()
    deep_recursion()


ENDLESS = [
    bare,
    in_a_bare_except,
    loop_in_a_bare_except,
    second_loop_in_the_except,
    second_loop_at_last,
    many_short_sleeps,
    generator_that_goes_on,
    deep_recursion,
]


@pytest.mark.parametrize("endless", ENDLESS)
def test_loops_end_and_nothing_is_raised_afterwards(endless):
    traced = sys.gettrace()
    assert not ended_in_time(endless, LIMIT, tell=lambda: None)
    for _ in range(1_000):
        time.sleep(0.0001)  # a late exception would be raised here
    assert sys.gettrace() is traced


def test_in_another_thread_too():
    said = []
    thread = threading.Thread(target=lambda: said.append(ended_in_time(loop_in_a_bare_except, LIMIT, lambda: None)))
    thread.start()
    thread.join()
    assert said == [False]


@pytest.mark.parametrize(
    "long_call", [lambda: time.sleep(60), lambda: re.match("(a+)+b", "a" * 40)], ids=["sleep", "regular expression"]
)
def test_one_long_call_ends_where_the_system_has_alarms(long_call):
    to_the_end = []
    assert not ended_in_time(lambda: to_the_end.append(long_call()), LIMIT, tell=lambda: None)
    assert to_the_end == []


def test_where_it_cannot_be_ended_somebody_is_told_once_while_it_lasts():
    """In a thread that is not the main one, no alarm reaches what waits; it goes on when somebody has been told."""
    told, ended, lock = [], [], threading.Lock()
    lock.acquire()

    def waits():
        lock.acquire(timeout=60)  # far away
        ended.append("by itself")

    def tell():
        told.append("interrupt it")
        lock.release()

    thread = threading.Thread(target=lambda: ended_in_time(waits, LIMIT, tell))
    thread.start()
    thread.join()
    assert told == ["interrupt it"] and ended == []


def test_work_that_ends_in_time_is_left_alone_at_whatever_moment():
    """Nothing is raised here that came too late for the work."""
    for number in range(100):
        pause = number / 100 * 2 * LIMIT / 10
        ended_in_time(lambda pause=pause: time.sleep(pause), LIMIT / 10, tell=lambda: None)
    assert ended_in_time(lambda: None, 60, tell=lambda: None)


def test_its_own_errors_pass_through_and_an_interrupt_stays_one():
    for error in (ValueError, KeyboardInterrupt):
        with pytest.raises(error):
            ended_in_time(lambda error=error: (_ for _ in ()).throw(error), 5, tell=lambda: None)


def test_no_except_exception_catches_it():
    assert not issubclass(TimeIsUp, Exception)
