"""Which measure of the vocabulary a figure is of.

The wording that names a figure (its label) and the words around it (its context) are folded into
terms and compared with all wordings of the vocabulary. The most telling wording wins; the unit
chooses between a number and its share; people named ("children in care", "all pupils") choose
between measures of different groups. Nothing is returned where the best two differ too little,
or where the best is printed in another unit: null rather than a guess.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import lru_cache

from reportparse.extractors.measures.matching import Match, Matcher, matcher_for
from reportparse.extractors.measures.terms import (
    FoldedTerm,
    fold,
    fold_terms,
    measured,
    names_nothing,
)
from reportparse.records import Role, Unit
from reportparse.vocabulary import Indicator, Indicators, active_vocabulary, load_dimensions

_DURATIONS = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS})
_PART_OF = re.compile(r",?\s*\b(?:of|among) (?:whom|these|those|which)\b", re.IGNORECASE)
_NARROWING = ("gender", "ethnicity", "school_phase")
POPULATION_TERMS = {
    "cla": "looked_after",
    "careleaver": "care_leavers",
    "allpeople": "all_children",
}
# Words before a thing counted that do not make it another thing.
_PLAIN_TERMS = frozenset(
    fold_terms("new current open active further additional total different local")
)
_VERB = re.compile(r"(?<!who )(?<!which )(?<!that )\b(?:is|are|was|were|has|have|had|been)\b")
# Things counted by measures of which people are never a number.
_NO_PEOPLE = frozenset(
    {"schools", "homes", "places", "centres", "households", "episodes", "births"}
)
_PEOPLE = re.compile(
    r"\b(?:child|children|people|persons?|pupils|leavers|looked after)$", re.IGNORECASE
)
# What some of a group do or are: "Two care leavers who are …", "100 children attended …".
_ACTS = re.compile(
    r"\b(?:child(?:ren)?|people|person|leavers?)\s+(?:(?:looked after|in care)\s+)?"
    r"(?:(?:who|which|that)\s+|\w+ly\s+)?"
    r"(?=(?:went|attend(?:ed|ing)?|took|tak(?:e|ing)|us(?:ed?|ing)|join(?:ed|ing)?|complet\w+|visit\w*|"
    r"access(?:ed|ing)?|achiev\w+|who|(?:are|were|is|was|had|have) (?!looked after)\w+)\b)",
    re.IGNORECASE,
)
# What is said of anything that is counted: that it was, was made, rose or fell.
_PLAIN_PREDICATE = (
    "received made recorded completed held started undertaken reported opened identified placed "
    "carried out place gone up down slightly significantly rise rose risen fall fell fallen "
    "declined improved remained lower higher low high stayed stable better worse reduced "
    "increased decreased grown reached average stood similar same available seen"
)
# What the title of a report about one of these groups may name instead of it.
_SUBJECT_TERMS = POPULATION_TERMS | {
    "virtualschool": "looked_after",
    "corporateparent": "looked_after",
    "iro": "looked_after",
    "foster": "looked_after",
    "leavingcareservice": "care_leavers",
}
# A measure of one group loses this much where the label, or only the context, names another.
_OTHER_POPULATION = 0.4
_OTHER_POPULATION_IN_CONTEXT = 0.75
_POPULATION_UNNAMED = 0.85
_RELATIVE_CHANGE = {Unit.COUNT: 1.0, Unit.GBP: 1.0, Unit.PERCENT: 0.95}
_RELATIVE_CHANGE_OF_OTHERS = 0.9
_POINTS_OF_PERCENT = 0.6
_SIBLING = 0.97
_WEAK = 0.8
_COMPLETED_BY_CONTEXT = 0.5
# A group of people of whom more is said than this is not simply counted.
_MOST_SAID = 1
_LOWEST_SCORE = 1.5
_LOWEST_MARGIN = 1.02


@dataclass(frozen=True, slots=True)
class Candidate:
    """A measure that the words allow, with the wording that named it, best first."""

    indicator: Indicator
    score: float
    match: Match


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """What `link` weighed for one figure, best first, and what it chose."""

    label: str
    unit: Unit
    candidates: tuple[Candidate, ...]
    chosen: str | None


_TRACE: ContextVar[list[LinkDecision] | None] = ContextVar("reportparse_links", default=None)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that a measure is told by.

    ``label`` names it: a row label, a noun phrase. ``context`` may complete it: its clause, the
    head of its list, a caption. ``around`` only tells who and what the text is about. ``of`` is
    the thing counted as printed. ``follows`` says that the label stands after the figure, so
    that its verb says what is so of that many: "46 of the children adopted were boys".
    ``subject`` is the group of people that the whole report is about, see `subject_of`.
    """

    label: str
    context: str = ""
    around: str = ""
    of: str | None = None
    follows: bool = False
    subject: str | None = None


