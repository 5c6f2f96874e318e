"""Which measure of the vocabulary a figure is of: every word of its clause is accounted for.

The words of a figure and all wordings of the vocabulary are folded into terms. A wording names
the measure where its terms stand in the figure's own words, or in words further off that govern
them. Each term of the own words must then be accounted for: by the wording, by a group that
narrows the measure, or by words that change nothing. A term left over makes the figure a part, a
neighbour or another measure. The unit must be the measure's own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from reportparse.extractors.measures.groups import (
    GROUP_TERMS,
    group_named,
    narrowing_terms,
    others_named,
    populations_of,
)
from reportparse.extractors.measures.matching import Pattern, matcher_for
from reportparse.extractors.measures.terms import FoldedTerm, fold, fold_terms, plain_terms
from reportparse.extractors.measures.units import fits_unit
from reportparse.extractors.measures.wording import Cue, Wording
from reportparse.records import Role, Unit
from reportparse.vocabulary import Indicator, Indicators, active_vocabulary

__all__ = ["Candidate", "Wording", "find_candidates", "link"]

# What a wording loses for each term that only words further off hold, by where they stand.
_REACH: Mapping[Cue, float] = {
    Cue.OWN: 0.0,
    Cue.SENTENCE: 0.5,
    Cue.HEAD: 0.4,
    Cue.GROUP: 0.4,
    Cue.CAPTION: 0.4,
    Cue.BEFORE: 0.9,
    Cue.HEADING: 0.8,
    Cue.PARAGRAPH: 1.2,
    Cue.INTRODUCTION: 1.0,
    Cue.TITLE: 1.4,
}
# A group of people may stand further off than what is measured of them.
_GROUP_REACH = 0.4
_BASE = 1.6
_LEFT = 2.4
_LEFT_FAR = 1.6
_WEAK = 0.7
_GROUP_UNNAMED = 2.0
_GROUP_FROM_TITLE = 0.2
_TELLING = 0.12
_MOST_TELLING = 10.0
LOWEST = 0.6
_MARGIN = 0.12
# How far from the wording a word may stand that says something else.
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A measure that the words allow.

    ``terms`` are those of the wording that names it, ``own`` those among them that stand in the
    figure's own words, ``furthest`` where the rest stands, ``left`` the terms of the own words
    that nothing accounts for.
    """

    indicator: Indicator
    score: float
    terms: tuple[str, ...]
    own: frozenset[str]
    furthest: Cue
    left: tuple[str, ...]
    rule_id: str = "wording"
    telling: float = 0.0
    left_near: int = 0
    left_far: int = 0
    left_known: int = 0
    group: float = 0.0
    weak: bool = False


def link(
    wording: Wording,
    unit: Unit,
    *,
    role: Role = Role.LEVEL,
    indicators: Indicators | None = None,
) -> str | None:
    """Id of the measure that a figure is of; None where no measure fits or two fit equally."""
    found = best(find_candidates(wording, unit, role=role, indicators=indicators))
    return found.indicator.id if found else None


def best(candidates: list[Candidate]) -> Candidate | None:
    """The first candidate; None where it is weak or another measure is as good."""
    if not candidates or candidates[0].score < LOWEST:
        return None
    first = candidates[0]
    for rival in candidates[1:]:
        if rival.score < first.score - _MARGIN:
            break
        if rival.indicator.id != first.indicator.id and not set(rival.terms) < set(first.terms):
            return None
    return first


def find_candidates(
    wording: Wording,
    unit: Unit,
    *,
    role: Role = Role.LEVEL,
    indicators: Indicators | None = None,
) -> list[Candidate]:
    """All measures that the words and the unit allow, the best first.

    Args:
        wording: The words at the figure and around it.
        unit: Unit of the figure.
        role: What the figure does; a change of a count may be printed in percent.
        indicators: Vocabulary to link to; the active one by default.
    """
    vocabulary = indicators or active_vocabulary().indicators
    read = _Read.of(wording)
    found: dict[str, Candidate] = {}
    for pattern in _patterns(vocabulary, read):
        for candidate in _candidates(vocabulary, pattern, read, unit, role):
            known = found.get(candidate.indicator.id)
            if known is None or candidate.score > known.score:
                found[candidate.indicator.id] = candidate
    return sorted(found.values(), key=lambda each: (-each.score, each.indicator.id))


