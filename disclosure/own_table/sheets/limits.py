"""How large a file may be: a million cells took ten seconds and 400 MB, and a table that people read has far fewer."""

from typing import Final

MOST_CELLS: Final = 200_000
MOST_BYTES: Final = 100_000_000
"""Of a file, and of what a workbook unpacks to."""

TOO_MANY_CELLS: Final = "{file} has {cells:,} cells, more than the 200,000 that are read: cut it into several tables."
TOO_LARGE: Final = "{file} unpacks to {megabytes:,} MB, more than the 100 MB that are read: take out what is no table."
