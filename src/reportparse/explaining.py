"""How the figures at a place of a report were read."""

from collections.abc import Iterator, Sequence
from os import PathLike
from pathlib import Path
from typing import BinaryIO

from reportparse.document import Document, Table, normalise
from reportparse.extractors.areas import find_areas
from reportparse.extractors.choose.choose import choose
from reportparse.extractors.choose.frame import Frame, recorded_frames
from reportparse.extractors.evidence.model import Evidence
from reportparse.extractors.indicators.passages import Passage, find_passages
from reportparse.extractors.periods import find_periods
from reportparse.extractors.quantities import find_non_figures, find_quantities
from reportparse.extractors.relations.sentences import find_sentences
from reportparse.parsing import document_of, read_source, report_of, vocabulary_of
from reportparse.records import (
    CandidateNote,
    Explanation,
    FigureNote,
    IndicatorValue,
    Judgement,
    OfferNote,
    Period,
    Report,
    SpanNote,
)
from reportparse.vocabulary import Vocabulary, use_vocabulary

_MOST_CANDIDATES = 5
_Place = tuple[int, int, str, bool]


def explain(
    source: str | PathLike[str] | bytes | BinaryIO,
    at: str,
    *,
    name: str | None = None,
    vocabulary: Vocabulary | str | Path | None = None,
) -> tuple[Explanation, ...]:
    """Tell how each place of a report that prints ``at`` was read.

    Args:
        source: Path of a PDF, DOCX, HTML or text file, or its bytes.
        at: Words of the report: a figure, a phrase; white space and quotes need not be the same.
        name: Name of the file for error messages; its path by default.
        vocabulary: As for `parse`.

    Returns:
        One explanation per sentence or cell, in order of the text; empty where the words do not
        stand in the report's running text or tables.

    Raises:
        SourceError: The file cannot be read.
        VocabularyError: The file of ``vocabulary`` is wrong.

    Examples:
        >>> path = "fixtures/built/council/scrutiny-report-2019.docx"
        >>> found = reportparse.explain(path, "241 children")[0]
        >>> found.figures[0].record
        <IndicatorValue cla_count: 241 count, Darlington, 2019-09-30>
        >>> [(span.kind, span.text) for span in found.spans][:2]
        [('period', 'end of September 2019'), ('quantity', '241')]
    """
    data, path = read_source(source)
    document = document_of(data, name or path)
    with use_vocabulary(vocabulary_of(vocabulary)), recorded_frames() as frames:
        report, _ = report_of(document)
        places = dict.fromkeys(_places(document, at))
        return tuple(_explanation(document, report, frames, place) for place in places)


def frames_of(
    source: str | PathLike[str] | bytes | BinaryIO,
    *,
    vocabulary: Vocabulary | str | Path | None = None,
) -> list[Frame]:
    """The frames of all records of a report, in their order; arguments as for `explain`."""
    data, path = read_source(source)
    document = document_of(data, path)
    with use_vocabulary(vocabulary_of(vocabulary)), recorded_frames() as frames:
        report_of(document)
    return frames


def _places(document: Document, at: str) -> Iterator[_Place]:
    """Sentences and cells that hold ``at``: offsets, text, and whether it is running text."""
    wanted = normalise(at).text.strip().lower()
    if not wanted:
        return
    clean = normalise(document.text)
    folded = clean.text.lower()
    passages = tuple(find_passages(document))
    position = folded.find(wanted)
    while position >= 0:
        start, end = clean.to_raw(position, position + len(wanted))
        place = _place(document, passages, start, end)
        if place is not None:
            yield place
        position = folded.find(wanted, position + len(wanted))


def _place(document: Document, passages: Sequence[Passage], start: int, end: int) -> _Place | None:
    for passage in passages:
        if passage.start_char <= start < passage.end_char:
            return _sentence(document, (passage.start_char, passage.end_char), (start, end))
    for table in document.tables:
        for cell in table.cells:
            if cell.start_char <= start < cell.end_char:
                return cell.start_char, cell.end_char, _row(table, cell.row), False
    return None


