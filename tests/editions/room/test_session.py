"""Opening says first what it means; closing deletes, or keeps where it was told to; a crash can be taken up again."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from editions.room import opening, session
from editions.room.session import RoomError, Wishes, announcement, close_room, open_room
from tests.editions.room.rooms import GUESS, sent, write_hour, write_pages


@pytest.fixture
def wishes(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "MEMORY", tmp_path)
    return {"pages": write_pages(tmp_path), "staff": write_hour(tmp_path), "port": 0}


def opened(wishes, **more):
    said = []
    server = open_room(Wishes(**wishes | more), said.append, lambda text: said.append(f"waits: {text}"))
    return server, "\n".join([*said, announcement(server, more.get("keep"))])


def test_by_itself_a_room_opens_on_this_laptop_only(wishes):
    server, said = opened(wishes)
    assert server.server_address[0] == "127.0.0.1" and "Only this laptop" in said and "waits" not in said
    assert server.everybody in said and server.trainer in said and str(server.book.file) in said and "█" in said
    assert "deleted" in close_room(server, None) and not server.book.file.exists()


def test_what_opening_means_is_said_before_anything_listens(wishes, monkeypatch):
    monkeypatch.setattr(session, "addresses", lambda: ["127.0.0.2", "192.0.2.7"])
    heard = []
    monkeypatch.setattr(session, "RoomServer", lambda *_, **__: pytest.fail("listens before it was agreed to"))

    def leave(text):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_room(Wishes(**wishes | {"host": "lan"}), heard.append, leave)
    assert (
        "not encrypted" in heard[-1] and "127.0.0.2" in heard[-1] and not list(wishes["pages"].parent.glob("*.jsonl"))
    )


def test_the_room_opens_at_the_address_in_the_network(wishes, monkeypatch):
    monkeypatch.setattr(session, "addresses", lambda: ["127.0.0.2", "192.0.2.7"])
    server, said = opened(wishes, host="lan")
    assert server.server_address[0] == "127.0.0.2" and "http://127.0.0.2:" in said and "192.0.2.7" in said
    close_room(server, None)
    monkeypatch.setattr(session, "addresses", list)
    with pytest.raises(RoomError, match="no address in a network"):
        opened(wishes, host="lan")


def test_answers_are_kept_where_they_are_to_be(wishes, tmp_path):
    keep = tmp_path / "kept.jsonl"
    server, said = opened(wishes, keep=keep)
    assert str(keep) in said and str(keep) in close_room(server, keep)
    assert keep.is_file() and not server.book.file.exists()
    with pytest.raises(RoomError, match="stays as it is"):
        opened(wishes, keep=keep)


def test_a_room_whose_program_died_is_opened_again(wishes):
    server, _ = opened(wishes)
    server.server_close()
    again, said = opened(wishes, resume=server.book.file)
    assert again.book.place == server.book.place and again.book.file == server.book.file
    assert server.book.place.token in said
    close_room(again, None)
    with pytest.raises(RoomError, match="is not there"):
        opened(wishes, resume=server.book.file)


def test_what_cannot_be_opened_says_why_and_leaves_nothing(wishes, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear diary")
    with pytest.raises(RoomError, match="no file of a room"):
        opened(wishes, resume=tmp_path / "letter.txt")
    server, _ = opened(wishes)
    with pytest.raises(RoomError, match=r"Nothing can listen to 127\.0\.0\.1"):
        opened(wishes, port=server.server_address[1])
    assert [file for file in tmp_path.glob("*.jsonl") if file != server.book.file] == []
    close_room(server, None)
    with pytest.raises(RoomError, match=r"Nothing can listen to 192\.0\.2\.250"):
        opened(wishes, host="192.0.2.250")


@pytest.mark.parametrize(
    ("part", "command"),
    [("pages", ["editions.pages", "--room"]), ("staff", ["editions.staff", "--build", "room"])],
)
def test_missing_pages_are_made_by_another_python(part, command, wishes, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(
        subprocess, "run", lambda command, **_: asked.append(command) or subprocess.CompletedProcess([], 1)
    )
    with pytest.raises(RoomError, match="could not be made"):
        opened(wishes, **{part: tmp_path / "none"})
    assert asked == [[sys.executable, "-m", *command, "--out", str(tmp_path / "none")]]


def test_how_old_pages_are_is_said_of_the_kits_own_alone(wishes, tmp_path, monkeypatch):
    monkeypatch.setattr(session, "MADE", tmp_path)
    own = tmp_path / "room" / "pages"
    own.parent.mkdir()
    wishes["pages"].rename(own)
    server, said = opened(wishes, pages=None)
    close_room(server, None)
    assert said.count("were made on") == 1 and f"The pages in {own} were made on" in said


@pytest.mark.parametrize("keeps", [False, True])
def test_the_program_clears_up_when_it_is_ended(keeps, tmp_path):
    """The command itself: it says where it is, and at its end the answers are gone, or where they were to be."""
    folders = ["--pages", str(write_pages(tmp_path)), "--staff", str(write_hour(tmp_path)), "--port", "0"]
    keep = tmp_path / "kept.jsonl"
    command = [sys.executable, "-m", "editions.room", *folders, *(["--keep", str(keep)] if keeps else [])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        said = ""
        while "closes the room" not in said:
            said += program.stdout.readline()
        [file] = re.findall(r"kept in (\S+)\.\n", said)
        assert Path(file).is_file()
        program.terminate()
        said += program.stdout.read()
    assert program.returncode == 0 and not Path(file).exists() and keep.exists() == keeps
    assert ("The answers are deleted." in said) != keeps


def test_the_room_needs_little_memory():
    """Nothing that only making pages needs is loaded by the server."""
    code = "import sys, editions.room.__main__; print({'pandas', 'altair', 'ipywidgets'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout == "set()\n"


def test_questions_are_those_of_the_pages(wishes):
    server, _ = opened(wishes)
    assert GUESS.key in server.book.questions and len(server.book.questions) == 3 and sent()
    close_room(server, None)
