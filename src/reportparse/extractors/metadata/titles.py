"""The title of a report: the line of its front that no other part explains.

A line that names the council, the committee, the day, the sender or the kind of page is explained;
what is left is offered as a title with a score, and the best is chosen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportparse.document import normalise
from reportparse.extractors.metadata.bodies import body_rule
from reportparse.extractors.metadata.frames import MEETING, frame_of
from reportparse.extractors.metadata.front import FrontLine
from reportparse.extractors.organisation import owner_of
from reportparse.extractors.periods import find_periods
from reportparse.extractors.worded import WordedRule
from reportparse.layout.wording import unshout
from reportparse.records import PeriodKind

_LONGEST = 180
_NO_TITLE = 1
_SHORTEST = 4

SUBJECT = WordedRule(
    "title.labelled",
    re.compile(
        r"^(?:subject|title|report title|title of (?:the )?report|re)\s*(?::|\t)\s*"
        r"(?P<title>\S.{3,220})$"
        r"|^(?:subject|title|report title|title of (?:the )?report)\s*:?$",
        re.I,
    ),
    "Subject: Outcomes for children looked after",
    "Subject to approval of the budget",
    "council papers",
    20,
)
_NUMBERED = re.compile(
    r"^(?:(?:agenda )?item\s+)?(?:[A-Z]{2,6}\d*[/.]\d[\w/.]*|\d{1,3}[.):]?)\s+(?=[A-Z\"'‘“])", re.I
)
_SECTION_WORDS = re.compile(
    r"^(?:introduction|background|purpose|summary|recommendations?|context|report"
    r"|key (?:points|messages|issues)|conclusions?|apologies|declarations?|minutes|overview|results"
    r"|resolved|recommended|decided|chair'?s announcements?"
    r"|public questions|urgent (?:business|items))\b[^:]{0,30}$",
    re.I,
)
_SERIES = re.compile(
    r"\b(?:joint strategic needs assessment|JSNA|needs assessment|observatory|scorecards?)$", re.I
)
_UNIT = re.compile(
    r"\b(?:team|directorate|department|unit|division|intelligence|group)\b,?(?:[^:]{0,40})?$"
    r"|^(?:children|adults)[\w', ]*(?:services|directorate)$",
    re.I,
)
_TITLE_WORD = re.compile(
    r"\b(?:report|review|plan|strategy|performance|update|briefing|inspection|outcomes?|overview"
    r"|data pack|summary|scorecard|statement|inquiry|investigation|improvement|self-evaluation)\b",
    re.I,
)
_TRAILING_KIND = re.compile(
    r"\s+[-–—|]\s+(?:(?:a )?(?:freedom of information|FOI)\b.*"
    r"|[A-Z][\w' -]{2,40}(?:Council|Borough)(?: website)?)$",
    re.I,
)
_LEADING_KIND = re.compile(
    r"^(?:agenda item|issue|decision|news|press release|briefing(?: note| paper)?|subject|title)"
    r"\s*[-–—:]\s+(?=\S)",
    re.I,
)
_TRAILING_DASH = re.compile(r"\s*(?:[,:|]|\s[-–—])\s*(?:\w+day,?\s*)?$", re.I)


@dataclass(frozen=True, slots=True)
class TitleOffer:
    """A line offered as the title, with the score that its place and words give it."""

    title: str
    score: float
    rule_id: str


def offered_titles(front: tuple[FrontLine, ...], committee: str | None) -> Iterator[TitleOffer]:
    """Every line of the front that could be the title."""
    rank = 0
    behind_text = False
    met = False
    below = 0 if any(line.heading == 1 for line in front) else None
    for line in front:
        if below == 0 and line.heading == 1:
            below = 1
        if (subject := _subject(line)) is not None:
            yield TitleOffer(tidy(subject, committee), SUBJECT.weight - rank / 10, SUBJECT.id)
            continue
        met = met or body_rule(line.text) is not None or "minutes" in line.text.lower()
        if is_explained(line.text) or not _SHORTEST < len(line.text) <= _LONGEST:
            continue
        if line.is_sentence:
            behind_text = True
            continue
        score, rule_id = _score(line, rank, behind_text=behind_text, met=met)
        if below == 0:
            score -= 3
        yield TitleOffer(tidy(line.text, committee), score, rule_id)
        rank += score > _NO_TITLE


def choose_title(offers: Iterator[TitleOffer]) -> str | None:
    """The title with the best score, in mixed case; None without any."""
    ranked = sorted(offers, key=lambda offer: -offer.score)
    return next((unshout(offer.title) for offer in ranked if len(offer.title) > _SHORTEST), None)


def is_explained(text: str) -> bool:
    """Whether the line is the council, the committee, a day, a label or the kind of the page."""
    folded = normalise(text).text.strip()
    if frame_of(text) is not None or not re.search(r"[A-Za-z]{3}", folded):
        return True
    return body_rule(text) is not None or owner_of(text) is not None or _is_day(folded)


def _is_day(text: str) -> bool:
    """Whether the line is a date with at most a time, an item number or a few words."""
    mentions = [m for m in find_periods(text) if m.period and m.period.kind in _DAYS]
    if not mentions:
        return False
    rest = text
    for mention in reversed(mentions):
        rest = rest[: mention.start_char] + rest[mention.end_char :]
    return len(re.findall(r"[A-Za-z]{3,}", rest)) <= 1


_DAYS = frozenset({PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.RANGE})


def _subject(line: FrontLine) -> str | None:
    match = SUBJECT.pattern.match(line.text)
    if match is not None:
        return match["title"]
    before = SUBJECT.pattern.match(line.before)
    return line.text if before is not None and before["title"] is None else None


def _score(line: FrontLine, rank: int, *, behind_text: bool, met: bool) -> tuple[float, str]:
    text = line.text
    numbered = _NUMBERED.match(text)
    score = 5 - 0.4 * rank - 4 * behind_text
    rule_id = "title.first_line"
    if numbered:
        section = _SECTION_WORDS.match(text[numbered.end() :])
        score += -6 if section else 3 if met and rank == 0 else -2
        rule_id = "title.item"
    if text.endswith("?") or MEETING.pattern.match(text):
        score -= 3
    if text.endswith(":") or text[:1].islower() or _SECTION_WORDS.match(text):
        score -= 3
    if _SERIES.search(text) or _UNIT.search(text):
        score -= 3
    if "\t" in text or "|" in text:
        score -= 3
    score += 1.5 * bool(_TITLE_WORD.search(text)) + 1.5 * (line.heading == 1) - line.in_header
    return score, rule_id


def tidy(text: str, committee: str | None = None) -> str:
    """``text`` without item number, name of the page, committee and day around the title."""
    title = _LEADING_KIND.sub("", _NUMBERED.sub("", " ".join(text.split())))
    title = _TRAILING_KIND.sub("", title)
    title = _without_day(title)
    if committee and title.lower().endswith(committee.lower()):
        title = title[: -len(committee)]
    return _TRAILING_DASH.sub("", title).strip() or text.strip()


def _without_day(title: str) -> str:
    """``title`` without a day that closes it after a dash or a comma."""
    mentions = [m for m in find_periods(title) if m.period and m.period.kind is PeriodKind.DAY]
    if not mentions or title[mentions[-1].end_char :].strip(" .)"):
        return title
    before = title[: mentions[-1].start_char]
    if _TRAILING_DASH.search(before) or re.search(r"(?:Board|Committee|Panel|Cabinet) $", before):
        return _TRAILING_DASH.sub("", before).rstrip(" (")
    return title
