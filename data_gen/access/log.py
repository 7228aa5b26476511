"""The access log of a quarter: employees, cases and looks; and apart from them who did what."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from data_gen.access.assumptions import Assumptions
from data_gen.access.employees import make_employees
from data_gen.access.honest import honest_looks
from data_gen.access.looks import COLUMNS, PURPOSES, as_looks
from data_gen.access.misdeeds import KINDS, UNSEEN, make_acts
from data_gen.streams import Seed, scrambled
from data_gen.world import World


@dataclass(frozen=True, eq=False)
class AccessLog:
    """What is kept of a quarter, and the truth apart. Every frame handed out is a copy.

    employees: see `data_gen.access.employees.make_employees`.
    cases: ``case_id``, ``viewer_id``, ``opened_at``, ``owner``.
    looks: one row per look, in order of time; the columns of ``data_gen.access.looks.COLUMNS``.
    viewers: of the world.
    truth: one row per look: ``act`` (of those that belong to one; missing: ordinary work), ``kind`` (empty likewise),
        ``guilty``. For scoring only.
    acts: all ways of the misdeeds and of their honest twins, as looks with ``act``, ``kind``, ``guilty``, ``way``. The
        log holds the first way of each: nobody was hindered. For scoring only.
    assumed, seed: from what it was made.
    """

    employees: pd.DataFrame
    cases: pd.DataFrame
    looks: pd.DataFrame
    viewers: pd.DataFrame
    assumed: Assumptions
    seed: Seed
    truth: pd.DataFrame = field(repr=False)
    acts: pd.DataFrame = field(repr=False)

    def __repr__(self) -> str:
        """How much of what."""
        return (
            f"Access log of a quarter: {len(self.employees)} employees, {len(self.looks):,} looks, "
            f"{len(self.cases):,} cases, seed {self.seed}"
        )


def make_access_log(
    world: World, assumed: Assumptions | None = None, *, seed: Seed | None = None, unseen: bool = False
) -> AccessLog:
    """Make the access log of one quarter.

    Honest looks are made first, from tasks, without regard to who is related to whom. Then each misdeed is done once,
    and its honest twin once. No column, order, number or moment tells which is which.

    Args:
        world: whose viewers are looked at.
        assumed: how many employees and looks; none of these figures is measured.
        seed: of the log; by default the world's.
        unseen: whether somebody does a ninth thing, which no other log holds.

    Examples:
        >>> from data_gen import make_world
        >>> make_access_log(make_world(200, n_titles=400, seed="Ada"), Assumptions(honest_looks=500))
        Access log of a quarter: 60 employees, 524 looks, 153 cases, seed Ada
    """
    assumed, seed = assumed or Assumptions(), world.seed if seed is None else seed
    kinds = (*KINDS, UNSEEN) if unseen else KINDS
    employees = make_employees(assumed, seed)
    honest, cases = honest_looks(world, employees, assumed, seed)
    made, more_cases, employees = make_acts(world, employees, honest, int(cases["case_id"].max()) + 1, seed, kinds)
    purposes = employees.set_index("employee_id")["role"].map(PURPOSES)
    acts = as_looks([look | {"purpose": purposes[look["employee_id"]]} for look in made])
    looks = pd.concat([honest, acts[acts["way"].eq(0)]], ignore_index=True)
    looks = looks.sort_values(["at", "employee_id", "sight"], ignore_index=True, kind="stable")
    all_cases = pd.concat([cases, more_cases], ignore_index=True).sort_values("opened_at", ignore_index=True)
    for frame in (looks, acts, all_cases):
        frame["case_id"] = _numbered(frame["case_id"], seed)
    looks["kind"] = looks["kind"].fillna("")
    looks["guilty"] = looks["guilty"].eq(True)
    truth = looks[["act", "kind", "guilty"]].astype({"act": "Int64", "kind": "str", "guilty": "bool"})
    return AccessLog(employees, all_cases, looks[[*COLUMNS]].astype(COLUMNS), world.viewers, assumed, seed, truth, acts)


def _numbered(running: pd.Series, seed: Seed) -> pd.Series:
    """Case numbers that tell nothing of when or why a case was opened."""
    known = running.notna().to_numpy()
    numbers = pd.Series(pd.NA, running.index, dtype="Int64")
    numbers[known] = scrambled(running[known].to_numpy(dtype=np.int64), seed, "case", 1_000_000)
    return numbers
