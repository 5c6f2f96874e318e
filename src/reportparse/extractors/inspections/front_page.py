"""The front page of an inspection report: title, provider, dates, inspector."""

import re
from dataclasses import dataclass, field
from datetime import date

from reportparse.document import Document, NormalisedText, normalise
from reportparse.extractors.inspections.date_ranges import MONTHS, parse_date_range
from reportparse.extractors.inspections.families import find_authority_family
from reportparse.extractors.metadata.frames import is_council_page
from reportparse.extractors.metadata.front import front_lines
from reportparse.extractors.organisation import find_organisation
from reportparse.extractors.periods.normalise import month_period
from reportparse.records import DateSpan, Period
from reportparse.vocabulary import Area, active_vocabulary

_FRONT_PAGES = 2
_FRONT_CHARACTERS = 6000
_DETAILS = 6000
_TITLE_CHARACTERS = 1200
_TITLE_LINE = 250

_LABEL_END = r"\s*[:\-]?\s*"
_INSPECTED = re.compile(
    r"(?:(?:inspection|review|visit) dates?|dates? of (?:the )?inspection"
    rf"|inspection carried out(?: on)?|inspected(?: between| on)?){_LABEL_END}"
    r"(?=\d|mon|tue|wed|thu|fri|from|between)",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    rf"(?:report published|date published|published(?: on)?|publication date"
    rf"|date of publication){_LABEL_END}(?=\d)",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(
    rf"dates? of (?:the )?(?:previous|last) inspections?{_LABEL_END}(?=\d)", re.IGNORECASE
)
_INSPECTOR_LABEL = r"(?<!deputy )(?:lead|reporting) inspectors?(?!\w)"
_NAME_WORD = r"(?:[A-Z][\w'.-]*[a-z'.][\w'-]*|[A-Z]\.?)"
_NAME = rf"{_NAME_WORD}(?: (?:de |van |von |le )?{_NAME_WORD}){{1,3}}"
_TITLES = r"(?:HMI|Her Majesty's Inspectors?|His Majesty's Inspectors?|HMCI|Ofsted)"
_INSPECTOR = re.compile(
    rf"(?i:{_INSPECTOR_LABEL}){_LABEL_END}(?P<first>{_NAME}?)(?=\s*(?:,|\(|{_TITLES}|$|\n|and\b|;)"
    rf"|\s+[A-Z][\w']+\s*:|\s+(?:Deputy|Judgement|Team|Age|Inspection|Published|Overall|CQC)\b)"
    rf"(?:,? ?{_TITLES})?(?:,? and (?P<second>{_NAME}?)(?=\s*(?:,|\(|{_TITLES}|$|\n)))?"
)
_URN = re.compile(
    r"\b(?:URN|unique reference number)\s*[:\-]?\s*(?P<urn>(?:SC|EY|VC)?\d{5,7})\b", re.IGNORECASE
)
# A council's paper about an inspection is no inspection report.
_PAPER = re.compile(
    r"\breport (?:of|to|by|author)\b|\bcommittee\b|\bscrutiny board\b|\bagenda item\b"
    r"|\bpurpose of (?:the |this )?report\b|\bcorporate parenting (?:board|panel)\b",
    re.IGNORECASE,
)
_PAPER_CHARACTERS = 1500
_FIELDWORK = re.compile(
    rf"\bfieldwork (?:started|began|took place)(?: in| during)?:?\s+"
    rf"(?P<month>{'|'.join(MONTHS)})\s+(?P<year>\d{{4}})",
    re.IGNORECASE,
)
_FIELDWORK_CHARACTERS = 12_000
_NUMBER = re.compile(
    r"\binspection (?:reference )?number\s*[:\-]?\s*(?P<number>[A-Z]{0,4}\d{3,})", re.IGNORECASE
)
_TITLE_END = re.compile(
    r"(?:(?:inspection|review|visit) dates?|dates? of inspection|inspection outcome"
    r"|fieldwork|H(?:M|is|er) (?:Majesty's )?Inspectorate"
    r"|inspection (?:reference )?number|report published|lead inspector|reporting inspector"
    r"|age group|published|the overall|unique reference)\b",
    re.IGNORECASE,
)
_SPAN_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What a front page says; parts that are not printed are None.

    ``details`` are the words at the end, where many print what the register holds;
    ``provider`` is the school, home or service, ``organisation`` the authority in whose area it
    is; ``period`` when the inspection was, where only its month is printed; ``is_paper`` says
    that a council's paper opens like this, and no inspection report; ``is_council_page`` that the
    first lines are those of minutes, an answer to a request or a briefing.
    """

    text: NormalisedText
    title: str
    area: Area | None
    details: str = ""
    inspected: tuple[date, date] | None = None
    published: date | None = None
    lead_inspector: str | None = None
    urn: str | None = None
    inspection_number: str | None = None
    previous: tuple[DateSpan, ...] = field(default=())
    is_paper: bool = False
    is_council_page: bool = False
    provider: str | None = None
    organisation: str | None = None
    period: Period | None = None


def read_front_page(document: Document) -> FrontPage:
    """Read the front of ``document``; parts that are not printed stay None."""
    text = normalise(document.text[: _front_end(document)])
    title = _title(text.text)
    if find_authority_family(title) is None:
        title = _title_line(document) or title
    area = _area(document, title)
    published = _dated(_PUBLISHED, text.text)
    previous = _dated(_PREVIOUS, text.text)
    details = normalise(document.text[max(_front_end(document), len(document.text) - _DETAILS) :])
    urn = _URN.search(text.text) or _URN.search(details.text)
    number = _NUMBER.search(text.text) or _NUMBER.search(details.text)
    return FrontPage(
        text=text,
        details=details.text,
        title=title,
        area=area,
        organisation=area.name if area else None,
        period=_fieldwork(document),
        inspected=_dated(_INSPECTED, text.text),
        published=published[1] if published else None,
        lead_inspector=_lead_inspector(document, text),
        urn=urn["urn"] if urn else None,
        inspection_number=number["number"] if number else None,
        previous=(DateSpan(from_=previous[0], to=previous[1]),) if previous else (),
        is_paper=_PAPER.search(text.text[:_PAPER_CHARACTERS]) is not None,
        is_council_page=is_council_page(front_lines(document)),
    )


def _fieldwork(document: Document) -> Period | None:
    """The month in which an inspection of youth justice services began."""
    match = _FIELDWORK.search(document.text[:_FIELDWORK_CHARACTERS])
    if match is None:
        return None
    month = MONTHS.index(match["month"].lower()) + 1
    text = f"{match['month']} {match['year']}"
    return month_period(int(match["year"]), month, text)


def _front_end(document: Document) -> int:
    if document.pages:
        return document.pages[min(_FRONT_PAGES, len(document.pages)) - 1].end_char
    return min(len(document.text), _FRONT_CHARACTERS)


def _title(text: str) -> str:
    head = text[:_TITLE_CHARACTERS]
    end = _TITLE_END.search(head)
    return _SPAN_SPACES.sub(" ", head[: end.start()] if end else head[:300]).strip()


def _area(document: Document, title: str) -> Area | None:
    """The authority that the title names, or else the report most often."""
    named = active_vocabulary().areas.authority_in(title)
    if named is None and find_authority_family(title):
        own = find_organisation(document, title)
        named = active_vocabulary().areas.authority_in(own) if own else None
    return named


def _title_line(document: Document) -> str | None:
    """The block of the front that is the title of a known family, where other text precedes it.

    A sentence that names an inspection is longer than a title and holds no line of its own.
    """
    end = _front_end(document)
    for block in document.blocks:
        if block.start_char >= end:
            return None
        text = normalise(document.text[block.start_char : block.end_char]).text.strip()
        if len(text) <= _TITLE_LINE and not text.endswith(".") and find_authority_family(text):
            return text
    return None


def _dated(label: re.Pattern[str], text: str) -> tuple[date, date] | None:
    """The dates after ``label``; None where no date follows it."""
    for match in label.finditer(text):
        found = parse_date_range(text[match.end() : match.end() + 120])
        if found:
            return found
    return None


def _lead_inspector(document: Document, front: NormalisedText) -> str | None:
    """The lead inspector on the front page, or where the report lists the team."""
    match = _INSPECTOR.search(front.text)
    if match is None:
        for found in re.finditer(_INSPECTOR_LABEL, document.text, re.IGNORECASE):
            lines = document.text[found.start() : found.start() + 160].split("\n")
            match = _INSPECTOR.search(normalise(lines[0]).text + "\n")
            if match:
                break
    if match is None:
        return None
    names = [match["first"], match["second"]]
    return " and ".join(re.sub(r"\s+HMI$", "", name) for name in names if name)
