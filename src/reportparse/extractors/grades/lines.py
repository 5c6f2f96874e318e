"""Grades in lines that hold no sentence: "2.1 Adoption performance Good", "Ash School - Good".

A line counts only where all of it is labels and grades: each label is the official name of an
aspect, or the proper name of one setting. Several pairs may stand in one line, as in text taken
from a table whose rows were lost.
"""

import re
from dataclasses import dataclass, replace

from reportparse.extractors.grades.aspects import OVERALL
from reportparse.extractors.grades.claims import grade_id
from reportparse.extractors.grades.patterns import GRADE
from reportparse.extractors.grades.subjects import find_groups
from reportparse.extractors.inspections.labels import label_matcher

_FRAMEWORKS = ("ilacs_2023", "ilacs_2018", "sif_2013", "cp_2012", "apa_2005", "lac_2013")
_SURE = 0.9
_LEAD = re.compile(r"^[\W_]*(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s+)?(?:the )?(?=\w)", re.I)
_SEPARATOR = re.compile(
    r"\s*(?:[:|\t]|\s[-–—]|\.{2,})[\s|]*(?:(?:is|was|judged|rated|grade:?)\s)?$", re.I
)
_REST = re.compile(r"^[\W\d_]*$")
_NAME = re.compile(
    r"^[A-Z][\w'’.&-]*(?: (?:of|and|the|on|in|with|for|[A-Z(&][\w'’.&()-]*|C of E|RC|CE))*$"
)
_SETTING = re.compile(
    r"\b(?:School|Academy|College|Nursery|Centre|Home|House|Lodge|Infants?|Juniors?|Primary|Unit)\b"
)
_BEFORE = re.compile(
    r"^\s*[(\[,;]?\s*(?:previously|previous(?: (?:grade|judge?ment|rating))?:?|was|formerly|up from"
    r"|down from|from|last time)\s+",
    re.I,
)


@dataclass(frozen=True, slots=True)
class LineGrade:
    """One label with its grade: offsets in the line, aspect and part, or the setting's name.

    ``earlier`` marks the grade before, which stands in brackets behind the present one.
    """

    start: int
    end: int
    grade: str
    grade_text: str
    number: int | None
    label: str
    aspect: str | None = None
    part: str | None = None
    name: str | None = None
    earlier: bool = False


def find_line_grades(text: str) -> list[LineGrade]:
    """The graded labels that the whole of the cleaned line ``text`` consists of; else none."""
    found: list[LineGrade] = []
    last = 0
    for match in GRADE.finditer(text):
        between = text[last : match.start()]
        if found and _BEFORE.match(between) and _BEFORE.fullmatch(between):
            found.append(_earlier(found[-1], match))
        elif (graded := _graded(text, last, match, first=not found)) is not None:
            found.append(graded)
        else:
            return []
        last = match.end()
    return found if found and _REST.match(text[last:]) else []


def _graded(text: str, last: int, match: re.Match[str], *, first: bool) -> LineGrade | None:
    between = text[last : match.start()]
    separator = _SEPARATOR.search(between)
    label = between[: separator.start()] if separator else between
    lead = _LEAD.match(label)
    start = last + (lead.end() if lead else 0)
    label = label[lead.end() if lead else 0 :].strip(" .;,")
    if not label or not (separator or match["grade"][0].isupper()):
        return None
    named = label_matcher(_FRAMEWORKS).match(label)
    graded = LineGrade(
        start,
        match.end(),
        grade_id(match),
        match["grade"],
        int(match["number"]) if match["number"] else None,
        label,
    )
    if named is not None and named.score >= _SURE:
        return replace(graded, aspect=named.aspect, part=named.part)
    if separator and first and is_setting_name(label):
        return replace(graded, aspect=OVERALL.aspect, name=label)
    return None


def _earlier(now: LineGrade, match: re.Match[str]) -> LineGrade:
    return replace(
        now,
        start=match.start(),
        end=match.end(),
        grade=grade_id(match),
        grade_text=match["grade"],
        number=None,
        earlier=True,
    )


def is_setting_name(label: str) -> bool:
    """Whether ``label`` is the proper name of one school, home or centre."""
    if not _NAME.match(label) or " " not in label:
        return False
    groups = find_groups(label)
    return bool(_SETTING.search(label)) or (len(groups) == 1 and not label.endswith("s"))