def link(
    label: str,
    context: str,
    unit: Unit,
    *,
    role: Role = Role.LEVEL,
    subject: str | None = None,
    indicators: Indicators | None = None,
) -> str | None:
    """Id of the measure that ``label`` names in its context; see `link_wording`."""
    wording = Wording(label, context, subject=subject)
    return link_wording(wording, unit, role=role, indicators=indicators)


def link_wording(
    wording: Wording,
    unit: Unit,
    *,
    role: Role = Role.LEVEL,
    indicators: Indicators | None = None,
) -> str | None:
    """Id of the measure that a figure is of.

    Args:
        wording: The words at the figure and around it.
        unit: Unit of the figure.
        role: What the figure does; a change of a count may be printed in percent.
        indicators: Vocabulary to link to; that of the package by default.

    Returns:
        An id of the vocabulary; None where no measure fits or two fit equally.
    """
    head, _, item = wording.label.rpartition(": ")
    listed = replace(wording, label=item, context=head)
    candidates: list[Candidate] = []
    found = None
    for words in (listed, wording) if head and item else (wording,):
        candidates = find_candidates(words, unit, role=role, indicators=indicators)
        found = _best(candidates)
        if found is not None:
            break
    trace = _TRACE.get()
    if trace is not None:
        trace.append(LinkDecision(wording.label, unit, tuple(candidates), found))
    return found


@contextmanager
def traced_links() -> Iterator[list[LinkDecision]]:
    """The decisions of every `link` inside the block, in order, for explaining a record."""
    decisions: list[LinkDecision] = []
    token = _TRACE.set(decisions)
    try:
        yield decisions
    finally:
        _TRACE.reset(token)


def names_people_only(text: str) -> bool:
    """Whether ``text`` names a group of people and no measure: "of children in care"."""
    named = {term for term in fold_terms(measured(text)) if not names_nothing(term)}
    return bool(named) and named - _narrowing_terms() <= POPULATION_TERMS.keys()


def names_part_only(text: str) -> bool:
    """Whether ``text`` names no more than a part of a group of people: "are girls under 10"."""
    narrowing = _narrowing_terms() | POPULATION_TERMS.keys()
    return all(term in narrowing or names_nothing(term) for term in fold_terms(text))


def holds_terms(text: str) -> bool:
    """Whether ``text`` holds any term of the vocabulary's wordings."""
    weights = matcher_for(active_vocabulary().indicators).weights
    return any(term in weights for term in fold_terms(measured(text)))


def names_something(text: str) -> bool:
    """Whether ``text`` holds a term of some measure, beside words that only narrow one."""
    matcher = matcher_for(active_vocabulary().indicators)
    known = {term for term in fold_terms(measured(text)) if term in matcher.weights}
    return bool(known - _narrowing_terms())


def in_unit(indicator: str, unit: Unit, role: Role) -> str | None:
    """The measure itself where a figure in ``unit`` can be of it, else its sibling in that unit."""
    measure = active_vocabulary().indicators.by_id.get(indicator)
    if measure is None:
        return None
    of_shares = unit is Unit.PERCENTAGE_POINTS and measure.unit == Unit.PERCENT
    fits = of_shares or _unit_fit(measure, unit, role)
    return measure.id if fits else measure.sibling(unit)


