"""What widgets, checks, charts and exercises say: the one place to translate. Braces are filled in by the caller."""
