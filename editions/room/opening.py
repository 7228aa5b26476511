"""Where this laptop can be reached, and a room's address as a picture for phones."""

import io
import secrets
import socket
from contextlib import suppress
from pathlib import Path
from tempfile import gettempdir
from typing import Final

import segno

LAN: Final = "lan"
"""In place of an address: that of this laptop in the network of the room."""

ONLY_HERE: Final = "127.0.0.1"
OFTEN_NEAR: Final = ("192.0.2.1", "192.168.0.1", "10.0.0.1", "172.16.0.1", "169.254.0.1")
"""Addresses far and near. Nothing is sent to them: the system is asked from where it would send."""

MEMORY: Final = Path("/dev/shm")
"""On Linux, a folder that lies in memory and is gone when the machine is switched off."""


def addresses() -> list[str]:
    """List this laptop's addresses in its networks, the likeliest first; empty where it is in none."""
    found = [_sender_to(other) for other in OFTEN_NEAR]
    with suppress(OSError):
        found += [str(each[4][0]) for each in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    return [each for each in dict.fromkeys(found) if each and not each.startswith("127.")]


def _sender_to(other: str) -> str:
    """The address from which this laptop would send to another; empty where it knows no way."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect((other, 9))
        except OSError:
            return ""
        return str(asked.getsockname()[0])


def picture_in_letters(address: str) -> str:
    """The QR code of an address, for a terminal."""
    drawn = io.StringIO()
    segno.make(address).terminal(drawn, compact=True)
    return drawn.getvalue()


def picture(address: str) -> str:
    """The QR code of an address, as an SVG that stands in a page."""
    return segno.make(address).svg_inline(scale=8, dark="#000", light="#fff")


def new_file() -> Path:
    """Where a room keeps its answers: in memory, where the system has a place for that, else among temporary files."""
    folder = MEMORY if MEMORY.is_dir() else Path(gettempdir())
    return folder / f"fifty-three-room-{secrets.token_hex(8)}.jsonl"
