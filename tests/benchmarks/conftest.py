"""Whose times are judged: a tiny case shows in every run that a benchmark still works, while other tests run beside."""

import pytest


@pytest.fixture
def judged(request: pytest.FixtureRequest) -> bool:
    """Whether this is a real size, of which times are asserted; of a tiny one a moment of another test would decide."""
    return request.node.get_closest_marker("weekly") is not None
