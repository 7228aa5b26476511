"""Small tables that the notebook shows: some rows, Bea and the row like her, who is told right, and the tree."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from disclosure.defences.noise import typical_error
from lessons.synthetic import strings
from lessons.synthetic.defences import DrawFromTree
from lessons.synthetic.pairs import coded, two_way_error
from lessons.synthetic.release import SECRET
from lessons.synthetic.tree import mutual_information, strongest_tree


def some_rows(file: pd.DataFrame, n: int = 3) -> pd.DataFrame:
    """Show the first rows of a file, one column for each row.

    Examples:
        >>> some_rows(pd.DataFrame({"plan": ["basic"], "genre": ["drama"]}), 1)
            fact  row 1
        0   plan  basic
        1  genre  drama
    """
    shown = file.head(n).astype("str").T
    shown.columns = pd.Index([strings.ROW.format(n=place + 1) for place in range(len(shown.columns))])
    return shown.rename_axis(strings.FACT).reset_index()


def found_rightly(claims: pd.DataFrame, people: pd.DataFrame) -> Any:
    """Choose a woman of whom a neighbour says the right label aloud; the first in the order of the rows.

    Args:
        claims: one row per target, whose labels are those of ``people``.
        people: one row per person, labelled as the targets are.
    """
    truth, sex = (claims["target"].map(people[name].astype("str")) for name in (SECRET, "sex"))
    right = claims["declared"] & claims["claim"].astype("object").eq(truth.astype("object"))
    return claims.loc[right & sex.eq("female"), "target"].iloc[0]


def beside_the_nearest(person: Any, people: pd.DataFrame, file: pd.DataFrame) -> pd.DataFrame:
    """Put somebody beside the first row of a file that agrees with her in all facts that a neighbour knows."""
    bea = people.loc[person]
    facts = people.columns.drop(SECRET).to_list()
    same = file[(file[facts].astype("str") == bea[facts].astype("str")).all(axis="columns")].iloc[0]
    own = [*bea[facts], strings.NOT_KNOWN.format(genre=bea[SECRET])]
    rows = {strings.FACT: [*facts, SECRET], strings.BEA: own, strings.NEAREST: [*same[facts], same[SECRET]]}
    return pd.DataFrame(rows).astype("str")


def judged_in_words(judged: pd.DataFrame) -> pd.DataFrame:
    """Choose the columns that say who is told right, and what each file is good for (see `lessons.synthetic.sweep`)."""
    shown = judged.assign(error=100 * judged["error"])
    return shown[list(strings.JUDGED)].rename(columns=strings.JUDGED)


def leak_in_words(row: Mapping[Any, Any]) -> str:
    """Say of one file who is told right in the data and out of it, and what the difference is."""
    return strings.LEAK.format(**{**row, **of_100(row)})


def of_100(row: Mapping[Any, Any]) -> dict[str, str]:
    """The leak and its interval, of 100 people, with their signs.

    Examples:
        >>> of_100({"leak": 0.254, "low": -0.001, "high": 0.3})
        {'leak': '+25', 'low': '+0', 'high': '+30'}
    """
    return {name: f"{round(100 * row[name]):+d}" for name in ("leak", "low", "high")}


def copied_in_words(copied: pd.DataFrame) -> pd.DataFrame:
    """Choose the columns that say how many people find their very row in a file."""
    return copied[list(strings.COPIED)].rename(columns=strings.COPIED)


def who_knows(files: Mapping[str, pd.DataFrame], given: str, *, title: str) -> pd.DataFrame:
    """Say of each file how many of 100 people know a title, for each label of another column.

    Args:
        files: name -> one row per person.
        given: a column.
        title: a column of yes and no.

    Examples:
        >>> people = pd.DataFrame({"watches": ["little", "little", "much"], "The Kite": ["no", "yes", "yes"]})
        >>> who_knows({"members": people}, "watches", title="The Kite")
              file  little  much
        0  members      50   100
    """
    shares = {
        name: 100 * file[title].eq("yes").groupby(file[given], observed=False).mean() for name, file in files.items()
    }
    table = pd.DataFrame(shares).T.round().astype(int)
    return table.rename_axis(columns=None).rename_axis("file").reset_index()


def noise_in_words(people: pd.DataFrame, epsilons: Sequence[float | None]) -> pd.DataFrame:
    """Say what noise on the tables of a tree costs: by how much one count is off, and the tables of the file.

    Args:
        people: one row per person.
        epsilons: the promises; None for no noise.
    """
    rows = [
        {
            "epsilon": strings.NO_NOISE if epsilon is None else f"{epsilon:g}",
            "off": 0.0 if epsilon is None else typical_error(epsilon, len(people.columns)),
            "error": 100 * two_way_error(people, DrawFromTree(epsilon)(people)),
        }
        for epsilon in epsilons
    ]
    return pd.DataFrame(rows).rename(columns=strings.NOISE)


def tree_in_words(people: pd.DataFrame) -> pd.DataFrame:
    """Say of the strongest tree which column is drawn before which, and how much one tells of the other, in bits."""
    file, places = coded(people), {name: place for place, name in enumerate(people)}
    edges = [
        {"before": one, "after": other, "bits": mutual_information(file.count(places[one], places[other]))}
        for one, other in strongest_tree(people)
    ]
    return pd.DataFrame(edges).rename(columns=strings.TREE)
