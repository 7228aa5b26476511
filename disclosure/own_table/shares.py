"""What is asked of percentages: of what they are, how they were rounded, and whether sets of them were made to fit."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from disclosure.own_table.bases_of_shares import Candidate, Fitting
from disclosure.own_table.counts_behind import meaning_of, wholes_of
from disclosure.own_table.layout.adding_up import Nesting
from disclosure.own_table.layout.grid import Grid, Share
from disclosure.own_table.layout.measures import Measure
from disclosure.own_table.meaning import RoundedShares, ShareMeaning
from disclosure.own_table.questions import MOST_CELLS_NAMED, Question
from disclosure.tables.percentages import Forced
from disclosure.tables.rounded_numbers import interval_behind

NONE_OF_THESE = "none of these"
MEANS_NOTHING = "of something else, or of a number that is not printed: then they are not used"
MOST_OFFERED = 12
"""So many of the counts and totals that fit percentages are offered, the likeliest."""

WAYS: dict[str, RoundedShares] = {
    "half up": "half up",
    "half even": "half even",
    "cut off": "truncated",
    "not known": "unknown",
}
IN_WORDS = {
    "half up": "to the nearest, halves upwards",
    "half even": "to the nearest, halves to the even digit",
    "cut off": "further decimals are cut off",
    "not known": "to the nearest; what becomes of halves is not known",
}

SUMS: dict[str, tuple[Forced, str]] = {
    "no": (False, "each was rounded by itself"),
    "largest remainders": (True, "by largest remainders: no part is more than one unit off"),
    "yes": ("moved", "some were moved by one unit after rounding, or it is not known how"),
}
"""Whether percentages were made to add up, as it is answered; as the kit's tables say it, and in words."""


def share_questions(
    grid: Grid,
    nestings: Sequence[Nesting],
    fittings: Mapping[Measure, Fitting],
    slack: float,
    answers: Mapping[str, str],
) -> Iterator[Question]:
    """What is asked of percentages: of each column the base; of all their rounding, and whether sets were made to fit.

    Args:
        grid: the counts.
        nestings: what adds up to what.
        fittings: for each column of percentages, what these can be percentages of.
        slack: by how much counts may be off, for they are rounded.
        answers: what was answered so far.
    """
    used: dict[Share, Candidate] = {}
    for measure, fitting in fittings.items():
        name, shares = base_name(grid, measure), grid.shares_in[measure]
        options = {each.name: _in_words(each, measure) for each in fitting.candidates[:MOST_OFFERED]}
        options = options or {answer: meaning_of(whole) for answer, whole in wholes_of(grid, measure, slack).items()}
        if options and (not fitting.told or measure in grid.behind):
            where = tuple(share.address for share in shares)[:MOST_CELLS_NAMED]
            sentence = f"Of what are the numbers in {measure.name!r} (column {measure.letter}) percentages?"
            yield Question(name, sentence, options | {NONE_OF_THESE: MEANS_NOTHING}, where, unknown=NONE_OF_THESE)
        if (chosen := chosen_of(fitting, answers.get(name))) is not None:
            used |= dict.fromkeys(shares, chosen)
    if not used:
        return
    where = tuple(share.address for share in used)[:MOST_CELLS_NAMED]
    yield Question("rounding of percentages", "How were percentages rounded?", _ways(grid, used, slack), where)
    if _complete_sets(nestings, used):
        options = {answer: words for answer, (_, words) in SUMS.items()}
        yield Question("sums of percentages", "Were complete sets of percentages made to add up?", options, where)
    if slack:
        options = {"no": "from the true counts", "yes": "from the rounded counts"}
        yield Question("counts behind percentages", "From which counts were percentages computed?", options, where)


def _complete_sets(nestings: Sequence[Nesting], used: Mapping[Share, Candidate]) -> bool:
    """Whether so many percentages stand beside one base that they may be all of its parts."""
    fewest = min(
        (Counter(nesting.parent.values()).most_common()[-1][1] for nesting in nestings if nesting.parent), default=0
    )
    beside = Counter(
        whole
        for share, chosen in used.items()
        for own, whole in [chosen.pairs[share.address]]
        if own != whole and not isinstance(chosen.base, Mapping)
    )
    return any(number >= fewest for number in beside.values())


def _ways(grid: Grid, used: Mapping[Share, Candidate], slack: float) -> dict[str, str]:
    """The ways of rounding that fit where a count and its base are printed; all of them where these are rounded."""
    if slack:
        return IN_WORDS
    pairs = [
        (share, Fraction(share.measure.per * grid.numbers[own], grid.numbers[base]))
        for share, chosen in used.items()
        if (own := chosen.pairs[share.address][0]) in grid.numbers
        and grid.numbers.get(base := chosen.pairs[share.address][1])
    ]
    fitting = {
        way: all(
            (behind := interval_behind(share.number, share.measure.decimals, WAYS[way])) and true in behind
            for share, true in pairs
        )
        for way in IN_WORDS
    }
    return {way: words for way, words in IN_WORDS.items() if fitting[way] or not any(fitting.values())}


def meanings_of_shares(
    grid: Grid, fittings: Mapping[Measure, Fitting], answers: Mapping[str, str]
) -> dict[int, ShareMeaning]:
    """What the percentages in each column are, by its place, once all is answered; without those nobody knows."""
    way = WAYS[answers.get("rounding of percentages", "not known")]
    sums, _ = SUMS[answers.get("sums of percentages", "no")]
    rounded = answers.get("counts behind percentages") == "yes"
    found = {}
    for measure, fitting in fittings.items():
        if chosen := chosen_of(fitting, answers.get(base_name(grid, measure))):
            found[measure.column] = ShareMeaning(chosen.counts.column, chosen.base, way, sums, rounded)
    return found


def wholes_told(grid: Grid, answers: Mapping[str, str], slack: float) -> dict[Measure, Measure]:
    """For columns of percentages, the column of whose people they were said to be shares."""
    asked = {measure: answers.get(base_name(grid, measure), "") for measure in grid.shares_in}
    told = {measure: wholes_of(grid, measure, slack).get(answer) for measure, answer in asked.items() if answer}
    return {measure: whole for measure, whole in told.items() if whole}


def base_name(grid: Grid, measure: Measure) -> str:
    """By what it is answered of what a column holds percentages: its heading, with its letter if others have it too."""
    alike = [each for each in grid.measures if each.name == measure.name]
    return f"base of {measure.name}" if len(alike) == 1 else f"base of {measure.name} (column {measure.letter})"


def _in_words(candidate: Candidate, measure: Measure) -> str:
    """What it means that percentages belong to some counts."""
    of_whom = f"per {measure.per:,} of" if measure.per > 100 else "of"
    return f"column {candidate.counts.letter} ({candidate.counts.name}), {of_whom} {candidate.whole}"


def chosen_of(fitting: Fitting, answer: str | None) -> Candidate | None:
    """What the numbers tell, or else what was answered."""
    return fitting.told or next((each for each in fitting.candidates if each.name == answer), None)
