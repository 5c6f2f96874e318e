"""Figures that count something else than the measure named beside them."""

import re
from functools import lru_cache

from reportparse.extractors.indicators.linking import POPULATION_TERMS
from reportparse.extractors.indicators.terms import fold_terms
from reportparse.records import Unit
from reportparse.vocabulary import load_indicators

# "an audit of 1,095 case files", "a sample of 40 children": how something was looked into.
_EXAMINED_BEFORE = re.compile(
    r"\b(?:audits?|samples?|dip[- ]samples?|reviews?) (?:of|covering)"
    r"(?: (?:over|around|about|some|nearly|all|more than|up to|the))*\s*$",
    re.IGNORECASE,
)
_EXAMINED_AFTER = re.compile(
    r"^[^.;,]{0,60}?\b(?:files|records|cases|plans|assessments)\b"
    r"(?: of [\w ]{1,40}?)? (?:(?:were|was|have been|had been) )?"
    r"(?:audited|sampled|examined|dip[- ]sampled)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:child(?:ren)?|people|persons?|young|girls?|boys?|babies|siblings?|cases|cla|lac)\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"[a-z]{3,}s$")


def is_examined(text: str, start: int, end: int) -> bool:
    """Whether the number at ``text[start:end]`` is how many cases were looked at, not a measure."""
    return bool(_EXAMINED_BEFORE.search(text[:start]) or _EXAMINED_AFTER.match(text[end:]))


def counts_others(indicator: str | None, unit: Unit, of: str | None) -> bool:
    """Whether a number of things ("three clusters") was given the head count of a group."""
    if indicator is None or unit is not Unit.COUNT or not of:
        return False
    things = _PLURAL.search(of) and not _PEOPLE.search(of)
    return bool(things) and indicator in _head_counts()


@lru_cache(maxsize=1)
def _head_counts() -> frozenset[str]:
    """Measures that a group's name alone names, such as the number of children in care."""
    return frozenset(
        measure.id
        for measure in load_indicators().by_id.values()
        if measure.unit == Unit.COUNT
        and any(
            len(terms) > 0 and set(terms) <= POPULATION_TERMS.keys()
            for terms in map(fold_terms, measure.aliases)
        )
    )
