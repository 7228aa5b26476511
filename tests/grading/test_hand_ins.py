"""Hand-ins are found in three layouts; what cannot be read is damaged, whatever it is."""

import json

import pytest

from grading.hand_ins import LARGEST, DamagedError, code_of, hand_ins_in


def test_hand_ins_are_found_wherever_they_lie(tmp_path):
    for place in ("ada/set1/set1.ipynb", "bea/set1.ipynb", "cleo.ipynb", "dora/set2/set2.ipynb", "notes.txt"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text("{}")
    assert [one.student for one in hand_ins_in(tmp_path, "set1")] == ["ada", "bea", "cleo"]
    with pytest.raises(FileNotFoundError, match="no folder"):
        hand_ins_in(tmp_path / "nowhere", "set1")


def test_code_is_read_without_what_belongs_to_the_set(tmp_path):
    cells = [
        {"cell_type": "code", "source": ["a = 1\n", "b = 2"], "metadata": {"nbgrader": {"grade_id": "mine"}}},
        {"cell_type": "code", "source": "c = 3", "metadata": {"nbgrader": {"grade_id": "given"}}},
        {"cell_type": "markdown", "source": "text"},
        {"cell_type": "code", "source": "d = 4"},
    ]
    (tmp_path / "a.ipynb").write_text(json.dumps({"cells": cells}))
    assert code_of(tmp_path / "a.ipynb", frozenset({"given"})) == ["a = 1\nb = 2", "d = 4"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"cells": 3}', '{"cells": [3]}', "[" * 10**5, '{"cells": [{"cell_type": "code"}]}']
)
def test_a_damaged_notebook_is_named(tmp_path, text):
    (tmp_path / "a.ipynb").write_text(text)
    with pytest.raises(DamagedError, match="no notebook"):
        code_of(tmp_path / "a.ipynb", frozenset())


def test_a_notebook_may_not_be_too_large(tmp_path):
    with (tmp_path / "a.ipynb").open("wb") as stream:
        stream.truncate(LARGEST + 1)
    with pytest.raises(DamagedError, match="larger"):
        code_of(tmp_path / "a.ipynb", frozenset())
