"""The command `fifty-three`: one word for all that the kit can do, on every system, also without make."""

from editions.command.doings import main, run

__all__ = ["main", "run"]
