"""Ways to publish an extract x k: who hides in how large a class, who is named rightly and wrongly, what is lost."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from itertools import product
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from disclosure.measures import score
from disclosure.records.anonymity import class_sizes, penalties
from disclosure.records.equivalence_classes import ANY
from disclosure.records.generalisation import Generalise
from disclosure.records.mondrian import Mondrian
from lessons.quasi_identifiers import strings
from lessons.quasi_identifiers.attack import guess_among_matches

Told = Mapping[str, str]
"""Arguments of `Generalise`."""

COLUMNS: Final[dict[str, Told]] = {"all": {}, "born": {"postcode": ANY}, "place": {"birth_date": ANY}}
"""What the extract tells at all -> the columns that are left out."""

COARSE: Final[dict[str, Told]] = {
    "day": {},
    "year": {"birth_date": "year"},
    "area": {"birth_date": "year", "postcode": "area"},
    "decade": {"birth_date": "decade", "postcode": "area"},
    "mondrian": {},
}
"""How finely -> the same for everybody; Mondrian begins with all that there is."""

EDGES: Final = (0, 1, 4, 9, 19, np.inf)
"""The largest class of each group of sizes."""


def publication_sweep(
    extract: pd.DataFrame, register: pd.DataFrame, truth: pd.DataFrame, *, ks: Iterable[int] = range(1, 11)
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Publish an extract in one way after another, and link the register to each.

    With a way that is the same for everybody, rows in classes of fewer than k are left out; Mondrian never makes such.

    Args:
        extract: as collected: ``row_id`` and the quasi-identifiers.
        register: ``register_id`` and the quasi-identifiers.
        truth: ``target`` (register_id), ``answer`` (row_id, missing for whoever is not in the extract).
        ks: the smallest classes to try.

    Returns:
        One row per way and k: ``columns``, ``coarse``, ``k``; ``rows``, ``published``, ``smallest`` (class); ``n``
        (entries), ``members`` (those in the extract), ``right``, ``wrong``, ``abstained``, ``baseline``, ``low``,
        ``high`` of the cautious attacker (`lessons.quasi_identifiers.attack.link`), the same after ``dare_`` of the
        daring one, ``utility_lost`` (`disclosure.records.anonymity.information_lost`).
        And one row per way, k and size of class: ``size``, ``people``.
    """
    known: dict[tuple[Generalise, bool], Published] = {}
    judged, sizes, ks = [], [], list(ks)
    for columns, coarse in product(COLUMNS, COARSE):
        way = Generalise(**{**COARSE[coarse], **COLUMNS[columns]}), coarse == "mondrian"  # type: ignore[arg-type]
        known[way] = known.get(way) or _published(extract, register, truth, *way, ks)
        for k, (achieved, people) in known[way].items():
            judged.append({"columns": columns, "coarse": coarse, "k": k} | achieved)
            sizes.append(people.assign(columns=columns, coarse=coarse, k=k))
    return pd.DataFrame(judged), pd.concat(sizes, ignore_index=True)


Published = dict[int, tuple[dict[str, Any], pd.DataFrame]]
"""k -> what one way to publish achieves and costs, and how many people stand in classes of which size."""


class Linked(NamedTuple):
    """A release: the size of each row's class, what each row has lost, and whom a daring attacker names."""

    sizes: np.ndarray
    lost: np.ndarray
    guesses: pd.DataFrame


def _published(
    extract: pd.DataFrame, register: pd.DataFrame, truth: pd.DataFrame, way: Generalise, boxes: bool, ks: list[int]
) -> Published:
    """For each k what comes of one way to publish. Only Mondrian makes other classes for another k."""
    release = way(extract)
    linked = _linked(extract, release, register)
    by_k: Published = {}
    for k in ks:
        if boxes and k > 1:
            linked = _linked(extract, Mondrian(k)(release), register)
        by_k[k] = _judged(linked, k, truth), group_sizes(linked.sizes, k)
    return by_k


def _linked(extract: pd.DataFrame, release: pd.DataFrame, register: pd.DataFrame) -> Linked:
    return Linked(class_sizes(release).to_numpy(), penalties(extract, release), guess_among_matches(release, register))


def _judged(linked: Linked, k: int, truth: pd.DataFrame) -> dict[str, Any]:
    """What one way to publish achieves and costs, when rows in classes of fewer than k are left out."""
    stays, guesses = linked.sizes >= k, linked.guesses
    achieved: dict[str, Any] = {
        "rows": len(stays),
        "published": int(stays.sum()),
        "smallest": int(linked.sizes[stays].min()) if stays.any() else 0,
        "members": int(truth["answer"].notna().sum()),
        "utility_lost": float(np.where(stays, linked.lost, 1.0).mean()),
    }
    names = guesses["declared"] & (guesses["rows_fit"] >= k)
    alone = (guesses["rows_fit"] == 1) & (guesses["entries_fit"] == 1)
    for attacker, declared in {"": names & alone, "dare_": names}.items():
        risk = asdict(score(guesses.assign(declared=declared), truth, blind=1 / len(stays)))
        achieved |= {name if name == "n" else attacker + name: value for name, value in risk.items()}
    return achieved


def group_sizes(sizes: np.ndarray, k: int = 1) -> pd.DataFrame:
    """Count people by the size of the class in which they stand.

    Args:
        sizes: of each person's class.
        k: whoever stands in a smaller class is left out.

    Returns:
        ``size`` (in words), ``people``.

    Examples:
        >>> group_sizes(np.array([1, 2, 2, 30]), k=2)["people"].tolist()
        [0, 2, 0, 0, 1, 1]
    """
    words = [*strings.SIZES, strings.LEFT_OUT]
    group = np.where(sizes < k, len(strings.SIZES), np.searchsorted(EDGES[1:], sizes))
    return pd.DataFrame({"size": words, "people": np.bincount(group, minlength=len(words))})


def sizes_of_crowds(crowds: Mapping[str, pd.Series]) -> pd.DataFrame:
    """Count people by the size of their crowd, once for each set of columns, or each release.

    Args:
        crowds: a name -> the crowd of each person.

    Returns:
        ``known`` (the name), ``size`` (in words), ``people``.

    Examples:
        >>> sizes_of_crowds({"sex": pd.Series([2, 2, 1])}).head(2).to_numpy().tolist()
        [['alone', 1, 'sex'], ['2 to 4', 2, 'sex']]
    """
    groups = [group_sizes(sizes.to_numpy()).assign(known=name) for name, sizes in crowds.items()]
    every = pd.concat(groups, ignore_index=True)
    return every[every["size"].ne(strings.LEFT_OUT)]
