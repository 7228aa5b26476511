"""The small audit of a page says what the audit in Python says: the same bounds, the same verdicts, with proofs."""

from collections import Counter

import numpy as np
import pytest

from teaching.widgets.scripts import HERE
from tests.browser.small_tables_at_random import random_case

FEW, MANY = 300, 10_000
IN_THE_PAGE = """(cases) => {
  %s
  const hiddenCell = (limits) => ({ low, high, above, below }, cell) =>
    ({ low, high: high === Infinity ? null : high, above, below, verdict: verdictOf({ low, high }, limits[cell]), cell });
  return cases.map(({ kinds, counts, width, threshold }) => {
    const limits = kinds.map((kind, cell) => limitsOf(kind, counts[cell], threshold));
    const found = smallAudit(limits, width);
    return found && found.map(hiddenCell(limits)).filter(({ cell }) => kinds[cell] !== "printed");
  });
}"""


def by_page(page, cases):
    """What the small audit finds of each case: all of them in one call."""
    source = (HERE / "small_audit.js").read_text(encoding="utf-8")
    return page.evaluate(IN_THE_PAGE % source, [case.for_page() for case in cases])


def compare(page, number, seed):
    """Audit random tables in Python and in the page; return how many cells got which verdict."""
    random = np.random.default_rng(seed)
    cases = [random_case(random) for _ in range(number)]
    seen: Counter[str] = Counter()
    for case, found in zip(cases, by_page(page, cases), strict=True):
        told = found and [(cell["low"], cell["high"], cell["verdict"]) for cell in found]
        assert told == case.by_python(), case.release.grid()
        for cell in found or ():
            assert_proved(case, cell)
        seen.update(["contradiction"] if found is None else [cell["verdict"] for cell in found] or ["none hidden"])
    return seen


def assert_proved(case, found):
    """The lines of a proof, added up, leave just the bound, when all others stand at the ends that the rule allows."""
    for bound, lines, upwards in ((found["high"], found["above"], True), (found["low"], found["below"], False)):
        if not lines:
            continue
        weight, low, high = weights(case, lines), *ends(case)
        weight = weight * -weight[found["cell"]]
        assert weight[found["cell"]] == -1
        weight[found["cell"]] = 0
        others = np.where((weight > 0) == upwards, high, low)
        assert (weight[weight != 0] * others[weight != 0]).sum() == bound


def weights(case, lines):
    """How often each cell is counted when some lines are put together; the sum over all cells is 0."""
    width = case.for_page()["width"]
    height = len(case.small) // width
    rows, columns = np.divmod(np.arange(len(case.small)), width)
    sign = np.where((rows == height - 1) != (columns == width - 1), -1, 1)
    return sign * (np.isin(rows, lines).astype(int) - np.isin(columns + height, lines))


def ends(case):
    """The least and the most of each cell by print and rule."""
    told = case.for_page()
    kinds, counts, k = np.array(told["kinds"]), np.array(told["counts"], dtype=float), told["threshold"]
    small, cover = kinds == "small", kinds == "cover"
    return np.select([small, cover], [1, k], counts), np.select([small, cover], [k - 1, np.inf], counts)


def test_at_random_small_tables_the_page_says_what_python_says(open_page):
    seen = compare(open_page().page, FEW, seed=53)
    assert set(seen) == {"exact", "narrowed", "open", "contradiction", "none hidden"}


@pytest.mark.weekly
def test_at_many_random_small_tables_the_page_says_what_python_says(open_page):
    assert min(compare(open_page().page, MANY, seed=1953).values()) > MANY // 50


@pytest.mark.parametrize(
    ("total", "found"),
    [(3, [(3, 3, "exact")]), (9, None)],
)
def test_one_cell_beside_its_total_is_known_and_must_fit_the_rule(open_page, total, found):
    case = {"kinds": ["small", *["printed"] * 3], "counts": [0, *[total] * 3], "width": 2, "threshold": 5}
    [told] = open_page().page.evaluate(IN_THE_PAGE % (HERE / "small_audit.js").read_text(encoding="utf-8"), [case])
    assert (told and [(cell["low"], cell["high"], cell["verdict"]) for cell in told]) == found
