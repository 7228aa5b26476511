"""Each fault is named with what to do; nothing is called wrong that is not."""

import altair as alt
import pytest

from teaching import environment
from teaching.charts.offline import draw_offline
from teaching.environment import Finding, Findings, _folder, _packages, _python, check_environment
from teaching.progress import progress_file

INSTALLED = {"altair": "6.1", "pandas": "3.0.1"}


@pytest.fixture(autouse=True)
def offline():
    draw_offline()


def faults(required, installed=INSTALLED):
    return [(finding.what, finding.fault) for finding in _packages(required, installed) if finding.fault]


def test_here_all_is_well():
    assert check_environment().faults == ()


def test_an_old_python():
    assert _python((3, 10, 4)).fault and not _python((3, 11, 0)).fault


def test_a_missing_package_and_a_wrong_version():
    assert faults(["altair>=6", "pandas>=3"]) == []
    assert faults(["altair>=6", "faker>=37"]) == [("faker", "it is not installed.")]
    assert faults(["altair>=7"]) == [("altair", "version 6.1 is installed, >=7 is needed.")]


def test_packages_for_others_are_not_asked_for():
    assert faults(["distributed>=1 ; extra == 'cluster'", "nothing>=1 ; python_version < '3'"]) == []


def test_charts_that_would_ask_the_internet():
    alt.renderers.enable("default")
    assert ("charts are drawn without the internet", "they would ask the internet.") in faults(["altair>=6"])


def test_a_folder_that_is_not_there(tmp_path):
    assert not _folder(tmp_path).fault
    assert "No such file" in _folder(tmp_path / "gone").fault


def test_beside_read_only_notebooks_it_says_where_progress_goes(tmp_path, monkeypatch):
    monkeypatch.setattr(environment, "is_elsewhere", lambda: True)
    found = _folder(tmp_path)
    assert not found.fault and f"your progress is kept in {progress_file()}" in found.what


def test_a_fault_is_read_with_its_cure_and_escaped():
    shown = Findings((Finding("<b>", "wrong.", "Mend it."), Finding("fine")))
    assert repr(shown) == "✗ <b>: wrong. Mend it.\n✓ fine\nTo be mended: 1. Each line says how."
    assert "<b>" not in shown._repr_html_()
