"""Attacks x defences -> tidy frames, one row per setting: what charts and widgets are drawn from."""

from lessons.sweep.defences import sweep

__all__ = ["sweep"]
