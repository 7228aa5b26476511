"""Screen 4: the 53 people of the joke fall into groups, for every choice of facts that somebody may know."""

from itertools import combinations
from typing import Any, Final

from data_gen.streams import Seed
from editions.pages.two_minutes import in_groups, rows_of_the_53

FACTS: Final = ("country", "region", "device", "joined_week")


def all_groups(seed: Seed = 53) -> dict[str, Any]:
    """Place the 53 for each choice of facts.

    Args:
        seed: of the world.

    Returns:
        ``people``; ``facts``; ``groups``: the names of the facts, joined with "+" -> ``alone`` (how many stand alone)
        and ``places`` (across, down and the size of the group, one entry per person).
    """
    rows = rows_of_the_53(seed)
    chosen = [facts for size in range(len(FACTS) + 1) for facts in combinations(FACTS, size)]
    groups = {"+".join(facts): in_groups(rows, facts) for facts in chosen}
    return {
        "people": len(rows),
        "facts": FACTS,
        "groups": {
            name: {"alone": int((placed["crowd"] == 1).sum()), "places": placed.to_numpy().tolist()}
            for name, placed in groups.items()
        },
    }
