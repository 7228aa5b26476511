"""Is a world on disk what its manifest says? Which file is missing, damaged, or not part of it?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from data_gen.disk.columns import content_hash, from_parquet
from data_gen.disk.manifest import MANIFEST, DamagedWorldError, File, Manifest, read_manifest


def damages(folder: Path | str) -> Iterator[str]:
    """Hold every file of a world against the manifest, its bytes and the values in it.

    Returns:
        A sentence for each file that is missing, damaged, or unknown to the manifest.
    """
    folder = Path(folder)
    manifest = read_manifest(folder)
    for file in manifest.files:
        try:
            data = checked_bytes(folder, file)
            if file.frame and content_hash(from_parquet(data)) != file.content:
                yield f"{folder / file.path} holds other values than the manifest says. Make the world again."
        except DamagedWorldError as damage:
            yield str(damage)
    yield from (f"{path} is not part of this world." for path in strangers(folder, manifest))


def checked_bytes(folder: Path, file: File) -> bytes:
    """The bytes of one file of a world.

    Raises:
        DamagedWorldError: it is missing, or its bytes are not those that were written.
    """
    path = folder / file.path
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise DamagedWorldError(f"{path} is missing. Make the world again.") from None
    except OSError as failure:
        raise DamagedWorldError(f"{path} cannot be read ({failure.strerror}). Make the world again.") from None
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise DamagedWorldError(f"{path} is damaged: its bytes are not those that were written. Make the world again.")
    return data


def strangers(folder: Path, manifest: Manifest) -> list[Path]:
    """Files in the folder of a world that do not belong to it."""
    known = {folder / file.path for file in manifest.files} | {folder / MANIFEST}
    return sorted(path for path in folder.rglob("*") if path.is_file() and path not in known)


def missing_or_cut(folder: Path, file: File) -> bool:
    """Whether a file is not there or has another size: a quick look, where checked_bytes reads it all."""
    path = folder / file.path
    return not path.is_file() or path.stat().st_size != file.size
