"""What stands around code that a notebook shows."""

from typing import Final

WHERE: Final = "{name}, from line {line} on"
FOLDED: Final = "{first} (more)"
LABEL: Final = "The code of {name}"
NO_SOURCE: Final = "there is no source to show of {name}: give a function or a class of the kit."
