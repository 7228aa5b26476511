"""What a table leaves open and its makers must be asked: what marks mean, whom totals count, how numbers were rounded.

Here stands what can be asked, and which answers there are; which of it changes a verdict is found in
`disclosure.own_table.answering`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from disclosure.own_table.footnotes import answer_in, clause_on, note_on
from disclosure.own_table.layout.adding_up import Nesting
from disclosure.own_table.layout.grid import Dimension, Grid
from disclosure.own_table.layout.line_labels import JOINED
from disclosure.own_table.layout.signs import ROUNDED_WORDS, UNCOVERED_WORDS, threshold_in
from disclosure.own_table.meaning import (
    BEHIND,
    BLANK,
    COVERING,
    COVERING_ZEROS,
    COVERS,
    FROM_TO,
    NOT_APPLICABLE,
    NOT_TOLD,
    SMALL_ONLY,
    ZERO,
)
from disclosure.rules import THRESHOLDS_IN_USE

NOT_ROUNDED, ADDED_AFTER = "not rounded", "to {base}, totals added up afterwards"
TO_BASE: Final = "to {base}"
BASES: Final = (100, 50, 10, 5, 3)
FEWEST_ROUNDED: Final = 2
FEWEST_ROUNDED_TO_3: Final = 4
"""So many different counts, all multiples of one number, may be no accident; of multiples of 3 there are more."""

SUMS_IN: Final = "sums in "
NO_SUMS: Final = "none"
OF_EARLIER: Final = "earlier edition: "
"""With this begin the names of questions on an earlier edition, where its answer is its own."""

MOST_WAYS: Final = 12
"""Of more ways in which hidden cells may add up, none is asked for; that this was not used is said."""

LEAST_THRESHOLD: Final = 3
"""The common least number of people in a cell (SDC Handbook, 4.2.1): 1 and 2 are hidden."""

MOST_CELLS_NAMED: Final = 200
NOTHING_SIGNS: Final = frozenset({"", "-", "–", "—", ".", "..", "...", "…", ":", "/", "n/a", "na", "x", "z", "nil"})
"""Marks that may stand for nobody at all."""

MEANS: Final = {
    ZERO: "nobody: a count of 0",
    NOT_APPLICABLE: "nobody can be there",
    NOT_TOLD: "a hidden count of any size, or nobody says",
    COVERS: "a count that is hidden only to cover others",
    SMALL_ONLY: "yes, small counts and nothing else",
    COVERING: "no: small counts, and larger ones that are hidden to cover these; zeros are always printed",
    COVERING_ZEROS: "no: small counts, and others that are hidden to cover these, zeros among them",
}


@dataclass(frozen=True)
class Question:
    """One question about a table. There is no default.

    Args:
        name: by what it is answered, such as ``"mark <5"``; the key in the rules file.
        sentence: the question.
        options: what can be answered, and what each answer means.
        addresses: the cells it is about.
        quote: the footnote that speaks of it, word by word; empty if there is none.
        always: whether it is asked even if no verdict depends on it.
        before: whether the other questions are put in other words once it is answered: it comes first.
        unknown: the answer that is right whatever else is; empty if there is none. That it alone is left tells nothing.
    """

    name: str
    sentence: str
    options: Mapping[str, str]
    addresses: tuple[str, ...] = ()
    quote: str = ""
    always: bool = False
    unknown: str = ""
    before: bool = False

    def accepts(self, answer: str) -> bool:
        """Whether this is an answer: one of the options, or for a mark any other range such as ``"1 to 6"``."""
        return answer in self.options or (self._is_of_mark and bool(FROM_TO.fullmatch(answer)))

    @property
    def takes_range(self) -> bool:
        """Whether a range that is not among the options makes sense: of a mark that does not name its threshold."""
        return self._is_of_mark and NOT_TOLD in self.options

    @property
    def _is_of_mark(self) -> bool:
        """Whether it asks what a mark stands for."""
        return self.name.removeprefix(OF_EARLIER).startswith("mark ")


def mark_questions(grid: Grid, answers: Mapping[str, str]) -> Iterator[Question]:
    """What each mark stands for, and whether one of small counts covers others as well.

    Args:
        grid: the counts of the table.
        answers: what was answered so far.
    """
    by_mark: dict[str, list[str]] = {}
    for address, mark in grid.marks.items():
        if mark != BEHIND:
            by_mark.setdefault(mark, []).append(address)
    if grid.absent:
        by_mark.setdefault("", [])
    usual = _thresholds_told(grid, by_mark) or [LEAST_THRESHOLD, *(each.k for each in THRESHOLDS_IN_USE)]
    for mark, addresses in by_mark.items():
        name = f"mark {mark or BLANK}"
        quote, where = note_on(mark, grid.notes), tuple(addresses[:MOST_CELLS_NAMED])
        sentence = f"What does {mark!r} stand for?" if mark else "What is a blank cell, or a line that is left out?"
        options = _options(mark, quote, usual, several=len(by_mark) > 1)
        yield Question(name, sentence, options, where, quote, unknown=NOT_TOLD)
        own = repr(mark) if mark else "a blank cell, or a line that is left out,"
        if FROM_TO.fullmatch(answers.get(name, "")) and threshold_in(mark) is None:
            ways = {way: MEANS[way] for way in (SMALL_ONLY, COVERING, COVERING_ZEROS)}
            yield Question(f"covering {mark or BLANK}", f"Does {own} stand for small counts only?", ways, where, quote)


def _thresholds_told(grid: Grid, marks: Iterable[str]) -> list[int]:
    """The thresholds that some mark of a table, or its footnote, names: those of its other marks are the same."""
    told = {threshold_in(mark) or threshold_in(clause_on(note_on(mark, grid.notes), mark)) for mark in marks}
    return sorted(filter(None, told))


def _options(mark: str, quote: str, usual: Sequence[int], *, several: bool) -> dict[str, str]:
    """What a mark can stand for: a sign that often means nobody may hide small counts all the same."""
    if told := answer_in(mark, quote):
        return {told: MEANS.get(told, f"a count from {told}")}
    threshold = threshold_in(mark) or threshold_in(clause_on(quote, mark))
    options: dict[str, str] = {}
    if mark.casefold() in NOTHING_SIGNS and not threshold:
        options |= {ZERO: MEANS[ZERO], NOT_APPLICABLE: MEANS[NOT_APPLICABLE]}
    for k in (threshold,) if threshold else usual:
        options |= {f"1 to {k - 1}": f"a count from 1 to {k - 1}; a 0 is printed"}
        options |= {f"0 to {k - 1}": f"a count from 0 to {k - 1}"}
    if threshold_in(mark) is None:
        options |= {COVERS: MEANS[COVERS]} if several and mark else {}
        options |= {NOT_TOLD: MEANS[NOT_TOLD]}
    return options


def rounding_question(grid: Grid, *, nothing_fits: bool = False) -> Question | None:
    """Whether counts were rounded: asked where all of them are multiples of one number.

    Args:
        grid: the counts.
        nothing_fits: no whole numbers fit if they were not: then the fewest counts are enough to ask.
    """
    counts = [number for number in grid.numbers.values() if number]
    bases = [base for base in BASES if all(number % base == 0 for number in counts)]
    note_on_rounding = next((note for note in grid.notes if ROUNDED_WORDS.search(note)), "")
    fewest = 1 if note_on_rounding or nothing_fits else FEWEST_ROUNDED_TO_3 if bases == [3] else FEWEST_ROUNDED
    if not bases or len(set(counts)) < fewest:
        return None
    options = {}
    for base in bases:  # multiples of 10 may have been rounded to 5
        options[TO_BASE.format(base=base)] = f"to the nearest {base}, totals by themselves"
        options[ADDED_AFTER.format(base=base)] = f"to the nearest {base}; totals are sums of rounded counts"
    options[NOT_ROUNDED] = "counts are printed as they are"
    sentence = f"All counts are multiples of {bases[0]}: were they rounded?"
    return Question("rounding", sentence, options, tuple(grid.numbers)[:MOST_CELLS_NAMED], note_on_rounding)


def total_questions(grid: Grid, nestings: Sequence[Nesting]) -> Iterator[Question]:
    """Whether a line is the sum of others, where neither its name nor enough sums tell."""
    for dimension, nesting in zip(grid.dimensions, nestings, strict=True):
        for line in nesting.unsure:
            label, parts = dimension.labels[line], [dimension.labels[part] for part in nesting.parts_of(line)]
            sentence = f"Is {label!r} the sum of {listed(parts)}?"
            axis = grid.dimensions.index(dimension)
            where = tuple(address for address, key in grid.keys.items() if key[axis] == label)
            options = {"yes": "it is their sum", "no": "it is a line of its own"}
            yield Question(f"total {label}", sentence, options, where[:MOST_CELLS_NAMED])


def sums_questions(grid: Grid, nestings: Sequence[Nesting]) -> Iterator[Question]:
    """Which lines are sums of lines before them, where hidden cells show too little, and all that is printed fits."""
    for dimension, nesting in zip(grid.dimensions, nestings, strict=True):
        if 0 < len(nesting.ways) <= MOST_WAYS:
            what, of = dimension.called
            sentence = f"Is a {what}{of} the sum of {what}s before it? Hidden cells do not tell."
            ways = {way: f"{way}: what is printed fits" for way in sums_by_answer(dimension, nesting)}
            options = {NO_SUMS: "each line counts people of its own"} | ways
            yield Question(f"{SUMS_IN}{dimension.name}", sentence, options)


def sums_by_answer(dimension: Dimension, nesting: Nesting) -> dict[str, dict[int, int]]:
    """The ways in which hidden cells may add up, each by the words in which it is answered."""
    found = {}
    for way in nesting.ways:
        parts: dict[int, list[str]] = {}
        for part, total in way.items():
            if nesting.parent.get(part) != total and total in way:
                parts.setdefault(total, []).append(dimension.labels[part])
        found["; ".join(f"{dimension.labels[total]} = {' + '.join(names)}" for total, names in parts.items())] = way
    return found


def with_sums_told(dimension: Dimension, nesting: Nesting, answers: Mapping[str, str]) -> Nesting:
    """What adds up to what, once it is answered which lines are sums of lines before them."""
    answer = answers.get(f"{SUMS_IN}{dimension.name}")
    if answer == NO_SUMS or not nesting.ways:
        return replace(nesting, ways=())
    way = sums_by_answer(dimension, nesting).get(answer or "")
    return nesting.by_way(way) if way else nesting


def coverage_questions(grid: Grid, nestings: Sequence[Nesting], slack: float) -> Iterator[Question]:
    """Whether the lines of a dimension cover everybody in its totals, where no printed line shows it."""
    for axis, (dimension, nesting) in enumerate(zip(grid.dimensions, nestings, strict=True)):
        if not nesting.parent:
            continue
        totals = [dimension.labels[total] for total in dict.fromkeys(nesting.parent.values())]
        sentences = [
            text for text in (*grid.notes, *totals) if UNCOVERED_WORDS.search(text) and not _explains_mark(grid, text)
        ]
        lines = grid.lines_of(axis, slack)
        shown = all(
            lines.sum_of(total, nesting.parts_of(total)).agrees for total in nesting.roots if nesting.parts_of(total)
        )
        if shown and not sentences and not nesting.broken:
            continue
        called = listed(_called(dimension, nesting, totals))
        sentence = "Do the {}s{} cover everybody who is counted in {}?".format(*dimension.called, called)
        sentence += "".join(f" {gap}" for gap in gaps_in_words(grid, axis, nesting))
        options = {"yes": "they cover everybody", "no": "totals count people who stand in no line"}
        where = tuple(address for address, key in grid.keys.items() if key[axis] in totals)
        always = bool(sentences or nesting.broken)
        yield Question(
            f"cover {dimension.name}", sentence, options, where[:MOST_CELLS_NAMED], "".join(sentences[:1]), always
        )


def _called(dimension: Dimension, nesting: Nesting, totals: Sequence[str]) -> Sequence[str]:
    """What totals are called; the only one, of lines below several headings, without the heading above it."""
    groups = {dimension.groups[part] for part in nesting.parent}
    return [totals[0].rsplit(JOINED, 1)[-1]] if len(totals) == 1 and len(groups) > 1 else totals


def gaps_in_words(grid: Grid, axis: int, nesting: Nesting) -> list[str]:
    """Which totals do not add up, where, and by how much."""
    dimension, found = grid.dimensions[axis], []
    for total, gap in nesting.broken.items():
        for columns, word in ((gap.over, "more"), (gap.short, "fewer")):
            for column, much in columns.items():
                address, number = grid.place_in(axis, total, column)
                label = dimension.labels[total]
                found.append(f"{address} ({label}) says {number:,}, and its lines add up to {much:,.0f} {word}.")
    return found


def _explains_mark(grid: Grid, note: str) -> bool:
    """Whether a footnote speaks of a mark: that zeros are included there says nothing of totals."""
    return any(note_on(mark, [note]) for mark in {*grid.marks.values()} if mark)


def listed(labels: Sequence[str]) -> str:
    """Some labels in words, the first three of many."""
    quoted = [repr(label) for label in labels]
    if len(quoted) > 4:
        quoted = [*quoted[:3], f"{len(quoted) - 3} more"]
    return " and ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))
