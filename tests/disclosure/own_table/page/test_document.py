"""The page holds no script of its own, and what stands in it as data cannot end its element."""

from disclosure.own_table.page.document import in_page, page


def test_the_page_runs_only_what_comes_from_its_server():
    text = page()
    assert text.count("<script") == 5 and 'type="application/json"' in text and "http" not in text
    assert " onclick" not in text and "<style" not in text and "style=" not in text


def test_data_cannot_end_its_element():
    assert "</script" not in in_page({"a": "</script><b>"})
