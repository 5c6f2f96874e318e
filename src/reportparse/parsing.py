"""From a file to its records: the only module that joins readers and extractors. Prints nothing."""

import hashlib
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import BinaryIO

from reportparse.document import Document, Problem, page_range
from reportparse.errors import SourceError, UnreadableFileError
from reportparse.extractors.context import ReportContext
from reportparse.extractors.indicators import extract_indicators
from reportparse.extractors.indicators.reference import reference_of
from reportparse.extractors.inspections import InspectionFindings, extract_inspection
from reportparse.extractors.mentions import extract_mentions
from reportparse.extractors.metadata import extract_metadata
from reportparse.extractors.packs import Surrounding, find_parts
from reportparse.extractors.provenance import provenance_of
from reportparse.extractors.tables import extract_tables
from reportparse.readers import read_document
from reportparse.records import (
    ParsedDocument,
    ProblemRecord,
    Report,
    SectionRecord,
    Source,
)
from reportparse.vocabulary import Vocabulary, load_vocabulary, use_vocabulary


def parse(
    source: str | PathLike[str] | bytes | BinaryIO,
    *,
    name: str | None = None,
    vocabulary: Vocabulary | str | Path | None = None,
) -> ParsedDocument:
    """Parse one report.

    Args:
        source: Path of a PDF, DOCX, HTML or text file, its bytes, or a file open for reading bytes.
        name: Path to put into ``source.path``; the path as given by default, None for bytes.
        vocabulary: Measures, aliases and areas of your own, from `load_vocabulary` or as the path
            of a file (docs/vocabulary.md); those of the package by default.

    Raises:
        SourceError: The file cannot be read; the subclass and its ``code`` say why.
        VocabularyError: The file of ``vocabulary`` cannot be read or an entry of it is wrong.

    Examples:
        >>> parsed = reportparse.parse("fixtures/built/inspections/ilacs-standard-2019.pdf")
        >>> parsed.reports[0].organisation
        'Thurrock'
        >>> next(parsed.judgements())
        <Judgement impact_of_leaders requires_improvement: Thurrock, ilacs_2018, 2019-11-15, page 1>
    """
    vocabulary = vocabulary_of(vocabulary)
    data, path = read_source(source)
    shown = name or path
    document = document_of(data, shown)
    with use_vocabulary(vocabulary):
        reports, problems = reports_of(document)
    return ParsedDocument(
        source=Source(
            path=shown,
            sha256=hashlib.sha256(data).hexdigest(),
            bytes=len(data),
            media_type=document.media_type,
            pages=len(document.pages) or None,
        ),
        reports=reports,
        problems=tuple(
            ProblemRecord(code=problem.code, message=problem.message, page=problem.page)
            for problem in (*document.problems, *problems)
        ),
    )


def vocabulary_of(vocabulary: Vocabulary | str | Path | None) -> Vocabulary | None:
    """``vocabulary`` loaded where it is the path of a file."""
    return load_vocabulary(vocabulary) if isinstance(vocabulary, str | Path) else vocabulary


def document_of(data: bytes, name: str | None) -> Document:
    """The document in ``data``; an error names the file."""
    try:
        return read_document(data, name=name)
    except SourceError as error:
        if error.path is not None or name is None:
            raise
        raise type(error)(error.message, path=name) from error


def read_source(source: str | PathLike[str] | bytes | BinaryIO) -> tuple[bytes, str | None]:
    """The bytes of a source, and its path or name where it has one.

    Raises:
        UnreadableFileError: The operating system refuses.
    """
    if isinstance(source, bytes):
        return source, None
    if isinstance(source, str | PathLike):
        return read_bytes(Path(source)), str(source)
    name = getattr(source, "name", None)
    return source.read(), name if isinstance(name, str) else None


def read_bytes(path: Path) -> bytes:
    """The bytes of ``path``.

    Raises:
        UnreadableFileError: The operating system refuses.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError("there is no such file", path=str(path)) from error
    except IsADirectoryError as error:
        raise UnreadableFileError(
            "is a folder; 'reportparse convert' reads every report in one", path=str(path)
        ) from error
    except OSError as error:
        raise UnreadableFileError(
            f"cannot be read ({error.strerror}); check its permissions and that it is a file",
            path=str(path),
        ) from error


def reports_of(document: Document) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    """Every report in ``document``, many for an agenda pack, and what could not be read of them."""
    parts = find_parts(document)
    if not parts:
        report, problems = report_of(document)
        return (report,), problems
    front = page_range(document, parts[0].first, parts[0].last)
    context = extract_metadata(front)
    whole = replace(context, organisation=extract_metadata(document).organisation)
    read: list[tuple[Report, tuple[Problem, ...]]] = []
    for part in parts:
        own = page_range(document, part.first, part.last)
        if own.text.strip():
            read.append(report_of(own, Surrounding(part, whole, front.text)))
    return tuple(r for r, _ in read), tuple(p for _, problems in read for p in problems)


def report_of(
    document: Document, pack: Surrounding | None = None
) -> tuple[Report, tuple[Problem, ...]]:
    """The report in ``document``, and what could not be read of it; ``pack`` is what holds it."""
    findings = extract_inspection(document)
    context = _context(findings) if findings else extract_metadata(document)
    if pack is not None and findings is None:
        context = pack.named(context)
    stated = findings.judgements if findings else ()
    told, dates = extract_mentions(document, context, stated)
    reference = reference_of(document, context)
    report = Report(
        kind=context.kind,
        title=context.title,
        organisation=context.organisation,
        committee=context.committee,
        author=context.author,
        report_date=context.report_date
        or (context.report_month.key if context.report_month else None),
        page_from=document.pages[0].number if document.pages else None,
        page_to=document.pages[-1].number if document.pages else None,
        inspection=context.inspection,
        sections=tuple(_sections(document)),
        tables=extract_tables(document, reference),
        judgements=(*stated, *told),
        dates=dates,
        indicators=extract_indicators(document, context, reference),
        text=document.text,
    )
    return report, findings.problems if findings else ()


def _context(findings: InspectionFindings) -> ReportContext:
    inspection = findings.inspection
    return ReportContext(
        kind=findings.kind,
        title=findings.title,
        organisation=findings.organisation,
        report_date=findings.report_date,
        inspection=inspection,
    )


def _sections(document: Document) -> list[SectionRecord]:
    return [
        SectionRecord(
            number=section.number,
            heading=section.heading,
            level=section.level,
            start_char=section.start_char,
            end_char=section.end_char,
            provenance=provenance_of(document, section.start_char, section.heading_end),
        )
        for section in document.sections
    ]
