"""An office's own contact, sign and cases."""

import pytest

from editions.staff.own import read_own

CASE = '[[cases]]\ntitle = "T"\ntext = "X"\ntold = "Y"\n'


def written(tmp_path, text):
    path = tmp_path / "own.toml"
    path.write_text(text, "utf-8")
    return path


def test_all_that_an_office_puts_in_is_read(tmp_path):
    (tmp_path / "sign.svg").write_text("<svg/>", "utf-8")
    own = read_own(written(tmp_path, 'contact = "C"\nsign = "sign.svg"\nsign_says = "S"\n' + CASE))
    assert own.contact == "C" and own.sign == "data:image/svg+xml;base64,PHN2Zy8+" and own.cases[0].told == "Y"


def test_what_an_editor_on_windows_makes_of_the_file_is_read(tmp_path):
    (tmp_path / "own.toml").write_bytes(CASE.replace("\n", "\r\n").encode("utf-8-sig"))
    assert read_own(tmp_path / "own.toml").cases[0].told == "Y"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('logo = "x"', "'logo': it may have contact"),
        (CASE * 4, "4 cases"),
        ('[[cases]]\ntitle = "T"', "title, text and told"),
        ('sign = "sign.exe"', "no sign that can be shown"),
    ],
)
def test_what_the_hour_does_not_know_is_refused_in_a_sentence(text, sentence, tmp_path):
    with pytest.raises(ValueError, match=sentence):
        read_own(written(tmp_path, text))
