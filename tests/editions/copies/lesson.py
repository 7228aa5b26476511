"""A small lesson that has been run, with all that copies have to tell apart."""

from editions.pages.parts import Part
from editions.running import Cell

ASKED = {
    "name": "no-lines",
    "text": "Which is right?",
    "when": "after",
    "answers": [
        {"text": "This.", "right": True, "why": "WHY-RIGHT"},
        {"text": "That.", "right": False, "why": "WHY-WRONG"},
    ],
}
GUESS = {"name": "a/guess", "question": "How many?", "options": [], "minimum": 0.0, "maximum": 9.0, "whole": True}
CHOICE = {"name": "a/choice", "question": "Which one?", "options": ["left", "right"], "minimum": None, "maximum": None}
TASK = {"name": "a/task", "task": "Do it.", "minutes": 5, "hints": ["HINT-ONE"]}
CASE = Part("case", parts=(Part("html", "<p>given</p>"), Part("html", "<p>CASE-ANSWER</p>")))
SPEC = {"mark": "bar", "data": {"values": [{"x": 1}]}, "encoding": {"x": {"field": "x", "type": "quantitative"}}}
CHART = {"spec": {**SPEC, "description": "A <bar>."}}
FIGURE = {
    "spec": {**SPEC, "params": [{"name": "k", "value": 1}, {"name": "m", "value": 1}, {"name": "e", "expr": "k + 1"}]},
    "setting": {"k": 3},
    "lookups": {"m": {"by": ["k"], "table": {"[3]": 7}}},
}
REPAIR = {
    "corner": "film",
    "rows": ["A", "total"],
    "columns": ["north", "south", "total"],
    "cells": ["A | north", "A | south", "A | total", "total | north", "total | south", "total | total"],
    "counts": [3, 61, 64, 3, 61, 64],
    "letters": {"exact": "x", "open": "o", "cover": "c", "printed": "p", "zero": "z"},
    "cheapest": {"price": 61, "letters": "ocpppp"},
}
"""A table to repair by hand."""
LETTER = {
    "title": "1 · The <press>",
    "text": "A joke.",
    "asked": ["Who? A neighbour."],
    "wanted": "They want to find out: how many?",
    "choices": [["all", "Print it."], ["decline", "Decline."]],
}
SHEET = {"requests": [LETTER, LETTER | {"title": "2 · A newspaper"}], "words": {"reason": "Why? One sentence:"}}
"""Letters to decide on."""
HEAD = """# 02 · A lesson

**The question.** Who is found? [Term](../docs/glossary.md#term)

**About 9 minutes.** Afterwards you can

- do one thing;
- do another.
"""
END = """<details><summary>Compare afterwards</summary>

FOLDED

</details>

## What to remember

- A first thing.
- A second one.

**Next.** More.

## The claims of this lesson, checked"""


def cells():
    """All of it."""
    return [
        Cell("markdown", HEAD),
        Cell("code", "import pandas"),
        Cell("markdown", "## One person · 4 min\n\nAda asks: who? Bea is there. A third sentence."),
        Cell("code", "table", (Part("table", "<table><tr><td>EARLY</td></tr></table>"),)),
        Cell("code", "guess", (Part("prediction", data=GUESS),)),
        Cell("code", "between", (Part("html", "<p>BETWEEN</p>"), Part("explorer", data={"figure": FIGURE}))),
        Cell("code", "by_hand", (Part("hand_repair", data={"figure": REPAIR}),)),
        Cell("code", "guess.reveal(7)", (Part("reveal", data={"name": "a/guess", "truth": 1234.0}),)),
        Cell("markdown", "AFTERWARDS it is so."),
        Cell("code", "chart", (Part("chart", data=CHART), Part("prediction", data=CHOICE))),
        Cell("code", "sheet", (Part("sheet", data={"asked": SHEET}),)),
        Cell("markdown", "## For those who go on: “more” of *it* · 5 min\n\nWords.\n\n<!-- notebook -->\nSHIFT-ENTER"),
        Cell("code", "only", (Part("html", "<p>ONLY</p>"),), frozenset({"notebook"})),
        Cell("code", "choice.reveal('left')", (Part("reveal", data={"name": "a/choice", "truth": "left"}),)),
        Cell("markdown", "## Check yourself\n\nNow you."),
        Cell("code", "task", (Part("task", "```python\nSOLUTION\n```", TASK, (CASE,)), Part("chart", data=CHART))),
        Cell("code", "task.check(...)", (Part("outcome"),)),
        Cell("code", "questions", (Part("several", parts=(Part("question", data={"asked": ASKED}),)),)),
        Cell("markdown", END),
        Cell("code", "assert True"),
    ]


ANSWERS = (
    "1,234",
    "BETWEEN",
    "AFTERWARDS",
    "WHY-",
    "HINT-ONE",
    "CASE-ANSWER",
    "SOLUTION",
    "FOLDED",
    "☑",
    "left</p>",
    "61 people",
)
