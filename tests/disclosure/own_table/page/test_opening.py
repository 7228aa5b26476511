"""The page is opened, told of, and closed; a port that is taken is a sentence."""

import json
import urllib.request
from threading import Thread

import pytest

from disclosure.own_table.page import opening
from disclosure.own_table.page.opening import open_page
from disclosure.own_table.page.serving import PageServer
from disclosure.own_table.sheets.in_memory import FileInMemory


def test_it_says_where_it_is_and_begins_with_a_file(monkeypatch):
    opened, said = [], []
    serve = PageServer.serve_forever

    def browsed(address):
        server = opened[0]

        def ask():
            with urllib.request.urlopen(f"{address}begin") as answer:
                asked.append(answer.read())
            server.shutdown()

        Thread(target=ask).start()

    asked = []
    monkeypatch.setattr(opening, "PageServer", lambda *a, **more: opened.append(PageServer(*a, **more)) or opened[0])
    monkeypatch.setattr(PageServer, "serve_forever", lambda self: serve(self, poll_interval=0.02))
    open_page(said.append, files={"table": FileInMemory("t.csv", b"a,1")}, browser=browsed)
    assert opened[0].address in said[0] and json.loads(asked[0])["table"]["name"] == "t.csv"


def test_it_ends_in_a_sentence_when_interrupted(monkeypatch):
    def interrupted(_):
        raise KeyboardInterrupt

    said = []
    monkeypatch.setattr(PageServer, "serve_forever", interrupted)
    open_page(said.append, browser=lambda _: None)
    assert said[-1].strip() == "The page is closed."


def test_a_port_that_is_taken_is_a_sentence():
    with PageServer() as taken:
        for port in (taken.server_address[1], 999_999):
            with pytest.raises(ValueError, match=rf"port {port}.*--port"):
                open_page(print, port=port, browser=print)
