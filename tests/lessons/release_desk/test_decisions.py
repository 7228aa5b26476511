"""What is out stands by number; what is left out is declined; a choice that not all have cannot be given to all."""

import pytest

from lessons.release_desk.decisions import everybody_gets, published
from tests.lessons.release_desk.small_desk import office


def test_what_is_out_stands_by_number_and_what_is_left_out_is_declined():
    out = published(office(), {"hours": "as asked", "top ten": "decline", "joke": "by device"})
    assert [one.name for one in out] == ["joke: by device", "hours: as asked"]
    assert published(office(), {}) == published(office(), everybody_gets("decline")) == ()


def test_a_choice_that_not_all_have_is_refused():
    with pytest.raises(ValueError, match="cannot be answered with 'as they like'"):
        everybody_gets("as they like")
    with pytest.raises(ValueError, match="cannot be answered with 'by plan'"):
        published(office(), {"joke": "by plan"})
