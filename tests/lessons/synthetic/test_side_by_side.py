"""What the notebook's small tables say."""

import pandas as pd

from lessons.synthetic import strings
from lessons.synthetic.attack import nearest_record
from lessons.synthetic.defences import CopyRows
from lessons.synthetic.release import known_of
from lessons.synthetic.side_by_side import (
    beside_the_nearest,
    copied_in_words,
    found_rightly,
    judged_in_words,
    leak_in_words,
    noise_in_words,
    of_100,
    some_rows,
    tree_in_words,
    who_knows,
)
from lessons.synthetic.sweep import copied_rows, judge
from lessons.synthetic.tree import strongest_tree
from tests.lessons.synthetic.small_survey import MEMBERS, OTHERS

FILE = CopyRows(0.1)(MEMBERS)


def test_somebody_stands_beside_the_row_that_is_like_her():
    claims = nearest_record(FILE, known_of(MEMBERS), wanted="genre")
    bea = found_rightly(claims, MEMBERS)
    table = beside_the_nearest(bea, MEMBERS, FILE).set_index("fact")
    assert (table[strings.BEA] == table[strings.NEAREST]).drop("genre").all()
    genre = MEMBERS.loc[bea, "genre"]
    assert table.loc["genre"].tolist() == [f"{genre} (Ada does not know it)", genre]
    assert MEMBERS.loc[bea, "sex"] == "female"
    earlier = claims[(claims["target"].eq(bea).cumsum() == 0) & claims["target"].map(MEMBERS["sex"]).eq("female")]
    wrong = earlier["claim"].astype("object") != earlier["target"].map(MEMBERS["genre"]).astype("object")
    assert (~earlier["declared"] | wrong).all()


def test_rows_become_columns():
    shown = some_rows(FILE, 2)
    assert shown.columns.tolist() == ["fact", "row 1", "row 2"] and shown["fact"].tolist() == FILE.columns.tolist()
    assert shown["row 2"].tolist() == FILE.iloc[1].astype("str").tolist()


def test_the_words_of_what_was_judged():
    judged = judge({"copies": FILE}, MEMBERS, OTHERS, targets=100)
    assert judged_in_words(judged).columns.tolist() == list(strings.JUDGED.values())
    row = judged.iloc[0]
    told = leak_in_words(row)
    assert f"In the data: {row['right']} of 100 right. Not in the data: {row['right_without']} of 100." in told
    assert f"The difference: {of_100(row)['leak']} of 100" in told and of_100(row)["leak"].startswith("+")
    assert copied_in_words(copied_rows({"copies": FILE}, MEMBERS)).columns.tolist() == list(strings.COPIED.values())


def test_the_tree_is_told_line_by_line():
    told = tree_in_words(MEMBERS)
    pairs = list(told[[strings.TREE["before"], strings.TREE["after"]]].itertuples(index=False, name=None))
    assert pairs == list(strongest_tree(MEMBERS)) and (told[strings.TREE["bits"]] > 0).all()
    assert isinstance(told, pd.DataFrame)


def test_noise_has_its_price():
    told = noise_in_words(MEMBERS, [None, 1])
    assert told["epsilon"].tolist() == ["no noise", "1"] and told.columns.tolist() == list(strings.NOISE.values())
    off = told[strings.NOISE["off"]]
    assert off[0] == 0 and 8.9 < off[1] < 9  # nine tables share it: the mean error is a little below 9
    assert told[strings.NOISE["error"]].is_monotonic_increasing


def test_who_knows_a_title_by_how_much_she_watches():
    told = who_knows({"members": MEMBERS, "copies": FILE}, "watches", title="title 0")
    assert told["file"].tolist() == ["members", "copies"] and told.columns.tolist() == [
        "file",
        "little",
        "some",
        "much",
    ]
    much = MEMBERS["watches"].eq("much")
    assert told.loc[0, "much"] == round(100 * MEMBERS.loc[much, "title 0"].eq("yes").mean())
