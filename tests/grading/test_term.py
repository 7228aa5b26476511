"""A term: its secret is drawn once, never shown, and nothing follows from an id without it."""

import json
import stat
import sys

import pytest

from grading.term import FILE, Term, TermError, read_term, term_in

TERM = Term("2026 autumn", "53" * 32)


def test_a_secret_is_drawn_once_and_is_its_owners(tmp_path):
    term = term_in(tmp_path, "2026 autumn")
    assert term_in(tmp_path, "2026 autumn") == term == read_term(tmp_path)
    assert len(bytes.fromhex(term.secret)) == 32 and term.secret not in repr(term)
    assert sys.platform == "win32" or stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert term_in(tmp_path / "other", "2026 autumn").secret != term.secret
    with pytest.raises(TermError, match="belongs to the term '2026 autumn'"):
        term_in(tmp_path, "2027 spring")


def test_seed_code_and_cases_are_keyed_and_apart():
    other = Term("2026 autumn", "54" * 32)
    assert len({TERM.seed("ada"), TERM.seed("bea"), other.seed("ada"), TERM.keyed("code", "ada")}) == 4
    assert not TERM.seed("ada").startswith(TERM.code("ada")) and TERM.code("ada").isalpha()
    assert TERM.draws("ada", "f").random() == TERM.draws("ada", "f").random() != TERM.draws("ada", "g").random()
    assert TERM.seed("zoe\u0308") == TERM.seed("zo\u00eb ")


@pytest.mark.parametrize("change", [{"secret": "zz"}, {"secret": "00"}, {"term": 3}, {"secret": None}])
def test_a_damaged_term_is_named(tmp_path, change):
    term_in(tmp_path, "t")
    held = json.loads((tmp_path / FILE).read_text("utf-8"))
    (tmp_path / FILE).write_text(json.dumps(held | change), "utf-8")
    with pytest.raises(TermError, match="backup"):
        read_term(tmp_path)


def test_a_term_goes_on_with_the_version_that_made_it(tmp_path):
    term_in(tmp_path, "t")
    held = json.loads((tmp_path / FILE).read_text("utf-8"))
    (tmp_path / FILE).write_text(json.dumps(held | {"kit": "0.0.1"}), "utf-8")
    with pytest.raises(TermError, match=r"version 0\.0\.1"):
        read_term(tmp_path)
