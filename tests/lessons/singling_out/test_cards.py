"""Cards show what was said, and nothing that was said can act as HTML."""

import pandas as pd

from lessons.singling_out.cards import ClueCards


def test_text_is_escaped():
    cards = ClueCards(pd.DataFrame({"speaker": ["<b>"], "sentence": ["<script>alert(1)</script>"]}))
    assert "<script>" not in cards._repr_html_() and "<b>" not in cards._repr_html_()


def test_one_card_per_remark():
    cards = ClueCards(pd.DataFrame({"speaker": ["a", "b"], "sentence": ["c", "d"]}))
    assert cards._repr_html_().count("<figure") == 2
    assert repr(cards) == "A: “c”\nB: “d”"
