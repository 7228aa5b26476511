"""A set's text falls into its parts."""

import pytest

from grading.set_text import parts_of, text_of


def test_parts_begin_at_headings_and_code_is_taken_out():
    head, one, two = parts_of("# Set\n\nText.\n\n## 1\n\nDo.\n\n```python\na\n```\n\n```python\nb\n```\n\n## 2\n")
    assert (head.prose, one.prose, one.code, two.code) == ("# Set\n\nText.", "## 1\n\nDo.", ("a", "b"), ())


def test_there_is_no_text_without_its_file():
    with pytest.raises(FileNotFoundError):
        text_of("no_such_set")
