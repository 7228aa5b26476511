"""The code that notebooks show is the code as it stands; a link only where JupyterLab can follow it."""

import inspect
from pathlib import Path

import pytest

from disclosure.defences.suppression import Suppress
from teaching.source import SERVER_ROOT, show_code, source_of

ROOT = Path(__file__).parents[2]


def undocumented(a, b):
    return a < b


def brief(a):
    """Double it."""
    return 2 * a


def test_the_source_is_shown_whole_and_as_it_stands():
    assert str(source_of(Suppress)) == inspect.getsource(Suppress)
    assert repr(show_code(brief, undocumented)) == inspect.getsource(brief) + "\n\n" + inspect.getsource(undocumented)


def test_a_long_docstring_is_folded_a_short_one_is_not():
    assert "<details>" in show_code(Suppress)._repr_html_()
    assert "<details>" not in show_code(brief, undocumented)._repr_html_()
    assert "Double it." in show_code(brief)._repr_html_()


def test_what_stands_in_the_code_is_escaped():
    assert " < " not in show_code(undocumented)._repr_html_().split("<pre", 1)[1].replace("&lt;", "")


def test_there_is_a_link_only_below_the_root_of_the_server(monkeypatch):
    source = source_of(Suppress)
    monkeypatch.delenv(SERVER_ROOT, raising=False)
    assert source.link(ROOT / "notebooks") is None
    assert "<a " not in source.html() and "disclosure.defences.suppression.Suppress" in source.html()
    monkeypatch.setenv(SERVER_ROOT, str(ROOT))
    assert source.link(ROOT / "notebooks") == "../disclosure/defences/suppression.py"
    assert source.link(ROOT.parent) is None
    assert '<a href="' in source.html()
    monkeypatch.setenv(SERVER_ROOT, str(ROOT / "notebooks"))
    assert source.link(ROOT / "notebooks") is None


@pytest.mark.parametrize("shown", [len, 3, None], ids=["written in C", "a number", "nothing"])
def test_what_has_no_source_gets_a_sentence(shown):
    with pytest.raises(TypeError, match="there is no source to show of"):
        show_code(shown)
