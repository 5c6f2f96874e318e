"""Whom a claim is about: the party its clause names, or the one spoken of before."""

import re
from dataclasses import replace

from reportparse.extractors.grades import patterns as p
from reportparse.extractors.grades.aspects import (
    OUTCOMES,
    find_aspects,
)
from reportparse.extractors.grades.claims import (
    Claim,
    Form,
    clauses,
)
from reportparse.extractors.grades.memory import Memory
from reportparse.extractors.grades.subjects import (
    SERVICES,
    Group,
    Subject,
    find_named_home,
    find_subjects,
    is_joint,
    is_plural_pronoun,
    is_pronoun,
)
from reportparse.vocabulary import Areas

_ASPECTS_JUDGED = re.compile(r"\b(?:areas|aspects|categories|judge?ments|headings)$", re.I)


# What both services of 2009-2012 were judged on.
_OF_SERVICES = frozenset({"capacity", "quality_of_provision"})


def subjects_of_event(claim: Claim, memory: Memory) -> tuple[Subject, ...]:
    """The services that "both" stands for, where the inspection spoken of was of these."""
    event = memory.recent_event
    if event is None or not is_plural_pronoun(claim.subject):
        return ()
    if event.labels:
        return tuple(Subject(label, None, (), None, claim.subject) for label in event.labels)
    return (Subject(None, None, event.families, None, claim.subject),) if event.families else ()


def fronted(subject: Subject, claim: Claim) -> Subject:
    """``subject`` with the aspects that open the clause: "For A and for B, the council was"."""
    fronted = p.FRONTED.search(claim.subject)
    if fronted is None or subject.label or subject.families:
        return subject
    families = tuple(dict.fromkeys(one.family for one in find_aspects(fronted["scope"])))
    return replace(subject, families=families)


def in_service(subject: Subject, before: tuple[Subject, ...]) -> Subject:
    """``subject`` with the service that the claim before spoke of: "its capacity to improve"."""
    labels = {one.label for one in before} & SERVICES
    if len(labels) == 1 and subject.label is None and OUTCOMES.issuperset(subject.families or "-"):
        return replace(subject, label=labels.pop(), area=subject.area or before[-1].area)
    if not subject.families or not set(subject.families) <= _OF_SERVICES:
        return subject
    services = [f for one in before for f in one.families if f in {"safeguarding", "looked_after"}]
    return replace(subject, families=(*dict.fromkeys(services), *subject.families))


def subjects_of(
    claim: Claim, before: tuple[Subject, ...], groups: tuple[Group, ...], areas: Areas
) -> tuple[Subject, ...]:
    """Who the claim is about: the nearest clause that names a party, or the claim before it."""
    spoken = groups
    if before and before[-1].label:
        spoken = (Group(before[-1].label, None),)
    pronoun: tuple[Subject, ...] = ()
    for clause in clauses(claim.subject):
        found = find_subjects(clause, spoken, areas)
        told = any(subject.families or subject.label or subject.area for subject in found)
        if found and (told or not (pronoun or is_pronoun(clause))):
            return found
        pronoun = pronoun or found
    if pronoun:
        return pronoun
    if claim.form in {Form.PASSIVE, Form.ACTIVE} and not claim.plural:
        named = f", {claim.subject}" if claim.form is Form.ACTIVE else claim.subject
        if home := find_named_home(named, spoken, areas):
            return home
    named_after = bool(find_aspects(claim.tail))
    follows = is_joint(claim.subject) or claim.form is Form.MOVED
    if before and (follows or (claim.form is Form.ELLIPTIC and named_after)):
        return tuple(replace(s, families=()) for s in before) if named_after else before
    aspects_alone = named_after and _ASPECTS_JUDGED.search(claim.subject)
    if aspects_alone or claim.form in {Form.NAMED, Form.ATTRIBUTIVE}:
        return find_subjects(claim.agent, (), areas) or (Subject(None, None, (), None, ""),)
    return ()


def subjects_after(after: str, areas: Areas) -> tuple[Subject, ...]:
    """Who the main clause speaks of, where the claim stands in a clause without a subject."""
    main = p.MAIN_CLAUSE.match(after)
    return find_subjects(main["clause"], (), areas) if main else ()
