"""From the words that name what was judged to aspect and part, by the time of the inspection.

Told judgements seldom print an aspect's official label, and the label's meaning changed with the
framework: "services for looked after children" was one of two services in 2009-2012 and an aspect
of one service from November 2013. So words give a family, and family and date give the aspect.
Sources: dates in force and aspects of the vocabulary's frameworks.
"""

import re
from dataclasses import dataclass
from datetime import date

SAFEGUARDING = "safeguarding"
LOOKED_AFTER = "looked_after_children"
_CHILD_PROTECTION_FROM = date(2012, 6, 1)
SIF_FROM = date(2013, 11, 19)
_ILACS_FROM = date(2018, 1, 29)
_CARE_LEAVERS_APART_FROM = date(2023, 1, 16)


@dataclass(frozen=True, slots=True)
class AspectWords:
    """One mention of something judged; ``text[start:end]`` are its words."""

    family: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class JudgedAspect:
    """Aspect id and part as records use them; both None where the words do not tell."""

    aspect: str | None
    part: str | None = None


OVERALL = JudgedAspect("overall_effectiveness")

# Longest wording first; the first that matches at a place takes it.
_FAMILIES: tuple[tuple[str, str], ...] = (
    ("staying_safe", r"safeguarding (?:arrangements )?(?:of|for) (?:looked[- ]after children"
     r"|children looked after)|keep(?:ing)? children safe|protect(?:ing)? children from harm"),
    ("care_and_leavers", r"(?:children|young people) in care and (?:children )?care leavers"
     r"|(?:looked[- ]after children|children looked after) and care leavers"),
    ("help_and_protection", r"(?:children(?: and young people)?|those) (?:who|that) (?:need|needed)"
     r" help and protection|(?:in )?need of help and protection|help and protection"
     r"|children in need(?: and in need of protection)?"),
    ("child_protection", r"(?:arrangements for )?the protection of children|child protection"
     r"(?: arrangements| services| inspection)?"),
    ("looked_after", r"looked[- ]after children(?: and young people)?(?:'s)?(?: services?)?"
     r"|children (?:and young people )?looked[- ]after"
     r"(?: and achieving permanence)?|children in care|achieving permanence|permanence"),
    ("care_leavers", r"(?:experiences? and progress of )?care leavers|care leaving service"
     r"|care[- ]experienced young people|leaving care"),
    ("adoption", r"adoption(?: performance)?"),
    ("lscb", r"local safeguarding children board|lscb"),
    ("impact", r"(?:the )?impact of leaders(?: on (?:social work )?practice)?"),
    ("governance", r"leadership, management,? and governance"),
    ("leadership", r"leadership and governance"
     r"|leadership and management|(?:local |political |strategic )*leadership|leaders"),
    ("enjoying_and_achieving", r"help(?:ing|s)? (?:children|young people|them)"
     r"(?: and young people)?(?: to)? (?:achieve|enjoy)[\w ]*|enjoying and achieving"),
    ("capacity", r"capacity (?:for|to) (?:improve(?:ment)?|secure improvement)"),
    ("quality_of_provision", r"quality of provision"),
    ("quality_of_practice", r"quality of practice"),
    ("safeguarding", r"safeguarding(?: arrangements| services| children)?"
     r"|arrangements for safeguarding"),
    ("overall", r"overall effectiveness|overall quality(?: rating)?|overall judge?ment"
     r"|all of the judge?ments"),
)  # fmt: skip
_PATTERN = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{words})(?!\w))" for name, words in _FAMILIES), re.I
)
_OF = re.compile(r"^ (?:of|for)\b(?!.*,)", re.I)
_NOT_AN_ASPECT = re.compile(
    r"^(?: board\b| partnership\b| hub\b| conference| plan\b| plans\b| team\b| review)", re.I
)


def find_aspects(text: str) -> list[AspectWords]:
    """The mentions of judged aspects in cleaned ``text``, in order."""
    found: list[AspectWords] = []
    for match in _PATTERN.finditer(text):
        if match.lastgroup and not _NOT_AN_ASPECT.match(text[match.end() :]):
            if found and _belongs(found[-1], text[found[-1].end : match.start()]):
                found.pop()
            found.append(AspectWords(match.lastgroup, match.start(), match.end()))
    return found


def _belongs(before: AspectWords, between: str) -> bool:
    """Whether "overall effectiveness" or "quality of practice" is that of the aspect named next."""
    return before.family in {"overall", "quality_of_practice"} and bool(_OF.match(between))


