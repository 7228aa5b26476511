"""Three cases, each attacked in all combinations of choices."""

from math import prod

from editions.staff.cases import CASES, all_cases, dashboard, press_line, staff_survey


def test_every_combination_has_its_result():
    for case, carried in zip(CASES, all_cases(), strict=True):
        assert len(carried["results"]) == prod(map(len, case.choices.values()))


def test_in_each_case_some_choice_gives_people_away_and_another_does_not():
    for carried in all_cases():
        bad = [result["bad"] for result in carried["results"].values()]
        assert min(bad) == 0 < max(bad)


def test_more_facts_leave_more_readers_alone():
    assert press_line("no", "no", "no")["groups"] == 1
    assert press_line("yes", "yes", "yes")["bad"] > press_line("yes", "yes", "no")["bad"] > 0


def test_a_running_total_proves_by_the_week_and_members_accuse():
    assert dashboard("running", "week")["bad"] > dashboard("running", "month")["bad"] == 0
    assert dashboard("members", "week")["bad"] == 0 < dashboard("members", "week")["accused"]
    assert dashboard("running", "week")["people"] == dashboard("members", "month")["people"]


def test_merging_jobs_loses_less_but_is_no_cure_by_itself():
    four, three = (staff_survey("7", "yes", jobs, "reader") for jobs in ("four", "three"))
    assert three["lost"] < four["lost"] and three["bad"] > four["bad"] == 0
    assert staff_survey("7", "yes", "four", "trainee")["bad"] > 0
