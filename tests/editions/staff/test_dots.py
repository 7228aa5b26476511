"""The dots of screen 4: one place for each of the 53, in every choice of facts."""

from editions.staff.dots import FACTS, all_groups


def test_every_choice_places_all_53_and_more_facts_leave_more_alone():
    found = all_groups()
    assert found["people"] == 53 and len(found["groups"]) == 2 ** len(FACTS)
    for name, group in found["groups"].items():
        places = {(across, down) for across, down, _ in group["places"]}
        assert len(places) == 53 and group["alone"] == sum(size == 1 for *_, size in group["places"])
        for fact in set(FACTS) - set(name.split("+")):
            wider = "+".join(each for each in FACTS if each in {*name.split("+"), fact})
            assert found["groups"][wider]["alone"] >= group["alone"]
