"""The lessons: one folder each, with its attack, its release, its charts, exercises, questions and guide."""

import teaching  # noqa: F401  (before Altair: charts start sooner)
