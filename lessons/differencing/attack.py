"""Differencing: two releases, each fine by itself, and what one has that the other has not.

She has what an office has published: tables of the same people, with some left out, or a week older, or cut otherwise.
She wants to learn something about somebody of whom she knows why she stands in one of them and not in the other.
She does what everybody can: she takes one number off the other. What is left is a count, and it may be of one person.

`isolate` searches all publications for such differences and proves each from the headings alone. `tell_apart` is what a
neighbour does with two of them, and `disclosure.attacks.guess_newcomers` is what all neighbours do with a year of them.
They take the numbers at their word: if people leave between two releases, or if numbers are rounded or delayed, they
may accuse the wrong ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from disclosure.attacks.combinations import NONE, combinations
from disclosure.attacks.difference_sentences import sentence
from disclosure.attacks.query_sets import QuerySets, query_sets_of
from disclosure.frames import guesses, one_in
from disclosure.labels import cell_name
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.editions import Archive, Publication


@dataclass(frozen=True)
class Isolated:
    """All combinations of printed cells that isolate a few people.

    Args:
        archive: where they were searched.
        query_sets: what each printed cell counts.
        combinations: one row per combination (see `disclosure.attacks.combinations.combinations`).
    """

    archive: Archive
    query_sets: QuerySets
    combinations: pd.DataFrame

    def __len__(self) -> int:
        """Return how many combinations there are."""
        return len(self.combinations)

    def sentences(self, n: int = 10) -> pd.DataFrame:
        """Put some of them in words, the smallest groups first.

        Returns:
            One row per combination: ``people`` (in the group), ``form`` (such as ``"A - B"``), ``sentence``.
        """
        first = self.combinations.sort_values(["people", "form"], kind="stable").head(n)
        cells = [[cell for cell in row if cell != NONE] for row in first[["a", "b", "c"]].to_numpy().tolist()]
        sentences = [self._sentence(str(form), printed) for form, printed in zip(first["form"], cells, strict=True)]
        return first[["people", "form"]].assign(sentence=sentences).reset_index(drop=True)

    def where(self, letter: str) -> pd.DataFrame:
        """Say where one cell of each combination is printed.

        Args:
            letter: which cell of the form: ``"a"``, ``"b"`` or ``"c"``.

        Returns:
            One row per combination that has such a cell: ``publication``, ``row`` (of its table's cells), ``count``.
        """
        cell = self.combinations[letter]
        cell = cell[cell != NONE]
        names = pd.Series([publication.name for publication in self.archive.publications], dtype="str")
        return pd.DataFrame(
            {
                "publication": names.take(self.query_sets.publication[cell]).to_numpy(),
                "row": self.query_sets.row[cell],
                "count": self.query_sets.count[cell],
            },
            index=cell.index,
        )

    def _sentence(self, form: str, cells: Sequence[int]) -> str:
        """One combination in words."""
        printed: list[tuple[Publication, pd.Series]] = []
        for cell in cells:
            publication = self.archive.publications[self.query_sets.publication[cell]]
            printed.append((publication, publication.table.cells.iloc[self.query_sets.row[cell]]))
        return sentence(form, printed)


def isolate(publications: Sequence[Publication] | Archive, *, threshold: int, up_to: int = 2) -> Isolated:
    """Find all combinations of printed cells that count 1 to ``threshold - 1`` people and nobody else.

    Args:
        publications: what is published.
        threshold: a group of fewer people is small.
        up_to: how many cells a combination may have, 1 to 3.

    Raises:
        ValueError: the threshold is below 2, or ``up_to`` is none of 1, 2, 3.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAAB"), "staff": [False, False, True, False]})
        >>> everybody = Publication("all", count_table(people, by=["film"], totals=False))
        >>> table = count_table(people[~people["staff"]], by=["film"], totals=False)
        >>> others = Publication("all but the staff", table, without={"staff"})
        >>> found = isolate([everybody, others], threshold=2)
        >>> found.sentences()["sentence"].tolist()[-1]
        'A: “all” prints 3, “all but the staff” prints 2. Exactly 1 person is in the first and not in the other: staff.'
    """
    if threshold < 2:
        raise ValueError(f"threshold is {threshold}: choose 2 or more, or no group is small.")
    if up_to not in (1, 2, 3):
        raise ValueError(f"up_to is {up_to}: combinations of 1, 2 or 3 cells are searched.")
    archive = publications if isinstance(publications, Archive) else Archive(tuple(publications))
    query_sets = query_sets_of(archive)
    return Isolated(archive, query_sets, combinations(query_sets, threshold, up_to))


def difference(larger: CountTable, smaller: CountTable) -> pd.DataFrame:
    """Take one table off another, cell by cell.

    Args:
        larger, smaller: tables with the same dimensions and labels.

    Returns:
        The cells of ``larger`` with ``count`` being the difference (Int64; missing where either table hides it).

    Raises:
        ValueError: the tables have other dimensions or other cells.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> this, last = (count_table(pd.DataFrame({"film": list(films)}), by=["film"]) for films in ("ABB", "AB"))
        >>> difference(this, last)["count"].tolist()
        [0, 1, 1]
    """
    labels = list(larger.by)
    if set(labels) != set(smaller.by):
        raise ValueError(f"the tables are by {', '.join(labels)} and by {', '.join(smaller.by)}: take two of a kind.")
    if larger.cells[labels].equals(smaller.cells[labels]):
        return larger.cells[labels].assign(count=larger.cells["count"] - smaller.cells["count"])
    now, before = (table.cells.set_index(labels)["count"] for table in (larger, smaller))
    if alone := list(now.index.symmetric_difference(before.index)):
        raise ValueError(f"cell {_name(alone[0])!r} stands in one table only: take two of a kind.")
    return (now - before.reindex(now.index)).reset_index()


def _name(labels: str | tuple[str, ...]) -> str:
    """The name of a cell."""
    return cell_name((labels,) if isinstance(labels, str) else labels)


def tell_apart(larger: CountTable, smaller: CountTable, known: pd.DataFrame, *, wanted: str) -> pd.DataFrame:
    """Learn a label of people who are counted in one table and not in the other.

    The neighbour knows the other labels of her target: they give a line of the table. If the difference of that line
    is above 0 in a single cell, and nothing of the line is hidden (or the line's total grows by as much as that cell),
    whoever is new in the line stands in that cell.

    Args:
        larger, smaller: two tables of a kind.
        known: one row per target: ``target``, and the table's other dimensions.
        wanted: the dimension whose label she wants.

    Returns:
        Guesses, one row per target: ``target``, ``claim`` (a label, missing unless declared), ``confidence`` (1 divided
        by the number of cells that grow, 0 where none does), ``declared``.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> before = pd.DataFrame({"film": list("AAB"), "region": ["north", "south", "south"]})
        >>> now = pd.concat([before, pd.DataFrame({"film": ["B"], "region": ["north"]})])
        >>> this, last = (count_table(people, by=("film", "region")) for people in (now, before))
        >>> tell_apart(this, last, pd.DataFrame({"target": ["Ada"], "region": ["north"]}), wanted="film")
          target claim  confidence  declared
        0    Ada     B         1.0      True
    """
    others = [name for name in larger.by if name != wanted]
    cells = difference(larger, smaller)
    cells["line"] = _line_of(cells, others)
    is_total = cells[wanted] == TOTAL
    inner, totals = cells[~is_total], cells[is_total].set_index("line")["count"]
    growing = inner[inner["count"].gt(0).fillna(False)]
    lines = pd.DataFrame({"hidden": inner["count"].isna().groupby(inner["line"]).any()})
    lines["cells"] = growing["line"].value_counts()
    lines["label"] = growing.drop_duplicates("line").set_index("line")[wanted].astype("str")
    accounted_for = ~lines["hidden"] | growing.groupby("line")["count"].sum().eq(totals.reindex(lines.index))
    lines["proven"] = accounted_for.fillna(False) & lines["cells"].eq(1)
    seen = lines.reindex(_line_of(known, others))
    return guesses(
        target=known["target"].to_list(),
        claim=seen["label"],
        confidence=one_in(seen["cells"].fillna(0)),
        declared=seen["proven"].fillna(False),
    )


def _line_of(frame: pd.DataFrame, others: list[str]) -> pd.Series:
    """The name of the line in which each row stands: its labels in all dimensions but the wanted one."""
    return frame[others].agg(cell_name, axis="columns") if others else pd.Series("", index=frame.index)
