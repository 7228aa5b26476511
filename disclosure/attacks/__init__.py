"""Attacks that several lessons use: one module per attack."""
