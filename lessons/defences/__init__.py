"""What a publisher can do about it: one module per defence, each a value that maps a release to a release."""
