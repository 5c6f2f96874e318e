"""Where the reports of an agenda pack begin: at pages that open as a front page does.

A file is a pack where two pages or more open as an agenda, minutes or a report to a committee;
the appendices in a pack are then reports of their own. Any other file is one report.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from reportparse.document import Document, Page
from reportparse.extractors.worded import WordedRule

_FIRST_LINES = 14
_OPENING_LINES = 4
_FEWEST_LABELS = 2
_FEWEST_FRONTS = 2


class PartKind(StrEnum):
    """What a part of a pack is."""

    AGENDA = "agenda"
    MINUTES = "minutes"
    REPORT = "report"
    APPENDIX = "appendix"


@dataclass(frozen=True, slots=True)
class Part:
    """Pages ``first`` to ``last`` of a pack, which hold one report that opens with ``heading``."""

    kind: PartKind
    first: int
    last: int
    heading: str = ""


_LABELS: tuple[WordedRule, ...] = (
    WordedRule(
        "front.to",
        re.compile(r"^(?:report )?to\s*(?:[:\t]|the\b).{3,}|^(?:report to|decision maker)\b", re.I),
        "Report to: Children's Scrutiny Panel",
        "To be agreed by the panel",
        "council papers",
    ),
    WordedRule(
        "front.of",
        re.compile(
            r"^report (?:of|by|from)\b|^(?:report |lead |contact )?(?:author|officer|director)s?"
            r"(?:\(s\))?\s*[:\t]|^(?:portfolio holder|cabinet member)\s*[:\t]",
            re.I,
        ),
        "REPORT OF: Director of Education",
        "Reporting officers were thanked",
        "council papers",
    ),
    WordedRule(
        "front.date",
        re.compile(r"^(?:date|meeting date|date of (?:meeting|report|committee))\s*[:\t]", re.I),
        "Date of meeting: 6 March 2019",
        "Dates for the diary",
        "council papers",
    ),
    WordedRule(
        "front.subject",
        re.compile(r"^(?:subject|title|report title|title of (?:the )?report)\s*(?:[:\t]|$)", re.I),
        "Subject: Complaints",
        "Subjects taught in the term",
        "council papers",
    ),
    WordedRule(
        "front.wards",
        re.compile(
            r"^(?:electoral )?(?:wards?|divisions?)\b.{0,20}\baffected\b|^key decision\b", re.I
        ),
        "Wards affected: All",
        "Children in the wards were seen",
        "council papers",
    ),
)
_NAMING = frozenset({"front.to", "front.of", "front.subject"})
_MINUTES = re.compile(
    r"^(?:draft |unconfirmed )?minutes\b(?=$|.{0,60}\b(?:meeting|held|\d{4}))"
    r"|^(?:at a )?meeting (?:of (?:the )?.{3,80}\b)?held (?:on|at)\b",
    re.I,
)
_AGENDA = re.compile(
    r"^(?:supplementary |public )?agenda(?: (?:pack|for\b.*))?$|^notice of meeting\b", re.I
)
_APPENDIX = re.compile(r"^(?:appendix|annexe?)\s+(?:[A-Z]|\d{1,2}|[ivx]{1,4})\b", re.I)
_ITEM_STAMP = re.compile(
    r"^(?:page \d+\s+)?agenda item (?:no\.?\s*)?(?P<item>\d{1,3}[a-z]?)$", re.I
)
_SENTENCE = re.compile(r"[.;]$|\b(?:see|in|at|of) appendix\b", re.I)


def find_parts(document: Document) -> tuple[Part, ...]:
    """The reports of a pack in order of their pages; empty where ``document`` is no pack."""
    starts = list(_starts(document))
    fronts = [part for part in starts if part.kind is not PartKind.APPENDIX]
    if len(fronts) < _FEWEST_FRONTS:
        return ()
    first, last = document.pages[0].number, document.pages[-1].number
    if starts[0].first != first:
        starts.insert(0, Part(PartKind.AGENDA, first, first))
    ends = [part.first - 1 for part in starts[1:]] + [last]
    return tuple(replace(part, last=end) for part, end in zip(starts, ends, strict=True))


def _starts(document: Document) -> Iterator[Part]:
    """The first page of every report."""
    stamped = ""
    for page in document.pages:
        lines = _lines(document, page)
        stamps = [item.text for item in document.furniture if item.page == page.number]
        item = next(
            (m["item"] for line in (*stamps, *lines[:2]) if (m := _ITEM_STAMP.match(line.strip()))),
            stamped,
        )
        kind = _kind(lines)
        if kind is None and item != stamped:
            kind = PartKind.REPORT
        stamped = item
        if kind is not None:
            yield Part(kind, page.number, page.number, lines[0] if lines else "")


def _lines(document: Document, page: Page) -> list[str]:
    text = document.text[page.start_char : page.end_char]
    lines = [" ".join(line.split(" ")).strip() for line in text.split("\n")]
    return [line for line in lines if line][:_FIRST_LINES]


def _kind(lines: list[str]) -> PartKind | None:
    """What begins with ``lines``; None where they go on with the page before."""
    opening = [line for line in lines[:_OPENING_LINES] if not _SENTENCE.search(line)]
    if any(_AGENDA.match(line) for line in opening):
        return PartKind.AGENDA
    labels = {rule.id for line in lines for rule in _LABELS if rule.pattern.search(line)}
    if len(labels) >= _FEWEST_LABELS and labels & _NAMING:
        return PartKind.REPORT
    if any(_MINUTES.match(line) for line in opening):
        return PartKind.MINUTES
    if any(_APPENDIX.match(line) for line in opening[:2]):
        return PartKind.APPENDIX
    return None
