"""A page has nobody to ask: all that an explorer could ask for is there, and what was there already stays."""

import altair as alt
import pandas as pd

from disclosure.tables.from_counts import table_from_counts
from editions.pages.completing import completed
from lessons.suppression.explorer import explore_suppression
from teaching.widgets.controls import Choice, Slider
from teaching.widgets.explorer import Explorer, Lookup


def test_what_can_be_asked_is_asked_once_for_each_setting():
    asked = []

    def ask(k, who):
        asked.append((k, who))
        return "" if who == "b" else f"{k} {who}"

    controls = [[Slider("k", "At least", minimum=1, maximum=2, step=0.5)], [Choice("who", "Who", {"a": "A", "b": "B"})]]
    told = Lookup(("k", "who"), {(1, "a"): "known"}, asked=ask)
    explorer = Explorer(controls, alt.Chart().mark_point(), {"setting": {"lookup": "told"}}, lookups={"told": told})
    lookup = completed(explorer)["lookups"]["told"]
    assert lookup["table"] == {'[1,"a"]': "known", '[1.5,"a"]': "1.5 a", '[2,"a"]': "2.0 a"} and not lookup["asks"]
    assert len(asked) == len(set(asked)) == 5
    assert explorer.figure["lookups"]["told"]["asks"]


def test_every_hidden_cell_has_its_reason_and_no_printed_one():
    counts = pd.DataFrame([[1, 9], [9, 9]], pd.Index(["A", "B"], name="film"), pd.Index(["N", "S"], name="region"))
    explorer = explore_suppression(table_from_counts(counts), thresholds=range(3, 5))
    why = completed(explorer)["lookups"]["why"]["table"]
    assert {key.rsplit(",", 1)[1] for key in why} == {"0]"}
    assert "exactly 1" in why['["outsider","printed",3,0]']
