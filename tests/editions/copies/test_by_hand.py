"""What is filled in with a pencil: nothing on it is an answer, unless answers are wanted."""

from editions.copies.by_hand import boxes, letters_to_decide, table_to_repair
from tests.editions.copies.lesson import REPAIR, SHEET


def test_a_table_to_repair_hides_the_small_counts_and_no_cover():
    asked, answered = (table_to_repair(REPAIR, answers=answers) for answers in (False, True))
    assert asked.count(">c</td>") == 1 and asked.count(">61</td>") == 2 and "class=rule" in asked
    assert "61 people" not in asked and "crosses out A | south: 61 people." in answered


def test_each_letter_has_its_choices_and_room_for_a_reason():
    first, second = letters_to_decide(SHEET)
    assert "1 · The &lt;press&gt;" in first and "A neighbour." in first and "2 · A newspaper" in second
    assert first.count("☐") == 2 and first.index("Why? One sentence:") < first.index("class=rule")


def test_a_box_stands_before_each_choice():
    assert boxes(["a < b"]) == '<ul class="boxes"><li>☐ a &lt; b</li></ul>'
