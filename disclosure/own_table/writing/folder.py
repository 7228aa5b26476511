"""Several files in a folder, all of them or none: whoever looks never finds half a result."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from disclosure.own_table.sheets.in_memory import FileInMemory

NOT_WRITTEN: Final = "Nothing could be written to {folder}: {because}. Choose another folder."


def refuse_unwritable(folder: Path) -> None:
    """Say before any work if nothing could be written to a folder; it is not made, and nothing is left there.

    Args:
        folder: where files are to go.

    Raises:
        ValueError: nothing can be written there.
    """
    nearest = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    try:
        tempfile.TemporaryDirectory(prefix=".", dir=nearest).cleanup()
    except OSError as failure:
        raise ValueError(NOT_WRITTEN.format(folder=folder, because=failure.strerror)) from None


def put_into(folder: Path, files: Sequence[FileInMemory]) -> list[Path]:
    """Write files into a folder; it is made if it is not there. Files of the same names are replaced.

    All are written beside the folder first, and moved once all are whole.

    Args:
        folder: where they go.
        files: what is written.

    Raises:
        ValueError: the folder cannot be written to; nothing has changed there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        waiting = Path(tempfile.mkdtemp(prefix=".", dir=folder))
        try:
            for file in files:
                (waiting / file.name).write_bytes(file.content)
            return [(waiting / file.name).replace(folder / file.name) for file in files]
        finally:
            shutil.rmtree(waiting, ignore_errors=True)
    except OSError as failure:
        raise ValueError(NOT_WRITTEN.format(folder=folder, because=failure.strerror)) from None
