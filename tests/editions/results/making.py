"""Hand-ins for tests, as `teaching.handing_in` writes them."""

import json

from editions.results.tasks import questions_of


def chosen(name, *, right, lesson="suppression"):
    """An answer to a question: the right one or a wrong one, chosen first."""
    texts = [answer.text for answer in questions_of(lesson)[name].answers if answer.right is right]
    return {"task": name, "kind": "question", "said": texts[:1]}


def value(task, said):
    return {"task": task, "kind": "value", "said": said}


def write(folder, file, answers, *, lesson="suppression", world=53, **other):
    """One file."""
    whole = {"format": 1, "version": "0", "lesson": lesson, "name": "", "world": world, "answers": answers} | other
    (folder / file).write_text(json.dumps(whole), encoding="utf-8")
