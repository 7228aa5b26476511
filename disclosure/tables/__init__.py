"""What is published in tables: counts, amounts, linked tables, editions over time, statistics beside counts."""

from disclosure.tables.companion_statistics import with_companions
from disclosure.tables.companions import Companions
from disclosure.tables.count_table import CountTable, count_table
from disclosure.tables.distinct_persons import DistinctPersons
from disclosure.tables.edition_pairs import Editions
from disclosure.tables.editions import Archive, Publication
from disclosure.tables.favourites import favourites
from disclosure.tables.from_counts import table_from_counts
from disclosure.tables.linked_tables import LinkedTables, linked_tables
from disclosure.tables.magnitude_table import magnitude_table
from disclosure.tables.percentages import Percentages
from disclosure.tables.running_totals import beginnings, members, newcomers, running_totals

__all__ = [
    "Archive",
    "Companions",
    "CountTable",
    "DistinctPersons",
    "Editions",
    "LinkedTables",
    "Percentages",
    "Publication",
    "beginnings",
    "count_table",
    "favourites",
    "linked_tables",
    "magnitude_table",
    "members",
    "newcomers",
    "running_totals",
    "table_from_counts",
    "with_companions",
]
