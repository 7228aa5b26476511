"""A page without code, on this machine only: choose a file, see what it gives away, take the repaired one home."""
