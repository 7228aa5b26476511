import sys
from typing import Any

import pytest
from tqdm import notebook

from disclosure.repair import progress
from disclosure.repair.progress import bar_of, in_sight, take_away


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


@pytest.fixture
def on_screen(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """All bars that a notebook has been shown."""
    shown: list[Any] = []
    monkeypatch.setattr("tqdm.auto.tqdm", notebook.tqdm)
    monkeypatch.setattr(notebook, "display", shown.append)
    return shown


def test_where_a_search_ends_in_a_refusal_no_bar_is_left_in_a_notebook(on_screen: list[Any]) -> None:
    steps = in_sight([1, 2, 3], "Cells")
    assert next(iter(steps)) == 1
    del steps  # as when an error ends the loop
    assert on_screen == []


@pytest.mark.parametrize("done", [1, 4])
def test_a_bar_that_was_seen_in_a_notebook_goes_wherever_it_stands(
    done: int, on_screen: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    bar = bar_of("Cells", total=4, mininterval=0.0)
    bar.update(done)
    take_away(bar)
    (shown,) = on_screen
    assert shown.layout.visibility == "hidden"
