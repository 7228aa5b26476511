"""Blocks with few ages and two plans, small enough to try every list of people, one by one."""

from itertools import combinations_with_replacement, product
from statistics import median

import numpy as np
import pandas as pd

from lessons.reconstruction.release import COLUMNS, print_block

AGES = range(18, 22)
LABELS = {"sex": ("female", "male"), "plan": ("basic", "premium")}


def random_block(rng, women=3, men=3, ages=AGES):
    """A block with so many women and men, with ages and plans by lot."""
    sexes = ["female"] * women + ["male"] * men
    plans = rng.choice(LABELS["plan"], len(sexes))
    return pd.DataFrame({"sex": sexes, "plan": plans, "age": rng.choice(list(ages), len(sexes))})


def fits(people, printed):
    """Whether a list of people fits every line of every table, by the definitions of mean and median."""
    for name, groups in printed.tables.items():
        by = {"all": (), "sex": (0,), "plan": (1,), "sex and plan": (0, 1)}[name]
        for cell, group in groups.items():
            ages = [age for *who, age in people if tuple(who[place] for place in by) == cell]
            if group is None and len(ages) >= printed.least:
                return False
            if group is not None and described(ages) != (group.people, group.mean, group.median):
                return False
    return True


def described(ages):
    """Count, mean to one decimal, and median."""
    return (len(ages), round(sum(ages) / len(ages), 1), median(ages)) if ages else (0, 0, 0)


def every_list(printed, ages=AGES):
    """Every list of people that fits, found by trying all: those of one sex first, for their lines stand alone."""
    sides = []
    for sex in LABELS["sex"]:
        kinds = [(sex, plan, age) for plan, age in product(LABELS["plan"], ages)]
        lines = printed.without("all", "plan")
        only = {
            name: {cell: g for cell, g in groups.items() if cell[0] == sex} for name, groups in lines.tables.items()
        }
        alone = type(printed)(only, printed.labels, least=printed.least)
        size = printed.of_sex(sex).people
        sides.append([side for side in combinations_with_replacement(kinds, size) if fits(side, alone)])
    return {tuple(sorted(one + other)) for one, other in product(*sides) if fits(one + other, printed)}


def as_sets(found, labels=LABELS):
    """The lists of an attack, each as its people, sorted."""
    plans = np.array(labels["plan"])
    return [
        tuple(sorted(zip(found.sexes, plans[row].tolist(), ages, strict=True)))
        for row, ages in zip(found.plans, found.ages.tolist(), strict=True)
    ]


def printed_of(people):
    return print_block(people[COLUMNS], LABELS)
