"""A world on disk, whole or not at all: Parquet files, a data dictionary and a manifest."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from functools import partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from data_gen.blocks import plan
from data_gen.disk.checks import checked_bytes, missing_or_cut, strangers
from data_gen.disk.columns import from_parquet, to_frame
from data_gen.disk.dictionary import FRAMES
from data_gen.disk.manifest import MANIFEST, DamagedWorldError, File, Manifest, is_world, read_manifest, versions_now
from data_gen.disk.parts import Part, Recipe, block_file, world_parts
from data_gen.disk.scale import made_blocks
from data_gen.disk.whole_folder import NewFolder, Say, whole_folder
from data_gen.knobs import Knobs, knobs_of
from data_gen.outside import Outside
from data_gen.streams import Seed, seed_key
from data_gen.truth import Truth
from data_gen.world import World

MOST_VIEWS = 60_000_000  # that load_world takes into memory unless told otherwise: about 3 GB


def write_world(
    folder: Path | str,
    n_viewers: int | None = None,
    *,
    seed: Seed = 53,
    preset: str = "classroom",
    replace: bool = False,
    processes: int = 1,
    scheduler: str | None = None,
    held: int | None = None,
    progress: bool = False,
    say: Say = lambda sentence: None,
    **knobs: Any,
) -> Manifest:
    """Make a world on disk, block by block: memory holds a few blocks at a time, however large the world.

    Args:
        folder: where; it appears at the end, complete, or not at all.
        n_viewers: how many viewers; as the preset says when not given.
        seed: as in make_world.
        preset: as in make_world.
        replace: put the new world in the place of one that is there.
        processes: how many on this machine make blocks.
        scheduler: address of a dask.distributed cluster that makes them instead.
        held: how many blocks are asked for ahead (see scale.made_blocks); the world is the same.
        progress: show a bar with the time left.
        say: is told, in sentences, what an interrupted run has left.
        **knobs: as in make_world.

    Returns:
        The manifest, which stands in the folder too.

    Raises:
        ValueError: a knob or seed is out of bounds.
        FileExistsError: something is there already.
        BlockingIOError: another run is making this folder.
        OSError: the disk is full, or cannot be written.
    """
    seed_key(seed)
    given = knobs_of(preset) | knobs | ({} if n_viewers is None else {"n_viewers": n_viewers})
    settings = Knobs(**given)
    with whole_folder(Path(folder), refusal=partial(_refusal, replace=replace), say=say) as new:
        settled = plan(settings, seed)
        people, parts = world_parts(settled)
        recipe = Recipe(settings, seed, tuple(people.items()))
        files = [_written(new, part) for part in parts]
        engine = made_blocks(recipe, settled.blocks, processes=processes, scheduler=scheduler, held=held)
        with closing(engine) as made:
            parts_made = chain.from_iterable(_watched(made, len(settled.blocks), progress))
            files += [_written(new, part) for part in parts_made]
        manifest = Manifest(settings, seed, people, tuple(files), versions_now())
        new.write(MANIFEST, manifest.text().encode())
    return manifest


def load_world(folder: Path | str, *, most_views: int = MOST_VIEWS) -> World:
    """Take a world from the disk into memory, after every file was held against the manifest.

    Args:
        folder: where it stands.
        most_views: a world with more is refused, so that no computer is brought to a standstill.

    Returns:
        The World that make_world gives for the same knobs and seed.

    Raises:
        FileNotFoundError: no world stands there.
        DamagedWorldError: a file is missing or damaged; the sentence names it.
        MemoryError: it has more than `most_views` views.
    """
    folder = Path(folder)
    manifest = read_manifest(folder)
    if manifest.rows()["views"] > most_views:
        raise MemoryError(
            f"{folder} has {manifest.rows()['views']:,} views, too many for memory. Read a part of it with read_frame, "
            f"count in it with data_gen.disk.aggregates, or set most_views."
        )
    frames = {name: read_frame(folder, name) for name in FRAMES}
    seen = [frames[name] for name in ("outside/reviews", "outside/clues", "outside/register", "views", "titles")]
    return World(
        knobs=manifest.knobs,
        seed=manifest.seed,
        outside=Outside(*seen),
        truth=Truth(*(frames[f"truth/{name}"] for name in ("clues", "reviews", "register", "stories"))),
        people=MappingProxyType(manifest.people),
        **{f"_{name}": frames[name] for name in ("viewers", "titles", "views", "ratings")},
    )


def read_frame(folder: Path | str, name: str, *, block: int | None = None, month: str | None = None) -> pd.DataFrame:
    """One frame of a world on disk, or the part of one block or one month.

    Args:
        folder: where the world stands.
        name: one of dictionary.FRAMES, such as "views" or "outside/reviews".
        block: only this block of viewers.
        month: only this month ("2017-12") of the views.

    Returns:
        Its rows in the order of the world.

    Raises:
        ValueError: there is no such frame, block or month.
        DamagedWorldError: a file is missing or damaged; the sentence names it.
    """
    if name not in FRAMES:
        raise ValueError(f"name={name!r}: choose one of {', '.join(FRAMES)}.")
    folder = Path(folder)
    manifest = read_manifest(folder)
    files = [file for file in manifest.of(name) if _is_part(file, block, month)]
    if not files:
        raise ValueError(f"{name} of {folder} has no part for block={block}, month={month!r}.")
    by_block: dict[str, list[File]] = {}
    for file in files:
        by_block.setdefault(Path(file.path).name, []).append(file)
    parts = [_frame_of(folder, manifest, by_block[key]) for key in sorted(by_block)]
    return pd.concat(parts, ignore_index=True) if len(parts) > 1 else parts[0]


def _is_part(file: File, block: int | None, month: str | None) -> bool:
    parts = file.path.split("/")
    return (block is None or parts[-1] == block_file(block)) and (month is None or f"month={month}" in parts)


def _frame_of(folder: Path, manifest: Manifest, files: list[File]) -> pd.DataFrame:
    """The rows of one block; those of several months are put back in the order of viewers."""
    import pyarrow as pa

    name = files[0].frame
    tables = [from_parquet(checked_bytes(folder, file)) for file in files]
    rows = to_frame(name, pa.concat_tables(tables, promote_options="permissive"))
    if len(files) == 1:
        return rows
    block = Path(files[0].path).name
    (known,) = (file for file in manifest.of("viewers") if Path(file.path).name == block)
    viewers = from_parquet(checked_bytes(folder, known)).column("viewer_id").to_numpy()
    place = pd.Index(viewers).get_indexer(pd.Index(rows["viewer_id"]))
    return rows.iloc[np.argsort(place.astype(np.int16), kind="stable")].reset_index(drop=True)


def _written(new: NewFolder, part: Part) -> File:
    new.write(part.file.path, part.data)
    return part.file


def _watched(made: Iterable[list[Part]], n_blocks: int, progress: bool) -> Iterable[list[Part]]:
    if not progress:
        return made
    from tqdm import tqdm

    return tqdm(made, total=n_blocks, desc="Blocks of viewers", unit="block", disable=None, leave=False)


def _refusal(target: Path, *, replace: bool) -> str:
    """Why what stands there stays, in a sentence; nothing when it may be replaced."""
    if not is_world(target):
        return f"{target} is there already and holds no world that this kit has written. Choose another folder."
    try:
        manifest = read_manifest(target)
    except DamagedWorldError as damage:
        return "" if replace else f"{damage} Or replace it with --replace."
    if others := strangers(target, manifest):
        return f"{target} holds a world and other files too, such as {others[0].name}. Choose another folder."
    found = f"{manifest.knobs.n_viewers:,} viewers, seed {manifest.seed}"
    state = "damaged" if any(missing_or_cut(target, file) for file in manifest.files) else "complete"
    return "" if replace else f"{target} holds a {state} world already ({found}). Choose another folder, or --replace."