def _best(candidates: list[Candidate]) -> str | None:
    """Id of the first candidate; None where it is weak or the next measure is as good."""
    if not candidates:
        return None
    best = candidates[0]
    rival = next((other for other in candidates if other.indicator.id != best.indicator.id), None)
    if best.score < _LOWEST_SCORE:
        return None
    if rival is not None and best.score < rival.score * _LOWEST_MARGIN:
        return None
    return best.indicator.id


def find_candidates(
    wording: Wording,
    unit: Unit,
    *,
    role: Role = Role.LEVEL,
    indicators: Indicators | None = None,
) -> list[Candidate]:
    """All measures that the words and the unit allow, best first; see `link_wording`."""
    vocabulary = indicators or active_vocabulary().indicators
    label, context = _split(wording.label, wording.context)
    of = wording.of if unit is Unit.COUNT else None
    said = _predicate(wording.label) if wording.follows else frozenset()
    acts = _ACTS.search(wording.label) if unit is Unit.COUNT else None
    done = wording.label[acts.end() :] if acts else None
    read = _Read(label, context, fold(wording.around), of, said, done)
    matches = _usable(matcher_for(vocabulary), vocabulary, read)
    judged = _Judge(vocabulary, read, unit, role, wording.subject)
    candidates = [candidate for match in matches for candidate in judged.candidates(match)]
    blocked = [
        match for match in matches if not any(candidate.match is match for candidate in candidates)
    ]
    kept = [candidate for candidate in candidates if not _is_blocked(candidate, blocked)]
    if any(_is_named_whole(candidate.match) for candidate in kept):
        kept = [_weighed(candidate) for candidate in kept]
    return sorted(kept, key=lambda candidate: (-candidate.score, candidate.indicator.id))


def _split(label: str, context: str) -> tuple[tuple[FoldedTerm, ...], tuple[FoldedTerm, ...]]:
    """Terms of what is measured, and of what stands around it.

    "Children in foster care, of whom 41% live out of area" measures what follows "of whom".
    """
    *whole, part = _PART_OF.split(measured(label))
    part_terms = fold(part)
    if not whole or not part_terms:
        return fold(measured(label)), fold(context)
    return part_terms, fold(" ".join((*whole, context)))


@dataclass(frozen=True, slots=True)
class _Read:
    """A wording folded into terms; ``of`` is the thing counted, None for other than counts.

    ``predicate`` are the telling terms of what is said of the thing counted: a wording that names
    only the thing is another measure ("the children who were adopted were boys"). ``acts`` are
    the words on what some people of a group do.
    """

    label: tuple[FoldedTerm, ...]
    context: tuple[FoldedTerm, ...]
    around: tuple[FoldedTerm, ...]
    of: str | None
    predicate: frozenset[str]
    acts: str | None = None

    @property
    def anywhere(self) -> frozenset[str]:
        """Groups of people that the words further off name."""
        return frozenset(folded.term for folded in self.around) & POPULATION_TERMS.keys()


@lru_cache(maxsize=256)
def _predicate(label: str) -> frozenset[str]:
    verbs = [found for found in _VERB.finditer(label) if label[: found.start()].strip()]
    if not verbs:
        return frozenset()
    said = frozenset(fold_terms(label[verbs[0].end() :]))
    return said if said - _plain_predicate() else frozenset()


@lru_cache(maxsize=1)
def _plain_predicate() -> frozenset[str]:
    return frozenset(fold_terms(_PLAIN_PREDICATE)) | _PLAIN_TERMS


def _usable(matcher: Matcher, vocabulary: Indicators, read: _Read) -> list[Match]:
    """Matches that the label itself names, without excluded words; weak ones with their theme."""
    label_terms = {folded.term for folded in read.label}
    all_terms = label_terms | {folded.term for folded in (*read.context, *read.around)}
    named = {term for term in label_terms if term in matcher.weights} - _narrowing_terms()
    usable = []
    for match in matcher.find(read.label, read.context, read.anywhere):
        indicator = match.pattern.indicator
        if not _names(match, named) or not _counts(match, read.of):
            continue
        if _only_subject(match, read):
            continue
        if _is_group(match) and _only_part_of_group(indicator, label_terms, read.acts):
            continue
        if any(phrase <= label_terms for phrase in _excluded(indicator)):
            continue
        if any(term in match.pattern.terms for term in _counted(indicator) - match.in_label):
            continue
        if match.pattern.weak and not _theme_terms(vocabulary, indicator.theme) & all_terms:
            continue
        usable.append(match)
    return usable


