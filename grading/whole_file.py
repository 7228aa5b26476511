"""A file that comes to be whole or not at all."""

import os
import tempfile
from pathlib import Path


def write_whole(file: Path, text: str, *, private: bool = False) -> None:
    """Write a file beside its place, and put it there by one rename.

    Args:
        file: where it shall be; its folder is made if need be.
        text: what stands in it.
        private: whether only its owner may read it, where the system knows owners.

    Raises:
        OSError: nothing can be written there; what was there before is untouched.

    Examples:
        >>> place = Path(tempfile.mkdtemp()) / "deep" / "hello.txt"
        >>> write_whole(place, "Hello")
        >>> place.read_text(), len(list(place.parent.iterdir()))
        ('Hello', 1)
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".unfinished")
    unfinished = Path(name)
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.chmod(0o600 if private else 0o644)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
