"""One's own table: from a file to what it gives away, and back to a file of the same shape."""

from disclosure.own_table.alternatives import other_ways
from disclosure.own_table.check import Check, check_table
from disclosure.own_table.repairing import propose
from disclosure.own_table.taking_home import take_home
from disclosure.own_table.wishes import Wishes

__all__ = ["Check", "Wishes", "check_table", "other_ways", "propose", "take_home"]
