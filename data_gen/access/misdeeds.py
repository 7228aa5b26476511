"""What some employees do with their access, and for each misdeed the honest work that leaves the same trace.

An intruder is a list of ways: she takes the first that the rules leave open, or gives up. So does the honest employee
beside her, whose looks are the same: only the reason differs, and no log holds that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from data_gen.access.honest import OF_EXPORT, callers, facts_of, how_many, in_words, peak_in_words, question_about
from data_gen.access.looks import DAY, EMERGENCY, EXPORT, NARROWER, hours_of_work
from data_gen.story_facts import CHRISTMAS_FILM
from data_gen.streams import Seed, stream
from data_gen.world import World

ENOUGH: Final = 20
"""Whoever asks for two counts whose difference is one person asks about so many people at least."""

Look = dict[str, Any]
Ways = list[list[Look]]


@dataclass(frozen=True)
class Scene:
    """Who acts, about whom, when.

    Args:
        viewer: a row of the world's viewers.
        colleague: the employee_id of somebody of the same role.
        at: the moment.
        case_id: the number of a case about the viewer that is a colleague's, where the act needs one.
        world: the world.
        rng: draws what else is needed.
    """

    viewer: pd.Series
    colleague: int
    at: pd.Timestamp
    case_id: int
    world: World
    rng: np.random.Generator

    def look(self, sight: str, minutes: int = 0, **more: Any) -> Look:
        """One look, some minutes after the first; at the viewer, where it is at one."""
        about = {"viewer_id": int(self.viewer["viewer_id"])} if sight in {"profile", "evenings"} else {}
        return {"at": self.at + pd.Timedelta(minutes=minutes), "sight": sight, **about, **more}


def _without_case(scene: Scene) -> Ways:
    return [[scene.look("profile"), scene.look("evenings", 2)]]


def _with_the_case_of_a_colleague(scene: Scene) -> Ways:
    case: Look = {"case_id": scene.case_id}
    return [[scene.look("profile", **case), scene.look("evenings", 2, **case)]]


def _one_look(scene: Scene) -> Ways:
    return [[scene.look("evenings")]]


def _one_look_or_through_the_emergency_door(scene: Scene) -> Ways:
    return [[scene.look("evenings")], [scene.look("evenings", emergency=True, reason=EMERGENCY)]]


def _export(scene: Scene) -> Ways:
    rows: Look = {"query": EXPORT, "people": OF_EXPORT}
    return [[scene.look("rows", **rows)], [scene.look("rows", approved_by=scene.colleague, **rows)]]


def _count_then_rows(scene: Scene) -> Ways:
    knobs = scene.world.knobs
    peak: Look = {"query": peak_in_words(CHRISTMAS_FILM, knobs.vigil_days), "people": knobs.vigil_viewers}
    count = scene.look("count", **peak)
    return [[count, scene.look("rows", 3, **peak)], [count, _narrower(scene, peak)]]


def _two_counts(scene: Scene) -> Ways:
    facts, people = facts_of(scene.world.viewers), 0
    row = int(np.flatnonzero(scene.world.viewers["viewer_id"].eq(scene.viewer["viewer_id"]))[0])
    while people < ENOUGH:
        question = question_about(facts, row, scene.rng)
        people = how_many(facts, question)
    asked: Look = {"query": in_words(question), "people": people}
    return [[scene.look("count", **asked), _narrower(scene, asked)]]


def _week_by_week(scene: Scene) -> Ways:
    return [[scene.look("evenings", minutes) for minutes in (0, 7 * DAY, 14 * DAY)]]


def _narrower(scene: Scene, asked: Look) -> Look:
    """All but one of those counted: the difference is one person."""
    return scene.look("count", 3, query=asked["query"] + NARROWER, people=asked["people"] - 1)


@dataclass(frozen=True)
class Kind:
    """A kind of misdeed.

    Args:
        name: what is done.
        twin: the honest work that looks the same.
        role: who can do it.
        ways: the ways, in the order in which they are tried.
        same_area: whether the viewer lives in the employee's area (she of the misdeed, and he who calls the centre).
        case_later: the honest twin's case is opened so many minutes after the look; None: there is none.
    """

    name: str
    twin: str
    role: str
    ways: Callable[[Scene], Ways]
    same_area: bool = False
    case_later: int | None = None


KINDS: Final = (
    Kind("former partner, no case", "helps a caller, the case comes later", "support", _without_case, True, 60),
    Kind(
        "former partner, borrowed case",
        "takes a case over from a colleague",
        "support",
        _with_the_case_of_a_colleague,
        True,
    ),
    Kind("famous viewer after the news", "her account was attacked", "fraud", _one_look, False, 240),
    Kind("neighbour", "works in the area's own centre", "support", _one_look, True),
    Kind("rows to take along", "an approved move of data", "engineering", _export),
    Kind("the 53, and who they are", "checks an odd peak", "recommendations", _count_then_rows),
    Kind("one person by two counts", "refines a report", "recommendations", _two_counts),
    Kind(
        "the emergency door without need",
        "a real emergency",
        "support",
        _one_look_or_through_the_emergency_door,
        True,
    ),
)
"""Eight kinds, twelve looks on the first ways. Each has one employee who does it, and one honest twin."""

UNSEEN: Final = Kind("watches a colleague, week by week", "a fault that comes again", "engineering", _week_by_week)
"""A ninth kind, in the logs of offices on which rules are tried that were made without it."""


def make_acts(
    world: World,
    employees: pd.DataFrame,
    honest: pd.DataFrame,
    first_case: int,
    seed: Seed,
    kinds: tuple[Kind, ...] = KINDS,
) -> tuple[list[Look], pd.DataFrame, pd.DataFrame]:
    """Let one employee do each misdeed, and another its honest twin.

    Args:
        world: whose viewers are looked at.
        employees: as `make_employees`; those who act near home are given the viewer's area in what is returned.
        honest: the looks of ordinary work; nobody acts on a viewer whom she has looked at anyway.
        first_case: the first number for new cases.
        seed: of the log.
        kinds: what is done.

    Returns:
        Acts (one row per look, with ``act``, ``kind``, ``guilty`` and ``way``, from 0), their cases, and the employees.
    """
    rng = stream(seed, "misdeeds")
    employees, pool = employees.copy(), callers(world)
    acts: list[Look] = []
    cases: list[Look] = []
    for number, (kind, guilty) in enumerate((kind, guilty) for kind in kinds for guilty in (True, False)):
        taken = [act["employee_id"] for act in acts]
        free = employees.index[employees["role"].eq(kind.role) & ~employees["employee_id"].isin(taken)]
        who, colleague = rng.choice(free, 2, replace=False)
        doer = int(employees.loc[who, "employee_id"])
        unseen = pool[~pool["viewer_id"].isin(honest.loc[honest["employee_id"].eq(doer), "viewer_id"])]
        viewer = unseen.iloc[int(rng.integers(len(unseen)))]
        if kind.same_area:
            employees.loc[who, "area"] = viewer["postcode"]
        case = first_case + number
        at = pd.Timestamp(hours_of_work(1, rng)[0])
        scene = Scene(viewer, int(employees.loc[colleague, "employee_id"]), at, case, world, rng)
        marks = {"employee_id": doer, "act": number, "kind": kind.name, "guilty": guilty}
        acts += [look | marks | {"way": way} for way, looks in enumerate(kind.ways(scene)) for look in looks]
        cases += _cases_of_act(kind, guilty, scene, doer)
    return acts, pd.DataFrame(cases), employees


def _cases_of_act(kind: Kind, guilty: bool, scene: Scene, doer: int) -> list[Look]:
    """The colleague's case that was borrowed or taken over; or the honest twin's, opened after the look."""
    about = {"case_id": scene.case_id, "viewer_id": int(scene.viewer["viewer_id"])}
    if kind.ways is _with_the_case_of_a_colleague:
        return [about | {"opened_at": scene.at - pd.Timedelta(hours=5), "owner": scene.colleague}]
    if kind.case_later is None or guilty:
        return []
    return [about | {"opened_at": scene.at + pd.Timedelta(minutes=kind.case_later), "owner": doer}]
