from lessons.trackers.chart import desk_chart

START = {
    "percent": 10,
    "step": "first",
    "a1": "sex",
    "op1": "alone",
    "b1": "all",
    "a2": "sex",
    "op2": "alone",
    "b2": "all",
}


def test_the_chart_takes_the_controls_and_works_the_rest_out():
    spec = desk_chart(2_000, START | {"first": 900, "second": 899}).to_dict()
    given = {param["name"]: param["value"] for param in spec["params"] if "value" in param}
    worked_out = {param["name"] for param in spec["params"] if "expr" in param}
    assert given == START | {"first": 900, "second": 899}
    assert worked_out == {"n", "k", "limit", "everybody", "told1", "told2", "difference", "saying"}
    assert "two dark ends are refused" in spec["description"]


def test_no_mark_stands_where_an_answer_is_refused():
    """Only answered questions have a place on the line; a refused one stands in the middle, in words."""
    layers = desk_chart(100, START | {"first": 3, "second": 50}).to_dict()["layer"]
    on_the_line = [layer for layer in layers if layer["encoding"].get("x", {}).get("field") == "at"]
    filters = [
        [step.get("filter") for step in layer["transform"]] for layer in on_the_line if layer["mark"]["type"] != "rect"
    ]
    assert len(filters) == 2 and all("datum.asked && datum.told" in each for each in filters)
