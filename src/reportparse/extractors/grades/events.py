"""The inspection that a sentence speaks of: when it was and what it looked at."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reportparse.extractors.grades.aspects import JudgedAspect, find_aspects
from reportparse.extractors.grades.moments import Moment
from reportparse.extractors.grades.subjects import SERVICES, find_groups
from reportparse.records import Period

_SCOPE = re.compile(
    r"\b(?:inspected|inspections?(?: reports?)?(?: by ofsted)? (?:of|into))"
    r" (?P<scope>(?!in\b|on\b|by\b|was\b|were\b|which\b|that\b|reports?\b)[^.;()]+?)"
    r"(?= (?:was|were|took|in (?:\w+ )?\d{4}|in \w+ and \w+ \d{4}|on|by|which|that|published"
    r"|undertaken|found|finding|judged|rated|concluded|had|has)\b|[.;()]|$)",
    re.I,
)
_SCOPE_BEFORE = re.compile(
    r"(?P<scope>[^.;]+?) (?:was|were) (?:last |previously |most recently )?inspected\b", re.I
)
_EVENT = re.compile(
    r"\binspect(?:ions?|ed)\b(?! Act)|\b(?-i:ILACS|SIF)\b|\bjudge?ment\b|\bofsted\b|\bjudged\b"
    r"|\brated\b|\bgraded\b|\bfound to (?:be|have been)\b",
    re.I,
)
_INSPECTION = re.compile(r"\binspect(?:ion|ed)", re.I)
_EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|last|earlier|prior|former|predecessor|most recent|latest|same)"
    r"(?: \w+){0,3} (?:inspection|inspected|judge?ment|report)"
    r"|\blast (?:\w+ )?(?:inspected|judged)|\bpreviously\b|\bpredecessor\b"
    r"|\b(?:years?|months?) (?:earlier|ago|before)\b|\blast time\b",
    re.I,
)
_PUBLISHED = re.compile(
    r"\b(?:published|publication|issued)(?: \w+){0,5}$|\breport (?:of|dated)$", re.I
)
_DATA_AT = re.compile(r"\b(?:as at|as of|end of|by|until|to|between)(?: the)?$", re.I)
_BETWEEN_DAYS = re.compile(r"\binspect(?:ed|ions?)\b[^.;]*\bbetween$", re.I)
_LONGEST_INSPECTION = timedelta(days=120)
_AFTER = re.compile(
    r"^(?:,(?= (?:in|at|on|during) ))?(?!.* (?:but|although|with|however) )"
    r"(?!.* (?:when|they|it) (?!.*\b(?:visited|inspected|came) (?:\w+ )?(?:in|on|during)\b))"
    r"[^,;.]{0,90}$",
    re.I,
)
_JOINT = re.compile(r"^ ?(?:and|,|&) ?(?:again )?(?:in )?$", re.I)
_CONTINUED = re.compile(r"^,? ?and of (?P<scope>[^.;()]+)", re.I)
_FRAMEWORK_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("sif_2013", re.compile(r"\bsingle inspection\b|\bSIF\b|\bsingle inspection framework\b")),
    ("slac_2009", re.compile(r"\bSLAC\b|\bsafeguarding and looked[- ]after children\b", re.I)),
    ("ilacs", re.compile(r"\bILACS\b|\binspecting local authority children's services\b", re.I)),
)
_BOTH_SERVICES = {"safeguarding", "looked_after"}
_ILACS: tuple[tuple[date, str], ...] = (
    (date(2026, 4, 1), "ilacs_2026"),
    (date(2023, 1, 16), "ilacs_2023"),
    (date(2018, 1, 1), "ilacs_2018"),
)


@dataclass(frozen=True, slots=True)
class Event:
    """An inspection told of; every part may be unknown.

    ``families`` and ``labels`` say what was inspected ("inspection of the adoption service");
    ``earlier`` whether the words place it before the report at hand.
    """

    period: Period | None = None
    published: Period | None = None
    families: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    earlier: bool = False

    @property
    def is_told(self) -> bool:
        """Whether anything is said of when it was or of what was inspected."""
        return bool(self.period or self.published or self.families or self.labels)

    @property
    def when(self) -> date | None:
        """A day in the inspection, or failing that in its publication."""
        period = self.period or self.published
        return period.start + (period.end - period.start) / 2 if period else None


def find_event(text: str, moments: tuple[Moment, ...]) -> Event | None:
    """The inspection that ``text`` speaks of last; None where it speaks of none."""
    continued = _CONTINUED.match(text)
    if not (continued or _EVENT.search(text)):
        return None
    matches = list(_SCOPE.finditer(text)) or list(_SCOPE_BEFORE.finditer(text))
    scope = matches[-1]["scope"] if matches else continued["scope"] if continued else ""
    event = _scoped(Event(earlier=_EARLIER.search(text) is not None), scope)
    for moment in moments:
        event = _dated(event, moment.period, text[: moment.start])
    return event


def updated(event: Event | None, local: Event | None) -> Event:
    """``event`` as spoken of before, with what the sentence itself says of the inspection.

    A sentence that says what was inspected or when speaks of its own inspection.
    """
    if local is None:
        return event or Event()
    if event is None or local.is_told:
        return local
    return replace(event, earlier=local.earlier or event.earlier)


def events_after(event: Event, after: str, moments: list[Moment]) -> list[Event]:
    """``event`` dated by the words after a grade ("in both 2015 and 2018"): one for each date.

    ``moments`` are the periods of ``after``.
    """
    dated: list[Event] = []
    end = 0
    for moment in moments:
        between = after[end : moment.start]
        if not (_JOINT.match(between) if dated else _AFTER.match(between)):
            break
        fresh = replace(event, period=None, published=None)
        if _INSPECTION.search(between):
            fresh = _scoped(fresh, between)
        new = _dated(fresh, moment.period, after[: moment.start])
        if new.period or new.published:
            dated.append(new)
        end = moment.end
    return dated or [event]


def named_framework(text: str, event: Event, judged: JudgedAspect) -> str | None:
    """Framework id where the words name the framework; None where only a date would tell."""
    if judged.part is not None and set(event.families) >= _BOTH_SERVICES:
        return "slac_2009"
    for framework, pattern in _FRAMEWORK_WORDS:
        if pattern.search(text):
            return _ilacs(event) if framework == "ilacs" else framework
    return None


def _ilacs(event: Event) -> str | None:
    when = event.when
    if when is None:
        return None
    return next((framework for start, framework in _ILACS if when >= start), None)


def _scoped(event: Event, scope: str) -> Event:
    """``event`` with what ``scope`` says was inspected, where it says it."""
    families = tuple(dict.fromkeys(mention.family for mention in find_aspects(scope)))
    labels = dict.fromkeys(g.label for g in find_groups(scope) if g.label in SERVICES)
    if labels and "adoption" in families:
        labels["adoption service"] = None
    if not (families or labels):
        return event
    return replace(event, families=families, labels=tuple(labels))


def _dated(event: Event, period: Period, before: str) -> Event:
    """``event`` dated by a period that the text prints, as inspection or as publication."""
    before = before.rstrip(" (")
    brief = period.end - period.start <= _LONGEST_INSPECTION
    visited = brief and _BETWEEN_DAYS.search(before)
    if _DATA_AT.search(before) and not visited:
        return event
    if _PUBLISHED.search(before):
        return replace(event, published=period)
    return replace(event, period=period)
