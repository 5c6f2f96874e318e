"""Metadata of council papers, from the lines before their first numbered paragraph."""

import re
from datetime import date

from reportparse.document import Document, normalise
from reportparse.extractors.context import ReportContext
from reportparse.extractors.inspections.date_ranges import parse_date_range
from reportparse.extractors.organisation import find_organisation
from reportparse.layout.wording import unshout
from reportparse.records import ReportKind

_HEAD_CHARACTERS = 2500

_LABEL_END = r"\s*:?[\s\t]*"
# After a label that is also a word of sentences: a colon, a tab or a new line.
_LABEL_OVER = r"[ ]*(?::[\s\t]*|[\t\n]\s*)(?=(?-i:[^a-z]))"
_SCAN_LINES = 40
_BODY = r"(?:Board|Committee|Panel|Cabinet|Executive|Commission|Forum|Assembly)"
_BODY_NAME = rf"(?P<body>(?:[^\n\t:.;]{{0,120}}?)\b{_BODY}\b(?: \([^)\n]{{1,60}}\))?)"
_COMMITTEE = re.compile(
    rf"(?:^|[\n\t])\s*(?:[\w ]{{0,40}}?(?:report|prepared|paper|briefing) (?:to|for)"
    rf"|(?:committee )?name(?: of committee)? and date of (?:committee )?meeting|meeting"
    rf"|(?:name of )?committee(?: name)?|panel|decision maker){_LABEL_END}(?:the )?{_BODY_NAME}",
    re.IGNORECASE,
)
_NAME_WORD = r"(?:[A-Z][\w'’&,-]*|and|of|the|for|\(\w+\))"
_COMMITTEE_LINE = re.compile(
    rf"(?:^|\n)\s*(?P<body>(?:{_NAME_WORD}[ ])*(?:{_BODY}|{_BODY.upper()}))"
    r"(?=\s*(?:\n|,|$))"
)
_AUTHOR = re.compile(
    r"(?:^|[\n\t])\s*(?:report authors?|report originator|authors?|contact officer|prepared by)"
    rf"(?:\(s\))?{_LABEL_OVER}(?P<name>[^\n\t(]{{3,90}})",
    re.IGNORECASE,
)
_REPORT_OF = re.compile(
    rf"(?:^|[\n\t])\s*report (?:of|by|from){_LABEL_END}(?:the )?(?P<name>[^\n\t(]{{3,90}})",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"(?:^|[\n\t])\s*(?:subject|title|report title|title of (?:the )?report){_LABEL_OVER}"
    rf"(?P<title>[^\n\t]{{4,200}})",
    re.IGNORECASE,
)
_REPORT_DATE = re.compile(
    rf"(?:^|[\n\t])\s*(?:date of (?:the )?report|report date|date){_LABEL_END}(?=\d|[a-z]+day)",
    re.IGNORECASE,
)
_MEETING_DATE = re.compile(
    rf"(?:date of (?:the )?(?:meeting|{_BODY})|meeting date|meeting(?: held)? on"
    rf"|{_BODY}(?: \(\w+\))?[,\s-]+)"
    rf"{_LABEL_END}(?=\d{{1,2}}(?:\s?(?:st|nd|rd|th))?\s+[a-z]+\s+\d{{4}}|\d{{1,2}}/\d)",
    re.IGNORECASE,
)


_DAY_ALONE = re.compile(
    r"(?:[a-z]+day,? )?\d{1,2}(?: ?(?:st|nd|rd|th))? [a-z]{3,9},? (?:19|20)\d\d", re.IGNORECASE
)
_TITLE_LENGTH = 160
_TITLE_WORD = re.compile(
    r"\b(?:report|review|plan|strategy|performance|update|briefing|inspection|outcomes?|overview"
    r"|data pack|summary|scorecard|statement|inquiry|investigation|improvement|self-evaluation)\b",
    re.IGNORECASE,
)
# Labels, classifications and sentences are no titles.
_NO_TITLE = re.compile(
    r"(?-i:^[^A-Z\"'“‘])|^(?:\S+ ){0,2}\S+:|:$|\t|[.?](?:$|\s)"
    r"|^report (?:of|by|to|from)\b|^(?:public|exempt|final|draft) report$"
    r"|^this report\b|^\W*\d+(?:\.\d+)*[.)]?\s|^\W*purpose\b"
    r"|\breport (?:author|originator|summary|title)",
    re.IGNORECASE,
)


def extract_metadata(document: Document) -> ReportContext:
    """Metadata of a report that is no inspection report; parts not printed stay None."""
    head = _head(document)
    committee = _committee(head)
    title = _title(document, head)
    return ReportContext(
        kind=_kind(title or "", committee or "", head),
        title=title,
        organisation=find_organisation(document, head),
        committee=committee,
        author=_first(_AUTHOR, head, "name") or _first(_REPORT_OF, head, "name"),
        report_date=_date(_REPORT_DATE, head) or _date(_MEETING_DATE, head) or _dated_line(head),
    )


def _head(document: Document) -> str:
    """First lines of the report, with the running header of its first page before them."""
    first_page = [item.text for item in document.furniture if item.page in (None, 1)]
    return "\n".join((*first_page, document.text[:_HEAD_CHARACTERS]))


def _first(pattern: re.Pattern[str], text: str, group: str) -> str | None:
    match = pattern.search(text)
    return " ".join(match[group].split()).strip(" .,:;|") if match else None


def _date(pattern: re.Pattern[str], head: str) -> date | None:
    text = normalise(head).text if pattern is _MEETING_DATE else head
    for match in pattern.finditer(text):
        found = parse_date_range(normalise(text[match.end() : match.end() + 60]).text)
        if found:
            return found[0]
    return None


def _dated_line(head: str) -> date | None:
    """The day that stands alone in a line of the head, or opens one before a tab."""
    for line in head.split("\n")[:_SCAN_LINES]:
        words = normalise(line.strip().split("\t")[0]).text.strip()
        if _DAY_ALONE.fullmatch(words):
            found = parse_date_range(words)
            if found:
                return found[0]
    return None


def _committee(head: str) -> str | None:
    found = _first(_COMMITTEE, head, "body") or _first(_COMMITTEE_LINE, head, "body")
    return unshout(found) if found else None


def _title(document: Document, head: str) -> str | None:
    """The printed subject, or else the line of the head that most speaks like a title."""
    found = _first(_SUBJECT, head, "title")
    if found:
        return unshout(found)
    if document.title and _TITLE_WORD.search(document.title):
        return document.title
    lines = [line.strip() for line in document.text[:_HEAD_CHARACTERS].split("\n")]
    headers = [item.text.strip() for item in document.furniture if item.page in (None, 1)]
    for line in (*lines[:_SCAN_LINES], *headers):
        if _TITLE_WORD.search(line) and not _NO_TITLE.search(line) and len(line) < _TITLE_LENGTH:
            return unshout(line)
    return document.title or next((line for line in lines if len(line) > 3), None)


def _kind(title: str, committee: str, head: str) -> ReportKind:
    if "briefing" in title.lower() or re.search(r"\bbriefing\b", head[:600], re.IGNORECASE):
        return ReportKind.BRIEFING
    if "scrutiny" in f"{committee} {title}".lower():
        return ReportKind.SCRUTINY_REPORT
    return ReportKind.BOARD_PAPER if committee else ReportKind.OTHER
