"""A script is the shared part and its own."""

from teaching.widgets.scripts import script


def test_the_shared_part_comes_first():
    text = script("question_control.js")
    assert text.index("function radioButtons") < text.index("export default")
