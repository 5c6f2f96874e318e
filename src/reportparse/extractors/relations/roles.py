"""What each figure of a sentence does: level, change, target or forecast; and in which unit."""

import re

from reportparse.extractors.quantities import Form
from reportparse.extractors.relations.figures import counts_noun
from reportparse.extractors.relations.patterns import (
    ACTUAL,
    ANAPHORA,
    CHANGE_AFTER,
    CHANGE_BEFORE,
    CHANGE_LISTED,
    FORECAST_AFTER,
    FORECAST_BEFORE,
    GAP,
    HIGHER_THAN,
    LIKE,
    PLAN_VERB,
    TARGET_AFTER,
    TARGET_BEFORE,
    TO_BE_DONE,
    TWIN,
    UNIT_WORDS,
)
from reportparse.extractors.segments.model import AREA, PERIOD, Figure, Sentence, Surroundings
from reportparse.records import Direction, Role, Unit

_WINDOW = 110
_RATES = frozenset({Unit.PER_10000, Unit.PER_1000, Unit.PER_100000})
_RATE = re.compile(r"\brates?\b", re.IGNORECASE)


# "England had 60 and the South West 56", after the level that these are compared with.
_ONLY_AREA = re.compile(
    rf"(?:\W|[{AREA}{PERIOD}]|\b(?:and|while|with|but|in|for|the|is|are|was|were|had|has|at|of|on|by|"
    rf"as|stood|stands|average|averages|averaged|figures?|rates?|it)\b)*",
    re.IGNORECASE,
)

_OUT_OF = re.compile(r"\s+(?:out )?of\b", re.IGNORECASE)


def mark_twins(sentence: Sentence) -> None:
    """Tie each figure that restates the one before it in brackets or after "or"."""
    for before, figure in zip(sentence.figures, sentence.figures[1:], strict=False):
        gap = sentence.between(before.end, figure.start)
        differs = before.unit is not figure.unit
        if TWIN.match(gap) and (differs or before.quantity.qualifier != "exact"):
            figure.twin = before.twin or before
            figure.rules.append("twin")


def assign_roles(sentence: Sentence, around: Surroundings) -> None:
    """Set ``role`` and ``direction`` of the figures of the sentence."""
    for index, figure in enumerate(sentence.figures):
        if "pair" in figure.rules:
            continue
        before = sentence.between(max(0, figure.start - _WINDOW), figure.start)
        after = sentence.between(figure.end, figure.end + _WINDOW)
        previous = sentence.figures[index - 1] if index else None
        change = None if figure.unit is Unit.RANK else _change(before, after)
        if change:
            figure.role, figure.direction = Role.CHANGE, change[1]
            figure.rules.append(change[0])
        elif previous is not None and _continues(sentence, previous, figure):
            figure.role, figure.direction = previous.role, previous.direction
            figure.rules.append("listed")
        elif _is_target(figure, before) or TARGET_AFTER.match(after):
            figure.role = Role.TARGET
        elif FORECAST_BEFORE.search(before) or FORECAST_AFTER.match(after):
            figure.role = Role.FORECAST
    _mark_plans(sentence, around)
    _spread_forecast(sentence)


def _is_target(figure: Figure, before: str) -> bool:
    """Whether a target is named before a figure, and not another area whose level follows it."""
    found = TARGET_BEFORE.search(before)
    return found is not None and not (figure.comparator and AREA in found.group())


def _change(before: str, after: str) -> tuple[str, Direction] | None:
    for rule_id, (direction, pattern) in CHANGE_BEFORE.items():
        if pattern.search(before):
            return rule_id, direction
    for rule_id, (direction, pattern) in CHANGE_AFTER.items():
        if pattern.match(after):
            return rule_id, direction
    return None


def _continues(sentence: Sentence, previous: Figure, figure: Figure) -> bool:
    """Whether a figure goes on with the change before it: its twin, or the next of a list."""
    if figure.twin is previous or (figure.twin is not None and figure.twin is previous.twin):
        return True
    if previous.role is not Role.CHANGE or previous.unit is not figure.unit:
        return False
    if "figure_rise" in previous.rules or "figure_fall" in previous.rules:
        return False
    gap = sentence.between(previous.end, figure.start)
    after = sentence.between(figure.end, figure.end + 20)
    return bool(CHANGE_LISTED.match(gap)) and not after.startswith((" were", " was", " had"))


def _mark_plans(sentence: Sentence, around: Surroundings) -> None:
    if not around.is_plan or not PLAN_VERB.match(sentence.text):
        return
    for figure in sentence.figures:
        if figure.start < _first_sentence_end(sentence):
            figure.role, figure.direction = Role.TARGET, None


def _first_sentence_end(sentence: Sentence) -> int:
    end = sentence.text.find(";")
    return end if end >= 0 else len(sentence.text)


