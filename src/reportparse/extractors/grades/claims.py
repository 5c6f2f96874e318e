"""Grades that a sentence says were given: the grammar of "judged to be good"."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from reportparse.extractors.grades import patterns as p
from reportparse.extractors.grades.aspects import find_aspects
from reportparse.extractors.grades.subjects import find_groups, is_count
from reportparse.extractors.grades.words import STEMS, WORST_FIRST, grade_of


class Form(StrEnum):
    """How a grade is tied to what was judged; only the strong forms stand on their own."""

    PASSIVE = "passive"
    ACTIVE = "active"
    NAMED = "named"
    ATTRIBUTIVE = "attributive"
    COPULA = "copula"
    ELLIPTIC = "elliptic"
    MOVED = "moved"
    LISTED = "listed"
    TALLIED = "tallied"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class Claim:
    """A grade said of a subject in one sentence.

    ``start`` and ``end`` span the grade, ``subject_start`` begins the words that lead to it.
    ``subject`` are the words that name who was judged, ``tail`` those after the grade that say in
    what ("for overall effectiveness"), ``agent`` those before an active verb. ``plural`` is the
    number of the verb; ``weak`` claims, and those that go on from them, have no verb of judging.
    """

    form: Form
    grade: str
    grade_text: str
    number: int | None
    start: int
    end: int
    tail_end: int
    subject_start: int
    subject: str
    tail: str
    agent: str
    present: bool
    plural: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """A grade word in its sentence: ``lead`` before it from ``start``, ``after`` up to ``end``."""

    text: str
    match: re.Match[str]
    start: int
    end: int

    @property
    def lead(self) -> str:
        return self.text[self.start : self.match.start()]

    @property
    def after(self) -> str:
        return self.text[self.match.end() : self.end]


@dataclass(frozen=True, slots=True)
class _Tie:
    """How a grade is tied to its subject; ``present`` where the verb is in the present tense.

    ``offset`` is where its words begin in the lead: those before are of the claim before.
    """

    form: Form
    subject: str
    agent: str = ""
    present: bool = False
    offset: int = 0
    plural: bool = False


_RECEIVED = re.compile(
    r"\b(?:kept|retain\w+|maintain\w+|receiv\w+|got|gained|given|awarded)\b", re.I
)
_REQUIRE = re.compile(r"requires?\b", re.I)
_WEAK_FORMS = frozenset({Form.COPULA, Form.LISTED, Form.TALLIED})
_LONGEST_SUBJECT = {Form.ELLIPTIC: 14, Form.COPULA: 40, Form.REQUIRED: 30}
_LONGEST_NAMED = 26
_ATTRIBUTED = re.compile(r"[,;]| in (?=\w+ )?\d{4}")
_ADJUNCT = re.compile(
    r"^(?: by [^,;.]{2,40}?)?(?: (?:in|at|on|during|for|of) [^,;.]{2,60})?"
    r"(?=[,;]|(?<=\d{4}) and [A-Z])",
    re.I,
)
_BY_SOMEBODY = re.compile(r"\bby\b|^(?!looked)\w+ed\b", re.I)
_BY_OTHERS = re.compile(r"^ by (?:her|his|their|our|its|my) (?!inspect|regulat)", re.I)
# "in all areas except adoption" says nothing of adoption.
_EXCEPT = re.compile(r",? (?:except|apart from|other than|excluding|but not|bar)\b", re.I)
_JOINT_END = re.compile(r",?(?: and)? ?$")
_OPEN_CONDITION = re.compile(r" (?:if|or)\b", re.I)
_GATE = re.compile(
    r"judg|rat(?:ed|ing|es)|grad|found|find|assessed|deemed|conclude|considered|inspect|ofsted"
    r"|inspection outcome|ofsted outcome",
    re.I,
)
_BREAK = re.compile(
    r";|: | - |\b(?:when|which|where|while|whilst|whereas|because|although|(?<!all )but|since)\b"
    r"|,(?= (?:and )?(?:the|a|an|this|that|it|with|however)\b)",
    re.I,
)
_TAIL = re.compile(
    r"^,? ?(?:overall )?(?P<scope>(?:for|in|across|on|over)"
    r" (?!(?:\w+ )?(?:\d{4}|(?:its|their|the) (?:most|last|latest))\b).+?)"
    r"(?=[.;]|, |$| but | while | whilst | with | when | at the | by | since |$)",
    re.I,
)
_PLURAL = re.compile(r"\b(?:were|are|have)\b", re.I)
_PRESENT = re.compile(r"\b(?:is|are|am)\b(?! (?:in|at))", re.I)


def may_hold_claims(text: str) -> bool:
    """Whether ``text`` holds a grade word at all; cheap, for a first look."""
    folded = text.lower()
    return any(word in folded for word in STEMS) or p.LOWEST.search(text) is not None


def has_verb(text: str) -> bool:
    """Whether ``text`` holds a judging verb or noun."""
    return _GATE.search(text) is not None


def find_claims(text: str, *, carried: bool = False, listing: bool = False) -> list[Claim]:
    """The claims of one cleaned sentence, in order.

    ``carried`` admits a bare "X was good", for sentences that go on with what inspectors said;
    ``listing`` admits "X: good", for the lines of a list of judgements.
    """
    claims: list[Claim] = []
    found = sorted(
        (*p.GRADE.finditer(text), *p.LOWEST.finditer(text)), key=lambda match: match.start()
    )
    grades = [match for match in found if _is_grade(text, match, listing=listing)]
    tally = carried and _is_tally(text, grades)
    for index, match in enumerate(grades):
        end = grades[index + 1].start() if index + 1 < len(grades) else len(text)
        place = _Place(text, match, claims[-1].tail_end if claims else 0, end)
        tied = _tie(place, claims[-1] if claims else None, carried=carried, listing=listing)
        if tied is None and tally:
            tied = _counted(place)
        if tied is not None and not _is_barred(place, tied):
            claim = _claim(place, _past_adjunct(place, tied) if claims else tied)
            goes_on = claim.form is Form.ELLIPTIC and bool(claims) and claims[-1].weak
            claims.append(replace(claim, weak=goes_on or claim.form in _WEAK_FORMS))
            claims.extend(_so_were(claims[-1], place))
    return claims


def _is_tally(text: str, grades: list[re.Match[str]]) -> bool:
    """Whether two grades or more stand with nothing but a number each: "two good, one adequate"."""
    counted = (p.TALLIED.match(text[: grade.start()]) for grade in grades)
    return sum(1 for match in counted if match and is_count(match["subject"])) > 1


def _counted(place: _Place) -> _Tie | None:
    match = p.TALLIED.match(place.lead)
    if match is None or not is_count(match["subject"]):
        return None
    return _Tie(Form.TALLIED, match["subject"], offset=match.start("subject"))


def _so_were(claim: Claim, place: _Place) -> list[Claim]:
    """The claim that what is named after the grade was graded likewise: "and so were X and Y"."""
    base = claim.tail_end
    match = p.SO_WERE.match(place.text[base : place.end])
    if match is None or _BY_SOMEBODY.search(match["subject"]):
        return []
    if not (find_aspects(match["subject"]) or find_groups(match["subject"])):
        return []
    return [
        replace(
            claim,
            form=Form.ELLIPTIC,
            subject_start=base + match.start("subject"),
            tail_end=base + match.end("subject"),
            subject=match["subject"],
            tail="",
            agent="",
        )
    ]


def _past_adjunct(place: _Place, tie: _Tie) -> _Tie:
    """``tie`` without the words that close the claim before: "... in 2015, the authority was"."""
    adjunct = _ADJUNCT.match(place.lead)
    return replace(tie, offset=max(tie.offset, adjunct.end())) if adjunct else tie


def _is_grade(text: str, match: re.Match[str], *, listing: bool) -> bool:
    """Whether the grade word is said of something and is not part of "good range"."""
    after = text[match.end() :]
    if p.NOT_THE_GRADE.match(text[match.end("other" if match["other"] else "word") :]):
        return False
    if listing and text[: match.start()].rstrip().endswith(":"):
        return True
    following = (p.FOLLOWING, p.ATTRIBUTIVE, p.GRADED_ASPECT)
    return any(pattern.match(after) for pattern in following)


def _tie(place: _Place, before: Claim | None, *, carried: bool, listing: bool) -> _Tie | None:
    """The strongest form that ties the grade to a subject; ``before`` is the claim before it."""
    if p.ATTRIBUTIVE.match(place.after):
        return _held(place) or _Tie(Form.ATTRIBUTIVE, _ATTRIBUTED.split(place.after)[0], place.lead)
    if graded := p.GRADED_ASPECT.match(place.after):
        joint = before is not None and p.ELLIPTIC.match(place.lead)
        return _Tie(Form.ELLIPTIC, graded["aspect"]) if joint else None
    forms = [
        (Form.PASSIVE, p.PASSIVE, True),
        (Form.PASSIVE, p.REDUCED, True),
        (Form.NAMED, p.NAMED, True),
        (Form.NAMED, p.REACHED, True),
        (Form.ACTIVE, p.ACTIVE, True),
        (Form.MOVED, p.MOVED, True),
        (Form.PASSIVE, p.HELD, _RECEIVED.search(place.lead) is not None),
        (Form.MOVED, p.MOVED_ON, before is not None and before.form is Form.MOVED),
        (Form.ELLIPTIC, p.ELLIPTIC, before is not None),
        (Form.COPULA, p.COPULA, carried),
        (Form.REQUIRED, p.REQUIRES, carried and _REQUIRE.match(place.match["word"]) is not None),
        (Form.LISTED, p.LISTED, listing),
    ]
    for form, pattern, admitted in forms:
        match = pattern.match(place.lead) if admitted else None
        if match is not None and len(match["subject"].split()) <= _longest(form, match["subject"]):
            return _tied(form, match)
    return None


def _longest(form: Form, subject: str) -> int:
    """The most words that a subject of ``form`` may have; more where they name an aspect."""
    if form is Form.ELLIPTIC and find_aspects(subject):
        return _LONGEST_NAMED
    return _LONGEST_SUBJECT.get(form, 90)


def _held(place: _Place) -> _Tie | None:
    """The tie of a grade that its noun says was kept, got or given: "kept their 'Good' rating"."""
    for form, pattern in ((Form.ACTIVE, p.GAVE), (Form.PASSIVE, p.HELD)):
        match = pattern.match(place.lead)
        if match is not None and match["subject"].strip():
            return _tied(form, match)
    return None


def _tied(form: Form, match: re.Match[str]) -> _Tie:
    words = match.groupdict()
    present = bool(_PRESENT.search(words.get("verb") or ""))
    if form is Form.NAMED:
        return _Tie(form, match["about"] or "", match["subject"] + match["verb"], present)
    plural = bool(_PLURAL.search(words.get("verb") or ""))
    agent = words.get("agent") or ""
    return _Tie(form, match["subject"], agent, present, _offset(form, match), plural)


def _offset(form: Form, match: re.Match[str]) -> int:
    if form is Form.ELLIPTIC:
        return match.start("joint")
    if form is Form.MOVED:
        return match.start("verb") if "verb" in match.groupdict() else match.end()
    return 0


def _claim(place: _Place, tie: _Tie) -> Claim:
    match = place.match
    graded = p.GRADED_ASPECT.match(place.after)
    listed = p.ENUMERATED.match(place.after)
    aspects = find_aspects(listed["scope"]) if listed else ()
    tail = listed if len(aspects) > 1 else _TAIL.match(place.after)
    scope = _JOINT_END.sub("", _EXCEPT.split(tail["scope"])[0]) if tail else ""
    return Claim(
        form=tie.form,
        grade=grade_id(match),
        grade_text=_printed(match),
        number=int(match["number"]) if match["number"] else None,
        start=match.start(),
        end=match.end() + (graded.end() if graded else 0),
        tail_end=match.end() + (tail.start("scope") + len(scope) if tail else 0),
        subject_start=place.start + _lead_start(place.lead, tie.offset),
        subject=tie.subject,
        tail=scope,
        agent=tie.agent,
        present=tie.present,
        plural=tie.plural,
    )


def _lead_start(lead: str, offset: int) -> int:
    rest = lead[offset:]
    return offset + len(rest) - len(rest.lstrip(" ,;"))


def clauses(subject: str) -> list[str]:
    """``subject`` cut to its last clause, then with one clause more each time."""
    cuts = [0, *(match.end() for match in _BREAK.finditer(subject))]
    return [subject[cut:] for cut in reversed(cuts) if subject[cut:].strip()]


def _is_barred(place: _Place, tie: _Tie) -> bool:
    """Whether negation, a hypothesis, a target or somebody's own view stands at the claim."""
    lead = place.lead
    nearest = (clauses(lead) or [lead])[0]
    if p.NEGATION.search(nearest) or p.HYPOTHETICAL.search(nearest) or p.GENERIC.search(lead):
        return True
    if (
        p.COUNTED_INSPECTIONS.search(lead)
        or _OPEN_CONDITION.match(place.after)
        or _BY_OTHERS.match(place.after)
    ):
        return True
    subject = (clauses(tie.subject) or [""])[0]
    if p.INDEFINITE.search(subject):
        return True
    return bool(p.OWN_VIEW.search(lead) or p.SCALE_TALK.search(lead))


def grade_id(match: re.Match[str]) -> str:
    """Id of a matched grade; two grades joined by "or" give "good_or_outstanding", worst first."""
    if match.re is p.LOWEST:
        return WORST_FIRST[0] if match["worst"] else WORST_FIRST[-1]
    ids = [grade_of(match["word"])]
    if match["other"]:
        ids.append(grade_of(match["other"]))
    return "_or_".join(sorted(dict.fromkeys(ids), key=WORST_FIRST.index))


def _printed(match: re.Match[str]) -> str:
    if match["other"]:
        return match["whole"].strip("\"'() ")
    return match["grade"]