@dataclass(frozen=True, slots=True)
class _Read:
    """A wording folded into terms; ``cues`` hold the terms of the words further off."""

    own: tuple[FoldedTerm, ...]
    cues: tuple[tuple[Cue, frozenset[str]], ...]
    wording: Wording

    @classmethod
    def of(cls, wording: Wording) -> "_Read":
        cues = tuple((cue, frozenset(fold_terms(text))) for cue, text in wording.cues if text)
        return cls(fold(wording.own), cues, wording)

    @property
    def own_terms(self) -> frozenset[str]:
        return frozenset(folded.term for folded in self.own)

    def nearest(self, term: str) -> Cue | None:
        """Where a term stands nearest; None where it stands nowhere."""
        if any(folded.term == term for folded in self.own):
            return Cue.OWN
        return next((cue for cue, terms in self.cues if term in terms), None)


def _patterns(vocabulary: Indicators, read: _Read) -> Iterator[Pattern]:
    """Every wording whose terms all stand somewhere around the figure."""
    present = read.own_terms.union(*(terms for _, terms in read.cues))
    return matcher_for(vocabulary).within(present)


def _candidates(
    vocabulary: Indicators, pattern: Pattern, read: _Read, unit: Unit, role: Role
) -> Iterator[Candidate]:
    target = pattern.indicator
    if not fits_unit(target, unit, role):
        sibling = target.sibling(unit)
        if sibling is None:
            return
        target = vocabulary.by_id[sibling]
    candidate = _weigh(vocabulary, pattern, target, read)
    if candidate is not None:
        yield candidate


def _weigh(
    vocabulary: Indicators, pattern: Pattern, indicator: Indicator, read: _Read
) -> Candidate | None:
    places = {term: read.nearest(term) for term in pattern.terms}
    own = frozenset(term for term, cue in places.items() if cue is Cue.OWN)
    left = _left_over(vocabulary, pattern, indicator, read)
    if not own and left:
        return None
    counted = set(fold_terms(read.wording.of or "")) - plain_terms()
    if counted and counted <= {term for term, _ in left}:
        return None
    if any(phrase <= read.own_terms for phrase in _excluded(indicator)):
        return None
    if not own and _only_narrows(read) and not set(pattern.terms) <= GROUP_TERMS.keys():
        return None
    if not _counts(indicator, pattern, read) or _SAMPLE & read.own_terms - set(pattern.terms):
        return None
    group = _group_cost(vocabulary, indicator, pattern, read)
    if group is None:
        return None
    missing = {term: cue for term, cue in places.items() if cue not in (None, Cue.OWN)}
    weights = matcher_for(vocabulary).weights
    telling = sum(weights[term] for term in own) + 0.4 * sum(weights[term] for term in missing)
    score = _BASE + _TELLING * min(telling, _MOST_TELLING) - group
    score -= sum(
        _REACH[cue] * (_GROUP_REACH if term in GROUP_TERMS else 1.0)
        for term, cue in missing.items()
        if cue is not None
    )
    score -= sum(_LEFT if near else _LEFT_FAR for _, near in left)
    score -= _WEAK if pattern.weak else 0.0
    furthest = max((cue for cue in missing.values() if cue), key=list(Cue).index, default=Cue.OWN)
    return Candidate(
        indicator=indicator,
        score=round(score, 3),
        terms=pattern.terms,
        own=own,
        furthest=furthest,
        left=tuple(term for term, _ in left),
        telling=min(telling, _MOST_TELLING),
        left_near=sum(near for _, near in left),
        left_far=sum(not near for _, near in left),
        left_known=sum(term in weights for term, _ in left),
        group=group,
        weak=pattern.weak,
    )


def _only_narrows(read: _Read) -> bool:
    """Whether the own words name no more than a part of a group: its ages, its girls."""
    return bool(read.wording.own.strip()) and not any(
        term not in plain_terms() for term in read.own_terms
    )


# Things counted by measures of which people are never a number.
_NO_PEOPLE = frozenset(
    {"schools", "homes", "places", "centres", "households", "episodes", "births"}
)


# Those looked into are no number of all: "a dip sample of 24 children looked after".
_SAMPLE = frozenset(fold_terms("sample samples sampled"))
# Things that are no people, which a measure of people never counts.
_OTHER_THINGS = frozenset(
    fold_terms(
        "families households carers occasions episodes incidents visits meetings complaints"
        " staff workers audits"
    )
)
# "Schools: 45", "the number of schools rose to 45": the thing is named before its number.
_GIVES_NUMBER = re.compile(
    r"(?:[:–—(-]|\b(?:is|are|was|were|total(?:s|led)?|number(?:s|ed)?|to|at|from|by|of|and|or))\W*$"
    r"|^\W*(?:[\w'’-]+\W+){0,3}$",
    re.IGNORECASE,
)

