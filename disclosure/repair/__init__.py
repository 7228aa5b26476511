"""The machine behind complementary suppression: which further cells to hide, at what price."""

from disclosure.repair.protection import Singletons, Width

__all__ = ["Singletons", "Width"]
