"""The extract: whose rows they are, what coarser ones still tell, and that no small count leaves the room."""

from disclosure.records import class_sizes
from disclosure.tables import CountTable
from lessons.release_desk.extract import (
    ALIKE,
    IN_TEXAS,
    KINDS,
    LEAST,
    LOG,
    MONTHS,
    ROWS,
    VAGUE_LOG,
    busiest_month,
    collected,
    kind_of_the_older,
    title_of_the_state,
)
from tests.lessons.release_desk.small_office import of, small_office

READ = (kind_of_the_older, busiest_month, title_of_the_state)


def test_each_row_is_a_viewer_and_each_title_of_hers_stands_once_at_its_first_day():
    rows, log, key = collected(small_office())
    views = small_office().world.views
    views = views[views["viewer_id"].eq(key["viewer_id"].iloc[0])]
    first = log[log["row_id"].eq(key["row_id"].iloc[0])].set_index("title_id")["day"].sort_index()
    assert first.to_dict() == views.groupby("title_id")["day"].min().to_dict()
    assert len(rows) == rows["row_id"].nunique() == len(key)
    assert not {"viewer_id", "name", "handle"} & {*rows, *log}


def test_years_and_states_are_told_and_blocks_have_few_different_days():
    asked, vague = of("extract", "as asked").sheets, of("extract", "vaguer days").sheets
    assert asked[ROWS]["birth_date"].str.fullmatch(r"\d{4}").all()
    assert not asked[ROWS]["postcode"].str.contains(",").any()
    assert vague[VAGUE_LOG]["day"].nunique() < asked[LOG]["day"].nunique() / 20


def test_coarser_rows_are_alike_and_tell_no_titles():
    coarse = of("extract", "coarser").sheets
    assert list(coarse) == [ROWS] and class_sizes(coarse[ROWS]).min() >= ALIKE
    assert [read(coarse) is None for read in READ] == [False, True, True]


def test_what_leaves_the_room_is_tables_without_small_counts_of_people():
    tables = of("extract", "on site").sheets
    assert all(isinstance(table, CountTable) for table in tables.values())
    counts = [tables[name].cells["count"].dropna().min() for name in (KINDS, IN_TEXAS)]
    assert min(counts) >= LEAST and tables[MONTHS].unit == "titles begun"


def test_the_room_answers_what_the_rows_answer():
    asked, room = of("extract", "as asked").sheets, of("extract", "on site").sheets
    assert busiest_month(asked) == busiest_month(room)
    assert kind_of_the_older(asked) in set(room[KINDS].cells["favourite_genre"])
    assert title_of_the_state(room) in {None, title_of_the_state(asked)}
