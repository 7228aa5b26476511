"""A function without a name is cut out of its line, whatever stands beside it."""

import pytest

from teaching.lambda_source import lambda_source

here = [lambda x: x, (lambda: 1), lambda x, *, k=3: "ä" if x else (x) or (k)]  # three in one line
inner = (lambda x: lambda y: x + y)(1)
several_lines = [
    lambda counts, k: sum(
        count < k  # a small one
        for count in counts
    )
][0]


@pytest.mark.parametrize(
    ("function", "source"),
    [
        (here[0], "lambda x: x"),
        (here[1], "lambda: 1"),
        (here[2], 'lambda x, *, k=3: "ä" if x else (x) or (k)'),
        (inner, "lambda y: x + y"),
        (several_lines, "lambda counts, k: sum(\n        count < k  # a small one\n        for count in counts\n    )"),
    ],
)
def test_each_is_found_among_the_others(function, source):
    assert lambda_source(function) == source


def test_what_stands_nowhere_is_told():
    with pytest.raises(OSError):
        lambda_source(eval("lambda x: x"))


def test_code_that_forgot_its_columns_is_told():
    bare = (lambda: None).__code__.replace(co_linetable=b"")
    with pytest.raises(OSError, match="does not say where"):
        lambda_source(type(inner)(bare, {}))
