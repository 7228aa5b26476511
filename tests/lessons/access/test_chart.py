"""The charts are specifications: parameters, marks, and a description."""

from lessons.access import strings
from lessons.access.audits import SameSurnameOrArea
from lessons.access.chart import access_chart, sizes_chart
from lessons.access.settings import SWITCHES
from lessons.access.sweep import audits_at_sizes
from tests.lessons.access.test_explorer import large, plans_and_settings


def test_the_parameters_are_the_controls():
    spec = access_chart(*plans_and_settings()).to_dict()
    assert {param["name"] for param in spec["params"]} >= {*SWITCHES, "audit", "looks"}
    assert spec["description"] == strings.CHART


def test_the_sizes_are_drawn_with_intervals():
    swept = audits_at_sizes({"a": SameSurnameOrArea()}, [500, 1_000], large(), large())
    marks = {layer["mark"]["type"] for layer in sizes_chart(swept).to_dict()["layer"]}
    assert marks == {"area", "line", "point"}
