"""Screen 9: three cases to decide on, each attacked in every combination of choices.

The attacks are those of the release desk (lesson 18), on an office's own data: who stands alone, which cell grew, and
what subtracts back.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Any, Final

from data_gen.office import MONDAYS, panel, readers
from disclosure.audit import Contributor
from disclosure.defences.coarsening import Coarsen
from editions.staff.monday import certain_of_new, counts_on
from editions.staff.threshold import READERS, TRAINEE, setting, survey
from lessons.singling_out import crowds_by_knowledge

MERGED: Final = "fixed-term and trainee"


@dataclass(frozen=True)
class Case:
    """Something that an office wants to publish.

    Args:
        name: of its words.
        choices: name -> what can be chosen, as it is first.
        attack: what each choice is -> the numbers of what is found.
    """

    name: str
    choices: Mapping[str, tuple[str, ...]]
    attack: Callable[..., dict[str, int]]

    def all_results(self) -> dict[str, dict[str, int]]:
        """Attack it in every combination: the choices, joined with "+" -> numbers for the sentence."""
        combinations = product(*self.choices.values())
        return {"+".join(chosen): self.attack(*chosen) for chosen in combinations}


def press_line(*printed: str) -> dict[str, int]:
    """Count who stands alone among 23 readers, where the press line adds facts about them.

    Args:
        printed: "yes" or "no" for region, device and season of joining.

    Returns:
        ``people``; ``bad``: how many stand alone; ``groups``: into which they fall.

    Examples:
        >>> press_line("no", "no", "no")
        {'people': 23, 'bad': 0, 'groups': 1}
    """
    people = readers()
    facts = [str(fact) for fact, answer in zip(people, printed, strict=True) if answer == "yes"]
    crowds = crowds_by_knowledge(people.reset_index(names="viewer_id"), {"a reader": facts})["crowd"]
    return {"people": len(people), "bad": int(crowds.eq(1).sum()), "groups": round((1 / crowds).sum())}


def dashboard(counted: str, every: str) -> dict[str, int]:
    """Count the new members of the panel whose region a client's dashboard proves.

    Args:
        counted: "running" or "members".
        every: "week" or "month" (four weeks).

    Returns:
        ``people``: who is new; ``bad``: whose region is certain for whoever knows the week of joining; ``accused``:
        whom a reader who takes the cell that grew for a proof puts into a wrong region; ``tables``.
    """
    people, days = panel(), MONDAYS[:: 1 if every == "week" else 4]
    counts = {day: counts_on(people, day, counted) for day in days}
    found = {"people": int((people["began_on"] > days[0]).sum()), "bad": 0, "accused": 0, "tables": len(days)}
    for before, after in pairwise(days):
        new = people.loc[(people["began_on"] > before) & (people["began_on"] <= after), "region"]
        if certain_of_new(counts[before], counts[after], counted):
            found["bad"] += len(new)
        elif guess := certain_of_new(counts[before], counts[after], "running"):
            found["accused"] += int((new != guess).sum())
    return found


def staff_survey(threshold: str, totals: str, jobs: str, reader: str) -> dict[str, int]:
    """Count the hidden numbers of the survey that are known all the same.

    Args:
        threshold: the smallest number that is printed.
        totals: "yes" or "no".
        jobs: "four", or "three" where fixed-term staff and trainees are counted together.
        reader: one of `READERS`.

    Returns:
        ``bad``: hidden numbers that are known; ``lost``: people whose numbers are not printed, per cent.
    """
    table, who = survey(), READERS[reader]
    if jobs == "three":
        table = Coarsen("job", into={"fixed-term": MERGED, "trainee": MERGED})(table)
        who = Contributor((TRAINEE[0], MERGED)) if reader == "trainee" else who
    found = setting(table, int(threshold), totals == "yes", who)
    return {"bad": found["red"], "lost": found["lost"]}


CASES: Final = (
    Case("press", {"region": ("no", "yes"), "device": ("no", "yes"), "season": ("no", "yes")}, press_line),
    Case("dashboard", {"counted": ("running", "members"), "every": ("week", "month")}, dashboard),
    Case(
        "survey",
        {"threshold": ("5", "7", "9"), "totals": ("yes", "no"), "jobs": ("four", "three"), "reader": tuple(READERS)},
        staff_survey,
    ),
)
"""In the order of the screen; the core of the hour has the first and the last."""


def all_cases() -> list[dict[str, Any]]:
    """Return what the screen carries: ``name``, ``choices`` and ``results`` of each case."""
    return [{"name": case.name, "choices": dict(case.choices), "results": case.all_results()} for case in CASES]
