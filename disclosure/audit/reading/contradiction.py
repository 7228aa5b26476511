"""What a release that cannot be true ends in."""


class ContradictionError(ValueError):
    """No whole numbers fit what is printed: the release is wrong, or was read wrongly."""
