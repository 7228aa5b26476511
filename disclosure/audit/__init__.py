"""What a release with hidden cells determines: exact cells, intervals, and why."""
