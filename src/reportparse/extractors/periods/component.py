"""Finding periods in a text and giving a relative wording the period it means."""

import re
from collections.abc import Iterator

from reportparse.errors import PeriodError
from reportparse.extractors.periods.builders import BUILDERS
from reportparse.extractors.periods.model import PeriodMention, PeriodReference, Relation
from reportparse.extractors.periods.normalise import as_inferred
from reportparse.extractors.periods.patterns import YEARLESS
from reportparse.extractors.periods.relative import RELATIONS, resolve_relative
from reportparse.extractors.periods.rules import ABSOLUTE_RULES, RELATIVE_RULES, YEARLESS_RULES
from reportparse.records import Period, PeriodKind

_POINTS = {PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.QUARTER}
_NO_REFERENCE = PeriodReference()
# A cheap look before all the patterns are tried.
_MAY_HOLD_PERIOD = re.compile(
    r"\d|\b(?:years?|months?|weeks?|quarter|decade|period|date|inspection|term|time|now|today|"
    r"current(?:ly)?|present(?:ly)?|since|so far|YTD|latest|recent|(?:Jan|Feb|March|Apr|May|June|"
    r"July|Aug|Sept|Oct|Nov|Dec)\w*)\b"
)
_DIGIT = re.compile(r"\d")
# A number where a year could stand that counts things instead: "over 2000 users".
_COUNTED = re.compile(
    r"(?:\b(?:over|around|about|approximately|nearly|some|than|almost|least|most|all|of|were|"
    r"was)\s+)$"
)
_COUNT_NOUN = re.compile(r"\s+(?:[a-z]+\s+){0,2}(?:children|people|[a-z]{3,}s)\b")
_HARD_COUNTED = re.compile(
    r"\b(?:over|around|about|approximately|nearly|some|almost|"
    r"(?:more|fewer|less) than|at least)\s+$"
)

# A year that belongs to the title of a law or a guide: "the Children Act 1989".
_TITLED = re.compile(
    r"\b(?:Acts?|Regulations?|Bill|Code of Practice|Rules|Standards|Guidance|Together|"
    r"(?:Order|Framework|Circular)),?\s+\(?(?:England\)\s+)?$"
)


def find_periods(text: str, reference: PeriodReference = _NO_REFERENCE) -> list[PeriodMention]:
    """Every period written in ``text``, in order, none overlapping another.

    Of two that overlap the longer one is kept. Wording that needs a period before it ("the same
    period", "a year later") has a ``period`` of None; `resolve_mention` gives it one. ``text`` is
    cleaned text (see `document.normalise`).
    """
    if not _MAY_HOLD_PERIOD.search(text):
        return []
    taken: list[PeriodMention] = []
    candidates = sorted(_candidates(text, reference), key=lambda m: m.start_char - m.end_char)
    for mention in candidates:
        if all(mention.end_char <= m.start_char or m.end_char <= mention.start_char for m in taken):
            taken.append(mention)
    return sorted(taken, key=lambda mention: mention.start_char)


def parse_period(text: str, *, reference: PeriodReference = _NO_REFERENCE) -> Period:
    """The one period written in ``text``, such as a column header.

    Raises:
        PeriodError: ``text`` holds no period, or more than one.
    """
    periods = [mention.period for mention in find_periods(text, reference)]
    if len(periods) != 1 or periods[0] is None:
        raise PeriodError(f"{text!r} does not hold exactly one period")
    return periods[0]


def resolve_mention(
    mention: PeriodMention, reference: PeriodReference, anchor: Period | None
) -> Period | None:
    """The period of a mention, with ``anchor`` as the period that stood before it."""
    if mention.relation is Relation.ABSOLUTE:
        return mention.period
    if mention.rule_id in YEARLESS:
        near = _near_anchor(mention, anchor)
        present = reference.present
        if near is not None and (present is None or near.start <= present):
            return near
        return mention.period or near
    return resolve_relative(mention.rule_id, mention.text, reference, anchor)


def _near_anchor(mention: PeriodMention, anchor: Period | None) -> Period | None:
    """A day or month without a year, read as the first one from the anchor on."""
    if anchor is None or anchor.kind not in _POINTS:
        return None
    match = YEARLESS[mention.rule_id].search(mention.text)
    if match is None:
        return None
    for months in (11, 0):
        year_later = anchor.start.replace(day=1)
        present = year_later.replace(year=year_later.year + (months > 0))
        near = PeriodReference(report_date=present)
        found = BUILDERS[mention.rule_id](match, near)
        if found and found.start >= anchor.start.replace(day=1):
            return as_inferred(found)
    return None


def _candidates(text: str, reference: PeriodReference) -> Iterator[PeriodMention]:
    if _DIGIT.search(text):
        for rule_id, match in ABSOLUTE_RULES.find(text):
            period = BUILDERS[rule_id](match, reference)
            if period and not (rule_id == "year" and _is_no_year(match)):
                yield _mention(match, rule_id, period)
    for rule_id, match in RELATIVE_RULES.find(text):
        relation = RELATIONS.get(rule_id, Relation.REPORT)
        period = None
        if relation is Relation.REPORT:
            period = resolve_relative(rule_id, match.group(), reference, None)
        yield _mention(match, rule_id, period, relation)
    for rule_id, match in YEARLESS_RULES.find(text):
        period = BUILDERS[rule_id](match, reference)
        yield _mention(match, rule_id, as_inferred(period) if period else None, Relation.REPORT)


def _mention(
    match: re.Match[str],
    rule_id: str,
    period: Period | None,
    relation: Relation = Relation.ABSOLUTE,
) -> PeriodMention:
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    words = match.group().strip()
    if period is not None and period.text != words:
        period = period.model_copy(update={"text": words})
    return PeriodMention(start, start + len(words), words, rule_id, relation, period)


def _is_no_year(match: re.Match[str]) -> bool:
    """Whether a number that could be a year counts things or belongs to a title."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if _HARD_COUNTED.search(before) or _TITLED.search(before):
        return True
    return bool(_COUNTED.search(before) and _COUNT_NOUN.match(after))
