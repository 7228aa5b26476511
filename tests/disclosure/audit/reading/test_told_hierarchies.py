import pandas as pd

from disclosure.audit.reading.told_hierarchies import with_hierarchies_of_all
from disclosure.tables.count_table import CountTable

NEST = {"a": "b", "b": "c", "d": "c"}


def regions(labels: list[str], nest: dict[str, str] | None = None) -> CountTable:
    cells = pd.DataFrame({"region": labels, "count": 1, "mark": ""})
    return CountTable(cells, ("region",), hierarchies={"region": nest} if nest else {})


def test_a_hierarchy_holds_through_labels_that_a_table_does_not_print() -> None:
    tables = (regions(["a", "b", "d", "c"], NEST), regions(["a", "d", "c"]), regions(["a", "d", "c"], NEST))
    assert [each.hierarchies for each in with_hierarchies_of_all(tables)] == [{"region": NEST}] * 3
