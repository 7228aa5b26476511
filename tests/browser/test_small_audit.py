"""The small audit of a page says what the audit in Python says: the same bounds, the same verdicts, with proofs."""

from collections import Counter

import numpy as np
import pytest

from teaching.widgets.scripts import HERE
from tests.browser.small_tables_at_random import random_case

FEW = 150
IN_THE_PAGE = """(cases) => {
  %s
  const hiddenCell = (limits) => (range, cell) =>
    ({ ...range, high: range.high === Infinity ? null : range.high, verdict: verdictOf(range, limits[cell]), cell });
  return cases.map(({ kinds, counts, width, threshold }) => {
    const limits = kinds.map((kind, cell) => limitsOf(kind, counts[cell], threshold));
    const found = smallAudit(limits, width);
    return found && found.map(hiddenCell(limits)).filter(({ cell }) => kinds[cell] !== "printed");
  });
}"""


def by_page(page, told):
    """What the small audit finds of each case: all of them in one call."""
    return page.evaluate(IN_THE_PAGE % (HERE / "small_audit.js").read_text(encoding="utf-8"), told)


def compare(page, number, seed):
    """Audit random tables in Python and in the page; return how many cells got which verdict."""
    random = np.random.default_rng(seed)
    cases = [random_case(random) for _ in range(number)]
    told, seen = [case.for_page() for case in cases], Counter()
    for case, given, found in zip(cases, told, by_page(page, told), strict=True):
        assert verdicts(found) == case.by_python(), case.release.grid()
        for cell in found or ():
            assert_proved(given, cell)
        seen.update(["contradiction"] if found is None else [cell["verdict"] for cell in found] or ["none hidden"])
    return seen


def verdicts(found):
    """The answer of the page as `Case.by_python` gives it."""
    return found if found is None else [(cell["low"], cell["high"], cell["verdict"]) for cell in found]


def assert_proved(told, found):
    """The lines of a proof, added up, leave just the bound, when all others stand at the ends that the rule allows."""
    for bound, lines, upwards in ((found["high"], found["above"], True), (found["low"], found["below"], False)):
        if not lines:
            continue
        weight, (low, high) = weights(told, lines), ends(told)
        weight = weight * -weight[found["cell"]]
        assert weight[found["cell"]] == -1
        weight[found["cell"]] = 0
        others = np.where((weight > 0) == upwards, high, low)
        assert (weight[weight != 0] * others[weight != 0]).sum() == bound


def weights(told, lines):
    """How often each cell is counted when some lines are put together; the sum over all cells is 0."""
    width = told["width"]
    height = len(told["kinds"]) // width
    rows, columns = np.divmod(np.arange(height * width), width)
    sign = np.where((rows == height - 1) != (columns == width - 1), -1, 1)
    return sign * (np.isin(rows, lines).astype(int) - np.isin(columns + height, lines))


def ends(told):
    """The least and the most of each cell by print and rule."""
    kinds, counts, k = np.array(told["kinds"]), np.array(told["counts"], dtype=float), told["threshold"]
    small, cover = kinds == "small", kinds == "cover"
    return np.select([small, cover], [1, k], counts), np.select([small, cover], [k - 1, np.inf], counts)


def test_at_random_small_tables_the_page_says_what_python_says(open_page):
    seen = compare(open_page().page, FEW, seed=53)
    assert set(seen) == {"exact", "narrowed", "open", "contradiction", "none hidden"}


@pytest.mark.parametrize(
    ("total", "found"),
    [(3, [(3, 3, "exact")]), (9, None)],
)
def test_one_cell_beside_its_total_is_known_and_must_fit_the_rule(open_page, total, found):
    case = {"kinds": ["small", *["printed"] * 3], "counts": [0, *[total] * 3], "width": 2, "threshold": 5}
    [told] = by_page(open_page().page, [case])
    assert verdicts(told) == found
