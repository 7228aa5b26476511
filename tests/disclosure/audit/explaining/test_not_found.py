from disclosure.audit.explaining.not_found import not_found
from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.reading.unused import UNUSED_OVERLAP


def test_the_sentence_says_how_far_it_is_proved_and_what_was_not_used() -> None:
    told = not_found("it is large", 3, NO_LIMIT, [UNUSED_OVERLAP])
    assert told.startswith("it is large; and at most 3 and more is possible as far as it is proved")
    assert told.endswith(UNUSED_OVERLAP)
