"""The answers to everything a lesson tries to find out, kept apart from what learners are given."""

from dataclasses import dataclass, field

import pandas as pd


@dataclass(frozen=True, eq=False)
class Truth:
    """The answers, for scoring only: never hand this to an attack. Every frame has the columns target and answer.

    clues: clue_id -> viewer_id of one who kept the vigil, <NA> for a person wrongly put among them.
    reviews: handle -> viewer_id, <NA> for a handle of somebody who is not a viewer.
    register: register_id -> viewer_id, <NA> for somebody who is not a viewer.
    stories: the story's name ("vigil", "record", "marathon") -> viewer_id, one row for each person in it.
    """

    _clues: pd.DataFrame = field(repr=False)
    _reviews: pd.DataFrame = field(repr=False)
    _register: pd.DataFrame = field(repr=False)
    _stories: pd.DataFrame = field(repr=False)

    @property
    def clues(self) -> pd.DataFrame:
        """Target: clue_id; answer: viewer_id or <NA>."""
        return self._clues.copy(deep=False)

    @property
    def reviews(self) -> pd.DataFrame:
        """Target: handle; answer: viewer_id or <NA>."""
        return self._reviews.copy(deep=False)

    @property
    def register(self) -> pd.DataFrame:
        """Target: register_id; answer: viewer_id or <NA>."""
        return self._register.copy(deep=False)

    @property
    def stories(self) -> pd.DataFrame:
        """Target: name of the story; answer: viewer_id."""
        return self._stories.copy(deep=False)
