"""The files of a world, as bytes: those of one block, made by whichever process, and those of the whole world."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from data_gen.blocks import Block, Plan, make_block, plan, viewers_of_cast
from data_gen.clues import choose_cards
from data_gen.disk.columns import content_hash, to_parquet, to_table
from data_gen.disk.dictionary import markdown
from data_gen.disk.manifest import File
from data_gen.disk.spreadsheets import to_csv
from data_gen.knobs import Knobs
from data_gen.outside import export
from data_gen.streams import Seed
from data_gen.world import clue_cards, named_people, story_truth

if TYPE_CHECKING:
    import pyarrow as pa

FRAME_OF = {
    "viewers": "viewers",
    "views": "views",
    "ratings": "ratings",
    "reviews": "outside/reviews",
    "review_truth": "truth/reviews",
    "register": "outside/register",
    "register_truth": "truth/register",
}
"""Part of a Block -> name of the frame on disk."""
DICTIONARY = "DICTIONARY.md"


class Part(NamedTuple):
    """A file, and the bytes that belong in it."""

    file: File
    data: bytes


class Recipe(NamedTuple):
    """What any process needs to make any block of a world as files; small enough to be sent with each block.

    people: role -> viewer_id, whose exports are to be written.
    """

    knobs: Knobs
    seed: Seed
    people: tuple[tuple[str, int], ...]


def block_parts(recipe: Recipe, number: int) -> list[Part]:
    """Make one block of a world, as files.

    Args:
        recipe: of the world.
        number: of the block.
    """
    settled = _plan_of(recipe.knobs, recipe.seed)
    block = make_block(settled, number)
    parts = [*_views_by_month(block), *_exports(block, settled, dict(recipe.people))]
    for attribute, frame in FRAME_OF.items():
        if attribute != "views":
            parts.append(_part(f"{frame}/{block_file(number)}", frame, getattr(block, attribute)))
    return parts


def world_parts(settled: Plan) -> tuple[dict[str, int], list[Part]]:
    """The people whom the lessons follow, and the files that belong to no single block."""
    actors = viewers_of_cast(settled)
    cards = choose_cards(actors[actors["role"] == "vigil"], settled.seed)
    clues, clue_truth = clue_cards(actors, cards, settled.seed)
    parts = [
        _part("titles.parquet", "titles", settled.titles.frame),
        _part("outside/clues.parquet", "outside/clues", clues),
        _part("truth/clues.parquet", "truth/clues", clue_truth),
        _part("truth/stories.parquet", "truth/stories", story_truth(actors)),
        text_part(DICTIONARY, markdown()),
    ]
    return named_people(actors, cards), parts


def text_part(path: str, text: str) -> Part:
    """A file to be read by people."""
    return _signed(path, "", 0, "", text.encode())


def block_file(number: int) -> str:
    """The name of the file of one block, in whichever folder.

    Examples:
        >>> block_file(7)
        'block-00007.parquet'
    """
    return f"block-{number:05}.parquet"


@lru_cache(maxsize=1)
def _plan_of(knobs: Knobs, seed: Seed) -> Plan:
    return plan(knobs, seed)


def _views_by_month(block: Block) -> Iterator[Part]:
    """One file for each month in which anybody watched; within it, sorted by viewer and start as ever."""
    table = to_table("views", block.views)
    months = block.views["day"].to_numpy().astype("datetime64[M]")
    number = (months - months.min()).astype(np.int16)
    by_month = table.take(np.argsort(number, kind="stable"))
    rows = np.bincount(number)
    for nth in np.flatnonzero(rows).tolist():
        path = f"views/month={months.min() + nth}/{block_file(block.number)}"
        yield _table_part(path, "views", by_month.slice(rows[:nth].sum(), rows[nth]))


def _exports(block: Block, settled: Plan, people: Mapping[str, int]) -> Iterator[Part]:
    here = set(block.viewers["viewer_id"])
    for role, viewer in people.items():
        if viewer in here:
            mine = block.views[block.views["viewer_id"] == viewer]
            yield text_part(f"exports/{role.replace(' ', '_')}.csv", to_csv(export(mine, settled.titles.frame)))


def _part(path: str, frame: str, rows: pd.DataFrame) -> Part:
    return _table_part(path, frame, to_table(frame, rows))


def _table_part(path: str, frame: str, table: pa.Table) -> Part:
    return _signed(path, frame, len(table), content_hash(table), to_parquet(table))


def _signed(path: str, frame: str, rows: int, content: str, data: bytes) -> Part:
    return Part(File(path, frame, rows, content, hashlib.sha256(data).hexdigest(), len(data)), data)
