import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_gen.disk.columns import combined, content_hash, from_parquet, to_frame, to_parquet, to_table

RATINGS = pd.DataFrame(
    {
        "viewer_id": np.array([7, 7, 9], np.int64),
        "title_id": np.array([1, 2, 2], np.int32),
        "stars": np.array([5, 1, 3], np.int8),
        "rated_on": np.array(["2017-01-02", "2016-12-31", "2017-12-11"], "datetime64[s]"),
    }
)


def test_a_frame_comes_back_from_a_file_with_the_very_types_it_had():
    back = to_frame("ratings", from_parquet(to_parquet(to_table("ratings", RATINGS))))
    pd.testing.assert_frame_equal(back, RATINGS)


def test_other_columns_than_the_dictionary_has_are_refused():
    with pytest.raises(ValueError, match=r"ratings: has the columns \['stars'\]"):
        to_table("ratings", RATINGS[["stars"]])


TEXTS = st.lists(st.one_of(st.none(), st.text(max_size=4)), max_size=6)


@given(TEXTS, TEXTS)
def test_the_hash_is_equal_where_values_are_equal_and_only_there(some, others):
    first, second = (pa.table({"word": pa.array(values, pa.string())}) for values in (some, others))
    assert (content_hash(first) == content_hash(second)) == (some == others)


@given(st.lists(st.integers(-(2**63), 2**63 - 1) | st.none(), min_size=1, max_size=6), st.data())
def test_the_hash_sees_values_not_how_they_are_chunked(values, data):
    cut = data.draw(st.integers(0, len(values)))
    chunks = pa.chunked_array([values[:cut], values[cut:]], pa.int64())
    assert content_hash(pa.table({"n": chunks})) == content_hash(pa.table({"n": pa.array(values, pa.int64())}))


def test_the_hash_does_not_depend_on_how_a_file_numbers_its_words():
    words = pa.array(["tv", "phone", "tv"]).dictionary_encode()
    renumbered = pa.DictionaryArray.from_arrays(pa.array([2, 0, 2], pa.int8()), pa.array(["phone", "unused", "tv"]))
    other = pa.array(["phone", "tv", "tv"]).dictionary_encode()
    one, same, another = (content_hash(pa.table({"device": column})) for column in (words, renumbered, other))
    assert one == same != another


def test_the_hash_sees_names_and_the_order_of_columns():
    table = pa.table({"a": [1], "b": [2]})
    assert len({content_hash(t) for t in (table, table.select(["b", "a"]), table.rename_columns(["a", "c"]))}) == 3


def test_moments_count_as_seconds_whatever_unit_the_file_keeps():
    seconds = pa.array([1_512_950_400], pa.timestamp("s", "UTC"))
    tables = (pa.table({"t": seconds}), pa.table({"t": seconds.cast(pa.timestamp("ms", "UTC"))}))
    assert len({content_hash(table) for table in tables}) == 1


def test_several_hashes_make_one_in_their_order():
    assert combined(["a", "b"]) != combined(["b", "a"])
