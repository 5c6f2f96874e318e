"""Groups of people, and the terms by which a measure may be narrowed to a group."""

import re
from collections import Counter
from collections.abc import Iterable, Set
from functools import lru_cache

from reportparse.extractors.measures.terms import fold_terms
from reportparse.vocabulary import Indicator, Indicators, load_dimensions

# The term that stands for a group, and the group.
GROUP_TERMS = {
    "cla": "looked_after",
    "careleaver": "care_leavers",
    "allpeople": "all_children",
}
# What the title of a report about one of these groups may name instead of it.
_TITLE_TERMS = GROUP_TERMS | {
    "virtualschool": "looked_after",
    "corporateparent": "looked_after",
    "iro": "looked_after",
    "foster": "looked_after",
    "leavingcareservice": "care_leavers",
}


_NAMES = {
    "looked_after": (
        re.compile(
            r"looked[- ]after|\bin (?:our |the council's )?care\b|\b(?:CLA|LAC|CiC|CIC)\b|foster|"
            r"corporate parent",
            re.IGNORECASE,
        ),
    ),
    "care_leavers": (re.compile(r"care leavers?|leaving care|pathway plan", re.IGNORECASE),),
    "others": (
        re.compile(
            r"child protection|children in need|\bpupils\b|early help|SEND?\b|EHC|referrals|"
            r"youth (?:justice|offending)",
            re.IGNORECASE,
        ),
    ),
}
_FEWEST = 3
_FAR_MORE = 2


# People who are not, without more, those whom a measure of one group is about.
_OTHER_PEOPLE = frozenset(fold_terms("pupils students families adults parents staff"))
# In a report on one group, such as that of a virtual school, "our pupils" are of that group.
_PUPILS = frozenset(fold_terms("pupils students"))


def group_named(terms: Iterable[str]) -> frozenset[str]:
    """The groups of people that folded terms name."""
    return frozenset(GROUP_TERMS[term] for term in terms if term in GROUP_TERMS)


def names_group(text: str) -> bool:
    """Whether a text names a group of people that measures are about."""
    return any(term in GROUP_TERMS for term in fold_terms(text))


def others_named(terms: Set[str], group: str, subject: str | None) -> bool:
    """Whether folded terms name people who are not, without more, the group of a measure.

    ``subject`` is the group that the report is about.
    """
    people = _OTHER_PEOPLE & terms
    if subject == group:
        people -= _PUPILS
    return group != "all_children" and bool(people)


@lru_cache(maxsize=64)
def subject_of(title: str | None) -> str | None:
    """The group of people that a report is about, by its title; None where it names none."""
    named = {_TITLE_TERMS[term] for term in fold_terms(title or "") if term in _TITLE_TERMS}
    return named.pop() if len(named) == 1 else None


def subject_of_text(text: str) -> str | None:
    """The group of people that a text names far more often than any other; None where none is."""
    counts = Counter(
        {
            group: sum(len(pattern.findall(text)) for pattern in patterns)
            for group, patterns in _NAMES.items()
        }
    )
    (group, most), (_, other) = counts.most_common(2)
    if group == "others":
        return None
    return group if most >= _FEWEST and most >= _FAR_MORE * other else None


def populations_of(vocabulary: Indicators, indicator: Indicator) -> frozenset[str]:
    """The terms of the group that a measure is about."""
    group = vocabulary.population(indicator)
    return frozenset(term for term, named in GROUP_TERMS.items() if named == group)


@lru_cache(maxsize=1024)
def narrowing_terms(indicator: Indicator) -> frozenset[str]:
    """Terms of the values by which figures of the measure may be broken down."""
    values = (
        value
        for dimension in load_dimensions().dimensions
        if dimension.id in indicator.dimensions or indicator.theme in dimension.themes
        for value in dimension.values
    )
    return (
        frozenset(
            term
            for value in values
            for alias in (value.name, *value.aliases)
            for term in fold_terms(alias)
        )
        - GROUP_TERMS.keys()
    )
