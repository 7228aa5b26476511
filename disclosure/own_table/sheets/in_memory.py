"""A file that somebody brings to the page: it stays in memory, and never lies on a disk."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class FileInMemory:
    """A file that is given as its bytes; every door that takes a path takes one of these.

    Args:
        name: the file's name; its ending says what it is.
        content: its bytes.

    Examples:
        >>> FileInMemory("table.csv", b"District,n")
        FileInMemory(name='table.csv')
    """

    name: str
    content: bytes = field(repr=False)
