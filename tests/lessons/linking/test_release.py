"""Names out, numbers in; and files as teachers bring them, good and bad."""

import gzip
import re

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


IDS = "user,item,stars,time\n"


@pytest.mark.parametrize("user", ["NA", "Null", "nan", "007", str(2**63), str(2**64), "-0", "1.0"])
def test_ids_and_items_stay_as_they_stand(file, user):
    log = load_ratings(file(f"{IDS}{user},{user},3,2017-12-11\n5,5,3,2017-12-11\n"))
    assert log["viewer_id"].tolist() == log["title_id"].tolist() == [user, "5"]


def test_the_largest_numbers_of_64_bits_stay_numbers(file, tmp_path):
    assert load_ratings(file(f"{IDS}{2**63 - 1},-5,3,\n"))["viewer_id"].tolist() == [2**63 - 1]
    pd.DataFrame({"user": pd.Series([2**63 + 1, 7], dtype="uint64"), "item": [1.0, 2.0]}).to_parquet(tmp_path / "l.pq")
    log = load_ratings(tmp_path / "l.pq", stars=None, time=None)
    assert log["viewer_id"].tolist() == [str(2**63 + 1), "7"] and log["title_id"].tolist() == [1, 2]


@pytest.mark.parametrize(
    "time", ["20171211", "1512950400", "1512950400000", "1512950400000000", "2017-12-11T23:30:00-05:00"]
)
def test_days_are_read_as_they_are_written(file, time):
    assert load_ratings(file(f"{IDS}1,2,3,{time}\n1,2,NA,null\n"))["day"].tolist()[0] == pd.Timestamp("2017-12-11")


@pytest.mark.parametrize(
    ("times", "sentence"),
    [
        ("2017 2017", "line 2 of ratings.csv, column 'time': 2017 is neither a day"),
        ("1512950400 1512950400000", "line 3 of ratings.csv, column 'time': 1512950400000 is no number of seconds"),
        ("20171211 1512950400", "line 3 of ratings.csv, column 'time': 1512950400 is no number of days"),
    ],
)
def test_two_units_in_one_column_are_refused(file, times, sentence):
    with pytest.raises(ValueError, match=sentence):
        load_ratings(file(IDS + "".join(f"1,2,3,{time}\n" for time in times.split())))


@pytest.mark.parametrize("sign", [";", "\t", "|", "::"])
def test_another_separator_is_named(file, sign):
    text = sign.join(["user", "item", "stars", "time"]) + "\n" + sign.join(["1", "2", "3", "2017-12-11"]) + "\n"
    with pytest.raises(ValueError, match=re.escape(f"Try separator={sign!r}")):
        load_ratings(file(text))
    assert len(load_ratings(file(text), separator=sign)) == 1
    with pytest.raises(ValueError, match=re.escape(f"Try separator={sign!r}")):
        load_ratings(file(text.split("\n", 1)[1]), **BY_PLACE)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_another_encoding_is_named(file, encoding):
    path = file((IDS + "Zoë,Café,3,2017-12-11\n").encode(encoding))
    with pytest.raises(ValueError, match=r"cannot be read as a table: .* Name how it is written: encoding='cp1252'"):
        load_ratings(path)
    assert load_ratings(path, encoding=encoding)["title_id"].tolist() == ["Café"]
    with pytest.raises(ValueError, match="Name how it is written"):
        load_ratings(path, encoding="klingon")


@pytest.mark.parametrize("separator", ["", None, 5])
def test_no_separator(file, separator):
    with pytest.raises(ValueError, match="name what stands between two values"):
        load_ratings(file(IDS), separator=separator)


def test_files_that_are_damaged_or_none(file, tmp_path):
    for path in (
        tmp_path,
        file("user,item", "x.csv.gz"),
        file("user,item", "x.zip"),
        file(b"\x1f\x8b\x08", "y.csv.gz"),
    ):
        with pytest.raises(ValueError, match=r"cannot be read as a table: .* Is it the file that you mean, and whole"):
            load_ratings(path)
    with pytest.raises(ValueError, match="try encoding='utf-16'"):
        load_ratings(file(IDS.encode("utf-16-le")))


def test_text_with_commas_in_a_file_of_semicolons(file):
    text = "user;item;stars;time\n1;Yes, No;3;2017-12-11\n"
    with pytest.raises(ValueError, match="separator=';'"):
        load_ratings(file(text))
    assert load_ratings(file(text), separator=";")["title_id"].tolist() == ["Yes, No"]


def test_rows_with_more_values_than_names_are_refused(tmp_path):
    file = tmp_path / "long.csv"
    file.write_text("user,item,stars\n7,31,5,9\n8,32,4,9\n")
    with pytest.raises(ValueError, match="more values than its heading"):
        load_ratings(file, user="user", item="item", stars="stars", time=None)
