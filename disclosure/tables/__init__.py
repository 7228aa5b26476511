"""What is published in tables: counts, amounts, linked tables, editions over time, statistics beside counts."""
