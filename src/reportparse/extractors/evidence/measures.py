"""The measures that the words around a figure offer: named in its clause, or carried to it."""

import re
from dataclasses import replace
from itertools import pairwise

from reportparse.extractors.measures.groups import GROUP_TERMS, group_named
from reportparse.extractors.measures.linking import Candidate, find_candidates
from reportparse.extractors.measures.terms import fold, fold_terms, plain_terms
from reportparse.extractors.measures.units import fits_unit
from reportparse.extractors.measures.wording import Cue, Wording
from reportparse.extractors.segments.clauses import is_whole_of, own_words
from reportparse.extractors.segments.model import Figure, Sentence, Surroundings
from reportparse.records import Role, Unit
from reportparse.vocabulary import active_vocabulary

_CARRIED = {Cue.SENTENCE: 2.0, Cue.HEAD: 1.6, Cue.BEFORE: 1.3, Cue.HEADING: 0.9}
# "Of these, …", "12 of them …": a part of what was counted before.
_PART = re.compile(
    r"\b(?:of|among|amongst|including) (?:whom|these|those|them|this|which|the same)\b"
    r"|^\W*including\b",
    re.IGNORECASE,
)


# A printed rate says what it is per, which is part of the measure's name.
RATE_WORDS = {
    Unit.PER_10000: "per 10,000",
    Unit.PER_1000: "per 1,000",
    Unit.PER_100000: "per 100,000",
}
_NOUN_AFTER = re.compile(
    r"\s+(?:(?!(?:of|in|at|on|for|to|from|with|by|and|or|than)\b)[a-z][\w'/-]*\s*){1,5}",
    re.IGNORECASE,
)