def resolve_aspects(families: tuple[str, ...], when: date | None) -> tuple[JudgedAspect, ...]:
    """Aspects and parts of the word families named together, in an inspection on ``when``.

    ``when`` may be None where no date is printed; the aspect is then the one that the words fit
    best. "Overall effectiveness for both safeguarding and looked after children" gives one aspect
    in two parts.
    """
    families = _of_one_framework(families, when)
    apart = _two_services(when) or "capacity" in families
    parts = tuple(
        part
        for family, part in (("safeguarding", SAFEGUARDING), ("looked_after", LOOKED_AFTER))
        if family in families and apart
    )
    named = [f for f in families if not (parts and f in {"safeguarding", "looked_after"})]
    if parts:
        aspects = [_resolve(family, when) for family in named] or [OVERALL]
        return tuple(JudgedAspect(a.aspect, part) for a in aspects for part in parts)
    found = dict.fromkeys(_resolve(family, when) for family in named)
    return tuple(found) or (OVERALL,)


def _of_one_framework(families: tuple[str, ...], when: date | None) -> tuple[str, ...]:
    """``families`` without the older or newer of two names for one inspection.

    Reports of 2013-2017 print "safeguarding arrangements / arrangements for the protection of
    children" for whichever of the two came last.
    """
    if not {"safeguarding", "child_protection"} <= set(families) or not _two_services(when):
        return families
    newer = when is not None and when >= _CHILD_PROTECTION_FROM
    dropped = "safeguarding" if newer else "child_protection"
    return tuple(family for family in families if family != dropped)


def _two_services(when: date | None) -> bool:
    """Whether safeguarding and looked-after services were judged apart at the time."""
    return when is not None and when < SIF_FROM


def _resolve(family: str, when: date | None) -> JudgedAspect:
    if family == "staying_safe":
        part = LOOKED_AFTER if _two_services(when) else None
        return JudgedAspect("staying_safe", part)
    if family in _FIXED:
        return JudgedAspect(_FIXED[family])
    if when is None:
        return JudgedAspect(_UNDATED.get(family))
    family = _LEADERSHIP.get(family, family)
    for start, aspects in _BY_DATE:
        if when >= start and family in aspects:
            return JudgedAspect(aspects[family])
    return JudgedAspect(None)


_FIXED = {
    "overall": "overall_effectiveness",
    "capacity": "capacity_to_improve",
    "quality_of_provision": "quality_of_provision",
    "quality_of_practice": "quality_of_practice",
    "lscb": "lscb_effectiveness",
    "adoption": "adoption",
    "care_and_leavers": "in_care_and_care_leavers",
    "enjoying_and_achieving": "enjoying_and_achieving",
}
OUTCOMES = frozenset({"staying_safe", "enjoying_and_achieving"})
"""What single services were judged on, each by itself, until 2013."""
_UNDATED = {
    "help_and_protection": "help_and_protection",
    "care_leavers": "care_leavers",
    "impact": "impact_of_leaders",
    "governance": "leadership_management_governance",
}
# Wordings of one framework alone; with a date they are what leadership was called then.
_LEADERSHIP = {"impact": "leadership", "governance": "leadership"}
# Latest first: the first row that had begun by the date and knows the family gives the aspect.
_BY_DATE: tuple[tuple[date, dict[str, str]], ...] = (
    (_CARE_LEAVERS_APART_FROM, {"looked_after": "in_care", "care_leavers": "care_leavers"}),
    (
        _ILACS_FROM,
        {
            "help_and_protection": "help_and_protection",
            "child_protection": "help_and_protection",
            "looked_after": "in_care_and_care_leavers",
            "care_leavers": "in_care_and_care_leavers",
            "leadership": "impact_of_leaders",
        },
    ),
    (
        SIF_FROM,
        {
            "help_and_protection": "help_and_protection",
            "child_protection": "help_and_protection",
            "looked_after": "looked_after_and_permanence",
            "care_leavers": "care_leavers",
            "leadership": "leadership_management_governance",
        },
    ),
    (
        _CHILD_PROTECTION_FROM,
        {
            "child_protection": "overall_effectiveness",
            "help_and_protection": "help_and_protection",
            "leadership": "leadership_and_governance",
        },
    ),
    (
        date(2005, 1, 1),
        {
            "child_protection": "overall_effectiveness",
            "leadership": "leadership_and_management",
        },
    ),
)
