"""Every combination of up to three cells, written out over all atoms and tried: slow, and easy to believe."""

from itertools import combinations, product

import numpy as np

from disclosure.tables.count_table import TOTAL, wider_labels


def atoms_of(archive):
    """Everything that somebody can be: groups, slot of her day, one narrow label per dimension."""
    days = sorted({p.day for p in archive.publications if p.day is not None}) or [None]
    kinds = [
        frozenset(g for g, yes in zip(archive.groups, chosen, strict=True) if yes)
        for chosen in product([0, 1], repeat=len(archive.groups))
    ]
    kinds = [kind for kind in kinds if all(archive.within[g] in kind for g in kind if g in archive.within)]
    return list(product(kinds, days, *(narrow_labels(archive, name) for name in archive.dimensions)))


def narrow_labels(archive, name):
    """The labels of a dimension that have no parts, printed or not."""
    hierarchies = [p.table.hierarchies.get(name, {}) for p in archive.publications]
    printed = {label for p in archive.publications if name in p.table.by for label in p.table.cells[name]}
    wide = {label for h in hierarchies for label in h.values()} | {TOTAL}
    return sorted((printed | {label for h in hierarchies for label in h}) - wide)


def counts(archive, publication, labels, atom):
    """Whether a cell of a publication counts the people of an atom."""
    kind, day, *narrow = atom
    chains = {}
    for name, label in zip(archive.dimensions, narrow, strict=True):
        hierarchies = [p.table.hierarchies.get(name, {}) for p in archive.publications]
        chains[name] = {wide for h in hierarchies for wide in wider_labels(label, h)}
    return (
        publication.only <= kind
        and not publication.without & kind
        and (day is None or day <= publication.day)
        and all(labels[name] in chains[name] for name in labels)
    )


def printed_cells(archive):
    """The different query sets: where printed first, whom they count over the atoms (with a mark of the register)."""
    atoms, found = atoms_of(archive), {}
    for place, publication in enumerate(archive.publications):
        for row, cell in enumerate(publication.table.cells.to_dict("records")):
            if cell["count"] is not None and cell["count"] == cell["count"]:
                labels = {name: cell[name] for name in publication.table.by}
                whom = tuple(counts(archive, publication, labels, atom) for atom in atoms)
                register = publication.day if publication.people_leave else None
                found.setdefault((register, whom), ((place, row), int(cell["count"])))
    return [(where, register, np.array(whom, dtype=int), count) for (register, whom), (where, count) in found.items()]


def isolating(archive, threshold, up_to):
    """All combinations of up to so many cells with a 0/1 vector and a value of 1 to threshold - 1, as sets of signs."""
    cells = printed_cells(archive)
    found = set()
    for size in range(1, up_to + 1):
        for chosen in combinations(cells, size):
            if len({register for _, register, *_ in chosen}) > 1:
                continue
            for signs in product([1, -1], repeat=size):
                signed = list(zip(signs, chosen, strict=True))
                if not any(s < 0 and cell[3] == 0 for s, cell in signed) and is_one(signed, threshold):
                    found.add(frozenset((s, cell[0]) for s, cell in signed))
    return found


def is_one(signed, threshold):
    value = sum(s * cell[3] for s, cell in signed)
    return 1 <= value < threshold and is_group(signed) and not falls_apart(signed)


def is_group(signed):
    vector = sum(s * cell[2] for s, cell in signed)
    return set(vector.tolist()) <= {0, 1} and vector.any()


def falls_apart(signed):
    """Whether the cells split into two parts that count people, each by itself."""
    return any(
        is_group(list(part)) and is_group([x for x in signed if not any(x is y for y in part)])
        for size in range(1, len(signed))
        for part in combinations(signed, size)
    )
