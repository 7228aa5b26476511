"""What is published row by row: classes of rows that look alike, and how they are made larger."""
