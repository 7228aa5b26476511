"""The exercise with public ratings can be done as it stands, on a made-up file of the same form."""

import re

import numpy as np

from tests.test_structure import ROOT

CODE = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def write_ratings(path, people=60, titles=80, each=20):
    """A file as those of MovieLens 100k: user, item, stars, seconds since 1970, no heading."""
    rng = np.random.default_rng(5)
    rows = [(person, title) for person in range(people) for title in rng.choice(titles, each, replace=False)]
    text = (f"{p}\t{t}\t{rng.integers(1, 6)}\t{880_000_000 + 86_400 * rng.integers(200)}\n" for p, t in rows)
    path.write_text("".join(text))


def test_the_exercise_and_its_model_solution_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_ratings(tmp_path / "u.data")
    task, model = (CODE.findall((ROOT / page).read_text("utf-8")) for page in ("docs/ratings.md", "grading/ratings.md"))
    names = {}
    for block in (task[0], *model, *task[1:]):
        exec(block.replace("n_targets=100", "n_targets=40"), names)
    assert names["titles"]["k"].tolist() == list(range(1, 9)) and len(names["log"]) == 60 * 20
    assert len(names["truth"]) == 40 and len(names["known"]) == 40 * 8
    assert names["there"].right > 30 and names["absent"].right == 0


def test_a_model_clue_is_blurred_as_asked(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_ratings(tmp_path / "u.data")
    names = {}
    for page in ("docs/ratings.md", "grading/ratings.md"):
        exec(CODE.findall((ROOT / page).read_text("utf-8"))[0], names)
    known, truth = names["my_clues"](names["log"], 10, 8, 2, 14, 53)
    beside = known.merge(truth).merge(
        names["log"], left_on=["answer", "title_id"], right_on=["viewer_id", "title_id"], suffixes=("", "_true")
    )
    assert len(beside) == 80 and (beside["day"] - beside["day_true"]).abs().max().days <= 14
    assert (beside["stars"] != beside["stars_true"]).groupby(beside["target"]).sum().tolist() == [2] * 10
