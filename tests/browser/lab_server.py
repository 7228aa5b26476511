"""JupyterLab, started as `make lab` starts it, on a copy of the notebooks (Lab saves outputs by itself)."""

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 120  # seconds until we give up; nothing waits this long when all is well
NO_PROXY_LISTENS_HERE = "http://127.0.0.1:9"


@dataclass(frozen=True)
class LabServer:
    """A server that answers. Lab is also a Voila server: voila comes as an extension of it."""

    url: str
    token: str
    folder: Path

    def lab(self, notebook: str) -> str:
        """The address of a notebook in JupyterLab. A workspace of its own keeps tests from seeing each other's tabs."""
        return f"{self.url}lab/workspaces/{uuid.uuid4().hex}/tree/{notebook}?token={self.token}"

    def voila(self, notebook: str) -> str:
        """The address of a notebook as a Voila page."""
        return f"{self.url}voila/render/{notebook}?token={self.token}"


@contextmanager
def started_lab(home: Path) -> Iterator[LabServer]:
    """JupyterLab on a free port; its settings, its notebooks and its log live in `home`, and it stops at the end."""
    folder = home / "work"
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    command = [sys.executable, "-m", "jupyterlab", f"--config={ROOT / 'lab_config.py'}", "--no-browser"]
    command += ["--port=0", f"--ServerApp.root_dir={folder}", "--LabApp.expose_app_in_browser=True"]
    with (
        (home / "lab.log").open("wb") as log,
        subprocess.Popen(command, cwd=folder, env=_settings_of_its_own(home), stdout=log, stderr=log) as lab,
    ):
        try:
            yield _answering(lab, home, folder)
        finally:
            lab.terminate()


def _settings_of_its_own(home: Path) -> dict[str, str]:
    """An environment without the tester's own Jupyter settings, in which a cell that downloads fails."""
    jupyter = {f"JUPYTER_{name}_DIR": str(home / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), NO_PROXY_LISTENS_HERE)
    here = dict.fromkeys(("no_proxy", "NO_PROXY"), "127.0.0.1,localhost")
    return {**os.environ, **jupyter, **proxies, **here, "IPYTHONDIR": str(home / "ipython")}


def _answering(lab: subprocess.Popen[bytes], home: Path, folder: Path) -> LabServer:
    """The server, once it answers."""

    def ask() -> LabServer | None:
        if lab.poll() is not None:
            raise RuntimeError(f"JupyterLab stopped:\n{(home / 'lab.log').read_text()}")
        for found in (home / "runtime").glob("jpserver-*.json"):
            facts = json.loads(found.read_text() or "{}")
            if facts and _answers(f"{facts['url']}api/status?token={facts['token']}"):
                return LabServer(facts["url"].replace("localhost", "127.0.0.1"), facts["token"], folder)
        return None

    return _first(ask, f"JupyterLab did not answer; its log is {home / 'lab.log'}")


def _answers(url: str) -> bool:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(url) as answer:
            return answer.status == 200
    except urllib.error.HTTPError as refused:
        refused.close()
        return False
    except urllib.error.URLError:
        return False


def _first(ask: Callable[[], LabServer | None], complaint: str) -> LabServer:
    """The first answer that is not None."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if (answer := ask()) is not None:
            return answer
        time.sleep(0.05)
    raise TimeoutError(complaint)
