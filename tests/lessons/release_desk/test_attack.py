"""An attack reads releases one by one, where they have what it can read."""

from lessons.release_desk.attack import each_with
from lessons.release_desk.release import Released


def test_releases_with_one_of_some_sheets():
    one, other, third = (Released("", name, "", "", "", {name: 1}) for name in ("a", "b", "c"))
    assert each_with("a", "c")((one, other, third)) == [(one,), (third,)]
    assert each_with("d")((one, other)) == []
