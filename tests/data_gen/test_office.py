"""The made-up office: its numbers show what the staff hour wants to show."""

from data_gen.office import JOINED, MONDAYS, REGIONS, panel, readers, workload


def test_the_survey_has_five_offices_four_jobs_and_one_trainee_at_the_quayside():
    table = workload()
    assert table.shape == (5, 4) and (table >= 1).all(axis=None)
    assert (table == 1).to_numpy().sum() == 1 == table.loc["Quayside", "trainee"]


def test_whoever_joins_has_named_a_region_and_only_first_members_leave_or_move():
    people = panel()
    late = people[people["began_on"] > MONDAYS[0]]
    assert len(late) == sum(map(len, JOINED)) and set(people["region"]) == set(REGIONS)
    assert late["left_on"].isna().all() and late["moved_on"].isna().all()
    assert (people["lives_in"] != people["region"]).sum() == people["moved_on"].notna().sum() == 1
    assert not (people["left_on"].notna() & people["moved_on"].notna()).any()


def test_readers_are_23_and_some_stand_alone():
    assert len(readers()) == 23
    sizes = readers().groupby(["region", "device", "season"]).size()
    assert 0 < (sizes == 1).sum() < 23
