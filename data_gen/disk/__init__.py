"""The world on disk: its files, their checks, and what a spreadsheet or a database reads."""
