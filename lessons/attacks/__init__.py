"""What somebody can do with a release: one module per attack."""
