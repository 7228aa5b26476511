"""A lesson with a guess, a box to think in and the questions of a real one, for tests that want all of it at once."""

import json

TEXT = """# 02 · Suppression

See [the threshold](../docs/glossary.md#threshold) and [lesson 03](03_differencing.ipynb)."""
GUESS = """from teaching.widgets.concept_questions import concept_questions
from teaching.widgets.prediction import predict
guess = predict("suppression/how-many", "How many?", minimum=0, maximum=20)
display(guess, guess.reveal(7), concept_questions("suppression", "before"))"""
LAST = 'concept_questions("suppression", "after")'


def write_small_lesson(folder):
    """Write it as a notebook, under the name of a lesson."""
    folder.mkdir(parents=True)
    cells = [text_cell(TEXT), code_cell(GUESS), text_cell("## Check yourself · 3 min"), code_cell(LAST)]
    cells = [cell | {"id": f"cell-{place}"} for place, cell in enumerate(cells)]
    book = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "02_suppression.ipynb").write_text(json.dumps(book), encoding="utf-8")
    return folder


def text_cell(text):
    """A cell of words."""
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def code_cell(source):
    """A cell of code that has not been run."""
    return {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None}
