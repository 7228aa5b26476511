"""The papers say of each build what leaves it, and of the file what it is."""

import hashlib

import pytest

from editions.builds import ALONE, PLATFORM, ROOM, Build
from editions.staff.own import NOTHING, Own
from editions.staff.papers import PAPERS, papers
from editions.staff.words import read_words

WORDS = read_words()


@pytest.mark.parametrize("build", [ALONE, ROOM, PLATFORM, Build("platform", score=True)], ids=repr)
def test_page_and_papers_say_the_same_of_what_leaves(build):
    written = papers("x.html", b"abc", build, "1.2", NOTHING)
    assert set(written) == set(PAPERS)
    for name in ("for-your-IT.md", "data-protection.md"):
        assert all(WORDS["leaves"][sentence] in written[name] for sentence in build.leaves)
    assert build.policy in written["for-your-IT.md"] and "$" not in "".join(written.values())
    assert ("score`" in written["for-your-IT.md"]) == build.score


def test_the_checksum_is_the_files():
    written = papers("x.html", b"abc", ALONE, "1", Own(contact="the desk"))
    assert hashlib.sha256(b"abc").hexdigest() in written["for-your-IT.md"]
    assert "Contact: the desk." in written["for-your-IT.md"]
