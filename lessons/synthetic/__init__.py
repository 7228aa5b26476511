"""Synthetic release: a file in which nobody is real: what it still tells about those it was made of."""
