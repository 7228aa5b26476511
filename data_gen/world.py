"""One world: a made-up streaming service with its viewers, its titles, its log, and what outsiders can see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import pandas as pd

from data_gen.blocks import ROLES, Block, Plan, blocks, plan, viewers_of_cast
from data_gen.clues import choose_cards, make_clues
from data_gen.knobs import Knobs, knobs_of
from data_gen.outside import Outside
from data_gen.stories import STORIES
from data_gen.streams import Seed, seed_key, stream
from data_gen.viewers import make_neighbours

LONG_RUN = 5  # blocks from which on a progress bar is shown


@dataclass(frozen=True)
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


@dataclass(frozen=True, repr=False)
class World:
    """A made-up streaming service, frozen: every frame handed out is a copy, and changing it changes nothing here.

    viewers: one row per profile.
        viewer_id, account_id, household_id (int64); name, email, handle, sex ("female", "male") (str);
        birth_date (datetime64[s]); age (int16, whole years on 11 December 2017); country, region, postcode, time_zone,
        plan, device (str); joined_on, left_on (datetime64[s]; NaT: still there); staff (bool).
    titles: one row per film or series.
        title_id (int32); title, kind ("film", "series"), genre (str); seasons, episodes (int16; 0 for films;
        all seasons together); minutes (int16, of the film or of one episode); released_on (datetime64[s]);
        seasonal (str: "Christmas", "Halloween", "Valentine" or "").
    views: one row per showing, sorted by viewer and time.
        viewer_id (int64), title_id (int32); season, episode (int16, 0 for films); started_at (datetime64[s, UTC]);
        day (datetime64[s]: the viewer's local date at its midnight); minutes_watched (int16); device (category).
    ratings: private stars, one row per viewer and title rated.
        viewer_id (int64), title_id (int32), stars (int8, 1 to 5), rated_on (datetime64[s], a local day).
    outside: what others can see (see Outside). truth: the answers, for scoring only (see Truth).
    people: the named people whom the lessons follow, role -> viewer_id: "first card", "second card", "third card",
        "record holder", "marathon viewer", "near miss".
    knobs, seed: what the world was made from.

    The hours, weekends and seasons of viewing are assumptions (see habits); taste and popularity are held against
    measured data (see realism).
    """

    knobs: Knobs
    seed: Seed
    outside: Outside
    truth: Truth
    people: Mapping[str, int]
    _viewers: pd.DataFrame
    _titles: pd.DataFrame
    _views: pd.DataFrame
    _ratings: pd.DataFrame

    @property
    def viewers(self) -> pd.DataFrame:
        """One row per profile."""
        return self._viewers.copy(deep=False)

    @property
    def titles(self) -> pd.DataFrame:
        """One row per film or series."""
        return self._titles.copy(deep=False)

    @property
    def views(self) -> pd.DataFrame:
        """One row per showing."""
        return self._views.copy(deep=False)

    @property
    def ratings(self) -> pd.DataFrame:
        """One row per viewer and title rated."""
        return self._ratings.copy(deep=False)

    def __repr__(self) -> str:
        """A few lines: how much of what, from when to when, which seed, and who is followed."""
        first, last = (f"{day.day} {day:%b %Y}" for day in (self._views["day"].min(), self._views["day"].max()))
        return (
            f"World of {len(self._viewers):,} viewers, {len(self._titles):,} titles, {len(self._views):,} views, "
            f"{first} to {last}, seed {self.seed}\n"
            f"  frames: viewers, titles, views, ratings; outside: reviews, clues, register, export_of(viewer_id)\n"
            f"  people: {', '.join(self.people) or 'none'}"
        )


def make_world(n_viewers: int | None = None, *, seed: Seed = 53, preset: str = "classroom", **knobs: Any) -> World:
    """Make a world of so many viewers (2,000 when not given).

    seed: a whole number, or a nickname, which gives a world of one's own. preset: one of knobs.PRESETS to start from.
    knobs: any field of Knobs.

    Raises ValueError with a sentence that names the knob, the value and the bounds; TypeError for an unknown knob.

    >>> world = make_world(200, n_titles=400, seed="Ada")
    >>> len(world.viewers), len(world.titles)
    (200, 400)
    """
    seed_key(seed)
    given = knobs_of(preset) | knobs | ({} if n_viewers is None else {"n_viewers": n_viewers})
    return assemble(plan(Knobs(**given), seed))


def assemble(settled: Plan) -> World:
    """Put all blocks of a planned world together in memory."""
    made = _with_progress(settled)
    frames = {
        name: _joined(made, name) for name in ("viewers", "views", "ratings", "reviews", "review_truth", "register")
    }
    reviews = _numbered(frames["reviews"].sort_values("day", kind="stable", ignore_index=True), "review_id")
    register = _numbered(frames["register"], "register_id")
    actors = viewers_of_cast(settled)
    clues, clue_truth, people = clue_cards(settled, actors)
    titles = settled.titles.frame
    return World(
        knobs=settled.knobs,
        seed=settled.seed,
        outside=Outside(reviews, clues, register.drop(columns="answer"), frames["views"], titles),
        truth=Truth(clue_truth, frames["review_truth"], _answers(register), story_truth(actors)),
        people=MappingProxyType(people),
        _viewers=frames["viewers"],
        _titles=titles,
        _views=frames["views"],
        _ratings=frames["ratings"],
    )


def clue_cards(settled: Plan, actors: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, dict[str, int]]:
    """The clues, the truth about them, and the named people of a planned world.

    actors: blocks.viewers_of_cast(settled).
    """
    roles = {role: actors[actors["role"] == role] for role in ROLES}
    vigil, near = roles["vigil"], roles["near_misses"]
    strangers = make_neighbours(len(vigil) - len(near), settled.seed, stream(settled.seed, "strangers"))
    cards = choose_cards(vigil, settled.seed)
    clues, truth = make_clues(vigil, near, strangers.assign(viewer_id=-1), cards, settled.seed)
    named = {"record holder": roles["record"], "marathon viewer": roles["marathon"], "near miss": near}
    people = {card: viewer for card, (viewer, _) in cards.items()}
    people |= {name: int(frame["viewer_id"].iloc[0]) for name, frame in named.items() if len(frame)}
    return clues, truth, people


def story_truth(actors: pd.DataFrame) -> pd.DataFrame:
    """Who is in which story: target (its name), answer (viewer_id)."""
    in_story = actors[actors["role"].isin(STORIES)].sort_values(["role", "viewer_id"], ignore_index=True)
    return in_story.rename(columns={"role": "target", "viewer_id": "answer"})[["target", "answer"]]


def _with_progress(settled: Plan) -> list[Block]:
    made = blocks(settled)
    if len(settled.blocks) < LONG_RUN:
        return list(made)
    from tqdm.auto import tqdm

    return list(tqdm(made, total=len(settled.blocks), desc="blocks of viewers"))


def _joined(made: list[Block], name: str) -> pd.DataFrame:
    return pd.concat([getattr(block, name) for block in made], ignore_index=True)


def _numbered(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    frame.insert(0, name, range(1, len(frame) + 1))
    return frame


def _answers(register: pd.DataFrame) -> pd.DataFrame:
    return register[["register_id", "answer"]].rename(columns={"register_id": "target"})
