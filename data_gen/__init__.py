"""The world: a made-up streaming service, its viewers and what they watched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from data_gen.world import World, make_world

__all__ = ["World", "make_world"]


def __getattr__(name: str) -> Any:
    """Import make_world and World when they are first asked for."""
    if name in __all__:
        from data_gen import world

        return getattr(world, name)
    raise AttributeError(f"module 'data_gen' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
