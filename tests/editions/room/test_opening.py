"""Addresses of this laptop, tokens that can be typed, and a QR code that stands in a page and in a terminal."""

import socket

from editions.room import opening
from editions.room.opening import addresses, new_file, picture, picture_in_letters


def test_addresses_are_those_of_a_network(monkeypatch):
    monkeypatch.setattr(opening, "_sender_to", lambda other: "192.0.2.7" if other.startswith("192") else "")
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *_: [(0, 0, 0, "", (each, 0)) for each in ("127.0.1.1", "10.1.1.1")]
    )
    assert addresses() == ["192.0.2.7", "10.1.1.1"]


def test_without_a_network_there_is_none(monkeypatch):
    def unreachable(*_):
        raise OSError("no way there")

    monkeypatch.setattr(socket.socket, "connect", unreachable)
    monkeypatch.setattr(socket, "getaddrinfo", unreachable)
    assert addresses() == []


def test_a_picture_is_drawn_without_asking_anybody():
    assert picture("http://192.0.2.7:8053/abc/").startswith("<svg") and "href" not in picture("http://a/")
    lines = picture_in_letters("http://192.0.2.7:8053/abc/").splitlines()
    assert len(lines) > 10 and max(map(len, lines)) < 60


def test_each_room_has_a_file_of_its_own(monkeypatch, tmp_path):
    assert new_file() != new_file()
    monkeypatch.setattr(opening, "MEMORY", tmp_path / "nowhere")
    assert new_file().parent.is_dir()
