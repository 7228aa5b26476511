"""The chart has the requests as its parameters, and draws the setting where they stand."""

from lessons.release_desk.chart import DECLINED, desk_chart
from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.sweep import all_settings, control_of
from tests.lessons.release_desk.small_desk import office


def test_its_parameters_begin_with_everything_declined():
    spec = desk_chart(all_settings(office(), at_most=0)).to_dict()
    parameters = {each["name"]: each for each in spec["params"]}
    assert all(parameters[control_of(request)]["value"] == DECLINED for request in REQUESTS)
    assert "> 2" in parameters["saying"]["expr"] and spec["description"]
    assert all(request.choices[int(DECLINED)].publish is None for request in REQUESTS)
