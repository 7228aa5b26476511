"""Differences of two tables: who is told apart, who is not, what is refused; by hand and by a literal count."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import TOTAL, count_table
from disclosure.tables.editions import Publication
from lessons.differencing.attack import difference, isolate, tell_apart

BEFORE = pd.DataFrame({"film": list("AAABBB"), "region": ["north", "north", "south"] * 2})
NEW = pd.DataFrame({"film": list("BAB"), "region": ["north", "south", "south"]})


def table(people, *, totals=False, by=("film", "region")):
    ordered = {"film": pd.Categorical(people["film"], list("AB")), "region": people["region"]}
    return count_table(people.assign(**ordered), by=by, totals=totals)


def now(n=3):
    return pd.concat([BEFORE, NEW.head(n)], ignore_index=True)


def known(*regions):
    return pd.DataFrame({"target": range(len(regions)), "region": list(regions)})


def test_a_line_that_grows_in_one_cell_tells_its_newcomer_and_one_that_grows_in_two_does_not():
    guesses = tell_apart(table(now()), table(BEFORE), known("north", "south"), wanted="film")
    assert guesses["claim"].fillna("").tolist() == ["B", ""]
    assert guesses["confidence"].tolist() == [1.0, 0.5]
    assert guesses["declared"].tolist() == [True, False]


def test_a_hidden_cell_in_the_line_is_doubt_unless_the_total_grows_by_as_much():
    this, last = (pd.concat([people, BEFORE.tail(3)]) for people in (now(1), BEFORE))
    hide = Suppress(3)
    without, with_totals = ([hide(table(people, totals=totals)) for people in (this, last)] for totals in (False, True))
    assert without[0].is_hidden.any()
    assert not tell_apart(*without, known("north"), wanted="film")["declared"].any()
    assert tell_apart(*with_totals, known("north"), wanted="film")["claim"].tolist() == ["B"]


def test_nobody_new_and_an_unknown_line_tell_nothing():
    guesses = tell_apart(table(BEFORE), table(BEFORE), known("north", "elsewhere"), wanted="film")
    assert not guesses["declared"].any() and guesses["confidence"].tolist() == [0, 0]


def test_where_there_is_one_dimension_all_is_one_line():
    guesses = tell_apart(
        table(now(1), by=["film"]), table(BEFORE, by=["film"]), pd.DataFrame({"target": ["Ada"]}), wanted="film"
    )
    assert guesses["claim"].tolist() == ["B"]


def test_one_who_leaves_makes_the_neighbour_accuse_the_other_wrongly():
    """One joined B and one A; another left A. She sees B grow and believes both are there."""
    this = pd.concat([BEFORE.drop(index=2), NEW.iloc[[1, 2]]])
    guesses = tell_apart(table(this), table(BEFORE), known("south", "south"), wanted="film")
    assert guesses["claim"].tolist() == ["B", "B"]


def test_the_difference_keeps_hidden_cells_missing_and_the_order_of_the_first():
    less = difference(table(now()), Suppress(2)(table(BEFORE)))
    assert less["count"].tolist() == [0, pd.NA, 1, pd.NA]
    turned = table(BEFORE).cells.iloc[::-1].reset_index(drop=True)
    again = difference(table(now()), replace(table(BEFORE), cells=turned))
    pd.testing.assert_frame_equal(again, difference(table(now()), table(BEFORE)), check_dtype=False)


def test_tables_of_another_kind_are_refused():
    with pytest.raises(ValueError, match="by film, region and by film"):
        difference(table(BEFORE), table(BEFORE, by=["film"]))
    with pytest.raises(ValueError, match="stands in one table only"):
        difference(table(BEFORE, totals=True), table(BEFORE))


def test_labels_are_compared_as_text_whatever_is_in_them():
    odd = now().replace({"B": "<b>ß | 映画</b>"})
    people = odd.assign(film=odd["film"].astype("category"))
    last = count_table(people.head(6), by=("film", "region"), totals=False)
    this = count_table(people, by=("film", "region"), totals=False)
    assert tell_apart(this, last, known("north"), wanted="film")["claim"].tolist() == ["<b>ß | 映画</b>"]


@pytest.mark.parametrize("seed", range(20))
def test_claims_agree_with_a_literal_look_at_the_newcomers(seed):
    """Of a running total without hidden cells she speaks exactly where all newcomers of a line have one label."""
    rng = np.random.default_rng(seed)
    people = pd.DataFrame({"film": rng.choice(list("ABC"), 30), "region": rng.choice(["north", "south", "east"], 30)})
    people = people.assign(**{name: people[name].astype("category") for name in people})
    old, new = people.head(25), people.tail(5)
    this, last = (count_table(each, by=("film", "region"), totals=False) for each in (people, old))
    guesses = tell_apart(this, last, new.assign(target=new.index), wanted="film")
    films = new.groupby("region", observed=True)["film"].agg(set)
    for person, declared, claim in zip(new.index, guesses["declared"], guesses["claim"], strict=True):
        there = films[new.loc[person, "region"]]
        assert declared == (len(there) == 1)
        assert not declared or claim == new.loc[person, "film"]


def test_isolated_tells_where_its_cells_are_printed():
    everybody, others = Publication("all", table(now(1))), Publication("others", table(BEFORE), without={"staff"})
    found = isolate([everybody, others], threshold=2, up_to=2)
    pairs = found.combinations.index[found.combinations["form"] == "A - B"]
    assert found.where("a").loc[pairs].values.tolist() == [["all", 2, 3]]
    assert found.where("b").values.tolist() == [["others", 2, 2]]
    assert found.sentences(1)["people"].tolist() == [1]
    assert len(found) == len(found.combinations)


@pytest.mark.parametrize(("threshold", "up_to", "sentence"), [(1, 2, "choose 2 or more"), (5, 4, "1, 2 or 3 cells")])
def test_what_cannot_be_searched_is_refused(threshold, up_to, sentence):
    with pytest.raises(ValueError, match=sentence):
        isolate([Publication("all", table(BEFORE))], threshold=threshold, up_to=up_to)


def test_totals_take_part_in_the_search():
    everybody = Publication("all", table(BEFORE, totals=True))
    rows = isolate([everybody], threshold=2).combinations
    assert TOTAL in everybody.table.cells["film"].to_numpy() and rows["form"].eq("A - B").any()
