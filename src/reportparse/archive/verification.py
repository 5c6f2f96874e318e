"""Checks that every record stands where it says and that its words carry its value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import isclose

from reportparse.document.normalise import normalise
from reportparse.extractors.quantities import find_quantities
from reportparse.extractors.quantities.patterns import ORDINALS
from reportparse.records import (
    Basis,
    IndicatorValue,
    Judgement,
    ParsedDocument,
    Provenance,
    Report,
    Unit,
)
from reportparse.vocabulary import load_frameworks

_HEADER_SCALES = (1, 1_000, 1_000_000)
_SCALED_UNITS = frozenset({Unit.GBP, Unit.COUNT})
_REQUIRES = "requires "
_FORMS = ("require ", "required ", "requiring ")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A record that its source does not bear out; ``record`` names its kind and place in order."""

    path: str | None
    record: str
    page: int | None
    reason: str


def verify(parsed: ParsedDocument) -> list[Mismatch]:
    """Check every record of ``parsed`` against the text of its report; empty if all are borne out.

    A quote must be the words at its offsets and must not be empty. The quote of an indicator
    value must hold its ``value_text``, which is read afresh and must give the ``value``; that of a
    date its ``text``; and that of a judgement its ``grade_text``, which must name the record's
    ``grade`` on the framework's scale. Spaces and line breaks count as one space.
    """
    return [
        Mismatch(parsed.source.path, record, page, reason)
        for report in parsed.reports
        for record, page, reason in _faults(report)
    ]


def _faults(report: Report) -> Iterator[tuple[str, int | None, str]]:
    for name, provenance, words in _claims(report):
        reason = _place_fault(report.text, provenance, words)
        if reason:
            yield name, provenance.page, reason
    for index, indicator in enumerate(report.indicators):
        if not _value_agrees(indicator):
            reason = f"{indicator.value_text!r} does not read as {indicator.value:,.10g}"
            yield f"indicators[{index}]", indicator.provenance.page, reason
    for index, judgement in enumerate(report.judgements):
        own_scale = judgement.framework if judgement.basis is Basis.STATED else None
        named = _grades_named(_words_of(judgement), own_scale)
        # "good or outstanding" of a count of settings is kept as one grade of both names.
        if judgement.grade not in named and not set(judgement.grade.split("_or_")) <= named:
            reason = f"{judgement.grade_text!r} does not name the grade {judgement.grade!r}"
            yield f"judgements[{index}]", judgement.provenance.page, reason


def _words_of(judgement: Judgement) -> str:
    """The printed grade; a number alone is that grade of the scale."""
    text = judgement.grade_text
    return f"grade {text}" if text.isdigit() else text


def _claims(report: Report) -> Iterator[tuple[str, Provenance, str | None]]:
    """Each place that a record names, with the words that must stand there."""
    for index, judgement in enumerate(report.judgements):
        yield f"judgements[{index}]", judgement.provenance, judgement.grade_text
        for place in judgement.also_at:
            yield f"judgements[{index}].also_at", place, None
    for index, indicator in enumerate(report.indicators):
        yield f"indicators[{index}]", indicator.provenance, indicator.value_text
    for index, mention in enumerate(report.dates):
        yield f"dates[{index}]", mention.provenance, mention.text
    for index, table in enumerate(report.tables):
        yield f"tables[{index}]", table.provenance, None
    for index, section in enumerate(report.sections):
        yield f"sections[{index}]", section.provenance, None


def _place_fault(text: str, provenance: Provenance, words: str | None) -> str | None:
    quote = provenance.quote
    if not quote.strip():
        return "the quote is empty"
    if text[provenance.start_char : provenance.end_char] != quote:
        return f"the quote {_short(quote)} is not the text at its offsets"
    if words is not None and _flat(words) not in _flat(quote):
        return f"the quote {_short(quote)} does not hold {words!r}"
    return None


def _short(quote: str) -> str:
    return repr(quote if len(quote) <= 60 else quote[:57] + "...")


def _flat(text: str) -> str:
    return normalise(text).text.strip()


def _value_agrees(indicator: IndicatorValue) -> bool:
    """Whether the printed figure, read afresh, is the value; a column header may scale it."""
    scales = _HEADER_SCALES if indicator.unit in _SCALED_UNITS else (1,)
    printed = _flat(indicator.value_text)
    read = list(find_quantities(printed, discard=False))
    if ORDINALS.get(printed.lower()) == indicator.value:
        return True
    # "a third" is a figure only with what it is a third of, "62 100" with what it counts.
    for completed in (f"{printed} of children", f"Some {printed} children"):
        found = find_quantities(completed, discard=False)
        read += [quantity for quantity in found if quantity.text == printed]
    return any(
        isclose(abs(quantity.value) * scale, abs(indicator.value))
        for quantity in read
        for scale in scales
    )


def _grades_named(text: str, framework: str | None) -> set[str]:
    """Ids of the grades whose names stand in ``text``; the longest name counts.

    "Requires improvement to be good" names one grade and not also Good.
    """
    pattern, grades = _grade_names(framework)
    found = pattern.findall(_flat(text).casefold())
    return {grade for name in found for grade in grades[name]}


@lru_cache(maxsize=64)
def _grade_names(framework: str | None) -> tuple[re.Pattern[str], dict[str, set[str]]]:
    """Grade names on the framework's scale, or on all scales where it is not known."""
    known = load_frameworks()
    found = known.frameworks.get(framework) if framework else None
    grades: dict[str, set[str]] = {"not judged": {"not_judged"}}
    for scale in found.scales if found else known.scales.values():
        for grade in scale.grades:
            if grade.number is not None:
                grades.setdefault(f"grade {grade.number}", set()).add(grade.id)
            for name in _inflected(grade.label, grade.id.replace("_", " "), *grade.aliases):
                grades.setdefault(_flat(name).casefold(), set()).add(grade.id)
    names = "|".join(re.escape(name) for name in sorted(grades, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)"), grades


def _inflected(*names: str) -> Iterator[str]:
    """The names of a grade, and forms of its words: "required improvement", "improvements"."""
    for name in names:
        folded = name.casefold()
        yield folded
        if folded.startswith(_REQUIRES):
            for form in (_REQUIRES, *_FORMS):
                changed = form + folded[len(_REQUIRES) :]
                yield changed
                yield changed.replace("improvement", "improvements")
