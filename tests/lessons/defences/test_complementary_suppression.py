import sys
from collections import Counter

import numpy as np
import pytest

from lessons.audit.attackers import Outsider
from lessons.defences.complementary_suppression import SuppressComplementary
from lessons.defences.protection import Singletons, UnreachableError, Width
from lessons.defences.suppression_problem import Release, hide
from lessons.releases.linked_tables import LinkedTables
from tests.lessons.audit import fuzz
from tests.lessons.audit.brute_force import TooManyError
from tests.lessons.defences.brute_force_repair import leaks

Random = np.random.Generator


def some_defence(rng: Random, method: str = "greedy") -> SuppressComplementary:
    """Any of the defences: levels, attackers, zeros, marks."""
    threshold = int(rng.integers(2, 5))
    protect = ["exact", "exact", "exact", Width(2), "whole range"][rng.integers(5)]
    against = [(Outsider(),), (Outsider(), Singletons())][rng.integers(2)]
    zeros = str(rng.choice(["printed", "printed", "hidden", "may be hidden"]))
    cost, known = str(rng.choice(["people", "cells"])), bool(rng.random() < 0.5)
    return SuppressComplementary(threshold, protect, method, against, cost, zeros, known)  # type: ignore[arg-type]


def two_way(rng: Random) -> Release:
    return fuzz.random_world(rng, (1, *rng.integers(1, 4, size=2)), int(rng.integers(3, 9))).table(("film", "region"))


def three_way(rng: Random) -> Release:
    return fuzz.random_world(rng, (1, 2, 2, 2), 5).table(("film", "region", "age"))


def linked(rng: Random) -> Release:
    world = fuzz.random_world(rng, (1, 2, 2, 2), 4)
    chosen = [("film", "region"), ("film", "age"), ("region", "age")]
    return LinkedTables(tuple(world.table(by) for by in chosen[: rng.integers(2, 4)]))


def nested(rng: Random) -> Release:
    hierarchy = {"region": {"region0": "Aland", "region1": "Aland", "region2": "Bland"}}
    return fuzz.random_world(rng, (1, 2, 3), 6, hierarchy).table(("film", "region"))


KINDS = {two_way: 150, three_way: 20, linked: 20, nested: 30}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_promised_is_kept_by_enumeration(kind) -> None:
    """And what is refused cannot be had: even with all hidden that may be, some cell is not protected."""
    rng, seen = np.random.default_rng(53), Counter()
    while seen["kept"] + seen["refused"] < KINDS[kind]:
        truth, defence = kind(rng), some_defence(rng)
        try:
            seen[check(truth, defence)] += 1
        except TooManyError:
            seen["too many tables"] += 1
    assert seen["kept"] > KINDS[kind] / 4
    assert seen["refused"] > 0
    sys.stdout.write(f"{kind.__name__}: {dict(seen)}\n")


def check(truth: Release, defence: SuppressComplementary) -> str:
    """Hold one repair against enumeration."""
    try:
        release = defence(truth)
    except UnreachableError:
        assert leaks(truth, hide(truth, defence.rule, None), defence), f"{defence}\n{truth}"
        return "refused"
    assert leaks(truth, release, defence) == [], f"{defence}\n{truth}"
    return "kept"
