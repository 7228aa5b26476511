"""Which titles Ada knows, how many viewers a listed title needs, Bea in the data or not: lists, claims, sentences."""

from typing import Any

import pandas as pd

from lessons.recommendations import strings
from lessons.recommendations.attack import from_lists
from lessons.recommendations.chart import SETTING, lists_chart
from lessons.recommendations.known import titles_known
from lessons.recommendations.reading import read_with, read_without
from lessons.recommendations.release import AlsoWatched, Together
from lessons.recommendations.side_by_side import names_of
from teaching.widgets.controls import Choice
from teaching.widgets.explorer import Explorer, Lookup


def explore_lists(
    together: Together, rows: pd.DataFrame, titles: pd.DataFrame, viewer_id: int, swept: pd.DataFrame
) -> Explorer:
    """Show the lists of five titles of one viewer, and what Ada says of all targets.

    Args:
        together: the counts from which lists are made.
        rows: who was counted.
        titles: the catalogue.
        viewer_id: Bea.
        swept: one row per ``which`` and ``least`` (see `lessons.recommendations.sweep.known_sweep`): these are the
            settings.

    Returns:
        Three choices, the chart, and the sentence of their setting. All is computed beforehand. ``places`` has one row
        per setting, list and place, and ``claims`` one per setting (see `settings_of`).
    """
    places, claims = settings_of(together, rows, titles, viewer_id, swept)
    leasts = {int(least): _least(int(least)) for least in swept["least"].unique()}
    which = {which: strings.WHICH[which] for which in swept["which"].unique()}
    return Explorer(
        [
            [Choice("which", strings.WHICH_LABEL, which), Choice("bea", strings.BEA_LABEL, strings.BEA)],
            [Choice("least", strings.LEAST_LABEL, leasts)],
        ],
        lists_chart(places, swept),
        {"setting": {"lookup": "sentences"}},
        lookups={"sentences": Lookup(SETTING, _sentences(claims, swept))},
        results={"places": places, "claims": claims},
    )


def _least(least: int) -> str:
    """A least number of viewers in words."""
    return strings.LEAST.format(least=least) if least else strings.NO_LEAST


def settings_of(
    together: Together, rows: pd.DataFrame, titles: pd.DataFrame, viewer_id: int, swept: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Work out the lists of one viewer for every setting.

    Returns:
        Places: ``which``, ``least``, ``bea``, ``list`` (0 to 4), ``place`` (0 is the title of the list), ``words``,
        ``lit``. Claims: ``which``, ``least``, ``bea``, ``title``, ``lists``, ``known``, ``declared``, ``right``.
    """
    names, watched = names_of(titles), set(rows.loc[rows["viewer_id"].eq(viewer_id), "title_id"])
    places, claims = [], []
    for which, least in swept[["which", "least"]].drop_duplicates().itertuples(index=False):
        known = titles_known(rows, pd.Series([viewer_id]), which=which, least_viewers=int(least))
        release = AlsoWatched(least_viewers=int(least))
        reads = {"in": read_with(together, known, release), "out": read_without(together, rows, known, release)}
        for bea, read in reads.items():
            claim, at = from_lists(read, known).iloc[0], {"which": which, "least": int(least), "bea": bea}
            title = int(claim["claim"]) if claim["declared"] else None
            claims.append(
                {
                    **at,
                    "title": names[title] if title is not None else "",
                    "lists": int(claim["lists"]),
                    "known": len(known),
                    "declared": bool(claim["declared"]),
                    "right": title in watched,
                }
            )
            places.append(_with_headings(read, known, names, title).assign(**at))
    return pd.concat(places, ignore_index=True), pd.DataFrame(claims)


def _with_headings(read: pd.DataFrame, known: pd.DataFrame, names: pd.Series, title: int | None) -> pd.DataFrame:
    """The places of some lists, and the title of each list at place 0."""
    heads = known.assign(known=known["title_id"], place=0, lit=False)
    rows = pd.concat([heads, read.assign(lit=read["title_id"].eq(-1 if title is None else title))])
    order = {each: place for place, each in enumerate(known["title_id"])}
    return pd.DataFrame(
        {
            "list": rows["known"].map(order),
            "place": rows["place"],
            "words": rows["title_id"].map(names),
            "lit": rows["lit"],
        }
    )


def _sentences(claims: pd.DataFrame, swept: pd.DataFrame) -> dict[tuple[Any, ...], str]:
    """What each setting means."""
    both = claims.merge(swept, on=["which", "least"], suffixes=("_of_bea", ""))
    return {(row["which"], row["least"], row["bea"]): sentence(row) for row in both.to_dict("records")}


def sentence(row: dict[Any, Any]) -> str:
    """What one setting means: of Bea, and of all targets.

    Args:
        row: the claim about Bea (see `settings_of`; ``right_of_bea``), and the outcome of all (see `known_sweep`).
    """
    of_bea = strings.OF_BEA_NAMES if row["declared"] else strings.OF_BEA_SILENT
    words = {"bea": strings.BEA[row["bea"]], "verdict": strings.VERDICT[bool(row["right_of_bea"])]}
    numbers = {name: row[name] for name in ("title", "lists", "known")}
    of_all = strings.OF_ALL.format(**{**row, "blind": round(row["blind"])})
    return strings.SENTENCE.format(of_bea=of_bea.format(**words, **numbers), of_all=of_all)
