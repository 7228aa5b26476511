"""Set 8, on membership and synthetic data: who is in the group, whom the answer accuses, and what a file copies."""

from math import log
from typing import Any, Final

import numpy as np
import pandas as pd

from data_gen.streams import stream
from grading.drawing import several
from grading.tasks import ORDINARY, Case, FunctionTask, OwnWorld, ProblemSet, WorldTask

AT_THRESHOLD: Final = "the line itself"
NOBODY_ACCUSED: Final = "nobody is accused"
NO_MEMBERS: Final = "nobody is in the group"
ZERO: Final = "a zero"
NO_TITLES: Final = "no titles at all"
COMMON: Final = "rows that several people share"
TWICE: Final = "copied twice"
NO_COPY: Final = "nothing is copied"

GROUP, TITLES, ASKED, OWN_TITLES = 20, 60, 10, 6
"""Members of a student's group; titles printed; people asked about; titles that Ada knows of each."""
FEWEST, MOST_DRAWS = 2, 500
"""People who are accused, and who are cleared, at least; groups that are drawn until it is so, at most."""
SHARES: Final = (0.02, 0.08)
"""Shares of all viewers who have watched a title that is printed."""


def accusations(rng: np.random.Generator, tag: str, number: int) -> Case:
    """Scores of members and others, of each of which it is drawn first whether it reaches the line."""
    line = int(rng.integers(10, 20))
    n_right, n_wrong = (0, 0) if tag == NOBODY_ACCUSED else several(rng, 1, 6, 2)
    n_right = 0 if tag == NO_MEMBERS else n_right
    edge = 0 if tag == AT_THRESHOLD else 1
    above = [line + edge + int(step) for step in rng.integers(0, 6, n_right + n_wrong)]
    if tag == AT_THRESHOLD:
        above[0] = above[-1] = line
    below = [line - 1 - int(step) for step in rng.integers(0, 6, 6)]
    members = [] if tag == NO_MEMBERS else [*above[:n_right], *below[:3]]
    others = [*above[n_right:], *below[3:]]
    wrong = n_wrong / (n_right + n_wrong) if n_right + n_wrong else 0
    scores = [
        pd.Series([each[place] for place in rng.permutation(len(each))], dtype="int64") for each in (members, others)
    ]
    return Case((*scores, line), (n_right, n_wrong, wrong))


def speaks_for(rng: np.random.Generator, tag: str, number: int) -> Case:
    """A group's counts and Ada's titles; what each title says is drawn first, as a ratio of small numbers."""
    size = 20
    ratios = [1, 2, 4] if tag == NO_TITLES else [int(one) for one in rng.choice([1, 2, 4, 8], 6)]
    shares = [int(one) for one in rng.choice([1, 2], len(ratios))]
    printed = [ratio * share for ratio, share in zip(ratios, shares, strict=True)]
    reach = [share / size for share in shares]
    titles = [] if tag == NO_TITLES else sorted(int(place) for place in rng.permutation(len(ratios))[:3])
    if tag == ZERO:
        printed[titles[number % 3]] = 0
        return Case((printed, size, reach, titles), "cleared")
    return Case((printed, size, reach, titles), sum(log(ratios[place]) for place in titles))


def copied(rng: np.random.Generator, tag: str, number: int) -> Case:
    """An original and a made-up file, of whose rows it is drawn first whose copies they are."""
    ages = [int(age) for age in rng.permutation(60)[:12] + 20]
    unique = [(age, "north") for age in ages[:4]]
    shared = [(age, "south") for age in ages[4:6] for _ in range(2)]
    new = [(age, "west") for age in ages[6:10]]
    n_copied = 0 if tag == NO_COPY else 1 + number % 3
    rows = [*unique[:n_copied], *new]
    rows += unique[:n_copied] if tag == TWICE else []
    rows += shared[: 1 + number % 2] if tag in (COMMON, ORDINARY) else []
    frames = [
        pd.DataFrame([each[n] for n in rng.permutation(len(each))], columns=["age", "region"])
        for each in (unique + shared, rows)
    ]
    return Case((frames[0], frames[1]), n_copied * (2 if tag == TWICE else 1))


def own_world(world: Any) -> OwnWorld:
    """How many of a group have watched each title, how many of everybody, and what Ada knows of some people."""
    rng = stream(world.seed, "problem set on membership")
    seen = world.views[["viewer_id", "title_id"]].drop_duplicates()
    reach = seen["title_id"].value_counts() / len(world.viewers)
    rare = np.sort(reach.index[reach.between(*SHARES)])
    drawn = (_group(rng, seen[seen["title_id"].isin(rng.permutation(rare)[:TITLES])]) for _ in range(MOST_DRAWS))
    return next(own for own in drawn if all(FEWEST <= len(named) <= ASKED - FEWEST for _, named in own.key.values()))


def _group(rng: np.random.Generator, seen: pd.DataFrame) -> OwnWorld:
    """One group and ten people, drawn from all who have watched enough of the titles."""
    active = seen["viewer_id"].value_counts()
    people = rng.permutation(np.sort(active.index[active >= OWN_TITLES]))
    seen = seen[seen["viewer_id"].isin(people)]
    reach = (seen["title_id"].value_counts() / len(people)).sort_index()
    group, asked = people[:GROUP], rng.permutation(people[GROUP - ASKED // 2 : GROUP + ASKED - ASKED // 2])
    counts = seen[seen["viewer_id"].isin(group)]["title_id"].value_counts().reindex(reach.index, fill_value=0)
    names = {viewer: f"person {n}" for n, viewer in enumerate(asked, 1)}
    known = seen[seen["viewer_id"].isin(names)].sample(frac=1, random_state=int(rng.integers(2**31)))
    known = known.groupby("viewer_id").head(OWN_TITLES)
    known = known.assign(person=known["viewer_id"].map(names)).sort_values(["person", "title_id"])[
        ["person", "title_id"]
    ]
    columns = {"title_id": reach.index, "in_group": counts.to_numpy(), "everybody": reach.round(4).to_numpy()}
    printed = pd.DataFrame(columns)
    score = evidence(printed, known)
    accused = [person for person, value in score.items() if value > 0]
    cleared = [person for person, value in score.items() if value == -np.inf]
    return OwnWorld(
        {"printed": printed, "known": known}, {"my_accused": ["accused", accused], "my_cleared": ["cleared", cleared]}
    )


def evidence(printed: pd.DataFrame, known: pd.DataFrame) -> dict[str, float]:
    """For each person the sum of ln(share in the group / share of everybody), over her titles."""
    rows = known.merge(printed, on="title_id")
    with np.errstate(divide="ignore"):
        scored = rows.assign(score=np.log(rows["in_group"] / GROUP / rows["everybody"]))
    return {str(person): float(value) for person, value in scored.groupby("person")["score"].sum().items()}


def same_people(answer: Any, key: Any) -> bool:
    """Whether a set of people is the key's."""
    return set(answer) == set(key[1])


SET: Final = ProblemSet(
    "set8",
    (
        FunctionTask("my_accusations", {ORDINARY: 2, AT_THRESHOLD: 1, NOBODY_ACCUSED: 1, NO_MEMBERS: 0.5}, accusations),
        FunctionTask("my_evidence", {ORDINARY: 2, ZERO: 1.5, NO_TITLES: 0.5}, speaks_for),
        FunctionTask("my_copied", {ORDINARY: 1.5, COMMON: 1, TWICE: 1, NO_COPY: 0.5}, copied),
        WorldTask("my_accused", 4, same_people),
        WorldTask("my_cleared", 3.5, same_people),
    ),
    ("printed", "known"),
    own_world,
)
