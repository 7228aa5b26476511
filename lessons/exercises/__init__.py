"""Tasks for the learner: one module per lesson."""
