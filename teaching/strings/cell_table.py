"""What stands in the cells of a drawn table."""

from typing import Final

NARROWED_MARK: Final = "{mark}~"
UNSURE_MARK: Final = "{mark}?"
OWN_MARK: Final = "own"
