"""The small server: tokens, limits and silence (`tests/editions/room/test_serving.py` asks a whole one)."""

import http.client
from threading import Thread

import pytest

from disclosure.loopback import QuietRequest, QuietServer, new_token


class _Echo(QuietRequest):
    """Says what was asked for below the token, and gives back what was sent."""

    def get(self) -> None:
        rest = self.below("token")
        if rest is None:
            self.not_found()
        else:
            self.answer(200, rest.encode(), policy="default-src 'none'")

    def post(self) -> None:
        if (sent := self.body("application/json", 5)) is not None:
            self.answer(200, sent)


@pytest.fixture(scope="module")
def ask():
    server = QuietServer(("127.0.0.1", 0), _Echo)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()

    def asked(method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        text = response.read()
        connection.close()
        return response.status, text, response.headers

    yield asked
    server.shutdown()
    server.server_close()
    thread.join()


def test_tokens_are_long_enough_random_and_easy_to_type():
    tokens = {new_token(8) for _ in range(500)}
    assert len(tokens) == 500 and all(len(each) == 8 and each.isalnum() for each in tokens)
    assert not set("".join(tokens)) & set("0O1lI")


def test_only_what_lies_below_the_token_is_there(ask):
    assert ask("GET", "/token/a/b?c")[:2] == (200, b"a/b") and ask("GET", "/token/")[:2] == (200, b"")
    assert {ask("GET", path)[0] for path in ("/", "/token", "/tokens/a", "/%FF/", "/other/token/")} == {404}


def test_what_is_sent_has_a_kind_and_a_limit(ask):
    json = {"Content-Type": "application/json"}
    assert ask("POST", "/", b"12345", **json)[:2] == (200, b"12345")
    assert ask("POST", "/", b"123456", **json)[0] == 413
    assert ask("POST", "/", b"1", **{"Content-Type": "text/plain"})[0] == 415


def test_no_answer_is_kept_or_framed(ask, capfd):
    headers = ask("GET", "/token/")[2]
    assert headers["Cache-Control"] == "no-store" and headers["X-Frame-Options"] == "DENY"
    assert headers["Content-Security-Policy"] == "default-src 'none'" and headers["Server"].strip() == "Fifty-Three"
    assert capfd.readouterr() == ("", "")
