"""The kit's colours, from the Okabe-Ito palette, which colour-blind people can tell apart.

Colour is never the only sign: wherever one of these stands, a number, a letter or a label says the same.
"""

from typing import Final

QUIET: Final = "#f2efe9"
"""Printed, ordinary, of no concern."""

HIDDEN: Final = "#3d4f5c"
"""Hidden, withheld, abstained."""

FOUND: Final = "#d55e00"
"""Found, recovered, singled out."""

NARROWED: Final = "#e69f00"
"""Hidden, but not as much as it seems."""

WRONG: Final = "#cc79a7"
"""Wrongly accused."""

BLIND: Final = "#56b4e9"
"""What a blind guess gets."""

CROWD: Final = "#009e73"
"""Hidden in a crowd."""

INK: Final = "#222222"
"""Text."""
