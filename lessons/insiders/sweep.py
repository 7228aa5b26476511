"""Repairs x people who look -> tidy frames: for whom a table opens, whom she accuses, and what a repair costs."""

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import Any, Final

import pandas as pd

from disclosure.audit.attackers import Attacker, Coalition, Outsider, members
from disclosure.audit.states import LETTERS, OWN, PRINTED
from disclosure.audit.verdicts import EXACT, PreparedRelease, audit, prepare
from disclosure.labels import cell_name
from disclosure.measures import loss, score
from disclosure.repair.protection import UnreachableError
from disclosure.tables.count_table import CountTable
from lessons.insiders.attack import insiders_with, look

Tables = Mapping[str, CountTable]
"""Tables by the name of the office that publishes them."""


def publish(
    tables: Tables, repairs: Mapping[str, Callable[[CountTable], CountTable]]
) -> dict[str, dict[str, CountTable]]:
    """Publish tables in several ways; whoever cannot protect hers in one of these ways publishes nothing in any.

    Args:
        tables: the tables as they were counted.
        repairs: the defences by their names.

    Returns:
        What is published, by the name of the repair, and then by the office.

    Examples:
        >>> from disclosure.defences.complementary_suppression import SuppressComplementary
        >>> from disclosure.tables.count_table import count_table
        >>> films = {"Aland": list("AABB"), "Bland": list("AAB")}
        >>> tables = {name: count_table(pd.DataFrame({"film": films[name]}), by=("film",)) for name in films}
        >>> list(publish(tables, {"outsiders": SuppressComplementary(2)})["outsiders"])
        ['Aland']
    """
    published: dict[str, dict[str, CountTable]] = {name: {} for name in repairs}
    for office, table in tables.items():
        try:
            releases = {name: repair(table) for name, repair in repairs.items()}
        except UnreachableError:
            continue
        for name, release in releases.items():
            published[name][office] = release
    return published


def opened_by_each(tables: Tables, releases: Tables, *, count: int = 1) -> pd.DataFrame:
    """Let everybody who takes herself to be alone in a hidden cell look at her office's table, one at a time.

    Args:
        tables: the tables as they were counted.
        releases: what is published of them.
        count: how many people her cell holds in truth: 1, or more where she is wrong.

    Returns:
        One row per insider: ``office``, ``cell`` (her own), ``who`` (the attacker that she is), ``hidden`` (the other
        hidden cells), ``right``, ``wrong`` (cells that she declares), ``small`` (of the right ones, those that the
        rule itself hides), ``contradiction`` (what she believes does not fit the print).

    Examples:
        >>> from disclosure.defences.suppression import Suppress
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAABBB"), "region": list("NSSNNS")})
        >>> tables = {"office": count_table(people, by=("film", "region"))}
        >>> opened_by_each(tables, {"office": Suppress(threshold=3)(tables["office"])}).drop(columns="who")
           office   cell  hidden  right  small  wrong  contradiction
        0  office  A | N       3      3      3      0          False
        1  office  B | S       3      3      3      0          False
    """
    rows = []
    for office, release in releases.items():
        answers = pd.Series(tables[office].cells["count"].to_numpy(), index=tables[office].cell_names)
        reading = prepare(release)
        for insider in insiders_with(count, tables[office], release):
            seen = look(reading, insider)
            claims = seen.guesses[seen.guesses["declared"]]
            rows.append(
                {
                    "office": office,
                    "cell": cell_name(insider.cell),
                    "who": insider,
                    "hidden": len(seen.guesses),
                    **_outcome(claims, answers, release),
                    "contradiction": seen.contradiction,
                }
            )
    return pd.DataFrame(rows, columns=["office", "cell", "who", "hidden", "right", "small", "wrong", "contradiction"])


def _outcome(claims: pd.DataFrame, answers: pd.Series, release: CountTable) -> dict[str, int]:
    """How many claims are right, how many of these are about cells that the rule hides, and how many are wrong."""
    in_truth = answers[claims["target"]].to_numpy()
    right = claims["claim"].to_numpy() == in_truth
    small = right & (in_truth < (release.rule.threshold if release.rule else 0))
    return {"right": int(right.sum()), "small": int(small.sum()), "wrong": int((~right).sum())}


