"""From a file to sheets: every cell as a reader sees it, and what the file was like, so that it can be written back."""
