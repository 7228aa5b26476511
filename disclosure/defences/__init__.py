"""What a publisher can do: one module per defence, each a value that maps a release to a release."""