def repairs_and_insiders(tables: Tables, releases: Mapping[str, Tables], *, threshold: int) -> pd.DataFrame:
    """Let outsiders and insiders look at tables that are published in several ways, and count what they learn.

    The targets are the small cells of others: each insider is asked for every hidden cell of 1 to ``threshold - 1``
    people in her office's table but her own. Totals are left out.

    Args:
        tables: the tables as they were counted.
        releases: what is published of them, by the name of the repair.
        threshold: the smallest count that may be printed.

    Returns:
        One row per repair and kind of attacker (``who``): ``outsider``; ``alone``: everybody who is alone in her cell;
        ``believes so``: somebody in each cell of two, who takes herself to be alone. Columns: ``repair``, ``who``,
        ``looking`` (people), ``succeed`` (people who declare a right count), ``accuse`` (who declare a wrong one),
        ``contradiction`` (to whom the print says that they are wrong); over all their targets ``n``, ``right``,
        ``wrong``, ``abstained``,
        ``baseline`` (what somebody gets right who always says the most frequent count), ``blind`` (the share of these),
        ``low``, ``high`` (95 % interval of right / n); ``cells_hidden``, ``people_hidden`` (both without totals),
        ``utility_lost`` (share of people in hidden cells, by `disclosure.measures.loss`).
    """
    rows: list[dict[str, Any]] = []
    for name, published in releases.items():
        price, readings = _price(tables, published), {office: prepare(release) for office, release in published.items()}
        rows += [{"repair": name} | _by_kind(tables, published, readings, who, threshold) | price for who in WHO]
    return pd.DataFrame(rows)


WHO: Final = {"outsider": 0, "alone": 1, "believes so": 2}
"""Who looks, and how many people her cell holds."""


def _by_kind(
    tables: Tables, releases: Tables, readings: Mapping[str, PreparedRelease], who: str, threshold: int
) -> dict[str, Any]:
    """What all attackers of one kind achieve."""
    contradictions: list[bool] = []
    seen = [pd.DataFrame(columns=["target", "claim", "confidence", "declared", "office", "looking"])]
    small = [pd.DataFrame(columns=["office", "target", "answer"])]
    for office, release in releases.items():
        table = tables[office]
        cells = pd.DataFrame({"office": office, "target": table.cell_names, "answer": table.cells["count"]})
        small.append(cells[~table.is_total & table.cells["count"].between(1, threshold - 1)])
        attackers: list[Attacker] = [*insiders_with(WHO[who], table, release)] if WHO[who] else [Outsider()]
        for attacker in attackers:
            view = look(readings[office], attacker)
            contradictions.append(view.contradiction)
            seen.append(view.guesses.assign(office=office, looking=f"{office}, {attacker}"))
    claimed = pd.concat(seen).merge(pd.concat(small), on=["office", "target"])
    claimed = claimed.astype({"claim": "Int64", "answer": "Int64", "declared": bool})
    claimed["target"] = claimed["looking"] + ": " + claimed["target"]
    claims = claimed[claimed["declared"]]
    is_right = claims["claim"].eq(claims["answer"]).astype(bool)
    return {
        "who": who,
        "looking": len(contradictions),
        "succeed": int(claims.loc[is_right, "looking"].nunique()),
        "accuse": int(claims.loc[~is_right, "looking"].nunique()),
        "contradiction": sum(contradictions),
        "blind": (blind := _most_frequent(claimed["answer"])),
        **vars(score(claimed, claimed[["target", "answer"]], blind=blind)),
    }


def _most_frequent(answers: pd.Series) -> float:
    """The share of the most frequent answer: what the best blind guess gets right."""
    return float(answers.value_counts(normalize=True).max()) if len(answers) else 0.0


