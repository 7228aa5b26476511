"""A machine that is short of all: several browsers run a notebook at once, and its charts come alive in each.

anywidget gives up a widget, in silence, whose script is not ready within two seconds: nothing that draws may need that.
"""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from tests.benchmarks.turns import sizes
from tests.browser.chromium import opened_browser
from tests.browser.conftest import MILLISECONDS, watched_page
from tests.browser.example import write_example
from tests.browser.lab_server import started_lab

FIRST = "from teaching.charts.offline import draw_offline\n\ndraw_offline()"
CHART = "from tests.browser.example import counts, threshold_chart\n\nthreshold_chart(counts())"
OTHERS = (
    "from tests.browser.example import example_explorer\n\nexample_explorer()",
    """from lessons.complementary_suppression import five_films, repair_by_hand

repair_by_hand(five_films(), threshold=5)""",
    'from teaching.widgets.concept_questions import concept_questions\n\nconcept_questions("suppression")',
)


def charts_come_alive(address: str) -> int:
    """Open the notebook in a browser of its own, run it, wait until all is drawn; return how many charts there are.

    Raises:
        AssertionError: one was never drawn, or the page or the kernel complains.
    """
    with opened_browser() as browser, watched_page(browser) as notebook:
        notebook.page.set_default_timeout(4 * MILLISECONDS)
        notebook.open(address)
        notebook.run_all()
        notebook.check()
        assert notebook.page.locator(".ft-table-sentence").first.text_content()
        return notebook.page.locator(".vega-embed").count()


@pytest.mark.parametrize(("browsers", "charts"), sizes((1, 1), (3, 8)))
def test_all_charts_come_alive_in_each_of_several_browsers_at_once(browsers, charts, tmp_path):
    with started_lab(tmp_path) as lab, ProcessPoolExecutor(browsers, mp_context=get_context("spawn")) as pool:
        names = [f"starved_{number}.ipynb" for number in range(browsers)]
        addresses = [lab.lab(write_example(lab.folder, name, (FIRST, *[CHART] * charts, *OTHERS))) for name in names]
        assert list(pool.map(charts_come_alive, addresses)) == [charts + 1] * browsers
