"""Ways to make a file x people in the data and people who are not -> tidy frames: leak, inference, and the price."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.measures.counterfactual import against_control
from disclosure.measures.risk import score
from lessons.synthetic.attack import nearest_record
from lessons.synthetic.defences import CopyRows, DrawColumns, DrawFromTree
from lessons.synthetic.pairs import two_way_error
from lessons.synthetic.release import SECRET, answers_of, known_of
from lessons.synthetic.tree import Edge, who_decides

Generator = Callable[[pd.DataFrame], pd.DataFrame]
"""Takes people, returns rows of nobody."""

TARGETS: Final = 600
"""How many people of each half Ada asks about."""

COPIES: Final = {"copies": 0.0, "copies 10": 0.1, "copies 30": 0.3, "copies 60": 0.6}
"""Files of copied rows, with the share of labels that are changed."""
CHOSEN, FIXED, COLUMNS = "tree", "fixed tree", "columns"
EPSILONS: Final = (None, 10.0, 1.0)


def judge(
    files: Mapping[str, pd.DataFrame],
    members: pd.DataFrame,
    others: pd.DataFrame,
    *,
    targets: int = TARGETS,
    always: bool = False,
) -> pd.DataFrame:
    """Let Ada ask each file about people in the data and about control people, who are not, and compare its tables.

    Args:
        files: name -> a file made of the members.
        members: the people in the data.
        others: as many real people who are not, at least as many as ``targets``.
        targets: of how many of each she knows everything but ``SECRET``, which she wants to know: the first ones.
        always: whether she says something about everybody.

    Returns:
        One row per file: ``file``, ``n`` (targets of each kind), ``right``, ``wrong``, ``right_without``,
        ``wrong_without`` (of the control people), ``leak`` (the difference of the shares that are right), ``low``,
        ``high`` (its 95 % interval), ``blind`` (members about whom she would be right if she named the most frequent
        label as often), ``error`` (see `lessons.synthetic.pairs.two_way_error`).
    """
    blind = float(members[SECRET].value_counts(normalize=True).max())
    rows: list[dict[str, Any]] = []
    for name, file in files.items():
        inside, control = (
            score(nearest_record(file, known_of(who), wanted=SECRET, always=always), answers_of(who), blind=blind)
            for who in (members.head(targets), others.head(targets))
        )
        both = against_control(inside, control)
        counted: dict[str, Any] = {"n": inside.n, "right": inside.right, "wrong": inside.wrong}
        counted |= {"right_without": control.right, "wrong_without": control.wrong}
        counted |= {"leak": both.leak, "low": both.low, "high": both.high}
        counted |= {"blind": blind * (inside.right + inside.wrong), "error": two_way_error(members, file)}
        rows.append({"file": name} | counted)
    return pd.DataFrame(rows)


def copied_rows(files: Mapping[str, pd.DataFrame], members: pd.DataFrame) -> pd.DataFrame:
    """Count the people whose row nobody else has, and those of them whose very row stands in a file.

    Args:
        files: name -> a file made of the members.
        members: the people in the data.

    Returns:
        One row per file: ``file``, ``unique`` (people with a row of their own), ``copied`` (of these, in the file).
    """
    columns = members.columns.to_list()
    unique = members[~members.duplicated(keep=False)]
    rows = [
        {"file": name, "unique": len(unique), "copied": len(unique.merge(file.drop_duplicates(), on=columns))}
        for name, file in files.items()
    ]
    return pd.DataFrame(rows)


def small_groups(people: pd.DataFrame, *, size: int = 200, groups: int = 40, seed: int = 53) -> pd.DataFrame:
    """Draw small groups of people, and count in each those without whom its strongest tree would be another.

    Returns:
        One row per group: ``people``, ``deciding``.
    """
    rng = np.random.default_rng(seed)
    drawn = (people.iloc[rng.choice(len(people), size, replace=False)] for _ in range(groups))
    return pd.DataFrame([{"people": size, "deciding": int(who_decides(group).sum())} for group in drawn])


def made(kind: str, epsilon: float | None, edges: tuple[Edge, ...]) -> Generator:
    """Return what makes a file of one kind; noise is only where there are tables.

    Args:
        kind: one of `COPIES`, or a tree chosen from the people, a tree fixed beforehand, or independent columns.
        epsilon: the noise; None for none.
        edges: the tree that is fixed beforehand.
    """
    if kind in COPIES:
        return CopyRows(COPIES[kind])
    if kind == COLUMNS:
        return DrawColumns(epsilon)
    return DrawFromTree(epsilon, None if kind == CHOSEN else edges)


def all_settings(
    members: pd.DataFrame, others: pd.DataFrame, edges: tuple[Edge, ...], *, epsilons: Sequence[float | None] = EPSILONS
) -> pd.DataFrame:
    """Make a file in every way, of few people and of many, and judge each.

    Args:
        members, others: as of `judge`; an eighth of them are asked about in every setting.
        edges: a tree from what is public.
        epsilons: the noise; None for none.

    Returns:
        One row per size, kind and epsilon, as of `judge`, with ``people`` (in the data), ``kind``, ``epsilon`` (0 for
        no noise) and ``fresh`` (the error of as many real people).
    """
    targets, found = len(members) // 8, []
    for size in (targets, len(members) // 2, len(members)):
        part, fresh = members.head(size), two_way_error(members.head(size), others.head(size))
        for kind in (*COPIES, CHOSEN, FIXED, COLUMNS):
            for epsilon in epsilons if kind not in COPIES else (None,):
                files = {kind: made(kind, epsilon, edges)(part)}
                row = judge(files, part, others, targets=targets).rename(columns={"file": "kind"})
                found.append(row.assign(people=size, epsilon=epsilon or 0.0, fresh=fresh))
    return pd.concat(found, ignore_index=True)