def _price(tables: Tables, releases: Tables) -> dict[str, Any]:
    """What is hidden, and the share of people that this takes from the reader."""
    people = {office: int(tables[office].cells["count"][~tables[office].is_total].sum()) for office in releases}
    lost = {office: loss(tables[office], release) * people[office] for office, release in releases.items()}
    hidden = sum(int((release.is_hidden & ~release.is_total).sum()) for release in releases.values())
    return {
        "cells_hidden": hidden,
        "people_hidden": round(sum(lost.values())),
        "utility_lost": sum(lost.values()) / max(1, sum(people.values())),
    }


def lookers(table: CountTable, release: CountTable, *, pairs: int = 15) -> dict[str, Attacker]:
    """Who may look at a table, by a name for her: an outsider, each singleton, and two singletons who talk.

    Args:
        table: the table as it was counted.
        release: what is published of it.
        pairs: at most so many pairs, the first ones.

    Examples:
        >>> from disclosure.defences.suppression import Suppress
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAABBB"), "region": list("NSSNNS")})
        >>> table = count_table(people, by=("film", "region"))
        >>> list(lookers(table, Suppress(threshold=3)(table)))
        ['', 'A | N', 'B | S', 'A | N + B | S']
    """
    alone = insiders_with(1, table, release)
    names = {insider: cell_name(insider.cell) for insider in alone}
    together = list(combinations(alone, 2))[:pairs]
    singles: dict[str, Attacker] = {"": Outsider(), **{names[insider]: insider for insider in alone}}
    return singles | {f"{names[one]} + {names[two]}": Coalition((one, two)) for one, two in together}


def insider_states(table: CountTable, releases: Tables, attackers: Sequence[Attacker]) -> pd.DataFrame:
    """Say of every cell, totals included, what becomes of it under each repair for each who looks.

    Args:
        table: the table as it was counted.
        releases: what is published of it, by the name of the repair.
        attackers: who looks.

    Returns:
        The cells (dimensions, ``count``, ``cell``: their names) with one column per repair: one letter per attacker, as
        in `disclosure.audit.states`; ``h`` is a cell of her own.
    """
    states = table.cells[[*table.by, "count"]].assign(cell=table.cell_names)
    if both := sorted({*releases} & {*table.by}):
        raise ValueError(f"{both[0]!r} is a dimension and the name of a repair: rename the column.")
    for name, release in releases.items():
        states[name] = sum_of_letters([_letters(table, release, attacker) for attacker in attackers])
    return states


def sum_of_letters(columns: Sequence[pd.Series]) -> pd.Series:
    """Put columns of letters together, row by row.

    Examples:
        >>> sum_of_letters([pd.Series(["p", "x"]), pd.Series(["p", "o"])]).tolist()
        ['pp', 'xo']
    """
    return pd.concat(columns, axis="columns").agg("".join, axis="columns")


def _letters(table: CountTable, release: CountTable, attacker: Attacker) -> pd.Series:
    """One letter for each cell, for one attacker."""
    learnt = audit(release, attacker, why=False)["verdict"].map(LETTERS)
    letters = learnt.reindex(table.cells.index).fillna(PRINTED)
    own = table.cell_names.isin([cell_name(member.cell) for member in members(attacker)])
    return letters.mask(own & release.is_hidden, OWN)


def repair_prices(table: CountTable, releases: Tables, states: pd.DataFrame, *, threshold: int) -> pd.DataFrame:
    """What each repair of one table costs, and what is learnt of its small cells all the same.

    Args:
        table: the table as it was counted.
        releases: what is published of it, by the name of the repair.
        states: what becomes of each cell (see `insider_states`).
        threshold: the smallest count that may be printed.

    Returns:
        One row per repair: ``repair``; ``small`` and ``cover``: the people in hidden cells below the threshold and in
        the others; ``learnt``: small cells that at least one of those who look learns exactly. Totals are left out.
    """
    inner, counts = ~table.is_total, table.cells["count"]
    small = inner & counts.between(1, threshold - 1)
    rows = []
    for name, release in releases.items():
        hidden = inner & release.is_hidden
        rows.append(
            {
                "repair": name,
                "small": int(counts[hidden & small].sum()),
                "cover": int(counts[hidden & ~small].sum()),
                "learnt": int((small & states[name].str.contains(LETTERS[EXACT])).sum()),
            }
        )
    return pd.DataFrame(rows)
