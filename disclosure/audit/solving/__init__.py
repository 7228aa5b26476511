"""Solving: from a system to what each cell can still be."""
