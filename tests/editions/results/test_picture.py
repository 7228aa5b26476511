"""The page shows printed counts alone: what is hidden stands nowhere in it."""

import re

from editions.results.picture import as_table, picture, results_of
from editions.results.rechecking import Checked

NAMES = [f"suppression/{name}" for name in ("no-lines", "no-sums", "publish-courses", "get-one-back")]


def checked(*lines):
    return Checked({"suppression": dict(zip(NAMES, lines, strict=False))})


def states(right, not_yet, none):
    return ["right"] * right + ["not yet"] * not_yet + ["no answer"] * none


def test_small_counts_stand_neither_in_the_table_nor_in_the_chart():
    results = results_of(checked(states(20, 7, 3), states(11, 19, 0)), 5)
    table = as_table(results)
    assert table[["right", "not yet", "no answer", "of"]].to_numpy().tolist() == [[20, "c", "c", 30], [11, 19, 0, 30]]
    page = picture(results, 5, {"suppression": "02 · <Suppression>"})
    assert "02 · &lt;Suppression&gt;" in page and "Handed in: 30." in page
    assert "Fewest were right here: no-sums, no-lines." in page
    drawn = page[page.index("<svg") : page.index("</svg>")]
    numbers = set(re.findall(r">(\d+)</text>", drawn))
    assert {"20", "11", "19"} <= numbers and ">7<" not in drawn.split("learners")[0]
    assert "hidden" in drawn and "<script" not in page and "src=" not in page and 'href="http' not in page


def test_what_was_not_checked_is_named_and_not_counted():
    results = results_of(checked(states(20, 10, 0), ["not checked"] * 30), 5)
    assert list(results[0].lines) == NAMES[:1] and "Not shown, for they were not checked: no-sums." in picture(
        results, 5, {}
    )


def test_where_functions_alone_were_asked_for_it_is_said_that_they_were_not_run():
    page = picture(results_of(checked(["not checked"] * 7), 5), 5, {})
    assert "Handed in: 7. Not shown, for they were not checked: no-lines. Functions were not run." in " ".join(
        re.sub(r"<[^>]*>", " ", page).split()
    )
    assert "Fewer than" not in page and "<svg" not in page and "<table" not in page
    assert "Functions were not run" not in picture(
        results_of(Checked({"suppression": {NAMES[0]: ["not checked"] * 7}}, ran_code=True), 5), 5, {}
    )


def test_of_a_few_nothing_is_shown():
    results = results_of(checked(states(2, 1, 1)), 5)
    page = picture(results, 5, {})
    assert (
        as_table(results).empty and "Fewer than 5 handed in" in page and "<svg" not in page and "Handed in" not in page
    )


def test_a_column_that_holds_everybody_is_spoken_of():
    assert "one column holds everybody" in picture(results_of(checked(states(0, 30, 0)), 5), 5, {})
