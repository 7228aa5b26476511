"""A neighbour finds the only row that fits a remark; who is not in the table stands wrongly accused."""

import pandas as pd

from disclosure.tables import count_table
from lessons.release_desk.decisions import published
from lessons.release_desk.neighbours import one_row_each
from lessons.release_desk.scores import attacked
from tests.lessons.release_desk.small_desk import office


def test_a_table_is_written_out_again_as_rows():
    people = pd.DataFrame({"device": ["tv", "tv", "phone"], "region": list("NSS")})
    rows = one_row_each(count_table(people, by=("device", "region")))
    assert len(rows) == 3 and rows["viewer_id"].tolist() == [0, 1, 2]


def test_remarks_find_people_by_region_and_device_and_nobody_by_device_alone():
    asked, by_device = (attacked(office(), published(office(), {"joke": how})) for how in ("as asked", "by device"))
    [outcome] = asked.outcomes
    assert outcome.beyond_blind and outcome.risk.wrong > 0 and len(outcome.found) == outcome.risk.right
    assert by_device.found == by_device.wrong == 0
