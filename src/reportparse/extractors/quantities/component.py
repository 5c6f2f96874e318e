"""Finding quantities in a text: numbers with units, qualifiers and exact places."""

import re
from collections.abc import Callable, Iterable, Iterator

from reportparse.extractors.quantities.model import Form, Quantity
from reportparse.extractors.quantities.normalise import fraction_of, number_of, scaled
from reportparse.extractors.quantities.patterns import (
    DURATION_UNITS,
    MAY_HOLD_NUMBER,
    ORDINALS,
    QUALIFIERS_AFTER,
    QUALIFIERS_BEFORE,
    RATE_UNITS,
    ZERO_WORDS,
)
from reportparse.extractors.quantities.rules import NON_FIGURE_RULES, QUANTITY_RULES
from reportparse.records import Qualifier, Unit

Span = tuple[int, int]
Reader = Callable[[re.Match[str]], tuple[float, Unit]]
_BEFORE = 32
_RATE_PHRASE = re.compile(
    r"\s+(?:[a-z'-]+\s+){0,5}?(?:per|(?:in|for) every)\s+\w+(?:,\d+)*(?:\s+thousand)?",
    re.IGNORECASE,
)


def find_quantities(
    text: str, *, outside: Iterable[Span] = (), discard: bool = True
) -> list[Quantity]:
    """Every quantity in ``text``, in order, none overlapping another.

    Args:
        text: Cleaned text (see `document.normalise`): a sentence or a table cell.
        outside: Spans that hold no quantity, such as the periods found before.
        discard: Whether to leave out what carries a number and measures nothing (ages,
            references, thresholds, names). A table cell with a bare number needs no such check.
    """
    if not MAY_HOLD_NUMBER.search(text):
        return []
    taken = list(outside)
    if discard:
        taken += [span for _, span in find_non_figures(text)]
    found: list[Quantity] = []
    for rule_id, match in QUANTITY_RULES.find(text):
        if _free(match.span(), taken):
            found.append(_quantity(match, rule_id))
            taken.append(match.span())
    return sorted(found, key=lambda quantity: quantity.start_char)


def find_non_figures(text: str) -> Iterator[tuple[str, Span]]:
    """What carries a number and measures nothing, as (reason, span)."""
    for reason, match in NON_FIGURE_RULES.find(text):
        yield reason, match.span()


def _free(span: Span, taken: Iterable[Span]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in taken)


def _quantity(match: re.Match[str], rule_id: str) -> Quantity:
    text = match.string
    value, unit = _READERS[rule_id](match)
    start, end = match.span()
    qualifier, phrase_start, phrase_end = _qualified(text, start, end)
    if rule_id == "rate" and (rate := _RATE_PHRASE.match(text, end)):
        phrase_end = max(phrase_end, rate.end())
    return Quantity(
        start_char=start,
        end_char=end,
        text=match.group(),
        value=value,
        unit=unit,
        unit_printed=unit is not Unit.COUNT,
        qualifier=qualifier,
        form=_form(match.group(), rule_id),
        rule_id=rule_id,
        phrase_start=phrase_start,
        phrase_end=phrase_end,
    )


def _qualified(text: str, start: int, end: int) -> tuple[Qualifier, int, int]:
    """Qualifier of the number, and the span of number and qualifier."""
    after = text[end : end + 16]
    for qualifier, pattern in QUALIFIERS_AFTER.items():
        if match := pattern.search(after):
            return qualifier, start, end + match.end()
    before = text[max(0, start - _BEFORE) : start]
    for qualifier, pattern in QUALIFIERS_BEFORE.items():
        if match := pattern.search(before):
            return qualifier, start - len(before) + match.start(), end
    return Qualifier.EXACT, start, end


def _form(words: str, rule_id: str) -> Form:
    if rule_id in {"share", "fraction", "one_in"}:
        return Form.FRACTION
    if rule_id == "rank":
        return Form.ORDINAL
    if words.lower() in ZERO_WORDS:
        return Form.ZERO_WORD
    return Form.FIGURE if any(char.isdigit() for char in words) else Form.WORD


def _signed(match: re.Match[str]) -> float:
    """The number; negative where a minus sign or a hyphen stands right before it."""
    value = number_of(match["n"])
    return -value if match.group().startswith("-") else value


def _money(match: re.Match[str]) -> tuple[float, Unit]:
    value = scaled(match["n"], match["s"])
    return (-value if match.group().startswith("-") else value), Unit.GBP


def _points(match: re.Match[str]) -> tuple[float, Unit]:
    return _signed(match), Unit.PERCENTAGE_POINTS


def _percent(match: re.Match[str]) -> tuple[float, Unit]:
    return _signed(match), Unit.PERCENT


def _rate(match: re.Match[str]) -> tuple[float, Unit]:
    return number_of(match["n"]), rate_unit(match["b"])


def rate_unit(base: str) -> Unit:
    """Unit of a rate per ``base`` ("10,000", "ten thousand")."""
    return RATE_UNITS[base.replace(",", "").lower()]


def _share(match: re.Match[str]) -> tuple[float, Unit]:
    return round(100 * number_of(match["n"]) / number_of(match["d"]), 1), Unit.PERCENT


def _one_in(match: re.Match[str]) -> tuple[float, Unit]:
    return round(100 / number_of(match["d"]), 2), Unit.PERCENT


def _ratio(match: re.Match[str]) -> tuple[float, Unit]:
    return number_of(match["n"]), Unit.RATIO


def _fraction(match: re.Match[str]) -> tuple[float, Unit]:
    return fraction_of(match["w"] or match["h"]), Unit.PERCENT


def _rank(match: re.Match[str]) -> tuple[float, Unit]:
    if match["o"]:
        return float(ORDINALS[match["o"].lower()]), Unit.RANK
    return number_of(match["n"] or match["n2"]), Unit.RANK


def _scaled(match: re.Match[str]) -> tuple[float, Unit]:
    return scaled(match["n"] or match["n2"], match["s"] or match["s2"]), Unit.COUNT


def _duration(match: re.Match[str]) -> tuple[float, Unit]:
    return number_of(match["n"]), DURATION_UNITS[match["u"].lower()]


def _count(match: re.Match[str]) -> tuple[float, Unit]:
    return _signed(match), Unit.COUNT


def _slashed(match: re.Match[str]) -> tuple[float, Unit]:
    return number_of(match["n"] or match["n2"]), Unit.COUNT


def _spaced(match: re.Match[str]) -> tuple[float, Unit]:
    return number_of((match["n"] or match["n2"]).replace(" ", "")), Unit.COUNT


def _money_in_dots(match: re.Match[str]) -> tuple[float, Unit]:
    value = number_of(match["n"].replace(".", ""))
    return (-value if match.group().startswith("-") else value), Unit.GBP


_READERS: dict[str, Reader] = {
    "money_in_dots": _money_in_dots,
    "money": _money,
    "points": _points,
    "percent": _percent,
    "percent_of_range": _percent,
    "rate": _rate,
    "share": _share,
    "one_in": _one_in,
    "ratio": _ratio,
    "fraction": _fraction,
    "rank": _rank,
    "scaled": _scaled,
    "duration": _duration,
    "spaced": _spaced,
    "slashed": _slashed,
    "number": _count,
    "word": _count,
}
