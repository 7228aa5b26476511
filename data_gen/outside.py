"""What outsiders can see without the log: reviews, remarks of colleagues, a public register, a person's own export."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd


@dataclass(frozen=True, eq=False)
class Outside:
    """What can be known of people without the log; every frame handed out is a copy.

    reviews: review_id, handle, title_id, title, stars (1 to 5), day. Some are wrong, and some handles are nobody's.
    clues: clue_id, card ("first", "second", "third" or ""), speaker, sentence, and the facts in it: country, region,
        device, sex, joined_week (a Monday), age_from, age_to (missing where it is silent), group (what is claimed).
    register: register_id, name, sex, birth_date, country, region, postcode: part of the viewers, and other people.
    """

    _reviews: pd.DataFrame = field(repr=False)
    _clues: pd.DataFrame = field(repr=False)
    _register: pd.DataFrame = field(repr=False)
    _views: pd.DataFrame = field(repr=False)
    _titles: pd.DataFrame = field(repr=False)

    @property
    def reviews(self) -> pd.DataFrame:
        """Public reviews: review_id, handle, title_id, title, stars, day."""
        return self._reviews.copy(deep=False)

    @property
    def clues(self) -> pd.DataFrame:
        """Remarks: clue_id, speaker, sentence, the facts in it, and the group it puts the person in."""
        return self._clues.copy(deep=False)

    @property
    def register(self) -> pd.DataFrame:
        """The public register: register_id, name, sex, birth_date, country, region, postcode."""
        return self._register.copy(deep=False)

    def export_of(self, viewer_id: int) -> pd.DataFrame:
        """A viewer's own data export, as the service would hand it to her.

        Args:
            viewer_id: whose.

        Returns:
            Title (for series "Title: Season 1: Episode 2") and Date (MM/DD/YY, the local day), newest first.

        Raises:
            KeyError: nobody of this number has watched anything.
        """
        mine = self._views[self._views["viewer_id"].to_numpy() == viewer_id]
        if mine.empty:
            raise KeyError(f"viewer_id={viewer_id!r}: nobody with this number has watched anything.")
        return export(mine, self._titles)

    def __repr__(self) -> str:
        """One line: how much there is of each frame."""
        counts = (("reviews", self._reviews), ("clues", self._clues), ("people in the register", self._register))
        return "What outsiders see: " + ", ".join(f"{len(frame):,} {name}" for name, frame in counts)


def export(views: pd.DataFrame, titles: pd.DataFrame) -> pd.DataFrame:
    """Some views as the service would hand them to the person herself: Title, Date (MM/DD/YY), newest first."""
    newest_first = views.iloc[::-1]
    names = titles.set_index("title_id")["title"].loc[newest_first["title_id"]].reset_index(drop=True)
    season, episode = (newest_first[column].reset_index(drop=True) for column in ("season", "episode"))
    part = ": Season " + season.astype("str") + ": Episode " + episode.astype("str")
    dates = newest_first["day"].dt.strftime("%m/%d/%y").reset_index(drop=True)
    return pd.DataFrame({"Title": names + part.where(season > 0, ""), "Date": dates.astype("str")})
