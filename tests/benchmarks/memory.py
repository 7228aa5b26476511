"""How much memory does a learner need on a hub? A lesson is run in JupyterLab with a browser, as learners do.

    CHROMIUM=/usr/bin/chromium .venv/bin/python -m tests.benchmarks.memory 02_suppression 09_linking

Peaks are those that Linux keeps for each process (VmHWM in /proc), pages shared with other processes included. So the
sum is more than a container counts, and a limit that fits it fits the learner.
"""

import re
import sys
import tempfile
from pathlib import Path

import psutil

from tests.browser.chromium import opened_browser
from tests.browser.conftest import MILLISECONDS, watched_page
from tests.browser.lab_server import started_lab

HEAD = f"{'lesson':32}{'server':>8}{'kernel':>8}  MiB at their peaks"


def peak(process: psutil.Process) -> int:
    """The most memory that a process has had at once, in MiB."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) // 1024


def peaks_of(lesson: str) -> tuple[int, int]:
    """The peaks of a server that serves one learner, and of the kernel of one lesson, run to its end.

    Args:
        lesson: the name of its notebook, without the ending.
    """
    with (
        tempfile.TemporaryDirectory() as home,
        started_lab(Path(home)) as lab,
        opened_browser() as browser,
        watched_page(browser) as notebook,
    ):
        notebook.page.set_default_timeout(4 * MILLISECONDS)
        notebook.open(lab.lab(f"notebooks/{lesson}.ipynb"))
        notebook.run_all()
        every = psutil.Process().children(recursive=True)
        server = next(each for each in every if "jupyterlab" in each.cmdline())
        kernel = next(each for each in every if "ipykernel_launcher" in each.cmdline())
        return peak(server), peak(kernel)


def main(lessons: list[str]) -> None:
    """Print one line for each lesson."""
    sys.stdout.write(f"{HEAD}\n")
    for lesson in lessons:
        server, kernel = peaks_of(lesson)
        sys.stdout.write(f"{lesson:32}{server:8}{kernel:8}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
