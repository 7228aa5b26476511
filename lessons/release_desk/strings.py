"""What the lesson on the release desk says."""

from typing import Final

REQUEST: Final = "{number} · {whom}"
WHO_WANTS: Final = "Who would want to know?"
WANTED: Final = "They want to find out:"
KNOWS: Final = "What do they know already?"
LEARNS: Final = "What would they learn?"
SHEET: Final = {
    "label": "Six requests to decide on",
    "reason": "Why? One sentence:",
    "nickname": "Sign with a nickname, not with your name:",
    "sign": "Sign",
    "no_choice": "Not signed: nothing is chosen yet at “{title}”.",
    "no_reason": "Not signed: a reason is missing at “{title}”.",
    "no_name": "Not signed: write a nickname, and no address.",
    "changed": "Something was changed after it was signed. Sign it again.",
    "signed": "Signed by {nickname}. Go on below.",
    "signed_by": "Decided, and signed by {nickname}",
    "record": "What was decided",
    "request": "Request",
    "decision": "Decision",
    "why": "Reason",
    "print": "Print this sheet",
}
CHART: Final = (
    "For each attack, the people whom it finds and its wrong claims, at the decision that is set; beside it, how many "
    "questions of those who asked are answered rightly, wrongly, or not at all."
)
PEOPLE_TITLE: Final = "What attacks do with what is out"
PEOPLE_AXIS: Final = "people found, wrong claims"
FOUND_PARTS: Final = {"found": "people found", "wrong": "wrong claims"}
ANSWERS_TITLE: Final = "Questions of those who asked"
ANSWERS_AXIS: Final = "questions"
ANSWER_PARTS: Final = {"right": "answered rightly", "false": "answered wrongly", "open": "cannot be answered"}
PUBLISHED: Final = {
    0: "Nothing is published: all {requests} requests are declined.",
    1: "One request of {requests} is published, the others are declined.",
    2: "Two requests of {requests} are published, the others are declined.",
}
NOBODY: Final = "Nobody was found by these attacks."
"""An empty hand, in full: it says nothing of other attacks."""

ONE_WAS: Final = "1 person was found."
SOME_WERE: Final = "{found} people were found."
ONE: Final = "1 person is found by these attacks."
SOMEBODY: Final = "{found} people are found by these attacks."
BESIDE: Final = "Wrong claims: {wrong}."
ANSWERED: Final = "Of {asked} questions, {right} are answered rightly, {false} wrongly; {open} cannot be answered."
MANY: Final = (
    "{published} requests are published. This picture knows what one or two of them do. Three and more are attacked "
    "in the notebook only: decide on the sheet, sign it, and run the cell below it."
)
NUMBER: Final = "no."
FROM_WHOM: Final = "who asks"
ASKS_FOR: Final = "for what"
QUESTION: Final = "question"
ANSWER: Final = "an answer"
CHOICE: Final = "choice"
DECISION: Final = "decision"
READERS_GET: Final = "readers get"
ATTACK: Final = "attack"
TARGETS: Final = "targets"
FOUND: Final = "people found"
WRONG_CLAIMS: Final = "wrong claims"
BLIND: Final = "right if blind"
REQUEST_NAME: Final = "request"
NOT_SIGNED: Final = "Nothing is signed yet. Decide on the sheet above, sign it, and run this cell again."
SAVED: Final = "Written: {file}. Open it with a double-click, and print it."
RECORD: Final = {
    "title": "The release desk: what was decided",
    "signed": "Signed by",
    "beside": (
        "Wrong claims: {wrong}. Of {asked} questions, {right} are answered rightly, {false} wrongly; {open} cannot be "
        "answered."
    ),
    "decisions": "Decisions",
    "request": "request",
    "decision": "decision",
    "readers_get": "readers get",
    "reason": "reason",
    "no_reason": "none given",
    "attacks": "What the attacks did",
    "attack": "attack",
    "read": "what it read at once",
    "people": "people found by it",
    "wrong": "wrong claims",
    "blind": "right if blind",
    "counted_once": (
        "Somebody whom several attacks find stands in the line of each. Above, everybody is counted once."
    ),
    "nothing_out": "Nothing went out, so there was nothing to attack.",
    "questions": "Questions of those who asked",
    "question": "question",
    "verdict": "from what went out",
    "end": (
        "These attacks were tried, and no others. Even where they find nobody, others may find somebody. No hidden "
        "number stands on this page. But how many were found tells something of what was hidden: keep the page in the "
        "house."
    ),
}
ATTACKER: Final = "who"
WHAT_SHE_DOES: Final = "what she does"
OF_WHOM: Final = "of whom"
OF_WHEN: Final = "of which days"
UNIT: Final = "counted in"
OWN_DECISIONS: Final = {"publish": "Decided: it goes out.", "decline": "Decided: it does not go out."}
ALTHOUGH: Final = "It goes out although hidden numbers can be worked out from it."
OWN: Final = {
    "title": "The release desk: a table of our own",
    "of": "What it counts:",
    "reason": "Why:",
    "signed": "Signed by",
    "found": "What the check found",
    "checked": "It was checked against",
    "not_checked": "Not checked",
}
GOES_OUT: Final = "goes out"
AND: Final = " and "
RIGHT_CLAIMS: Final = "right claims"
OF_CLAIMS: Final = "{right} of {claims} ({low:.0%} to {high:.0%})"
NO_CLAIMS: Final = "no claims"
THREE: Final = (
    "{region}: {all} viewers in all, says the newspaper's table. {some} of them are {middle}, says the researchers' "
    "table. {others} are {old}, says the owners'. {all} less {some} less {others} are {left}: those who are {young}."
)
NOT_THE_FOUR: Final = "Decide about these four, each by its name: {names}."
THREE_NUMBERS: Final = (
    "Attacked together with what was out: people found more: {found}; wrong claims more: {wrong}. Of {of} questions, "
    "answered rightly: {right}."
)
NOT_ABOVE: Final = "of these, in no line above"
TOGETHER: Final = "Where all go out, people found: {together}. Found only there, and in no line above: {new}."
NO_MORE: Final = "In this world, all of them together tell of nobody more. In most worlds they do."
NOT_PRINTED: Final = "In this world, the numbers of {region} that would have to be subtracted are not all printed."
