"""A world block by block: what any process, anywhere, needs to make its part of the same world."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

import pandas as pd

from data_gen.knobs import Knobs
from data_gen.ratings import make_ratings
from data_gen.register import make_register
from data_gen.reviews import make_reviews
from data_gen.stories import Cast, cast, planted_views
from data_gen.streams import Seed
from data_gen.titles import Catalogue, make_titles
from data_gen.viewers import BLOCK, blocks_of, make_viewers
from data_gen.viewing_log import make_views

ROLES = tuple(field.name for field in fields(Cast))


@dataclass(frozen=True)
class Plan:
    """All that blocks share, quick to make again in any process: knobs, seed, catalogue, cast and planted showings."""

    knobs: Knobs
    seed: Seed
    titles: Catalogue
    cast: Cast
    planted: pd.DataFrame

    @property
    def blocks(self) -> range:
        """The numbers of the world's blocks."""
        return blocks_of(self.knobs.n_viewers)


@dataclass(frozen=True)
class Block:
    """The part of a world that belongs to at most 10,000 viewers; columns as in World.

    reviews and register have no running numbers yet; review_truth and register_truth go with them.
    """

    number: int
    viewers: pd.DataFrame
    views: pd.DataFrame
    ratings: pd.DataFrame
    reviews: pd.DataFrame
    review_truth: pd.DataFrame
    register: pd.DataFrame


def plan(knobs: Knobs, seed: Seed) -> Plan:
    """Settle what all blocks share."""
    chosen = cast(knobs, seed)
    return Plan(knobs, seed, make_titles(knobs, seed), chosen, planted_views(chosen, knobs, seed))


def make_block(plan: Plan, number: int) -> Block:
    """Make one block; it comes out the same whoever makes it, and whichever others are made."""
    knobs, seed = plan.knobs, plan.seed
    viewers = make_viewers(knobs, seed, number, plan.cast)
    views = make_views(viewers, plan.titles, plan.planted, knobs, seed, number)
    ratings = make_ratings(views, plan.titles, seed, number)
    reviews, review_truth = make_reviews(viewers, ratings, plan.titles, knobs, seed, number)
    register = make_register(viewers, knobs, seed, number)
    return Block(number, viewers, views, ratings, reviews, review_truth, register)


def blocks(plan: Plan, numbers: Iterable[int] | None = None) -> Iterator[Block]:
    """The blocks of a world one after another, all of them or the given numbers; memory holds one at a time."""
    for number in plan.blocks if numbers is None else numbers:
        yield make_block(plan, number)


def viewers_of_cast(plan: Plan) -> pd.DataFrame:
    """The viewers who play in the stories, without any views: the columns of viewers, and role (a field of Cast)."""
    roles = pd.concat([pd.Series(role, index=getattr(plan.cast, role), dtype="str") for role in ROLES]).sort_index()
    parts = []
    for number in sorted(set(roles.index // BLOCK)):
        viewers = make_viewers(plan.knobs, plan.seed, number, plan.cast)
        mine = roles[roles.index // BLOCK == number]
        parts.append(viewers.iloc[mine.index - number * BLOCK].assign(role=mine.array))
    nobody = make_viewers(plan.knobs, plan.seed, 0, plan.cast).iloc[:0].assign(role="")
    return pd.concat(parts or [nobody], ignore_index=True)
