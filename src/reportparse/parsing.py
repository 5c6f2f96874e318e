"""From a file to its records: the only module that joins readers and extractors. Prints nothing."""

import hashlib
from pathlib import Path

from reportparse.document import Document, Table
from reportparse.errors import UnreadableFileError
from reportparse.extractors.provenance import provenance_of
from reportparse.readers import read_document
from reportparse.records import (
    ParsedDocument,
    ProblemRecord,
    Report,
    ReportKind,
    SectionRecord,
    Source,
    TableCell,
    TableRecord,
)


def parse(source: str | Path | bytes, *, name: str | None = None) -> ParsedDocument:
    """Parse one report.

    Args:
        source: Path of a PDF, DOCX, HTML or text file, or its bytes.
        name: Path to put into ``source.path``; the path as given by default, None for bytes.

    Raises:
        SourceError: The file cannot be read; the subclass and its ``code`` say why.
    """
    path = None if isinstance(source, bytes) else Path(source)
    data = source if isinstance(source, bytes) else read_bytes(Path(source))
    shown = name or (str(path) if path else None)
    document = read_document(data, name=shown)
    return ParsedDocument(
        source=Source(
            path=shown,
            sha256=hashlib.sha256(data).hexdigest(),
            bytes=len(data),
            media_type=document.media_type,
            pages=len(document.pages) or None,
        ),
        reports=(_report(document),),
        problems=tuple(
            ProblemRecord(code=problem.code, message=problem.message, page=problem.page)
            for problem in document.problems
        ),
    )


def read_bytes(path: Path) -> bytes:
    """The bytes of ``path``.

    Raises:
        UnreadableFileError: The operating system refuses.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(
            f"cannot be read ({error.strerror}); check its permissions and that it is a file",
            path=str(path),
        ) from error


def _report(document: Document) -> Report:
    return Report(
        kind=ReportKind.OTHER,
        title=document.title,
        page_from=document.pages[0].number if document.pages else None,
        page_to=document.pages[-1].number if document.pages else None,
        sections=tuple(_sections(document)),
        tables=tuple(_table(document, table) for table in document.tables),
        text=document.text,
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


def _table(document: Document, table: Table) -> TableRecord:
    return TableRecord(
        id=table.id,
        caption=table.caption,
        n_header_rows=table.n_header_rows,
        n_stub_columns=table.n_stub_columns,
        n_rows=table.n_rows,
        n_columns=table.n_columns,
        cells=tuple(
            TableCell(
                row=cell.row,
                column=cell.column,
                row_span=cell.row_span,
                column_span=cell.column_span,
                text=cell.text,
                role=cell.role,
                page=cell.page,
                bbox=cell.bbox,
            )
            for cell in table.cells
        ),
        provenance=provenance_of(document, table.start_char, table.end_char),
        pages=table.pages,
    )
