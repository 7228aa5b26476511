"""One world: a made-up streaming service with its viewers, its titles, its log, and what outsiders can see."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pandas as pd

from data_gen.blocks import ROLES, Block, Plan, blocks, plan, viewers_of_cast
from data_gen.clues import Cards, choose_cards, make_clues
from data_gen.knobs import Knobs, knobs_of
from data_gen.outside import Outside
from data_gen.story_facts import STORIES
from data_gen.streams import Seed, seed_key, stream
from data_gen.truth import Truth
from data_gen.viewers import make_neighbours

LONG_RUN = 16  # blocks from which on a progress bar is shown


@dataclass(frozen=True, repr=False, eq=False)
class World:
    """A made-up streaming service, frozen: every frame handed out is a copy, and changing it changes nothing here.

    viewers: one row per profile.
        viewer_id, account_id, household_id (int64); name, email, handle, sex ("female", "male") (str);
        birth_date (datetime64[s]); age (int16, whole years on 11 December 2017); country, region, postcode, time_zone,
        plan, device (str); joined_on, left_on (datetime64[s], the last day; NaT: still there); staff (bool).
    titles: one row per film or series.
        title_id (int32); title, kind ("film", "series"), genre (str); seasons, episodes (int16, 0 for films; episodes
        of all seasons together); minutes (int16, of the film or of one episode); released_on (datetime64[s]);
        seasonal (str: "Christmas", "Halloween", "Valentine" or "").
    views: one row per showing, sorted by viewer and time.
        viewer_id (int64); title_id (int32); season, episode (int16, 0 for films); started_at (datetime64[s, UTC]);
        day (datetime64[s]: the viewer's local date, as its midnight); minutes_watched (int16); device (category).
    ratings: private stars, one row per viewer and title rated.
        viewer_id (int64); title_id (int32); stars (int8, 1 to 5); rated_on (datetime64[s], a local day).
    outside: what others can see (see Outside). truth: the answers, for scoring only (see Truth).
    people: the people whom the lessons follow, role -> viewer_id: "first card", "second card", "third card",
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
    """Make a world.

    Args:
        n_viewers: how many viewers; 2,000 when neither this nor a preset says otherwise.
        seed: a whole number, or a nickname, which gives a world of one's own.
        preset: one of knobs.PRESETS to start from.
        knobs: any field of Knobs, which also says what each does to the lessons.

    Returns:
        A World; the same arguments give the same world.

    Raises:
        ValueError: a knob or seed is out of bounds; the sentence names it, its value and the bounds.
        TypeError: there is no such knob, or the seed is neither a whole number nor a nickname.

    Examples:
        >>> world = make_world(200, n_titles=400, seed="Ada")
        >>> len(world.viewers), len(world.titles)
        (200, 400)
    """
    seed_key(seed)
    given = knobs_of(preset) | knobs | ({} if n_viewers is None else {"n_viewers": n_viewers})
    return assemble(plan(Knobs(**given), seed))


def assemble(settled: Plan) -> World:
    """Put all blocks of a planned world together in memory."""
    made = _all_blocks(settled)
    frames = {name: _put_together(made, name) for name in vars(made[0]) if name != "number"}
    actors = viewers_of_cast(settled)
    cards = choose_cards(actors[actors["role"] == "vigil"], settled.seed)
    clues, clue_truth = clue_cards(actors, cards, settled.seed)
    titles = settled.titles.frame
    return World(
        knobs=settled.knobs,
        seed=settled.seed,
        outside=Outside(frames["reviews"], clues, frames["register"], frames["views"], titles),
        truth=Truth(clue_truth, frames["review_truth"], frames["register_truth"], story_truth(actors)),
        people=MappingProxyType(named_people(actors, cards)),
        _viewers=frames["viewers"],
        _titles=titles,
        _views=frames["views"],
        _ratings=frames["ratings"],
    )


def clue_cards(actors: pd.DataFrame, cards: Cards, seed: Seed) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The clues of a world and the truth about them (see clues.make_clues): as many about others as about the vigil."""
    vigil, near_misses = (actors[actors["role"] == role] for role in ("vigil", "near_misses"))
    strangers = make_neighbours(len(vigil) - len(near_misses), seed, stream(seed, "strangers"))
    return make_clues(vigil, pd.concat([near_misses, strangers.assign(viewer_id=-1)]), cards, seed)


def named_people(actors: pd.DataFrame, cards: Cards) -> dict[str, int]:
    """The people whom the lessons follow: role -> viewer_id. A story that is not planted has nobody."""
    people = {f"{card} card": viewer for card, (viewer, _) in cards.items()}
    names = dict(zip(ROLES, (None, "near miss", "record holder", "marathon viewer"), strict=True))
    first_of_role = actors.drop_duplicates("role").set_index("role")["viewer_id"]
    return people | {name: int(first_of_role[role]) for role, name in names.items() if name and role in first_of_role}


def story_truth(actors: pd.DataFrame) -> pd.DataFrame:
    """Who is in which story: target (its name), answer (viewer_id)."""
    in_story = actors[actors["role"].isin(STORIES)].sort_values(["role", "viewer_id"], ignore_index=True)
    return in_story.rename(columns={"role": "target", "viewer_id": "answer"})[["target", "answer"]]


def _all_blocks(settled: Plan) -> list[Block]:
    if len(settled.blocks) < LONG_RUN:
        return list(blocks(settled))
    from tqdm.auto import tqdm

    return list(tqdm(blocks(settled), total=len(settled.blocks), desc="Blocks of viewers"))


def _put_together(made: list[Block], name: str) -> pd.DataFrame:
    return pd.concat([getattr(block, name) for block in made], ignore_index=True)
