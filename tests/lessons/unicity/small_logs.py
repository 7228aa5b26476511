"""Random logs of a few people, and their records as plain sets."""

import pandas as pd
from hypothesis import strategies as st

ROWS = st.tuples(st.integers(1, 6), st.integers(1, 4), st.sampled_from([1.0, 2.0, float("nan")]))


def small_logs(min_size=1, max_size=30):
    """Logs of up to six viewers, four titles and two kinds of stars, with rows that are there twice."""
    rows = st.lists(ROWS, min_size=min_size, max_size=max_size)
    return rows.map(lambda rows: pd.DataFrame(rows, columns=["viewer_id", "title_id", "stars"]))


def literal_records(log, by):
    """What each record holds: viewer -> set of points."""
    records = {viewer: set() for viewer in log["viewer_id"]}
    for row in log.to_dict("records"):
        point = tuple(row[column] for column in by)
        if not any(pd.isna(value) for value in point):
            records[row["viewer_id"]].add(point)
    return records
