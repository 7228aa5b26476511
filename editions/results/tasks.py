"""The exercises of a lesson, as a learner had them: those that ask for a value in her own world, in that world."""

import inspect
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import pandas as pd

import lessons
from data_gen import make_world
from data_gen.access import Assumptions, make_access_log
from data_gen.blocks import plan
from data_gen.knobs import Knobs, knobs_of
from data_gen.streams import Seed
from data_gen.viewers import make_viewers
from data_gen.viewing_log import make_views
from editions.pages.two_minutes import DAYS, FILM
from lessons.access.exercises import small_office
from lessons.release_desk import ReleaseDesk
from lessons.release_desk.exercises import taken_over
from lessons.singling_out.exercises import lonely_groups
from lessons.singling_out.release import drill_down, people_behind
from teaching.decision import Decision
from teaching.exercise import Exercise
from teaching.questions import Question, questions

Task = Exercise | Decision
FOLDER: Final = Path(lessons.__file__).parent
LESSONS: Final = tuple(sorted(path.parent.name for path in FOLDER.glob("*/exercises.py")))


def rows_behind_the_joke(seed: Seed) -> pd.DataFrame:
    """What lesson 01 asks about, in any world: viewers and showings alone, for they take half as long as a world.

    Args:
        seed: of the world.
    """
    settled = plan(Knobs(**knobs_of("classroom")), seed)
    made = [make_viewers(settled.knobs, seed, number, settled.cast) for number in settled.blocks]
    shown = [
        make_views(viewers, settled.titles, settled.planted, settled.knobs, seed, number)
        for number, viewers in zip(settled.blocks, made, strict=True)
    ]
    titles, views = settled.titles.frame, pd.concat(shown, ignore_index=True)
    film = int(titles.loc[titles["title"] == FILM, "title_id"].iloc[0])
    return drill_down(pd.concat(made, ignore_index=True), people_behind(views, title_id=film, days=DAYS))


def office_of(seed: Seed) -> Decision:
    """The small office of lesson 17, in any world."""
    world = make_world(seed=seed)
    few = Assumptions(employees=40, honest_looks=1_000)
    office = make_access_log(world, few, seed=f"{world.seed} small office", unseen=True)
    return small_office(office, office)


IN_OWN_WORLD: Final[dict[str, Callable[[Seed], Task]]] = {
    "singling_out/lonely-groups": lambda seed: lonely_groups(rows_behind_the_joke(seed)),
    "access/small-office": office_of,
    "release_desk/taken-over": lambda seed: taken_over(ReleaseDesk(make_world(seed=seed)).office),
}
"""Exercises whose answer differs between worlds."""


@cache
def alike_for_all(lesson: str) -> dict[str, Task]:
    """The exercises of a lesson that are the same in each world, by name, in the order of their module."""
    module = import_module(f"lessons.{lesson}.exercises")
    makers = [
        each
        for _, each in inspect.getmembers(module, inspect.isfunction)
        if each.__module__ == module.__name__ and _makes_a_task(each)
    ]
    made = [maker() for maker in sorted(makers, key=lambda maker: maker.__code__.co_firstlineno)]
    return {task.name: task for task in made}


def _makes_a_task(function: Callable[..., Any]) -> bool:
    """Whether a function makes an exercise out of nothing."""
    signature = inspect.signature(function)
    return signature.return_annotation in (Exercise, Decision) and not signature.parameters


def task_of(name: str, world: Seed) -> Task:
    """An exercise by its name.

    Args:
        name: the lesson and the exercise.
        world: the seed of the learner's world.

    Raises:
        KeyError: there is none of this name.
    """
    if name in IN_OWN_WORLD:
        return IN_OWN_WORLD[name](world)
    return alike_for_all(name.split("/")[0])[name]


def exercises_of(lesson: str) -> list[str]:
    """The names of all exercises of a lesson.

    Examples:
        >>> exercises_of("singling_out")
        ['singling_out/every-day', 'singling_out/publish-jokes', 'singling_out/lonely-groups']
    """
    return [*alike_for_all(lesson), *(name for name in IN_OWN_WORLD if name.startswith(f"{lesson}/"))]


@cache
def questions_of(lesson: str) -> dict[str, Question]:
    """The questions of a lesson, by name."""
    if not (FOLDER / lesson / "questions.toml").is_file():
        return {}
    return {f"{lesson}/{question.name}": question for question in questions(lesson)}
