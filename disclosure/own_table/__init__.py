"""One's own table: from a file to what it gives away, and back to a file of the same shape."""

from disclosure.own_table.check import Check, check_table

__all__ = ["Check", "check_table"]
