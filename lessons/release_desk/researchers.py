"""Request 3: researchers want plan and age in one region, and the titles of those who called a helpline."""

from dataclasses import replace
from typing import Any, Final

import pandas as pd

from disclosure.audit import Outsider, exact_cells
from disclosure.defences import Suppress
from disclosure.tables import Companions, CountTable, LinkedTables, count_table, with_companions
from disclosure.tables.count_table import TOTAL
from lessons.release_desk import cohort, top_ten
from lessons.release_desk.office import COVERED, SMALL, Office, in_region, once, plan_and_age
from lessons.release_desk.requests import Choice, Intruder, Question, Reading, Request, Sheets, declined

AGES: Final = "plan and age in one region"
STUDY: Final = "the study's title by region"

EVENINGS: Final = Companions("evenings", 1, 30)
HIDDEN: Final = Suppress(SMALL)
STRICT: Final = Suppress(2 * SMALL)


def studied(office: Office) -> pd.DataFrame:
    """The viewers of the list in the region of the study."""
    return in_region(office.by_age, office.study_region)


def _in_region(office: Office, table: CountTable) -> CountTable:
    """A table of the region of the study, with the region as a dimension that the other regions are missing from."""
    others = [str(name) for name in office.people["region"].cat.categories if name != office.study_region]
    cells = table.cells.assign(region=office.study_region)
    return replace(table, cells=cells, by=("region", *table.by), not_covered={"region": others})


def study_title(office: Office) -> str:
    """The title that the researchers ask about: the first whose numbers tell something beside the repaired tables."""
    return once(office, "study", lambda: _telling_title(office))


def _telling_title(office: Office) -> str:
    """The first title whose numbers give away a small cell of both of the newspaper's repaired tables; else the first.

    So in each world two releases meet of which each is repaired, and which tell more together.
    """
    counted = top_ten.counted(office)
    tables = [top_ten.hidden(counted, defence) for defence in (top_ten.FOR_READERS, top_ten.FOR_INSIDERS)]
    titles = [str(title) for title in office.people["title"].cat.categories]
    return next((title for title in titles if _told(of_title(counted, title), tables)), titles[0])


def of_title(counted: CountTable, title: str) -> CountTable:
    """The viewers of one title by region, with no total; small counts hidden."""
    labels = counted.cells["title"]
    cells = counted.cells[labels.eq(title) & counted.cells["region"].ne(TOTAL)]
    others = [str(name) for name in labels.unique() if name not in (title, TOTAL)]
    return HIDDEN(replace(counted, cells=cells, not_covered={"title": others}))


def _told(sheet: CountTable, tables: list[CountTable]) -> bool:
    """Whether one sheet gives away a small cell of each of some repaired tables."""
    printed = sheet.cells.index[sheet.cells["count"].notna()]
    return all(table.is_hidden[printed].any() and _opens(table, sheet) for table in tables)


def _opens(table: CountTable, sheet: CountTable) -> bool:
    """Whether a sheet beside a table gives away one of its small cells."""
    found = exact_cells(LinkedTables((table, sheet)), Outsider(), nothing_to_subtract=True)
    return bool(found["count"].lt(SMALL).any())


def _study_sheet(office: Office, smallest: int) -> CountTable:
    """The viewers of the study's title by region; counts below the smallest that may be printed are hidden."""
    counted = top_ten.counted(office)
    sheet = of_title(counted, study_title(office))
    whole = replace(sheet, cells=counted.cells.loc[sheet.cells.index], rule=None)
    return Suppress(smallest)(whole)


def _ages(office: Office, defence: Any, *statistics: str) -> CountTable:
    """Age and plan in the region of the study, hidden by a defence, with statistics of evenings beside the counts."""
    table = plan_and_age(studied(office))
    hidden = defence(table)
    if statistics:
        beside = with_companions(table, studied(office), EVENINGS, statistics).cells[list(statistics)]
        hidden = replace(hidden, cells=hidden.cells.join(beside), companions=EVENINGS)
    return _in_region(office, hidden)


def _as_asked(office: Office) -> Sheets:
    """Small counts hidden, means beside all of them, and the cohort."""
    ages = _ages(office, HIDDEN, "mean")
    return {AGES: ages, STUDY: _study_sheet(office, SMALL), **cohort.titles_of_cohort(office)}


def _with_means(office: Office) -> Sheets:
    """Repaired for insiders, with the means that were asked for."""
    return {AGES: _ages(office, COVERED, "mean"), STUDY: _study_sheet(office, SMALL)}


def _by_age(office: Office) -> Sheets:
    """By age only, with no means, no totals, and nothing below ten."""
    table = count_table(studied(office), by=("age",), totals=False)
    return {AGES: _in_region(office, STRICT(table)), STUDY: _study_sheet(office, 2 * SMALL)}


def _largest(name: str) -> Reading:
    """How to read which label of one dimension has the largest printed count; None where there is none."""

    def read(sheets: Sheets) -> Any:
        if AGES not in sheets or name not in sheets[AGES].by:
            return None
        cells, others = sheets[AGES].cells, [other for other in sheets[AGES].by if other not in (name, "region")]
        line = cells[cells[others].eq(TOTAL).all(axis="columns") & cells[name].ne(TOTAL)].set_index(name)["count"]
        return None if line.isna().all() else line.dropna().idxmax()

    return read


REQUEST: Final = Request(
    name="researchers",
    number=3,
    from_whom="Researchers of a university",
    words=(
        "Two things. In one region: how many viewers there are by age and plan, and on how many evenings they watch on "
        "average; small counts may be hidden. And of fifty viewers who called our helpline: what they have watched."
    ),
    intruder=Intruder(
        who="A reader who can divide, somebody who is counted in the table, and whoever knows a caller's titles.",
        knows="That a mean of few people is a fraction; of a friend, some titles that she has watched.",
        learns="How many are behind a hidden count; that the friend called the helpline.",
    ),
    questions=(
        Question("Which group of ages is the largest in the region?", _largest("age")),
        Question("Which plan do most viewers have in the region?", _largest("plan")),
        Question("Which title did most of those who called watch?", cohort.most_watched),
    ),
    choices=(
        Choice(
            "as asked",
            "Hide the small counts, print all means, and print the titles of the fifty.",
            repr(HIDDEN),
            "Ages and plans with means, small counts hidden; the study's title by region; the titles of the fifty.",
            _as_asked,
        ),
        Choice(
            "repaired, with means",
            "Hide further cells against insiders, keep the means, and leave the fifty out.",
            repr(COVERED),
            "Ages and plans with means, small counts and some others hidden; the study's title by region.",
            _with_means,
        ),
        Choice(
            "by age, from ten",
            "Print the ages only, with no means and no totals, and nothing below 10. Leave the fifty out.",
            repr(STRICT),
            "Three groups of ages, and the study's title by region; counts below 10 are hidden.",
            _by_age,
        ),
        Choice(
            "the cohort only",
            "Print the titles of the fifty, and no table of the region.",
            "",
            "How many of the fifty watched each title.",
            cohort.titles_of_cohort,
        ),
        declined("Decline: the researchers are told whom to ask for access on site."),
    ),
    counted=lambda office: {AGES: _in_region(office, plan_and_age(studied(office))), **cohort.titles_of_cohort(office)},
)
