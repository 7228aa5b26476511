"""A world on disk as CSV files for spreadsheet lessons, all or none, with no cell that is taken for a formula."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from data_gen.disk.dictionary import FRAMES
from data_gen.disk.manifest import Manifest, read_manifest
from data_gen.disk.spreadsheets import to_csv
from data_gen.disk.store import read_frame
from data_gen.disk.whole_folder import Say, whole_folder

MOST_ROWS = 1_048_575  # of a sheet, below the line of headings


def export_csv(
    folder: Path | str, out: Path | str, names: Iterable[str] | None = None, *, say: Say = lambda sentence: None
) -> list[str]:
    """Write frames of a world on disk as CSV files, all or none; views have one file for each month.

    Args:
        folder: where the world stands.
        out: the folder of the CSV files; it must not be there yet.
        names: which frames, of dictionary.FRAMES; all but the truth when not given.
        say: is told what an interrupted run has left.

    Returns:
        The names of the files, in UTF-8 with a mark at the start, by which spreadsheets know it.

    Raises:
        ValueError: there is no such frame, it has more rows than a sheet holds, or `out` lies within the world.
        FileExistsError: `out` is there already.
        DamagedWorldError: a file of the world is missing or damaged; the sentence names it.
    """
    folder, out = Path(folder), Path(out)
    manifest = read_manifest(folder)
    if out.absolute().is_relative_to(folder.absolute()) and out.absolute() != folder.absolute():
        raise ValueError(f"{out} lies within the world itself, which would no longer be whole. Choose another folder.")
    wanted = [name for name in FRAMES if not name.startswith("truth/")] if names is None else list(names)
    sheets = [sheet for name in wanted for sheet in _sheets(manifest, name)]
    with whole_folder(out, say=say) as new:
        for name, month, path in sheets:
            new.write(path, to_csv(read_frame(folder, name, month=month)).encode("utf-8-sig"))
    return [path for _, _, path in sheets]


def _sheets(manifest: Manifest, name: str) -> list[tuple[str, str | None, str]]:
    """Frame, month and file name of each sheet that a frame needs."""
    if name not in FRAMES:
        raise ValueError(f"frame {name!r}: choose some of {', '.join(FRAMES)}.")
    rows: dict[str | None, int] = {}
    for file in manifest.of(name):
        month = file.path.split("/")[1].removeprefix("month=") if name == "views" else None
        rows[month] = rows.get(month, 0) + file.rows
    if max(rows.values()) > MOST_ROWS:
        raise ValueError(
            f"{name} has {max(rows.values()):,} rows, and a sheet holds {MOST_ROWS:,}: export other frames, "
            "or make a smaller world."
        )
    return [(name, month, f"{name.replace('/', '_')}{f'_{month}' if month else ''}.csv") for month in rows]
