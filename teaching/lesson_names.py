"""What learners call a lesson: they know its number and its words, not the name of its folder."""

from contextlib import suppress
from pathlib import Path


def lesson_name(lesson: str, folder: Path = Path()) -> str:
    """Say a lesson's folder (its slug) as a learner does.

    Args:
        lesson: the folder, such as ``"start_here"``.
        folder: where the notebooks are; the number is that of the lesson's notebook there, and is left out without one.

    Examples:
        >>> lesson_name("start_here"), lesson_name("start_here", Path("notebooks"))
        ('start here', '00 start here')
    """
    with suppress(OSError):  # the folder in which Python runs may have been deleted
        for file in folder.iterdir():
            if file.name[:2].isdigit() and file.name[2:] == f"_{lesson}.ipynb":
                return file.stem.replace("_", " ")
    return lesson.replace("_", " ")