def _only_part_of_group(indicator: Indicator, label: set[str], acts: str | None) -> bool:
    """Whether the words beside a group tell of some of its people: "seven … went missing"."""
    said = _said_of_group(indicator)
    if acts is not None:
        terms = set(fold_terms(acts))
        if not terms <= said | _plain_predicate():
            return True
    return _says_more(label - said)


def _says_more(terms: set[str]) -> bool:
    """Whether words beside a group of people tell of something else than its number."""
    return len([term for term in terms if not names_nothing(term)]) > _MOST_SAID


def _only_subject(match: Match, read: _Read) -> bool:
    """Whether a wording names only the thing of which the verb says something else."""
    if not read.predicate or not match.in_label or _is_group(match):
        return False
    return not match.in_label & read.predicate


def _is_group(match: Match) -> bool:
    """Whether a wording only names a group of people, as "care leavers" does."""
    return set(match.pattern.terms) <= {*POPULATION_TERMS, "uasc"}


@lru_cache(maxsize=512)
def _said_of_group(indicator: Indicator) -> frozenset[str]:
    """Terms beside a group of people that still leave its number meant: its parts, its care."""
    parts = (
        fold_terms(alias)
        for dimension in load_dimensions().dimensions
        if dimension.id in indicator.dimensions or indicator.theme in dimension.themes
        for value in dimension.values
        for alias in value.aliases
    )
    return _PLAIN_TERMS.union(POPULATION_TERMS, _narrowing_terms(), {"uasc"}, *parts)


def _counts(match: Match, of: str | None) -> bool:
    """Whether a wording names what the figure counts: "5 matches" is no number of adopters.

    The last word of the thing counted must belong to the wording or be a word for people; a
    wording found in the thing counted alone must cover all of it ("letter box contacts"), and
    "108 children and adopters" are no number of adopters, "39 children in a unit" none of units.
    """
    if match.pattern.indicator.of in _NO_PEOPLE and _PEOPLE.search(of or ""):
        return False
    phrase = fold_terms(of or "")
    if not phrase:
        return True
    first, joined, _ = (of or "").partition(" and ")
    if joined and not fold_terms(first):
        return False
    known = {*match.pattern.terms, *_counted(match.pattern.indicator)}
    known |= {*POPULATION_TERMS, *_narrowing_terms(), *_PLAIN_TERMS}
    ends_in_people = not fold_terms((of or "").split()[-1])
    if not ends_in_people and phrase[-1] not in known:
        return False
    return not match.in_label <= set(phrase) or set(phrase) <= known


def _names(match: Match, named: set[str]) -> bool:
    """Whether the label has its part in a match: more than a group of people, if it can."""
    groups = POPULATION_TERMS.keys()
    if named <= {"allpeople"}:
        return True
    if set(match.pattern.terms) <= groups or named <= groups:
        return bool(match.in_label)
    return bool(match.in_label - groups)


@lru_cache(maxsize=1)
def _narrowing_terms() -> frozenset[str]:
    """Terms that only say which part of a measure is meant ("in primary schools", "girls")."""
    values = (value for name in _NARROWING for value in load_dimensions().by_id[name].values)
    return (
        frozenset(term for value in values for alias in value.aliases for term in fold_terms(alias))
        - POPULATION_TERMS.keys()
    )


@lru_cache(maxsize=4096)
def _excluded(indicator: Indicator) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(terms) for terms in map(fold_terms, indicator.excludes) if terms)


@lru_cache(maxsize=4096)
def _counted(indicator: Indicator) -> frozenset[str]:
    """Terms of the thing counted, which the label itself must name where the wording does."""
    return frozenset(fold_terms((indicator.of or "").replace("_", " ")))


