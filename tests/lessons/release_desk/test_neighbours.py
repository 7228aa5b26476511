"""Singling out on the desk: a table written out as rows, and remarks that fit one of them."""

from disclosure.tables import count_table
from lessons.release_desk.joke import WHERE, rows_behind
from lessons.release_desk.neighbours import SINGLING_OUT, one_row_each
from lessons.release_desk.scores import attacked
from tests.lessons.release_desk.small_office import of, small_office


def test_a_table_written_out_as_rows_counts_the_same():
    table = of("joke", "as asked").sheets[WHERE]
    again = count_table(one_row_each(table), by=table.by, totals=False)
    labels = list(table.by)
    both = table.cells.merge(again.cells, on=labels, suffixes=("", "_again"))
    assert both["count"].equals(both["count_again"]) and both["count"].sum() == len(rows_behind(small_office()))


def test_the_table_singles_people_out_and_the_number_alone_is_not_even_read():
    asked = attacked(small_office(), [of("joke", "as asked")], (SINGLING_OUT,))
    assert asked.found > 0 and asked.found <= len(rows_behind(small_office()))
    assert attacked(small_office(), [of("joke", "the number only")], (SINGLING_OUT,)).outcomes == ()
