"""Table records made by hand, as parsing would give them."""

from reportparse.document import CellRole
from reportparse.extractors.tables import read_cell
from reportparse.records import (
    ParsedDocument,
    Provenance,
    Report,
    ReportKind,
    Source,
    TableCell,
    TableRecord,
)

NOWHERE = Provenance(page=None, bbox=None, start_char=0, end_char=0, quote="")


def table_record(
    drawing: str,
    *,
    headers: int = 1,
    stubs: int = 1,
    spans: dict[tuple[int, int], tuple[int, int]] | None = None,
    caption: str | None = None,
) -> TableRecord:
    """A table drawn with bars between cells; ``spans`` by the place where a merged cell starts."""
    rows = [[cell.strip() for cell in line.split("|")] for line in drawing.strip().splitlines()]
    cells = []
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if not text:
                continue
            header = row < headers
            role = CellRole.HEADER if header else CellRole.STUB if column < stubs else CellRole.BODY
            reading = read_cell(text) if role is CellRole.BODY else None
            row_span, column_span = (spans or {}).get((row, column), (1, 1))
            cells.append(
                TableCell(
                    row=row,
                    column=column,
                    row_span=row_span,
                    column_span=column_span,
                    text=text,
                    role=role,
                    state=reading.state if reading else None,
                    value=reading.value if reading else None,
                    unit=reading.unit if reading else None,
                )
            )
    return TableRecord(
        id="t1",
        caption=caption,
        n_header_rows=headers,
        n_stub_columns=stubs,
        n_rows=len(rows),
        n_columns=max(map(len, rows)),
        cells=tuple(cells),
        provenance=NOWHERE,
        pages=(2,),
    )


def document_with(*tables: TableRecord) -> ParsedDocument:
    """A document whose one report holds ``tables``."""
    return ParsedDocument(
        source=Source(path="in/paper.docx", sha256=None, bytes=None, media_type=None, pages=None),
        reports=(Report(kind=ReportKind.OTHER, tables=tables),),
    )