@lru_cache(maxsize=256)
def _theme_terms(vocabulary: Indicators, theme: str) -> frozenset[str]:
    found = vocabulary.theme_by_id.get(theme)
    return frozenset(term for word in (found.words if found else ()) for term in fold_terms(word))


@dataclass(frozen=True, slots=True)
class _Judge:
    vocabulary: Indicators
    read: _Read
    unit: Unit
    role: Role
    subject: str | None = None

    def candidates(self, match: Match) -> Iterable[Candidate]:
        """The measure of ``match`` in the unit of the figure, itself or a sibling."""
        indicator = match.pattern.indicator
        factor = self._population_factor(indicator) * (_WEAK if match.pattern.weak else 1.0)
        fit = _unit_fit(indicator, self.unit, self.role)
        if fit:
            yield Candidate(indicator, match.score * factor * fit, match)
            return
        sibling = indicator.sibling(self.unit)
        if sibling is not None:
            other = self.vocabulary.by_id[sibling]
            yield Candidate(other, match.score * factor * _SIBLING, match)

    def _population_factor(self, indicator: Indicator) -> float:
        population = self.vocabulary.population(indicator)
        if population is None:
            return 1.0
        named = _populations(self.read.label)
        if named:
            return 1.0 if population == named[0] else _OTHER_POPULATION
        around = _populations((*self.read.context, *self.read.around))
        if around:
            return 1.0 if population in around else _OTHER_POPULATION_IN_CONTEXT
        return 1.0 if population == (self.subject or "all_children") else _POPULATION_UNNAMED


def populations(text: str) -> frozenset[str]:
    """Groups of people that ``text`` names: "looked_after", "care_leavers", "all_children"."""
    return frozenset(_populations(fold(text)))


@lru_cache(maxsize=64)
def subject_of(title: str | None) -> str | None:
    """The group of people that a report is about, by its title; None where it names none."""
    named = {_SUBJECT_TERMS[term] for term in fold_terms(title or "") if term in _SUBJECT_TERMS}
    return named.pop() if len(named) == 1 else None


def _populations(terms: tuple[FoldedTerm, ...]) -> list[str]:
    return [POPULATION_TERMS[folded.term] for folded in terms if folded.term in POPULATION_TERMS]


def _unit_fit(indicator: Indicator, unit: Unit, role: Role) -> float:
    """How well a figure in ``unit`` fits a measure: 1 fully, 0 not at all.

    A relative change is printed in percent whatever the unit of the measure, most often of a
    number; a difference of percentages in percentage points.
    """
    own = Unit(indicator.unit)
    if role is Role.CHANGE and unit is Unit.PERCENT:
        return _RELATIVE_CHANGE.get(own, _RELATIVE_CHANGE_OF_OTHERS)
    if own == unit or unit is Unit.RANK or (own in _DURATIONS and unit in _DURATIONS):
        return 1.0
    if unit is Unit.PERCENTAGE_POINTS and own is Unit.PERCENT and role is not Role.LEVEL:
        return _POINTS_OF_PERCENT
    if {own, unit} in ({Unit.COUNT, Unit.RATIO}, {Unit.COUNT, Unit.SCORE}):
        return 1.0
    return 0.0


def _is_named_whole(match: Match) -> bool:
    """Whether the label alone holds the wording, and more of it than a group of people."""
    terms = set(match.pattern.terms)
    return match.in_label == terms and not terms <= POPULATION_TERMS.keys()


def _weighed(candidate: Candidate) -> Candidate:
    """Less for a wording that the context has to complete, where the label holds another whole."""
    rest = set(candidate.match.pattern.terms) - candidate.match.in_label
    if rest <= POPULATION_TERMS.keys():
        return candidate
    return replace(candidate, score=candidate.score * _COMPLETED_BY_CONTEXT)


def _is_blocked(candidate: Candidate, blocked: Iterable[Match]) -> bool:
    """Whether a fuller wording names a measure that is never printed in this unit."""
    own = set(candidate.match.pattern.terms)
    return any(
        own < set(match.pattern.terms) and match.score > candidate.score for match in blocked
    )
