"""Letters about visits and inspections that give no grades: what, where and when."""

import re
from datetime import date

from reportparse.document import Document, normalise
from reportparse.extractors.grades.phrases import GradePhrase
from reportparse.extractors.inspections.date_ranges import parse_date_range
from reportparse.extractors.inspections.families import Family
from reportparse.extractors.inspections.readings import Reading
from reportparse.extractors.provenance import provenance_of

HEAD_CHARACTERS = 3000
_DAY = r"(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:st|nd|rd|th)?\b)"
_VISITED = re.compile(
    rf"\b(?:visit|inspection|re-?visit)\b[^.]{{0,240}}?\b(?:on|between|from)\s+(?:the )?{_DAY}"
    rf"|\bbetween\s+{_DAY}",
    re.IGNORECASE,
)
_HEADLINE_END = re.compile(
    r"\s(?:Dear|This letter|Between|Following|Inspection dates?|Visit dates?|Thank you|I am|The|As"
    r"|Ofsted has|Published|Annex|Inspectors|On \d|In \w+ \d)"
)
_LETTER_DATE = re.compile(
    r"^\s*(?P<day>\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{4})\s*$", re.MULTILINE
)
_STATEMENT = re.compile(
    r"written statement of action (?:\(\w+\) )?(?P<is>is (?:not )?required)", re.IGNORECASE
)
_NO_STATEMENT = re.compile(
    r"written statement of action (?:\(\w+\) )?(?:is|was) not required"
    r"|not required to (?:submit|produce) a written statement of action",
    re.IGNORECASE,
)


def title_of(text: str, family: Family) -> str:
    """The headline of a letter in its cleaned ``text``."""
    match = family.title.search(text)
    return _HEADLINE_END.split(match.group())[0].strip(" .,:-") if match else ""


def visited(text: str) -> tuple[date, date] | None:
    """First and last day of the visit that the cleaned text of a letter tells of."""
    for match in _VISITED.finditer(text):
        found = parse_date_range(text[match.end() : match.end() + 120])
        if found:
            return found
    return None


def letter_date(document: Document) -> date | None:
    """The date at the head of a letter: a line of its own."""
    match = _LETTER_DATE.search(document.text[:HEAD_CHARACTERS])
    found = parse_date_range(normalise(match["day"]).text) if match else None
    return found[0] if found else None


def statement_of_action(document: Document) -> Reading | None:
    """Whether a local area must write a statement of action; None where it is not said."""
    text = normalise(document.text)
    asked = _STATEMENT.search(text.text)
    spared = _NO_STATEMENT.search(text.text)
    match = spared or asked
    if match is None:
        return None
    no = spared is not None or (asked is not None and "not" in asked["is"].lower())
    start, end = text.to_raw(*match.span())
    words = " ".join(document.text[start:end].split())
    return Reading(
        aspect="written_statement_of_action",
        part=None,
        label="Written statement of action",
        phrase=GradePhrase("no_wsoa" if no else "wsoa", words, None),
        provenance=provenance_of(document, start, end),
        rule_id="inspection.statement_of_action",
    )
