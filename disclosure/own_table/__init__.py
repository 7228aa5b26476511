"""A table that somebody brings: read as it was published, audited in its own terms, repaired in its own shape."""