def _sentence(document: Document, passage: tuple[int, int], at: tuple[int, int]) -> _Place:
    words = normalise(document.text[passage[0] : passage[1]])
    for first, last in find_sentences(words.text):
        start, end = words.to_raw(first, last)
        if at[0] < passage[0] + end:
            return passage[0] + start, passage[0] + end, words.text[first:last], True
    return *passage, words.text, True


def _row(table: Table, row: int) -> str:
    cells = (cell for cell in table.cells if cell.row <= row < cell.row + cell.row_span)
    return " | ".join(cell.text for cell in sorted(cells, key=lambda cell: cell.column))


def _explanation(
    document: Document, report: Report, frames: Sequence[Frame], place: _Place
) -> Explanation:
    start, end, text, is_prose = place
    page = document.page_at(start)
    return Explanation(
        page=page.number if page else None,
        text=text,
        spans=tuple(_spans(text)) if is_prose else (),
        figures=tuple(_figure(frame) for frame in frames if _overlaps(frame.record, start, end)),
        judgements=tuple(one for one in report.judgements if _overlaps(one, start, end)),
    )


def _overlaps(record: IndicatorValue | Judgement, start: int, end: int) -> bool:
    return record.provenance.start_char < end and start < record.provenance.end_char


def _spans(sentence: str) -> list[SpanNote]:
    """What the pipes find in a sentence, and the numbers that are left out, in its order."""
    found: list[tuple[int, SpanNote]] = []
    periods = find_periods(sentence)
    for period in periods:
        meaning = period.period.key if period.period else None
        note = SpanNote(kind="period", text=period.text, meaning=meaning, rule=period.rule_id)
        found.append((period.start_char, note))
    outside = [(period.start_char, period.end_char) for period in periods]
    for figure in find_quantities(sentence, outside=outside):
        meaning = f"{figure.value:g} {figure.unit}, {figure.qualifier}"
        note = SpanNote(kind="quantity", text=figure.text, meaning=meaning, rule=figure.rule_id)
        found.append((figure.start_char, note))
    for area in find_areas(sentence):
        found.append((area.start_char, SpanNote(kind="area", text=area.text, meaning=area.area)))
    for reason, (first, last) in find_non_figures(sentence):
        if any(start <= first and last <= end for start, end in outside):
            continue
        note = SpanNote(kind="no figure", text=sentence[first:last], meaning=None, rule=reason)
        found.append((first, note))
    return [note for _, note in sorted(found, key=lambda item: item[0])]


def _figure(frame: Frame) -> FigureNote:
    """The frame of one figure in words."""
    best = {one.indicator.id: one for one in reversed(frame.candidates)}
    ranked = sorted(best.values(), key=lambda one: -one.score)
    return FigureNote(
        record=frame.record,
        words=frame.own,
        candidates=tuple(
            CandidateNote(
                indicator=one.indicator.id,
                score=round(one.score, 2),
                terms=one.terms,
                left_over=one.left,
                furthest=one.furthest,
                rule=one.rule_id,
            )
            for one in ranked[:_MOST_CANDIDATES]
        ),
        offers=tuple(_offer(each, frame) for each in _by_weight(frame.evidence)),
    )


def _by_weight(evidence: Sequence[Evidence]) -> list[Evidence]:
    return sorted(evidence, key=lambda each: (each.slot, -each.weight))


def _offer(evidence: Evidence, frame: Frame) -> OfferNote:
    value = evidence.value.key if isinstance(evidence.value, Period) else str(evidence.value)
    return OfferNote(
        slot=evidence.slot,
        value=value,
        where=evidence.cue,
        rule=evidence.rule_id,
        weight=evidence.weight,
        chosen=evidence is choose(frame.evidence, evidence.slot),
    )
