"""Who has no browser for the tests gets one, in the gentlest way that works; who names a wrong one is told."""

import os

import pytest

from tests.browser import getting
from tests.browser.getting import get_chromium, ways


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """A machine without any browser; what is run there is noted, and `works` says which command brings one."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    state = {"works": "", "run": [], "said": []}
    monkeypatch.setattr(getting, "chromium_path", _none)
    monkeypatch.setattr(getting, "on_this_machine", lambda: "/got" if state.get("there") else None)

    def run(command):
        state["run"].append(command)
        state["there"] = state["there"] if state.get("there") else state["works"] in command
        return state["there"] or "update" in command

    return state, run, state["said"].append


def _none():
    raise FileNotFoundError("none")


def test_a_browser_on_this_machine_is_taken_and_nothing_is_fetched(machine):
    state, run, say = machine
    state["there"] = True
    assert get_chromium(run, say) == "/got" and not state["run"] and not state["said"]


def test_debians_package_comes_first_for_whoever_may_install_it(machine, monkeypatch):
    state, run, say = machine
    state["works"] = "apt-get"
    monkeypatch.setattr(getting.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert get_chromium(run, say) == "/got"
    assert state["said"] == ["Installing Debian's package chromium."]


def test_others_get_playwrights_browser_in_their_own_folder(machine, monkeypatch):
    state, run, say = machine
    state["works"] = "playwright"
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert get_chromium(run, say) == "/got"
    assert len(list(ways())) == 1 and state["run"][0][1:] == ["-m", "playwright", "install", "chromium"]


def test_where_nothing_works_the_line_to_type_is_told(machine, monkeypatch):
    monkeypatch.setattr(getting, "_run", lambda command: False)
    assert "sudo apt install chromium" in getting.main()


def test_a_browser_that_is_named_and_is_not_there_is_not_replaced_by_another(machine, monkeypatch):
    state, run, say = machine
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    assert get_chromium(run, say) is None and not state["run"]


def test_the_machine_of_these_tests_has_one(capsys):
    assert getting.main() is None
    assert os.access(capsys.readouterr().out.strip(), os.X_OK)
