"""Tidy frames drawn as Altair charts: pure functions, no state, no widgets."""
