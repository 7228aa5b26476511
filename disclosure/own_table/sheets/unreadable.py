"""What a file that cannot be read as a table ends in: one sentence that says what is wrong, where, and what to do."""


class UnreadableError(ValueError):
    """The file is no table that can be read, or says two things at once."""
