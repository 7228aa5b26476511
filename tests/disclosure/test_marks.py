import pytest

from disclosure.marks import HIDDEN_MARK, refuse_unusable_mark


def test_the_usual_mark_is_one():
    refuse_unusable_mark("mark", HIDDEN_MARK)


@pytest.mark.parametrize(("mark", "sentence"), [("\u200b", "no sign that readers can see"), ("12", "take for a count")])
def test_the_sentence_says_what_is_wrong(mark, sentence):
    with pytest.raises(ValueError, match=sentence):
        refuse_unusable_mark("mark", mark)