def _spread_forecast(sentence: Sentence) -> None:
    """A hypothesis goes on through its sentence until something actual is named."""
    hypothetical = sentence.text.lstrip().startswith("If ")
    for index, figure in enumerate(sentence.figures):
        if figure.role is Role.FORECAST and hypothetical:
            for later in sentence.figures[index + 1 :]:
                if ACTUAL.search(sentence.text[figure.end : later.start]):
                    return
                later.role = Role.FORECAST


def assign_units(sentence: Sentence, around: Surroundings) -> None:
    """Give bare numbers the unit that their sentence prints elsewhere."""
    for index, figure in enumerate(sentence.figures):
        if figure.unit is Unit.COUNT and figure.quantity.form is Form.FIGURE:
            figure.unit = _unit(sentence, index, around) or figure.unit
    for figure in sentence.figures:
        partner = figure.partner
        if partner and figure.unit is Unit.COUNT and not _has_noun(sentence, figure):
            figure.unit = partner.unit
        _points(sentence, figure)


def _unit(sentence: Sentence, index: int, around: Surroundings) -> Unit | None:
    figure = sentence.figures[index]
    if "pair" in figure.rules and figure.unit is not Unit.COUNT:
        return None
    if _has_noun(sentence, figure) or _is_count_of_rate(sentence, index):
        return None
    partner = figure.partner
    if partner is not None and partner.unit is Unit.COUNT and _has_noun(sentence, partner):
        return None
    decimal = "." in figure.quantity.text
    previous = sentence.figures[index - 1] if index else None
    if previous is not None and _shares_unit(sentence, previous, figure):
        return previous.unit
    subject = sentence.text[previous.end if previous else 0 : figure.start]
    words = _unit_in_words(subject)
    if words is not None and (decimal or words is not Unit.PERCENT or "bound" in str(figure.rules)):
        return words
    if _RATE.search(subject) and (around.unit in _RATES or _RATE.search(around.heading)):
        return around.unit if around.unit in _RATES else Unit.PER_10000
    refers = figure.twin is None and (decimal or figure.comparator)
    said = sentence.between(previous.end if previous else 0, figure.start)
    bare = figure.comparator and _ONLY_AREA.fullmatch(said) is not None
    compared = bare or (decimal and (figure.comparator or "=" in subject))
    aimed_at = figure.role is Role.TARGET and previous is None
    if (refers and ANAPHORA.match(sentence.text)) or compared or aimed_at:
        return around.unit if around.unit is not Unit.COUNT else None
    return None


def _is_count_of_rate(sentence: Sentence, index: int) -> bool:
    """Whether the next figure restates this one as a rate: "341 (47 per 10,000)"."""
    following = sentence.figures[index + 1 : index + 2]
    return any(
        each.twin is sentence.figures[index] and each.unit is not Unit.COUNT for each in following
    )


def _shares_unit(sentence: Sentence, previous: Figure, figure: Figure) -> bool:
    """Whether a bare number has the unit of the figure before: a decimal, or compared with it."""
    if previous.unit is Unit.COUNT or _OUT_OF.match(sentence.text, figure.end):
        return False
    gap = sentence.text[previous.end : figure.start]
    paired = figure.comparator or previous.comparator or LIKE.search(gap)
    return bool("." in figure.quantity.text or paired)


def _unit_in_words(words: str) -> Unit | None:
    found = [
        (match.start(), unit) for unit, pattern in UNIT_WORDS for match in pattern.finditer(words)
    ]
    return max(found)[1] if found else None


def _has_noun(sentence: Sentence, figure: Figure) -> bool:
    """Whether the number counts the noun after it, or what lives, left or was placed."""
    return counts_noun(sentence.text[figure.quantity.end_char :])


def _points(sentence: Sentence, figure: Figure) -> None:
    """A difference of percentages is printed in percent as often as in percentage points."""
    if figure.unit is not Unit.PERCENT:
        return
    others = [other for other in sentence.figures if other is not figure]
    before = sentence.text[: figure.start]
    gap = GAP.search(before)
    if gap and "pair" in figure.rules:
        figure.unit = Unit.PERCENTAGE_POINTS
    elif figure.role is Role.CHANGE and figure.twin is None:
        level = any(o.unit is Unit.PERCENT and o.role is Role.LEVEL for o in others)
        higher = HIGHER_THAN.match(sentence.text[figure.end :])
        counts = any(o.unit is Unit.COUNT for o in others)
        if level and not counts and (higher or before.rstrip().endswith("by")):
            figure.unit = Unit.PERCENTAGE_POINTS


def mark_future(sentence: Sentence, around: Surroundings) -> None:
    """A level dated after the report is none: a target where something is to be done by then."""
    reference = around.reference
    present = reference.present or (reference.report_year.end if reference.report_year else None)
    if present is None:
        return
    for figure in sentence.figures:
        if figure.role is Role.LEVEL and figure.period and figure.period.start > present:
            clause = sentence.clause(figure)
            figure.role = Role.TARGET if TO_BE_DONE.search(clause) else Role.FORECAST
