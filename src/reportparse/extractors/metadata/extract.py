"""Metadata of council papers and pages, from the lines at their front."""

import re

from reportparse.document import Document
from reportparse.extractors.context import ReportContext
from reportparse.extractors.metadata.bodies import body_rule
from reportparse.extractors.metadata.days import choose_day, offered_days
from reportparse.extractors.metadata.front import FrontLine, front_lines
from reportparse.extractors.metadata.kinds import kind_of
from reportparse.extractors.metadata.titles import choose_title, offered_titles
from reportparse.extractors.organisation import find_organisation
from reportparse.layout.wording import unshout
from reportparse.records import PeriodKind
from reportparse.vocabulary import active_vocabulary

_KIND_CHARACTERS = 600
_SURE = 3
# After a label that is also a word of sentences: a colon, a tab or a new line.
_LABEL_OVER = r"[ ]*(?::[\s\t]*|[\t\n]\s*)(?=(?-i:[^a-z]))"
_BY_PROGRAM = re.compile(
    r"^(?:untitled|document\d*|microsoft word|powerpoint|slide \d)|\.(?:docx?|pdf|indd|rtf)$",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:^|[\n\t])\s*(?:report authors?|report originator|authors?|contact officer|prepared by)"
    rf"(?:\(s\))?{_LABEL_OVER}(?P<name>[^\n\t(]{{3,90}})",
    re.IGNORECASE,
)
_REPORT_OF = re.compile(
    r"(?:^|[\n\t(])\s*report (?:of|by|from)\s*:?[\s\t]*(?:the )?(?P<name>[^\n\t()]{3,90})",
    re.IGNORECASE,
)


def extract_metadata(document: Document) -> ReportContext:
    """Metadata of a report that is no inspection report; parts not printed stay None."""
    front = front_lines(document)
    head = "\n".join(line.text for line in front)
    committee = _committee(front)
    kept = _kept_title(document)
    title = choose_title(offered_titles(front, committee)) or document.title or kept
    whole = front_lines(document, length=len(document.text))
    day = choose_day(offered_days(front, whole))
    in_month = day is not None and day.period.kind is PeriodKind.MONTH
    return ReportContext(
        kind=kind_of(title or "", committee or "", head[:_KIND_CHARACTERS]),
        title=title,
        organisation=find_organisation(document, head) or _kept_organisation(document),
        committee=committee,
        author=_first(_AUTHOR, head) or _first(_REPORT_OF, head),
        report_date=day.period.start if day and not in_month else None,
        report_month=day.period if day and in_month else None,
    )


def _kept_title(document: Document) -> str | None:
    """The title that the file keeps of itself, unless a program wrote it."""
    title = document.properties.title
    return None if title is None or _BY_PROGRAM.search(title) else title


def _kept_organisation(document: Document) -> str | None:
    """The authority that the file itself names as its author, or its web page as the site."""
    words = " ".join(filter(None, (document.properties.author, document.properties.title)))
    area = active_vocabulary().areas.authority_in(words)
    return area.name if area else None


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    return " ".join(match["name"].split()).strip(" .,:;|") if match else None


def _committee(front: tuple[FrontLine, ...]) -> str | None:
    """The body that the heaviest rule finds; sentences count only where they say who it is for."""
    found = [
        (rule.weight, name)
        for line in front
        for rule, name in filter(None, [body_rule(line.text)])
        if rule.weight >= _SURE or not line.is_sentence
    ]
    if not found:
        return None
    return unshout(max(found, key=lambda pair: pair[0])[1])
