"""What is said of the learner's progress."""

from typing import Final

GUESSED: Final = "guessed"
RIGHT: Final = "right"
NOT_YET: Final = "not yet"
BEGUN: Final = "begun"
NOTHING_YET: Final = "Nothing is recorded yet: open a lesson, make a guess, try an exercise."
ALL_RIGHT: Final = "Everything that you have begun ({count} things) is done. Go on with the next lesson."
GO_ON: Final = "Go on with lesson {lesson}. Not done there yet: {things}. In all lessons: {count}."
THINGS: Final = {
    "exercise": ("{count} exercise", "{count} exercises"),
    "question": ("{count} question", "{count} questions"),
}
NOT_WRITTEN: Final = (
    "Your progress cannot be written to {file} ({reason}). The lesson works all the same; nothing will be remembered."
)
ELSEWHERE: Final = "The folder of this notebook is read-only: your progress is kept in {file}."
NOT_READ: Final = (
    "Your progress cannot be read from {file} ({reason}). The lesson works all the same, as if nothing were remembered."
)
NO_FILE: Final = "it is no file"
NOT_DELETED: Final = "It cannot be deleted: {file} ({reason}). Delete it by hand; nothing was ever sent anywhere."
DAMAGED: Final = (
    "Some lines of your progress could not be read. The damaged file is kept as {aside}; all other lines go on."
)
DELETED: Final = "Deleted: {files}. Nothing else was kept, and nothing was ever sent anywhere."
NOTHING_TO_DELETE: Final = "There is nothing to delete: nothing is recorded."
PROGRESS_CHART: Final = (
    "One row for each lesson, one sign for each prediction, exercise and concept question in it: right, not yet right, "
    "begun or guessed."
)
PROGRESS_LEGEND: Final = "How it stands"
