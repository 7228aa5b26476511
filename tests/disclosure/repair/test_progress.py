import sys

import pytest

from disclosure.repair import progress
from disclosure.repair.progress import bar_of, in_sight


def test_what_is_quick_shows_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(in_sight(range(5), "Cells")) == [0, 1, 2, 3, 4]
    assert capsys.readouterr().err.strip() == ""


def test_what_takes_long_shows_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    bar = bar_of("Cells", total=4, mininterval=0.0, file=sys.stderr)
    bar.update(2)
    assert "Cells:  50%" in capsys.readouterr().err
    bar.close()