# "The 372", "these 36", "the figure of 903": a number that was given before.
_DEFINITE = re.compile(
    r"\b(?:the|these|those|our|all)\s+(?:(?:total|full|figure|number)\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
# A number as large as this is seldom met twice by chance.
_TELLING_SIZE = 20
# What is left beside a part of which the measure is known is its opposite.
_REST = re.compile(r"\b(?:others?|rest|remaining|remainder)\b", re.IGNORECASE)
_AGES = re.compile(r"\bag(?:ed?|es)\b|\byears? olds?\b|\b\d{1,2}-\d{1,2}\b", re.IGNORECASE)


def name_measures(sentence: Sentence, around: Surroundings) -> None:
    """Offer measures for each figure of the sentence, in order."""
    for index, figure in enumerate(sentence.figures):
        figure.own = own_words(sentence, figure)
        figure.candidates = _candidates(sentence, index, around)
        source = _source(sentence, index, around)
        figure.groups = f"{source.groups} | {figure.own}" if source else figure.own
    for first, second in pairwise(sentence.figures):
        if "lower_bound" in first.rules and not first.candidates and is_empty(first.own):
            first.candidates = _in_unit(second.candidates, first, "pair", 0.0)


def _source(sentence: Sentence, index: int, around: Surroundings) -> Figure | None:
    """The figure whose groups of people this one shares: restated, gone on with, or split."""
    figure = sentence.figures[index]
    if figure.twin is not None or figure.again is not None:
        return figure.twin or figure.again
    earlier = sentence.figures[:index]
    if figure.partner is not None and figure.partner in earlier:
        return figure.partner
    if is_empty(figure.own) and not names_group_only(figure.own):
        return earlier[-1] if earlier else (around.figures[-1] if _carries(figure) else None)
    before = sentence.text[earlier[-1].end if earlier else 0 : figure.end + 12]
    if _PART.search(before):
        whole = [each for each in (earlier or around.figures) if not each.is_part]
        figure.is_part = bool(whole)
        return whole[-1] if whole else None
    return None


def _carries(figure: Figure) -> bool:
    """Whether the measure of the figure was carried to it from a sentence before."""
    return bool(figure.candidates) and figure.candidates[0].rule_id == "before"


def _candidates(sentence: Sentence, index: int, around: Surroundings) -> list[Candidate]:
    """Measures by the figure's own words, or else those of the figure that it goes on with."""
    figure = sentence.figures[index]
    partner = figure.partner if figure.partner in sentence.figures[:index] else None
    beside = []
    if figure.twin is not None:
        beside = _in_unit(figure.twin.candidates, figure, "twin", 0.0)
    named = [] if beside or is_empty(figure.own) else _named(sentence, figure, around)
    if partner is not None and not named and not beside:
        beside = _in_unit(partner.candidates, figure, "pair", 0.0)
    if beside or named or partner is not None:
        return beside or named
    return _gone_on_with(sentence, index, around)


def _gone_on_with(sentence: Sentence, index: int, around: Surroundings) -> list[Candidate]:
    """The measure of what was said before, for a figure whose own words name none."""
    figure = sentence.figures[index]
    if figure.unit in RATE_WORDS and _names_rate_only(figure.own):
        return _carried(sentence, index, around) or _rate_of_subject(sentence, figure, around)
    figure.again = _said_again(sentence, figure, around)
    if _REST.search(figure.own) or (figure.again is None and not is_empty(figure.own)):
        return []
    if figure.again is not None:
        return _in_unit(figure.again.candidates, figure, "again", 0.0)
    return [] if _is_whole(sentence, figure) else _carried(sentence, index, around)


def _names_rate_only(words: str) -> bool:
    """Whether words say no more than that a rate is given: "the year ended at a rate of"."""
    terms = {folded.term for folded in fold(words)} - {"ended"}
    return all(term in plain_terms() or term.isdigit() for term in terms)


def _rate_of_subject(sentence: Sentence, figure: Figure, around: Surroundings) -> list[Candidate]:
    """The rate of the group that the report is about, where its paragraph names this group."""
    paragraph = f"{around.paragraph} {sentence.text}"
    if around.subject is None or group_named(fold_terms(paragraph)) != {around.subject}:
        return []
    words = f"{around.subject.replace('_', ' ')} children {RATE_WORDS[figure.unit]}"
    wording = Wording(words, (), None, around.subject)
    found = find_candidates(wording, figure.unit, role=figure.role)
    return [
        replace(each, score=each.score - 1.0, furthest=Cue.TITLE, rule_id="above")
        for each in found
        if not each.left
    ]


def _is_whole(sentence: Sentence, figure: Figure) -> bool:
    """Whether another figure of the sentence is counted out of this one."""
    return any(is_whole_of(sentence, part, figure) for part in sentence.figures)


def _said_again(sentence: Sentence, figure: Figure, around: Surroundings) -> Figure | None:
    """The earlier figure that one refers to: "the 372", "of the 36 who left"."""
    if not _is_whole(sentence, figure) and not _DEFINITE.search(sentence.text[: figure.start]):
        return None
    size = figure.quantity.value
    for earlier in (*reversed(sentence.figures), *reversed(around.figures)):
        if earlier.start < figure.start or earlier not in sentence.figures:
            same = earlier.quantity.value == size and earlier.unit is figure.unit
            if same and earlier is not figure and earlier.candidates:
                return earlier
    return around.named.get((size, figure.unit)) if size >= _TELLING_SIZE else None


def _named(sentence: Sentence, figure: Figure, around: Surroundings) -> list[Candidate]:
    own = f"{figure.own} {RATE_WORDS[figure.unit]}" if figure.unit in RATE_WORDS else figure.own
    counted = _noun_after(sentence, figure) if figure.unit is Unit.COUNT else None
    wording = Wording(own, _cues(sentence, figure, around), counted, around.subject)
    return find_candidates(wording, figure.unit, role=figure.role)


def _noun_after(sentence: Sentence, figure: Figure) -> str | None:
    """The words right after a number, which name the thing counted; None where none follow."""
    found = _NOUN_AFTER.match(sentence.mask, figure.end)
    return sentence.text[found.start() : found.end()].strip() if found else None


def _cues(sentence: Sentence, figure: Figure, around: Surroundings) -> tuple[tuple[Cue, str], ...]:
    """The words further off that may complete the clause, the nearest first."""
    return (
        (Cue.SENTENCE, sentence.text[: figure.start]),
        (Cue.HEAD, around.head),
        (Cue.BEFORE, around.before),
        (Cue.HEADING, around.heading),
        (Cue.PARAGRAPH, around.paragraph),
        (Cue.TITLE, around.title),
    )


def is_empty(words: str) -> bool:
    """Whether words name nothing: neither a measure nor anything else that is counted."""
    if _AGES.search(words):
        return False
    return all(folded.term in plain_terms() or folded.term.isdigit() for folded in fold(words))


def names_group_only(words: str) -> bool:
    """Whether words name a group of people and nothing of it."""
    terms = [folded.term for folded in fold(words) if folded.term not in plain_terms()]
    return bool(terms) and all(term in GROUP_TERMS for term in terms)


def _carried(sentence: Sentence, index: int, around: Surroundings) -> list[Candidate]:
    """The measure of the figure before, or else the one that the words above name."""
    figure = sentence.figures[index]
    for earlier in reversed(sentence.figures[:index]):
        if _alike(earlier, figure) and not _is_whole(sentence, earlier):
            return _in_unit(earlier.candidates, figure, "carried", _CARRIED[Cue.SENTENCE])
    found: list[Candidate] = []
    for cue, text in ((Cue.HEAD, around.head), (Cue.HEADING, around.heading_words)):
        if text and not is_empty(text):
            wording = Wording(text, ((Cue.TITLE, around.title),), None, around.subject)
            named = find_candidates(wording, figure.unit, role=figure.role)
            found += [
                replace(each, score=each.score - 1.0, furthest=cue, rule_id="above")
                for each in named
            ]
            if named:
                break
    most = _CARRIED[Cue.BEFORE if around.same_paragraph else Cue.HEADING]
    for earlier in reversed(around.figures):
        if _alike(earlier, figure) and _still_of(earlier, around):
            found += _in_unit(earlier.candidates[:1], figure, "before", most)
            break
    return sorted(found, key=lambda each: -each.score)


def _still_of(earlier: Figure, around: Surroundings) -> bool:
    """Whether the text still speaks of what a figure before measures.

    A sentence without figures that names something else has changed the matter.
    """
    if around.since_figures == 0 or is_empty(around.before):
        return True
    said = set(fold_terms(around.before))
    return any(said & set(candidate.terms) for candidate in earlier.candidates[:1])


def _alike(first: Figure, second: Figure) -> bool:
    """Whether two figures may be of one measure by their units."""
    points = {Unit.PERCENT, Unit.PERCENTAGE_POINTS}
    if first.role is Role.CHANGE or second.role is Role.CHANGE:
        return True
    if second.unit in RATE_WORDS and first.unit is Unit.COUNT:
        return True
    return first.unit is second.unit or {first.unit, second.unit} == points


def _in_unit(
    candidates: list[Candidate], figure: Figure, rule_id: str, most: float
) -> list[Candidate]:
    """Candidates of another figure in the unit of this one, at most as sure as ``most``."""
    vocabulary = active_vocabulary().indicators
    found = []
    for each in candidates:
        measure = each.indicator
        if not fits_unit(measure, figure.unit, figure.role):
            sibling = measure.sibling(figure.unit)
            if sibling is None:
                continue
            measure = vocabulary.by_id[sibling]
        score = min(each.score, most) if most else each.score
        furthest = each.furthest if rule_id in {"twin", "pair"} else Cue.SENTENCE
        if rule_id == "before":
            furthest = Cue.BEFORE
        found.append(
            replace(each, indicator=measure, score=score, furthest=furthest, rule_id=rule_id)
        )
    return found
