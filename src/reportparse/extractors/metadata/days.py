"""The day, or failing that the month, that a report is dated by.

Each line that prints a date offers it with the weight of the words before the date; the heaviest
offer is chosen, the first of equal ones. Lines with a label of the report's own date are read
anywhere in the document, because answers to requests print theirs at the end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportparse.document import normalise
from reportparse.extractors.metadata.bodies import find_body
from reportparse.extractors.metadata.front import FrontLine
from reportparse.extractors.periods import find_periods
from reportparse.extractors.worded import WordedRule
from reportparse.records import Period, PeriodKind

_END = r"\s*[:\-–—]?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?(?:the )?$"
_KINDS = frozenset({PeriodKind.DAY, PeriodKind.MONTH})
_MONTH_SHARE = 0.5
_SENTENCE_SHARE = 0.2
_REST = re.compile(r"^[\s,.)]*(?:\(?item\b.*|(?:at )?\d{1,2}[.:]\d\d\s*(?:[ap]\.?m)?.*)?$", re.I)

RULES: tuple[WordedRule, ...] = (
    WordedRule(
        "date.of_report",
        re.compile(
            r"\b(?:date of (?:the |this )?(?:report|issue|publication|response|reply|decision"
            r"|answer|letter)|(?:report|publication|response|decision|issue) date"
            r"|date (?:published|issued|posted|answered|decided|of response sent)"
            r"|(?<!report )(?:published|issued|posted|answered|responded|replied)(?: on)?)" + _END,
            re.I,
        ),
        "Date of response: ",
        "Date request received: ",
        "council papers, answers to requests, statistics pages",
        10,
    ),
    WordedRule(
        "date.updated",
        re.compile(
            r"\b(?:(?:last |page )?(?:updated|revised|reviewed)|version)(?: on| at)?" + _END, re.I
        ),
        "Last updated: ",
        "the plan was updated and ",
        "needs assessments",
        8,
    ),
    WordedRule(
        "date.bare_label",
        re.compile(r"(?:^|[\t|]\s*)date" + _END, re.I),
        "Date: ",
        "Date of birth: ",
        "council papers",
        8,
    ),
    WordedRule(
        "date.of_meeting",
        re.compile(
            r"\b(?:date of (?:the |this )?(?:committee )?meeting|meeting date"
            r"|(?:date of|held) (?:the )?(?:board|committee|panel|cabinet|council)"
            r"|meeting(?: was)?(?: held)?(?: on| of)?|held on)" + _END,
            re.I,
        ),
        "Minutes of the meeting held on Monday ",
        "Next steps by ",
        "minutes",
        7,
    ),
    WordedRule(
        "date.alone",
        re.compile(r"^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?$", re.I),
        "Thursday, ",
        "Figures to ",
        "news pages and front pages",
        6,
    ),
    WordedRule(
        "date.after_name",
        re.compile(
            r"^[^.;]{3,110}[,:\-–—]\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?$", re.I
        ),
        "Briefing for councillors, ",
        "Figures are to ",
        "briefings, news pages",
        4,
    ),
    WordedRule(
        "date.behind",
        re.compile(r"^[^.;:]{3,110}\s$"),
        "Outcomes for children, a progress briefing ",
        "Note: the figures ",
        "titles that close with their date",
        2,
    ),
)
_BODY_WEIGHT = 6.5
_NOT_OF_REPORT = re.compile(
    r"\b(?:receiv\w*|request(?:ed)?|inspect\w*|visit\w*|data|figures?|as at|as of|correct|deadline"
    r"|due|at|next|follow\w*|expected|until|from|between|to|period|effective|start\w*|end(?:ing|s)?"
    r"|before|since|after|by|last meeting|previous|born|census|quarter|year|snapshot|target"
    r"|closes?|closing|consultation)\b[\s:]*(?:on|the|at|of)?[\s:]*(?:\w+day,?\s*)?$",
    re.I,
)
_MINUTES_OF_OTHERS = re.compile(
    r"\bminutes\b.*\b(?:approved|agreed|confirmed|signed|correct record)\b"
    r"|\b(?:approve|agree|confirm|sign|receive)\b.*\bminutes\b"
    r"|\bminutes of (?:the )?(?:last|previous)\b",
    re.I,
)
_LABEL_ALONE = re.compile(r"^[A-Z][A-Za-z ]{2,40}:?$")


@dataclass(frozen=True, slots=True)
class DayOffer:
    """A day or month that a line offers as the report's own, by which rule, how strongly."""

    period: Period
    rule_id: str
    weight: float


def offered_days(front: tuple[FrontLine, ...], whole: tuple[FrontLine, ...]) -> Iterator[DayOffer]:
    """Every date that could be the report's: of the front, and of labels anywhere."""
    for line in front:
        yield from _offers(line, labelled_only=False)
    for line in whole[len(front) :]:
        yield from _offers(line, labelled_only=True)


def choose_day(offers: Iterator[DayOffer]) -> DayOffer | None:
    """The offer that speaks loudest; None without any."""
    return max(offers, key=lambda offer: offer.weight, default=None)


def _offers(line: FrontLine, *, labelled_only: bool) -> Iterator[DayOffer]:
    text = normalise(line.text).text
    if _MINUTES_OF_OTHERS.search(text):
        return
    mentions = [m for m in find_periods(text) if m.period and m.period.kind in _KINDS]
    for mention in mentions:
        before, after = text[: mention.start_char], text[mention.end_char :]
        rule_id, weight = _weighed(line, before, after, labelled_only=labelled_only)
        period = mention.period
        if weight and period is not None and not period.inferred:
            share = _MONTH_SHARE if period.kind is PeriodKind.MONTH else 1
            yield DayOffer(period, rule_id, weight * share)


def _weighed(line: FrontLine, before: str, after: str, *, labelled_only: bool) -> tuple[str, float]:
    label = before
    if not before.strip() and _LABEL_ALONE.match(line.before):
        label = f"{line.before.rstrip(':')}: "
    if _NOT_OF_REPORT.search(label):
        return "", 0
    if not labelled_only and find_body(line.text) is not None:
        return "date.of_body", _BODY_WEIGHT
    for rule in RULES:
        labels = rule.weight >= RULES[2].weight
        if labelled_only and not labels:
            continue
        if rule.pattern.search(label if labels else before):
            if not labels and line.is_sentence and not _REST.match(after):
                return rule.id, rule.weight * _SENTENCE_SHARE
            return rule.id, rule.weight
    return "", 0
