"""A loop in a learner's function that never ends, in JupyterLab: a sentence, and the next cell runs as ever."""

from playwright.sync_api import expect

from tests.browser.example import write_example

CELLS = (
    """import signal, time
from lessons.start_here.exercises import small

exercise = small()
exercise.time_limit = 0.5""",
    """def my_small(counts, k):
    while True:
        try:
            len(counts)
        except:
            pass

exercise.check(my_small)""",
    "sum(1 for _ in range(1_000_000))",
    """signal.setitimer(signal.ITIMER_REAL, 1_000)  # as on Windows: no alarm is free that could end a sleep
exercise.check(lambda counts, k: time.sleep(3))""",
    "sum(2 for _ in range(1_000_000))",
)


def test_an_endless_loop_ends_and_the_next_cell_runs(lab, open_page):
    notebook = open_page()
    notebook.run(lab, write_example(lab.folder, "time_limit.ipynb", CELLS))
    outputs = notebook.page.locator(".jp-CodeCell .jp-OutputArea")
    expect(outputs.nth(1)).to_contain_text("Yours had not ended after 0.5 seconds and was stopped")
    expect(outputs.nth(2)).to_contain_text("1000000")
    expect(outputs.nth(3)).to_contain_text("This check still waits for a single long step")
    expect(outputs.nth(3)).to_contain_text("Yours had not ended after 0.5 seconds and was stopped")
    expect(outputs.nth(4)).to_contain_text("2000000")
