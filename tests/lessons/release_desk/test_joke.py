"""The joke: how many they are, whatever is printed of them, and that the number alone says nothing else."""

from lessons.release_desk.joke import FILM, HOW_MANY, WHERE, rows_behind
from tests.lessons.release_desk.small_office import of, small_office


def test_each_of_them_watched_the_film_on_each_of_the_days():
    rows, world = rows_behind(small_office()), small_office().world
    assert sorted(rows["viewer_id"]) == sorted(world.truth.stories.query("target == 'vigil'")["answer"])
    film = world.titles.set_index("title").loc[FILM, "title_id"]
    assert set(rows["viewer_id"]) <= set(world.views.query("title_id == @film")["viewer_id"]), film


def test_each_way_to_print_them_counts_all_of_them():
    number = len(rows_behind(small_office()))
    for choice in ("as asked", "by country", "by device"):
        sheets = of("joke", choice).sheets
        cells = sheets[WHERE].cells
        assert sheets[HOW_MANY] == cells.loc[~sheets[WHERE].is_total, "count"].sum() == number
    assert of("joke", "the number only").sheets == {HOW_MANY: number}
