"""The sheet on the desk: for each request a choice and a reason, signed with a nickname. It tells no outcome."""

from typing import Any, Final

import anywidget
import traitlets

from lessons.release_desk import strings
from lessons.release_desk.desk import ReleaseDesk
from lessons.release_desk.requests import Request
from lessons.release_desk.side_by_side import about
from teaching.widgets.scripts import script, styles

LONGEST_REASON: Final = 300
"""Letters of a reason at most: a sentence or two."""


class Sheet(anywidget.AnyWidget):
    """The six requests to decide on; make one with `sheet_for`.

    Args:
        desk: what is decided and signed here is decided and signed there.

    Attributes:
        desk: as given.
        decided: request -> ``choice`` and ``reason``, as they stand on the sheet.
        signed: the nickname; empty until everything is decided and signed, and after each change.
    """

    _esm = script("sheet_control.js")
    _css = styles("asking", "sheet_control")

    asked = traitlets.Dict().tag(sync=True)
    decided = traitlets.Dict().tag(sync=True)
    signed = traitlets.Unicode().tag(sync=True)

    def __init__(self, desk: ReleaseDesk) -> None:
        """Lay the requests out."""
        requests = [asked_of(request) for request in desk.requests]
        super().__init__(asked={"requests": requests, "words": strings.SHEET, "longest": LONGEST_REASON})
        self.desk, self.name = desk, "release_desk/sheet"

    @traitlets.observe("signed")
    def _take_to_desk(self, change: Any) -> None:
        """What was signed counts from now on; what is changed afterwards does not, until it is signed again."""
        if not self.signed:
            self.desk.nickname = ""
            return
        for name, decision in self.decided.items():
            self.desk.decide(name, decision["choice"], decision["reason"])
        self.desk.signed(self.signed)


def sheet_for(desk: ReleaseDesk) -> Sheet:
    """Show a desk's requests to decide on, to give a reason for, and to sign.

    Examples:
        >>> from data_gen import make_world
        >>> desk = ReleaseDesk(make_world(200, n_titles=400, seed="Ada", vigil_viewers=20))
        >>> sheet = sheet_for(desk)
        >>> sheet.decided = {"joke": {"choice": "the number only", "reason": "It tells nobody apart."}}
        >>> sheet.signed = "otter"
        >>> desk.nickname, desk.choice_of("joke")
        ('otter', 'the number only')
    """
    return Sheet(desk)


def asked_of(request: Request) -> dict[str, Any]:
    """What the sheet shows of a request: who asks for what and why, three questions about a stranger, the choices."""
    return {
        "name": request.name,
        "title": strings.REQUEST.format(number=request.number, whom=request.from_whom),
        "text": request.words,
        "asked": [f"{question} {answer}" for question, answer in about(request.intruder).items()],
        "wanted": f"{strings.WANTED} {' '.join(question.words for question in request.questions)}",
        "choices": [[choice.name, choice.words] for choice in request.choices],
    }