# An average of what is counted is another measure than its number.
_AVERAGE, _SUMS = "average", frozenset({"count", "gbp"})
_RATES = frozenset({"per10000", "per1000", "per100000"})
# The people whom a rate is out of: "per 10,000 under-18s".
_RATE_BASES = frozenset({"aged0to17", "aged0to19", "population", "childpopulation"})


def _counts(indicator: Indicator, pattern: Pattern, read: _Read) -> bool:
    """Whether the thing counted can be what the measure counts.

    It stands right after the number, or before it: "schools: 45"; "45 of them are of school age"
    are no schools.
    """
    of = read.wording.of
    things = set(fold_terms(indicator.of or "")) | set(pattern.terms)
    if indicator.of not in _NO_PEOPLE:
        others = _OTHER_THINGS & set(fold_terms(of or ""))
        return not others or bool(others & things)
    if of is None:
        before, figure, _ = read.wording.own.partition("#")
        if not figure:
            return True
        return bool(things & set(fold_terms(before))) and bool(_GIVES_NUMBER.search(before))
    return bool(things & set(fold_terms(of)))


def _left_over(
    vocabulary: Indicators, pattern: Pattern, indicator: Indicator, read: _Read
) -> list[tuple[str, bool]]:
    """Terms of the own words that nothing accounts for, and whether they stand near the wording."""
    known = _accounted(vocabulary, indicator) | _accounted(vocabulary, pattern.indicator)
    places = [folded.position for folded in read.own if folded.term in pattern.terms]
    left = []
    for folded in read.own:
        term = folded.term
        if term in pattern.terms or term in known:
            continue
        if term in plain_terms() and not (term == _AVERAGE and indicator.unit in _SUMS):
            continue
        if folded.term in _RATES | _RATE_BASES and indicator.unit.startswith("per_"):
            continue
        near = not places or min(abs(folded.position - place) for place in places) <= _NEAR
        left.append((folded.term, near))
    return left


@lru_cache(maxsize=1024)
def _accounted(vocabulary: Indicators, indicator: Indicator) -> frozenset[str]:
    """Terms that beside a wording of the measure change nothing: its other wordings, its groups."""
    texts = (indicator.name, *indicator.aliases, *indicator.keywords, *indicator.accepts)
    named = frozenset(chain.from_iterable(map(fold_terms, texts)))
    theme = vocabulary.theme_by_id.get(indicator.theme)
    accepted = frozenset(chain.from_iterable(map(fold_terms, theme.accepts if theme else ())))
    return named | accepted | narrowing_terms(indicator) | populations_of(vocabulary, indicator)


@lru_cache(maxsize=1024)
def _excluded(indicator: Indicator) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(terms) for terms in map(fold_terms, indicator.excludes) if terms)


# The captions and heads whose people are those of the figures below.
_ABOVE = (Cue.GROUP, Cue.CAPTION)


def _group_cost(
    vocabulary: Indicators, indicator: Indicator, pattern: Pattern, read: _Read
) -> float | None:
    """What the group of people costs: nothing where named, None where another one is named."""
    group = vocabulary.population(indicator)
    if group is None:
        return 0.0
    named = group_named(read.own_terms)
    if named:
        return 0.0 if group in named else None
    others = others_named(read.own_terms - set(pattern.terms), group, read.wording.subject)
    for cue, terms in read.cues:
        around = group_named(terms)
        if group in around and not (others and cue in (Cue.TITLE, Cue.INTRODUCTION)):
            two = cue is Cue.BEFORE and len(around) > 1
            return _GROUP_UNNAMED if two else _GROUP_REACH * _REACH[cue]
        if around and cue not in (Cue.TITLE, Cue.PARAGRAPH, Cue.INTRODUCTION):
            return None if group != "all_children" else _GROUP_UNNAMED
        others = others or (cue in _ABOVE and others_named(terms, group, read.wording.subject))
    if others:
        return None
    if read.wording.subject is not None:
        return _GROUP_FROM_TITLE if read.wording.subject == group else _GROUP_UNNAMED
    return 0.0 if group == "all_children" else _GROUP_UNNAMED
