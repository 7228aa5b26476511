"""A few people with keys, for what the tests of this lesson count."""

import numpy as np
import pandas as pd

from disclosure.defences.cell_key import with_record_keys

AGES = ["10s", "20s", "30s", "40s"]


def small_people(n=240):
    rng = np.random.default_rng(5)
    columns = {"genre": ["crime", "drama", "music"], "region": ["North", "South"], "age_group": AGES}
    people = pd.DataFrame({name: pd.Categorical(rng.choice(labels, n), labels) for name, labels in columns.items()})
    return with_record_keys(people.assign(viewer_id=range(n)), seed=1)
