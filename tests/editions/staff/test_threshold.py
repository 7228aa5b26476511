"""The survey shows what it was chosen for, and every setting is the audit's own."""

from functools import cache

from data_gen.office import workload
from editions.staff.threshold import READERS, THRESHOLDS, TRAINEE, all_settings, setting, survey


@cache
def settings():
    return all_settings()["settings"]


def reds(totals, reader):
    return [settings()[str(threshold)][totals][reader]["red"] for threshold in THRESHOLDS]


def test_some_threshold_leaves_nothing_red_and_a_higher_one_is_red_again():
    red = reds("yes", "reader")
    calm = red.index(0)
    assert red[0] > 0 and any(red[calm:]), red
    assert THRESHOLDS[0] == 3 and settings()["7"]["yes"]["reader"]["red"] == 0 < settings()["9"]["yes"]["reader"]["red"]


def test_the_only_trainee_knows_more_where_a_reader_knows_nothing():
    assert settings()["7"]["yes"]["trainee"]["red"] > settings()["7"]["yes"]["reader"]["red"] == 0
    assert workload().loc[TRAINEE] == 1


def test_what_is_called_known_is_the_truth_and_every_range_holds_it():
    truth = {tuple(row[:2]): row[2] for row in survey().cells[["office", "job", "count"]].itertuples(index=False)}
    for threshold in THRESHOLDS:
        for totals in ("yes", "no"):
            for reader in READERS:
                for cell in settings()[str(threshold)][totals][reader]["cells"]:
                    count = truth[cell["labels"]]
                    low, high = cell.get("low", cell.get("count")), cell.get("high", cell.get("count"))
                    assert low <= count <= high and (cell["kind"] in ("known", "printed")) == (low == high)


def test_without_totals_nothing_is_red_and_no_total_is_shown():
    assert set(reds("no", "reader")) == {0}
    assert all("total" not in cell["labels"] for cell in settings()["5"]["no"]["reader"]["cells"])


def test_each_red_cell_has_its_sentence():
    cells = setting(survey(), 5, True, READERS["reader"])["cells"]
    assert [cell["why"].split(":")[0] for cell in cells if cell["kind"] == "known"] != []
    assert all("attacker" not in cell.get("why", "") for cell in cells)


def test_who_works_with_the_answers_sees_every_number():
    counts = dict(zip(survey().cell_names, survey().cells["count"], strict=True))
    inside = all_settings()["inside"]
    assert {" | ".join(cell["labels"]): cell["count"] for cell in inside} == counts
    assert {cell["kind"] for cell in inside} == {"printed"}
