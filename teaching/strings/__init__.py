"""What widgets, checks and progress say: the one place to translate. Braces are filled in by the caller."""
