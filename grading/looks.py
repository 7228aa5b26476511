"""What a teacher may want to look at: answers that are right in somebody else's tables, and somebody else's code.

It is a note, and no mark depends on it. Each student has tables of her own, so an answer that is wrong in hers and
right in another's says something, if few worlds share it; beside it stands how often chance alone brings that.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from tqdm import tqdm

from grading.answers import NoAnswer
from grading.course import CourseSet
from grading.marks import is_right
from grading.tasks import Case, Key, WorldTask
from grading.worlds import VIEWERS, drawn_key
from teaching.coincidences import Fits, Look, coincidences

WORLDS: Final = 100
"""In at least so many worlds is counted how rare an answer is, where there is one to be looked at."""
NEVER: Final[tuple[Any, ...]] = (5, VIEWERS, [], {}, set(), "")
"""The threshold of all sets, the people of a world, and nothing: never listed, like 0 and 1."""

NOTE: Final = """# For the teacher alone: {name}

**Look, and ask; this is no proof**, and no mark depends on it. Two who think alike err alike, and chance brings
coincidences, too.

## Wrong in a student's own tables, and right in somebody else's

{looks}

## Notebooks that hold somebody else's code

{codes}
"""
LOOK: Final = (
    "- {task}: found {found}; expected by chance alone {expected:.2f}; pairs compared {pairs}; worlds {worlds}."
)
PAIR: Final = "  - {one} answered what is right in the tables of {other} (and in {share:.1%} of all worlds)"
HOLDS: Final = "- The notebook of {one} holds the code of {others}: whose tables were these?"
NOTHING: Final = "None."

Answers = Mapping[str, Mapping[str, Any]]
"""What each student has answered about her own tables, by task."""


def looks_of(of: CourseSet, answered: Answers) -> dict[str, Look]:
    """For each task with one right answer in each world: the wrong answers that are right in another student's.

    Args:
        of: the set, in its course.
        answered: of students of the course.
    """
    drawn: list[Key] = []
    found = {}
    for task in of.problem_set.tasks:
        if isinstance(task, WorldTask) and task.one_answer:
            given = {
                who: answers[task.name]
                for who, answers in answered.items()
                if _is_there(answers.get(task.name, NoAnswer()))
            }
            right = {who: of.keys[code][task.name] for code, who in of.codes.items() if code in of.keys}
            fits = partial(_fits, task)
            if _any_elsewhere(given, right, fits) and not drawn:
                drawn += _drawn(of, WORLDS - len(right))
            everywhere = [*right.values(), *(key[task.name] for key in drawn)]
            found[task.name] = coincidences(task.name, given, right, everywhere, NEVER, fits)
    return found


def _is_there(answer: Any) -> bool:
    return not isinstance(answer, NoAnswer)


def _fits(task: WorldTask, answer: Any, key: Any) -> bool:
    """Whether an answer is right by a key."""
    return is_right(task, Case((), key), answer)


def _any_elsewhere(given: Mapping[str, Any], right: Mapping[str, Any], fits: Fits) -> bool:
    """Whether anything wrong is right in another student's world: only then is it asked how rare it is."""
    wrong = [answer for who, answer in given.items() if not fits(answer, right[who])]
    return any(fits(answer, key) for answer in wrong for key in right.values())


def _drawn(of: CourseSet, n: int) -> list[Key]:
    """The keys of worlds that are nobody's."""
    numbers = tqdm(range(n), desc="Worlds to compare", unit="world", disable=None)
    return [drawn_key(of.term, of.problem_set, number) for number in numbers]


def note_of(name: str, looks: Mapping[str, Look], codes: Mapping[str, Sequence[str]]) -> str:
    """Write the note.

    Args:
        name: of the set.
        looks: by task.
        codes: by student, the others whose codes stand in the notebook.
    """
    held = [HOLDS.format(one=one, others=", ".join(others)) for one, others in codes.items() if others]
    return NOTE.format(name=name, looks="\n".join(_lines(looks)) or NOTHING, codes="\n".join(held) or NOTHING)


def _lines(looks: Mapping[str, Look]) -> Iterator[str]:
    """Each task with what was found, what chance brings, and the pairs."""
    for task, look in looks.items():
        numbers = {"found": len(look.found), "expected": look.expected, "pairs": look.pairs, "worlds": look.worlds}
        yield LOOK.format(task=task, **numbers)
        for each in look.found:
            yield PAIR.format(one=each.one, other=each.other, share=each.share)
