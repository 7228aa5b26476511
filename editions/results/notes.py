"""What is for the teacher alone: files that could not be used, and coincidences, by the names of files."""

from collections.abc import Iterator, Sequence

from editions.results import strings
from editions.results.hand_ins import Damaged, HandIn
from editions.results.rechecking import Checked
from teaching.coincidences import Look


def notes_of(hand_ins: Sequence[HandIn], damaged: Sequence[Damaged], checked: Checked) -> str:
    """Write the notes.

    Args:
        hand_ins: what could be read.
        damaged: what could not.
        checked: what came of it.
    """
    return strings.NOTES.format(
        read=len(hand_ins),
        damaged=_listed(f"{each.file}: {each.reason}." for each in damaged),
        not_checked=_listed(_not_checked(hand_ins, checked)),
        looks="\n".join(_looks(checked)) or strings.NOTHING_TO_COMPARE,
    )


def _listed(lines: Iterator[str]) -> str:
    return "\n".join(f"- {line}" for line in lines) or strings.NONE


def _not_checked(hand_ins: Sequence[HandIn], checked: Checked) -> Iterator[str]:
    """What was not checked, and why."""
    files = sum(any(answer.kind == "function" for answer in each.answers.values()) for each in hand_ins)
    if files and not checked.ran_code:
        yield strings.FUNCTIONS.format(files=files)
    for file in checked.unknown:
        yield strings.UNKNOWN.format(file=file)


def _looks(checked: Checked) -> Iterator[str]:
    """The coincidences, each exercise with what chance alone brings."""
    for task, look in checked.looks.items():
        yield f"- {_sentence(task, look)}"
        for each in look.found:
            yield strings.FOUND.format(one=each.one, answer=each.answer, other=each.other, share=each.share)


def _sentence(task: str, look: Look) -> str:
    """How many were found, and how many chance alone brings."""
    return strings.LOOK.format(
        task=task, found=len(look.found), expected=look.expected, pairs=look.pairs, worlds=look.worlds
    )
