"""Check all that a class has handed in: answers that are alike are judged once, and worlds are made side by side."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Final

from tqdm import tqdm

from data_gen.streams import Seed
from editions.results.hand_ins import HandIn
from editions.results.tasks import IN_OWN_WORLD, exercises_of, questions_of
from editions.results.verdicts import Job, Judged, State, judged, state_of_choice
from editions.running import workers_of_their_own
from teaching.coincidences import Look, coincidences

AT_ONCE: Final = 2
"""How many processes judge side by side."""

FEW: Final = 12
"""So many jobs are done before other processes would have started."""

WORLDS: Final = 200
"""In at least so many worlds is counted how rare an answer is: the class's own, and others drawn for it."""

CheckFunction = Callable[[str, str], State]
"""The name of an exercise and the source of a function -> how it stands."""


@dataclass(frozen=True)
class Checked:
    """What has become of all hand-ins.

    Attributes:
        states: lesson -> exercise or question -> how the answer of each hand-in stands, in the order of the hand-ins.
        looks: by exercise, the wrong answers that are right in somebody else's world.
        unknown: the files with answers that this edition of the kit does not know.
        ran_code: whether functions were run.
    """

    states: Mapping[str, Mapping[str, Sequence[State]]]
    looks: Mapping[str, Look] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    ran_code: bool = False


def recheck(hand_ins: Sequence[HandIn], check_function: CheckFunction | None = None) -> Checked:
    """Check everything again.

    Args:
        hand_ins: all that could be read.
        check_function: judges functions; None: they are not checked, and nothing that learners wrote is run.
    """
    with workers_of_their_own(AT_ONCE) as workers:
        values = _judged_values(hand_ins, workers)
        looks = dict(_looks(hand_ins, values, workers))
    functions = _judged_functions(hand_ins, check_function)
    states: dict[str, dict[str, list[State]]] = {}
    for hand_in in sorted(hand_ins, key=lambda each: each.lesson):
        lines = states.setdefault(hand_in.lesson, {name: [] for name in _all_names(hand_in.lesson)})
        for name, line in lines.items():
            line.append(_state(hand_in, name, values, functions))
    unknown = [each.file for each in hand_ins if not set(each.answers) <= set(_all_names(each.lesson))]
    return Checked(states, looks, tuple(unknown), check_function is not None)


def _all_names(lesson: str) -> list[str]:
    """The questions and exercises of a lesson."""
    return [*questions_of(lesson), *exercises_of(lesson)]


Values = Mapping[tuple[str, Seed | None], tuple[Job, Judged]]
Functions = Mapping[tuple[str, str], State]


def _state(hand_in: HandIn, name: str, values: Values, functions: Functions) -> State:
    """How one answer of one hand-in stands."""
    answer = hand_in.answers.get(name)
    if answer is None:
        return "no answer"
    if question := questions_of(hand_in.lesson).get(name):
        return state_of_choice(question, answer.said) if answer.kind == "question" else "not yet"
    match answer.kind:
        case "value":
            job, outcome = values[name, _world_of(hand_in, name)]
            return outcome.states[job.texts.index(answer.said[0])]
        case "function":
            return functions.get((name, answer.said[0]), "not checked")
    return "not yet"


def _world_of(hand_in: HandIn, name: str) -> Seed | None:
    """The world in which an answer is judged; None where it makes no difference."""
    return hand_in.world if name in IN_OWN_WORLD else None


def _judged_values(hand_ins: Iterable[HandIn], workers: ProcessPoolExecutor) -> Values:
    """All values that were handed in, judged; those of one exercise in one world together."""
    texts: dict[tuple[str, Seed | None], dict[str, None]] = {}
    for hand_in in hand_ins:
        for name in exercises_of(hand_in.lesson):
            answer = hand_in.answers.get(name)
            if answer is not None and answer.kind == "value":
                texts.setdefault((name, _world_of(hand_in, name)), {})[answer.said[0]] = None
    jobs = [Job(name, world, tuple(answers)) for (name, world), answers in texts.items()]
    return {(job.task, job.world): (job, outcome) for job, outcome in zip(jobs, _all(jobs, workers), strict=True)}


def _all(jobs: Sequence[Job], workers: ProcessPoolExecutor, what: str = "Answers") -> Iterator[Judged]:
    """Judge all jobs: a few here, many in processes side by side."""
    bar = {"desc": what, "unit": "", "total": len(jobs)}
    yield from tqdm(map(judged, jobs) if len(jobs) <= FEW else workers.map(judged, jobs, chunksize=4), **bar)


def _judged_functions(hand_ins: Iterable[HandIn], check_function: CheckFunction | None) -> Functions:
    """All functions that were handed in, each once."""
    if check_function is None:
        return {}
    sources = {
        (name, answer.said[0]): None
        for hand_in in hand_ins
        for name, answer in hand_in.answers.items()
        if answer.kind == "function" and name in exercises_of(hand_in.lesson)
    }
    return {(name, source): check_function(name, source) for name, source in tqdm(sources, desc="Functions", unit="")}


def _looks(hand_ins: Sequence[HandIn], values: Values, workers: ProcessPoolExecutor) -> Iterator[tuple[str, Look]]:
    """For each exercise with one right value in each world: wrong answers that are right in somebody else's."""
    for name in IN_OWN_WORLD:
        here = {world: outcome for (task, world), (_, outcome) in values.items() if task == name}
        right = {world: outcome.expected for world, outcome in here.items()}
        if len(right) < 2 or None in right.values():
            continue
        answered = [each for each in hand_ins if (answer := each.answers.get(name)) and answer.kind == "value"]
        given = {each.file: _value(each, name, values) for each in answered}
        own = {each.file: right[each.world] for each in answered}
        if all(given[file] == own[file] for file in given):
            continue
        drawn = [Job(name, f"drawn for comparison {number}", ()) for number in range(WORLDS - len(right))]
        elsewhere = [outcome.expected for outcome in _all(drawn, workers, "Worlds to compare with")]
        sizes = {size for outcome in here.values() for size in outcome.sizes}
        yield name, coincidences(name, given, own, [*right.values(), *elsewhere], never=sizes)


def _value(hand_in: HandIn, name: str, values: Values) -> Any:
    job, outcome = values[name, hand_in.world]
    return outcome.values[job.texts.index(hand_in.answers[name].said[0])]
