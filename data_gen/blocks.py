"""A world block by block: what any process, anywhere, needs to make its part of the same world."""

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


@dataclass(frozen=True, eq=False)
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


@dataclass(frozen=True, eq=False)
class Block:
    """The part of a world that belongs to at most BLOCK viewers.

    number: of the block. viewers, views, ratings: columns as in World. reviews, register: as in Outside; their running
    numbers begin anew in each block, at a place of its own. review_truth, register_truth: as in Truth.
    """

    number: int
    viewers: pd.DataFrame
    views: pd.DataFrame
    ratings: pd.DataFrame
    reviews: pd.DataFrame
    review_truth: pd.DataFrame
    register: pd.DataFrame
    register_truth: pd.DataFrame


def plan(knobs: Knobs, seed: Seed) -> Plan:
    """Settle what all blocks of a world share."""
    chosen = cast(knobs, seed)
    return Plan(knobs, seed, make_titles(knobs, seed), chosen, planted_views(chosen, knobs, seed))


def make_block(plan: Plan, number: int) -> Block:
    """Make one block of a world; it comes out the same whoever makes it, and whichever others are made.

    Args:
        plan: of the world.
        number: one of plan.blocks.

    Raises:
        IndexError: the world has no such block.
    """
    if number not in plan.blocks:
        raise IndexError(f"block={number}: this world has the blocks 0 to {len(plan.blocks) - 1}.")
    knobs, seed = plan.knobs, plan.seed
    viewers = make_viewers(knobs, seed, number, plan.cast)
    views = make_views(viewers, plan.titles, plan.planted, knobs, seed, number)
    ratings = make_ratings(views, plan.titles, seed, number)
    outside = (
        *make_reviews(viewers, ratings, plan.titles, knobs, seed, number),
        *make_register(viewers, knobs, seed, number),
    )
    return Block(number, viewers, views, ratings, *outside)


def blocks(plan: Plan, numbers: Iterable[int] | None = None) -> Iterator[Block]:
    """The blocks of a world one after another; memory holds one at a time.

    Args:
        plan: of the world.
        numbers: which blocks, in which order; all of them when not given.
    """
    for number in plan.blocks if numbers is None else numbers:
        yield make_block(plan, number)


def viewers_of_cast(plan: Plan) -> pd.DataFrame:
    """The viewers who play in the stories, made without any views.

    Returns:
        The columns of viewers, and role ("vigil", "near_misses", "record", "marathon"), in the order of the world.
    """
    roles = pd.concat([pd.Series(role, index=getattr(plan.cast, role), dtype="str") for role in ROLES]).sort_index()
    parts = []
    for number in sorted(set(roles.index // BLOCK)):
        mine = roles[roles.index // BLOCK == number]
        viewers = make_viewers(plan.knobs, plan.seed, number, plan.cast)
        parts.append(viewers.iloc[mine.index - number * BLOCK].assign(role=mine.array))
    nobody = make_viewers(plan.knobs, plan.seed, 0, plan.cast).iloc[:0].assign(role="")
    return pd.concat(parts or [nobody], ignore_index=True)
