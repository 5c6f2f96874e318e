"""Provenance of a span of the document."""

from reportparse.document import Document
from reportparse.records import Provenance, TableReference


def provenance_of(
    document: Document,
    start_char: int,
    end_char: int,
    *,
    table: TableReference | None = None,
) -> Provenance:
    """Provenance of ``text[start_char:end_char]``: its page, box, section and quote."""
    page = document.page_at(start_char)
    section = document.section_at(start_char)
    return Provenance(
        page=page.number if page else None,
        bbox=document.bbox_of(start_char, end_char),
        start_char=start_char,
        end_char=end_char,
        quote=document.text[start_char:end_char],
        section=(section.number or section.heading) if section else None,
        table=table,
        recognised=page.recognised if page else None,
    )
