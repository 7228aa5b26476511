"""Reading: from a release to a system of lines over unknown counts."""
