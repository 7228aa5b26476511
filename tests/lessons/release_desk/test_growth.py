"""Growth: a newcomer alone in her line is told, one who has company is not, and tables that disagree tell nothing."""

from types import SimpleNamespace

import pandas as pd

from disclosure.frames import guesses
from disclosure.tables import running_totals
from lessons.release_desk.dashboard import PANELS
from lessons.release_desk.growth import GROWTH, agreed, arrived, people_who_began, watch_it_grow, what_colleagues_know
from tests.lessons.release_desk.small_office import of, released, small_office

PEOPLE = pd.DataFrame(
    {
        "viewer_id": [1, 2, 3, 4, 5],
        "genre": ["drama", "crime", "crime", "drama", "music"],
        "region": ["West", "South", "South", "West", "West"],
        "plan": ["basic", "basic", "premium", "basic", "basic"],
        "age": ["young", "old", "old", "old", "old"],
        "began_on": pd.to_datetime(["2017-01-01", "2017-01-01", "2017-01-09", "2017-01-09", "2017-01-09"]),
    }
)
"""Before the second Monday come 3 (alone in the South), 4 and 5 (both West, basic and old: nothing parts them)."""


def test_who_is_alone_in_a_line_is_told_and_who_has_company_is_not():
    days = pd.to_datetime(["2017-01-02", "2017-01-09"])
    sheets = {heading: running_totals(PEOPLE, by=("genre", name), days=days) for heading, name in PANELS.items()}
    new = PEOPLE[PEOPLE["viewer_id"] > 2].rename(columns={"viewer_id": "target", "began_on": "day"})
    known = SimpleNamespace(newcomers=new.drop(columns="genre").reset_index(drop=True))
    told = watch_it_grow((released(sheets),), known).set_index("target")
    assert told["declared"].to_dict() == {3: True, 4: False, 5: False} and told.loc[3, "claim"] == "crime"


def test_what_one_table_tells_is_believed_unless_another_denies_it():
    one, other, silent = (guesses(["Eve"], [claim], [1.0], [bool(claim)]) for claim in ("drama", "crime", ""))
    assert agreed([silent, one])["claim"].tolist() == ["drama"]
    assert not agreed([one, other])["declared"].any() and not agreed([silent, silent])["declared"].any()


def test_colleagues_know_when_and_where_and_not_what():
    known, truth = what_colleagues_know(small_office()), arrived(small_office())
    assert set(known) == {"target", "day", *PANELS.values()} and len(known) == len(truth) > 20


def test_growth_reads_dashboards_only_and_a_blind_guess_is_the_most_frequent_genre():
    out = (of("dashboard", "as asked"), of("joke", "the number only"))
    assert GROWTH.reads(out) == [(out[0],)]
    behind = people_who_began(small_office(), out[:1], pd.DataFrame())
    assert behind.blind == behind.answers["answer"].value_counts(normalize=True).max()
    assert all(people == {target} for target, people in behind.people.items())
