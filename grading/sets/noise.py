"""Set 6, on noise and composition: what a promise costs, how it adds up, and what many fresh answers give away."""

from typing import Any, Final

import numpy as np
import pandas as pd

from data_gen.streams import stream
from grading.drawing import REGIONS, several
from grading.tasks import ORDINARY, Case, FunctionTask, OwnWorld, ProblemSet, WorldTask

AT_THRESHOLD: Final = "the threshold itself"
FEWER: Final = "fewer titles than the most"
TWICE: Final = "watched twice"
EMPTY: Final = "no rows at all"
NO_PROMISE_NEEDED: Final = "an epsilon of zero"
SURE: Final = "Ada is sure beforehand"
NO_QUESTIONS: Final = "no questions at all"
ALL_GROUPS: Final = "a question about everybody"

WEEKS: Final = 300
"""Tables with fresh noise that a student gets of the same people."""
KINDS: Final = ("comedy", "crime", "drama", "horror", "music")


def kept_rows(rng: np.random.Generator, tag: str, number: int) -> Case:
    """Rows of viewers, of each of which it is drawn first whether it stays."""
    most = int(rng.integers(2, 4))
    rows: list[tuple[int, int, bool]] = []
    for viewer in range(101, 101 + (0 if tag == EMPTY else 4)):
        n_titles = {AT_THRESHOLD: most, FEWER: 1}.get(tag, most + 1 + int(rng.integers(0, 2)))
        titles = [int(title) for title in rng.permutation(9)[:n_titles]]
        own = [(viewer, title, place < most) for place, title in enumerate(titles)]
        rows += [own[0], *own, own[int(rng.integers(len(own)))]] if tag == TWICE else own
    mixed = _merged(rng, rows)
    log = pd.DataFrame([row[:2] for row in mixed], columns=["viewer_id", "title_id"], dtype="int64")
    return Case((log, most), log[[row[2] for row in mixed]] if mixed else log)


def _merged(rng: np.random.Generator, rows: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """The rows of all viewers mixed, those of one viewer in their order."""
    queues = {viewer: [row for row in rows if row[0] == viewer] for viewer in {row[0] for row in rows}}
    turns = [rows[place][0] for place in rng.permutation(len(rows))]
    return [queues[viewer].pop(0) for viewer in turns]


def surest(rng: np.random.Generator, tag: str, number: int) -> Case:
    """What Ada believed before, and a promise; the answer is drawn as odds, and epsilon as a logarithm of a number."""
    times = 1 if tag == NO_PROMISE_NEEDED else int(rng.integers(2, 9))
    yes, no = (1, 0) if tag == SURE and number % 2 else (0, 1) if tag == SURE else several(rng, 1, 9, 2)
    before, after = yes / (yes + no), times * yes / (times * yes + no)
    return Case((before, float(np.log(times))), after)


def answered(rng: np.random.Generator, tag: str, number: int) -> Case:
    """Questions to a desk, of each of which it is drawn first whether it is answered."""
    budget = int(rng.integers(8, 16))
    left = dict.fromkeys(REGIONS[:3], budget)
    questions, answers = [], []
    for place in range(0 if tag == NO_QUESTIONS else 8):
        everybody = tag == ALL_GROUPS and place % 3 == 1
        group = "everybody" if everybody else REGIONS[int(rng.integers(3))]
        asked = list(left) if everybody else [group]
        most = min(left[name] for name in asked)
        yes = most > 0 and rng.random() < 0.6
        cost = most + int(rng.integers(1, 4)) if not yes else int(rng.integers(1, most + 1))
        cost = most if tag == AT_THRESHOLD and yes and place % 2 else cost
        questions.append((group, cost))
        answers.append(bool(yes))
        for name in asked:
            left[name] -= cost if yes else 0
    return Case((questions, list(REGIONS[:3]), budget), answers)


def own_world(world: Any) -> OwnWorld:
    """Noisy counts of the same people, week after week, and the counts behind them."""
    rng = stream(world.seed, "problem set on noise")
    genres = world.titles.set_index("title_id")["genre"]
    started = world.views.assign(genre=world.views["title_id"].map(genres)).drop_duplicates(["viewer_id", "genre"])
    reached = started[started["viewer_id"].isin(rng.permutation(world.viewers["viewer_id"])[:200])][
        "genre"
    ].value_counts()
    counts = {kind: int(reached.get(kind, 0)) for kind in KINDS}
    epsilons = rng.choice([0.5, 1.0, 2.0], WEEKS)
    printed = {kind: np.round(count + rng.laplace(0, 1 / epsilons), 2) for kind, count in counts.items()}
    tables = pd.DataFrame({"week": range(1, WEEKS + 1), "epsilon": epsilons, **printed})
    return OwnWorld({"tables": tables}, {"my_counts": counts, "my_spent": float(epsilons.sum())})


SET: Final = ProblemSet(
    "set6",
    (
        FunctionTask("my_kept", {ORDINARY: 1.5, AT_THRESHOLD: 1, FEWER: 0.5, TWICE: 1.5, EMPTY: 0.5}, kept_rows),
        FunctionTask("my_surest", {ORDINARY: 2, NO_PROMISE_NEEDED: 1, SURE: 1}, surest),
        FunctionTask("my_answered", {ORDINARY: 2, AT_THRESHOLD: 1, ALL_GROUPS: 1.5, NO_QUESTIONS: 0.5}, answered),
        WorldTask("my_counts", 4),
        WorldTask("my_spent", 2),
    ),
    ("tables",),
    own_world,
)
