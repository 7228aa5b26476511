"""The page's server: on this machine, below a token, in sentences; nothing on disk."""

import base64
import http.client
import json
import socket
import struct
from pathlib import Path
from threading import Event, Thread

import pytest

from disclosure.own_table.page import serving
from disclosure.own_table.page.serving import PARTS, POLICY, PageServer

TABLE = {"name": "t.csv", "bytes": base64.b64encode(b"a,1").decode()}


@pytest.fixture(scope="module")
def server():
    opened = PageServer(token="secret")
    thread = Thread(target=opened.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield opened
    opened.shutdown()
    opened.server_close()
    thread.join()


def ask(server, method, path, body=None, kind="application/json"):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    connection.request(method, path, body, {"Content-Type": kind} if body else {})
    response = connection.getresponse()
    text = response.read()
    connection.close()
    return response.status, text, response.headers


def test_it_listens_on_this_machine_alone_at_an_address_nobody_guesses(server):
    other = PageServer()
    assert server.server_address[0] == "127.0.0.1" and len(other.token) == serving.SECRET
    assert other.address == f"http://127.0.0.1:{other.server_address[1]}/{other.token}/"
    other.server_close()


def test_the_page_and_its_parts_are_there_and_nothing_else(server):
    status, text, headers = ask(server, "GET", "/secret/")
    assert status == 200 and b"<title>" in text and headers["Content-Security-Policy"] == POLICY
    assert all(ask(server, "GET", f"/secret/{name}")[0] == 200 for name in PARTS)
    nowhere = ("/", "/secret", "/other/", "/secret/serving.py", "/secret/../page.js", "/secret/words/en.toml")
    assert {ask(server, "GET", path)[0] for path in nowhere} == {404}
    assert ask(server, "POST", "/secret/else", b"{}")[0] == ask(server, "POST", "/check", b"{}")[0] == 404


def test_what_cannot_be_done_is_a_sentence(server, monkeypatch, capfd):
    def broken(_):
        raise KeyError("inside")

    monkeypatch.setitem(serving.DOINGS, "repair", broken)
    status, text, _ = ask(server, "POST", "/secret/check", b"{}")
    assert status == 200 and json.loads(text)["refused"] == "Choose a file first."
    status, text, _ = ask(server, "POST", "/secret/repair", json.dumps({"table": TABLE}).encode())
    assert status == 500 and "KeyError" in json.loads(text)["refused"] and "inside" in capfd.readouterr().err
    assert ask(server, "POST", "/secret/check", b"{}", "text/plain")[0] == 415


def test_bytes_of_files_travel_as_text_and_nothing_touches_the_disk(server, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(serving.DOINGS, "files", lambda brought: {"bytes": brought.table.content})
    _, text, _ = ask(server, "POST", "/secret/files", json.dumps({"table": TABLE}).encode())
    assert json.loads(text) == {"bytes": TABLE["bytes"]} and not list(Path(tmp_path).iterdir())


def test_a_page_that_is_closed_before_its_answer_is_no_fault(server, monkeypatch, capfd):
    """The answer is long, and the browser has gone: nobody reads of a broken pipe."""
    gone, told = Event(), Event()

    class Waits(dict):
        def __init__(self):
            gone.wait(10)
            super().__init__(text="x" * 5_000_000)

    real = serving._Request.handle_one_request

    def handled(request):
        try:
            real(request)
        finally:
            told.set()

    monkeypatch.setattr(serving._Request, "handle_one_request", handled)
    monkeypatch.setitem(serving.DOINGS, "check", lambda _: Waits())
    body = json.dumps({"table": TABLE}).encode()
    with socket.create_connection(server.server_address) as browser:
        browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        head = f"POST /secret/check HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        browser.sendall(head.encode() + body)
    gone.set()
    assert told.wait(10)
    assert "Traceback" not in capfd.readouterr().err
