"""A small fake of a learning platform: a page with the platform's door, and the kit's unit in a frame."""

import json
import re
import zipfile
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

LAPTOP = {"width": 1366, "height": 768}
PLATFORM = """
window.kept = JSON.parse(localStorage.getItem("fake") ?? "{}");
window.calls = [];
const counted = (name) => Object.keys(window.kept).filter((key) => key.endsWith(".id") && key.startsWith(name)).length;
window.API = {
  LMSInitialize: () => { window.calls.push("begin"); return "true"; },
  LMSGetValue: (name) => (name.endsWith("._count") ? String(counted("cmi.interactions")) : window.kept[name] ?? ""),
  LMSSetValue: (name, value) => { window.kept[name] = value; return "true"; },
  LMSCommit: () => { localStorage.setItem("fake", JSON.stringify(window.kept)); return "true"; },
  LMSFinish: () => { window.calls.push("end"); return "true"; },
};
"""
ALLOWED = re.compile(
    r"cmi\.(core\.(lesson_status|session_time|exit|score\.(raw|min|max))|suspend_data"
    r"|interactions\.\d+\.(id|type|student_response|result|correct_responses\.0\.pattern))"
)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *words):
        """Say nothing."""


@contextmanager
def served(folder):
    """A folder as a web server on this machine shows it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def opened_in_platform(package, folder, address, open_page):
    """Unpack a zip where the server looks, and open it in the platform's frame."""
    with zipfile.ZipFile(package) as unit:
        unit.extractall(folder)
    frame = "<link rel=icon href='data:,'><iframe src='index.html'></iframe>"
    (folder / "platform.html").write_text(f"<script>{PLATFORM}</script>{frame}", "utf-8")
    notebook = open_page(viewport=LAPTOP)
    notebook.asked = []
    notebook.page.on("request", lambda request: notebook.asked.append(request.url))
    notebook.page.goto(f"{address}/platform.html")
    return notebook


def in_frame(notebook):
    """The frame of the unit, once all of it is drawn."""
    frame = notebook.page.frames[1]
    frame.wait_for_selector("html[data-ready]")
    return frame


def told(notebook):
    """What the platform has been told: field -> value."""
    return json.loads(notebook.page.evaluate("() => JSON.stringify(window.kept)"))
