"""The fence of a student's process: what it refuses, and what it lets through."""

import pytest

from grading.running import Limits, run_hand_in

REFUSED = {
    "a file": "open('/etc/hostname').read()",
    "a list of files": "__import__('os').listdir('/')",
    "a process": "__import__('subprocess').run(['true'])",
    "another way to start one": "__import__('os').system('true')",
    "a fork": "__import__('os').fork()",
    "the network": "__import__('socket').create_connection(('127.0.0.1', 9))",
    "a signal": "__import__('os').kill(__import__('os').getppid(), 9)",
    "foreign code": "__import__('ctypes').CDLL(None)",
    "the kit": "__import__('disclosure')",
    "a database": "__import__('sqlite3').connect('marks.db')",
    "a text by way of a history": "__import__('readline').read_history_file('/etc/hostname')",
    "a file by pandas' companion": "__import__('pyarrow').OSFile('/etc/hostname').read()",
    "lines of another package": "__import__('zmq').Context()",
    "memory shared with others": "__import__('_posixshmem')",
    "a file among Python's own": "open(__import__('sys').prefix + '/left-behind.pth', 'w').write('x')",
    "the same, opened lower": "__import__('os').open(__import__('sys').prefix + '/left-behind.pth', 65)",
    "the kit by its source": "open(__import__('sys').prefix + '/../grading/term.py').read()",
}
SAYS_SO = ("without other files", "kit is not there", "No module", "Only Python's own library", "no attribute 'OSFile'")
ALLOWED = {
    "a file of its own": "open('mine', 'w').write('abc')",
    "the standard library": "__import__('statistics').mean([1, 5])",
    "a file of Python's own": "len(open(__import__('statistics').__file__).read()) and 3",
    "pandas": "int(__import__('pandas').Series([1, 2]).sum())",
}


@pytest.fixture(scope="module")
def answers():
    """All of them in one process."""
    calls = {**REFUSED, **ALLOWED}
    cells = [f"def f{number}():\n    return {code}" for number, code in enumerate(calls.values())]
    given = run_hand_in(cells, [(f"f{number}", [()]) for number in range(len(calls))], Limits(step=20, whole=60))
    return dict(zip(calls, given.given, strict=True)), dict(
        zip(calls, map(given.troubles.get, range(len(calls))), strict=True)
    )


@pytest.mark.parametrize("name", REFUSED)
def test_what_leads_out_is_refused(answers, name):
    assert any(word in answers[1][name] for word in SAYS_SO), answers[1]


@pytest.mark.parametrize(("name", "value"), list(zip(ALLOWED, [3] * len(ALLOWED), strict=True)))
def test_what_work_needs_is_there(answers, name, value):
    assert answers[0][name] == [value]
