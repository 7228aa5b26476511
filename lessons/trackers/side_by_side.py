"""Small tables that the notebook shows: questions with their answers, and outcomes in words."""

from collections.abc import Sequence

import pandas as pd

from lessons.trackers import strings
from lessons.trackers.attack import crowds
from lessons.trackers.conditions import Condition, Fact, all_of
from lessons.trackers.release import SECRET, Desk, facts_of


def one_person(people: pd.DataFrame) -> pd.Series:
    """Choose somebody to look for: the first woman who is the only one with her six facts, and has watched the film.

    Args:
        people: the rows behind the desk.
    """
    facts = [fact.column for fact in facts_of(people.iloc[0])]
    alone = ~people.duplicated(facts, keep=False)
    return people[alone & people["sex"].eq("female") & people[SECRET]].iloc[0]


def answers_in_words(desk: Desk, *conditions: Condition, bea: Condition | None = None) -> pd.DataFrame:
    """Ask a desk, and put the answers beside the questions: one row per question.

    Args:
        desk: the desk.
        conditions: what is asked.
        bea: the condition that is written "like Bea", for it is long.
    """
    answers = [desk.answer(condition) for condition in conditions]
    told = [strings.REFUSED if answer is None else f"{answer:,}" for answer in answers]
    asked = [str(each) if bea is None else str(each).replace(str(bea), strings.LIKE_BEA) for each in conditions]
    return pd.DataFrame({strings.QUESTION: asked, strings.ANSWER: told})


def thresholds_in_words(judged: pd.DataFrame) -> pd.DataFrame:
    """Show for each k whom neighbours find directly and by crowds, and what readers lose (see `by_threshold`)."""
    directly, by_crowds = (judged[judged["way"].eq(way)].set_index("k") for way in ("direct", "individual"))
    return pd.DataFrame(
        {
            strings.K: by_crowds.index,
            strings.LOST: (100 * by_crowds["lost"]).round().astype(int).to_numpy(),
            strings.DIRECTLY: directly["right"].to_numpy(),
            strings.BY_CROWDS: by_crowds["right"].to_numpy(),
            strings.WRONG: by_crowds["wrong"].to_numpy(),
            strings.ABSTAINED: by_crowds["abstained"].to_numpy(),
        }
    )


def sets_in_words(judged: pd.DataFrame) -> pd.DataFrame:
    """Show which sets help against everybody, and whom they find; two sets where no single one was found."""
    general = judged[judged["way"].eq("general")]
    alone = general.loc[general["tracker"].ne(""), "k"]
    chosen = judged[judged["way"].eq("general") | (judged["way"].eq("double") & ~judged["k"].isin(alone))]
    shown = pd.DataFrame(
        {
            strings.K: chosen["k"],
            strings.WAY: chosen["way"].map(strings.WAYS),
            strings.SETS: chosen["tracker"].where(chosen["tracker"].ne(""), strings.NO_SETS),
            strings.SEARCH: chosen["searched"].map("{:,}".format),
            strings.RIGHT: chosen["right"],
            strings.WRONG: chosen["wrong"],
        }
    )
    return shown.reset_index(drop=True)


def pairs_in_words(desk: Desk, facts: Sequence[Fact], secret: Condition, *, ways: int) -> pd.DataFrame:
    """Show the pairs of answers that a neighbour compares: a crowd without her, and with her if she has the secret.

    Args:
        desk: the desk.
        facts: what is known of her.
        secret: the secret.
        ways: how many crowds are asked for.
    """
    everything, rows = all_of(facts), []
    for crowd in crowds(facts):
        answers = desk.answer(crowd), desk.answer(crowd | (everything & secret))
        if None not in answers:
            text = str(crowd).replace(str(everything), strings.LIKE_BEA)
            rows.append([text, *answers, strings.EQUAL[answers[0] == answers[1]]])
        if len(rows) == ways:
            break
    return pd.DataFrame(rows, columns=[strings.CROWD, strings.WITHOUT, strings.WITH, strings.COMPARED])


def zeros_in_words(judged: pd.DataFrame) -> pd.DataFrame:
    """Show for each k what refusals tell where zeros are told (see `lessons.trackers.sweep.by_zeros`)."""
    columns = {"k": strings.K, "right": strings.RIGHT, "wrong": strings.WRONG, "abstained": strings.ABSTAINED}
    columns |= {"asked": strings.ASKED}
    return judged[list(columns)].rename(columns=columns)


def noises_in_words(judged: pd.DataFrame) -> pd.DataFrame:
    """Show how many neighbours are right, by noise and way, more questions to the right (see `by_noise`)."""
    table = judged.pivot(index=["noise", "way"], columns="pairs", values="right")
    table = table.reindex([(noise, way) for noise in strings.NOISES for way in strings.HOW]).reset_index()
    pairs = [name for name in table if name not in ("noise", "way")]
    told = {
        name: table[name].map(lambda right: strings.NOT_TRIED if pd.isna(right) else f"{right:.0f}") for name in pairs
    }
    heads = {name: strings.PAIR_ONCE if name == 1 else strings.PAIR.format(pairs=name) for name in pairs}
    words = {strings.NOISE: table["noise"].map(strings.NOISES), strings.WAY: table["way"].map(strings.HOW)}
    return pd.DataFrame(words | {heads[name]: told[name] for name in pairs})
