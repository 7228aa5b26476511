"""Names out, numbers in; and files as teachers bring them, good and bad."""

import gzip

import pandas as pd
import pytest

from lessons.linking.attack import link
from lessons.linking.release import load_ratings, pseudonymise

BY_PLACE = {"user": 0, "item": 1, "stars": 2, "time": 3}
BY_NAME = {"user": "userId", "item": "movieId", "stars": "rating", "time": "timestamp"}
HEADER = "userId,movieId,rating,timestamp\n"
ROWS = pd.DataFrame(
    {
        "viewer_id": [196, 186, 22],
        "title_id": [242, 302, 377],
        "stars": [3.0, 3.0, 1.0],
        "day": pd.to_datetime(["1997-12-04", "1998-04-04", "1997-11-07"]),
    }
)
SECONDS = [881250949, 891717742, 878887116]
"""Rows in the layout of public ratings data."""


@pytest.fixture
def file(tmp_path):
    def write(text, name="ratings.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def lines(separator):
    rows = zip(ROWS["viewer_id"], ROWS["title_id"], ROWS["stars"].astype(int), SECONDS, strict=True)
    return "".join(separator.join(map(str, row)) + "\n" for row in rows)


def same_rows(loaded):
    pd.testing.assert_frame_equal(loaded, ROWS, check_dtype=False)


def test_pseudonyms_keep_records_together_and_tell_nothing_of_the_old_numbers():
    ratings = pd.DataFrame({"viewer_id": [30, 10, 20, 10], "title_id": [1, 2, 3, 4], "stars": 5})
    log, key = pseudonymise(ratings, seed=1)
    assert sorted(key) == [1, 2, 3] and log["viewer_id"].is_monotonic_increasing
    assert log.groupby("viewer_id")["title_id"].apply(list)[key[10]] == [2, 4]
    assert not pseudonymise(ratings, seed=2)[1].equals(pseudonymise(ratings, seed=3)[1])


def test_tabs_and_no_header(file):
    same_rows(load_ratings(file(lines("\t"), "u.data"), **BY_PLACE, separator="\t"))


def test_commas_and_a_header(file):
    same_rows(load_ratings(file(HEADER + lines(",")), **BY_NAME))


def test_two_colons(file):
    same_rows(load_ratings(file(lines("::"), "ratings.dat"), **BY_PLACE, separator="::"))


def test_packed_and_with_blank_lines_at_the_end(file):
    same_rows(load_ratings(file(gzip.compress((HEADER + lines(",") + "\n\n").encode()), "r.csv.gz"), **BY_NAME))


def test_parquet(tmp_path):
    ROWS.assign(note="x").to_parquet(tmp_path / "log.parquet")
    columns = {"user": "viewer_id", "item": "title_id", "stars": "stars", "time": "day"}
    same_rows(load_ratings(tmp_path / "log.parquet", **columns))


def test_dates_texts_and_what_is_missing(file):
    text = "user,item,stars,time\nада,<b>,,2017-12-11\nада,x,4.5,\n"
    loaded = load_ratings(file(text))
    assert loaded["viewer_id"].tolist() == ["ада", "ада"] and loaded["title_id"].tolist() == ["<b>", "x"]
    assert loaded["stars"].isna().tolist() == [True, False] and loaded["day"].isna().tolist() == [False, True]


def test_milliseconds_and_hours(file):
    assert load_ratings(file("user,item,stars,time\n1,2,3,1512950400000\n"))["day"].item() == pd.Timestamp("2017-12-11")
    assert load_ratings(file("user,item,stars,time\n1,2,3,2017-12-11T23:30:00\n"))["day"].item() == pd.Timestamp(
        "2017-12-11"
    )


def test_titles_alone(file):
    assert list(load_ratings(file("user,item\n1,2\n"), stars=None, time=None)) == ["viewer_id", "title_id"]


def test_what_is_loaded_can_be_attacked(file):
    log = load_ratings(file(lines("\t"), "u.data"), **BY_PLACE, separator="\t")
    known = pd.DataFrame({"target": ["she"], "title_id": [302], "stars": [3], "day": pd.to_datetime(["1998-04-05"])})
    assert link(log, known, phi=1)["claim"].tolist() == [186]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1,2,3,881250949\n1,2,five,881250949\n", "line 3 of ratings.csv, column 'rating': five is no number"),
        ("1,2,inf,881250949\n", "line 2 of ratings.csv, column 'rating': inf is no number"),
        ("1,2,3,881250949\n,2,3,881250949\n", "line 3 of ratings.csv, column 'userId': there is nothing"),
        ("\n1,,3,881250949\n", "line 3 of ratings.csv, column 'movieId': there is nothing"),
        ("1,2,3,12 May\n", "line 2 of ratings.csv, column 'timestamp': 12 May is no date"),
        ("1,2,3,4\n1,2,3,4,5\n", "ratings.csv cannot be read as a table: .*line 3"),
    ],
)
def test_a_bad_row_is_named(file, text, sentence):
    with pytest.raises(ValueError, match=sentence):
        load_ratings(file(HEADER + text), **BY_NAME)


def test_a_bad_row_without_a_header_is_named(file):
    with pytest.raises(ValueError, match=r"line 4 of u.data, column 2: x is no number"):
        load_ratings(file(lines("\t") + "1\t2\tx\t3\n", "u.data"), **BY_PLACE, separator="\t")


def test_a_bad_row_of_a_parquet_file_is_named(tmp_path):
    pd.DataFrame({"user": ["a", None], "item": [1, 2]}).to_parquet(tmp_path / "log.pq")
    with pytest.raises(ValueError, match=r"row 2 of log.pq, column 'user': there is nothing"):
        load_ratings(tmp_path / "log.pq", stars=None, time=None)


def test_bad_files(file, tmp_path):
    with pytest.raises(ValueError, match=r"ratings.csv is empty"):
        load_ratings(file(""))
    with pytest.raises(ValueError, match=r"no column 'user'; it has: userId, movieId, rating, timestamp"):
        load_ratings(file(HEADER + lines(",")))
    with pytest.raises(ValueError, match=r"cannot be read as a table"):
        load_ratings(file(b"user,item,stars,time\n\xff\xfe,1,2,3\n"))
    with pytest.raises(ValueError, match=r"cannot be read as a Parquet file"):
        load_ratings(file("user,item", "x.parquet"))
    with pytest.raises(FileNotFoundError):
        load_ratings(tmp_path / "nowhere.csv")
    with pytest.raises(FileNotFoundError):
        load_ratings(tmp_path / "nowhere.parquet")


def test_a_header_alone_is_a_log_of_nobody(file):
    assert len(load_ratings(file(HEADER), **BY_NAME)) == 0
