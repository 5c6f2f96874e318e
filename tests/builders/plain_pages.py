"""Pages that hold no table: lists, letters, text in columns, forms, drawn boxes."""

from collections.abc import Callable

from reportlab.pdfbase.pdfmetrics import stringWidth

from builders.typeset import Sheet

_CHAPTERS = (
    "Summary",
    "Introduction",
    "The local area",
    "Children who need help",
    "Children looked after",
    "Leaving care",
    "Leadership and governance",
    "What must improve",
    "Annex A: figures",
    "Annex B: the people we met",
)
_FONT, _SIZE = "Helvetica", 10.0


def _row(sheet: Sheet, cells: list[tuple[float, str]], *, step: float = 14.0) -> None:
    for x, text in cells:
        sheet.text(x, sheet.y + _SIZE, text, font=_FONT, size=_SIZE)
    sheet.y += step


def contents(leader: str, *, numbered: bool) -> Sheet:
    """A contents list; its page numbers stand at the right end of the lines."""
    sheet = Sheet()
    sheet.text(60, sheet.y + 16, "Contents", font="Helvetica-Bold", size=16)
    sheet.y += 30
    for at, chapter in enumerate(_CHAPTERS):
        page = str(3 + 4 * at) if at else "iii"
        label = f"{at + 1}   {chapter}" if numbered else chapter
        right = 500 - stringWidth(page, _FONT, _SIZE)
        left = 60 + stringWidth(label, _FONT, _SIZE) + 4
        count = int((right - left - 4) / stringWidth(leader, _FONT, _SIZE)) if leader else 0
        _row(sheet, [(60, label), *([(left, leader * count)] if count else []), (right, page)])
    return sheet


def list_of_tables() -> Sheet:
    sheet = Sheet()
    sheet.text(60, sheet.y + 14, "List of tables", font="Helvetica-Bold", size=14)
    sheet.y += 26
    for at, chapter in enumerate(_CHAPTERS):
        _row(sheet, [(60, f"Table {at + 1}"), (120, chapter), (480, str(12 + at))])
    return sheet


def index() -> Sheet:
    """An index in three columns."""
    sheet = Sheet()
    for at in range(24):
        cells = [
            (60.0 + 165 * column, f"{_CHAPTERS[(at + column) % 10]}, {3 + at * 2}, {40 + at}")
            for column in range(3)
        ]
        _row(sheet, cells)
    return sheet


def columns(number: int) -> Sheet:
    sheet = Sheet()
    top, width = sheet.y, (475 - 20 * (number - 1)) / number
    for column in range(number):
        sheet.y = top
        sheet.paragraph(20, x=60 + column * (width + 20), width=width, size=9, start=40 * column)
        sheet.paragraph(18, x=60 + column * (width + 20), width=width, size=9, start=90 + column)
    return sheet


def bullets() -> Sheet:
    sheet = Sheet()
    sheet.paragraph(4)
    for at, chapter in enumerate(_CHAPTERS):
        _row(sheet, [(66, "•"), (84, f"{chapter}: {12 + at} of {40 + at} actions are complete")])
    return sheet


def numbered() -> Sheet:
    """Numbered paragraphs whose numbers hang in the margin."""
    sheet = Sheet()
    for at in range(8):
        sheet.text(60, sheet.y + 10, f"{at + 1}.", font="Times-Roman", size=10)
        sheet.paragraph(3, x=90, width=445, start=17 * at)
    return sheet


def addresses() -> Sheet:
    """Three addresses side by side."""
    sheet = Sheet()
    sheet.paragraph(3)
    for cells in (
        ("Head office", "Northern office", "Southern office"),
        ("12 High Street", "Unit 4, The Wharf", "201 London Road"),
        ("Alden AL1 2PQ", "Barrow BA3 4RS", "Caledon CA5 6TU"),
        ("Tel: 01632 960001", "Tel: 01632 960002", "Tel: 01632 960003"),
        ("office@example.org", "north@example.org", "south@example.org"),
    ):
        _row(sheet, [(60.0 + 160 * at, text) for at, text in enumerate(cells)])
    sheet.paragraph(3)
    return sheet


def letter() -> Sheet:
    sheet = Sheet()
    for label, text in (
        ("Our reference", "CS/2009/114"),
        ("Your reference", "AB 12"),
        ("Date", "4 May 2009"),
        ("Telephone", "01632 960004"),
        ("Contact", "J. Smith"),
    ):
        _row(sheet, [(330, label), (430, text)])
    sheet.paragraph(8)
    sheet.paragraph(6, start=30)
    return sheet


def boxes() -> Sheet:
    """Boxes of text drawn side by side, each with a large figure."""
    sheet = Sheet()
    sheet.paragraph(3)
    for row in range(2):
        top = sheet.y
        for column in range(3):
            x = 60 + 165 * column
            sheet.shade(x, top, x + 150, top + 60, 0.9)
            sheet.text(x + 8, top + 26, f"{12 + 7 * column + row}%", font="Helvetica-Bold", size=22)
            sheet.text(x + 8, top + 42, "of the households we", font=_FONT, size=9)
            sheet.text(x + 8, top + 53, "asked had applied", font=_FONT, size=9)
        sheet.y = top + 72
    sheet.paragraph(4)
    return sheet


def framed_text() -> Sheet:
    """Two framed boxes of running text side by side under a framed title."""
    sheet = Sheet()
    top = sheet.y
    for y in (top, top + 20, top + 150):
        sheet.line(60, y, 535, y)
    for x in (60, 535):
        sheet.line(x, top, x, top + 150)
    sheet.line(297, top + 20, 297, top + 150)
    sheet.text(70, top + 14, "What works and what does not", font="Helvetica-Bold", size=10)
    for column in range(2):
        sheet.y = top + 24
        sheet.paragraph(9, x=68 + 237 * column, width=220, size=9, start=30 * column)
    return sheet


def references() -> Sheet:
    sheet = Sheet()
    for at in range(12):
        name = f"{_CHAPTERS[at % 10].split()[-1].title()}, A., and B. Holm."
        _row(
            sheet, [(60, name), (240, f"{1990 + at}."), (280, "Journal of Invented Results 12, 4.")]
        )
    return sheet


def equations() -> Sheet:
    sheet = Sheet()
    for at in range(4):
        sheet.paragraph(3, start=11 * at)
        _row(sheet, [(180, f"y = a + {at + 2} x + e"), (500, f"({at + 1})")], step=22)
    return sheet


def definitions() -> Sheet:
    """Terms at the left, what they mean at the right."""
    sheet = Sheet()
    for at, chapter in enumerate(_CHAPTERS[:6]):
        sheet.text(60, sheet.y + 10, chapter, font="Helvetica-Bold", size=10)
        sheet.paragraph(3, x=200, width=335, start=21 * at)
    return sheet


PLAIN_PAGES: dict[str, Callable[[], Sheet]] = {
    "contents-dots": lambda: contents(".", numbered=False),
    "contents-spaced dots": lambda: contents(" .", numbered=True),
    "contents-no dots": lambda: contents("", numbered=True),
    "list of tables": list_of_tables,
    "index": index,
    "two columns": lambda: columns(2),
    "three columns": lambda: columns(3),
    "bullets": bullets,
    "numbered": numbered,
    "addresses": addresses,
    "letter": letter,
    "boxes": boxes,
    "framed text": framed_text,
    "references": references,
    "equations": equations,
    "definitions": definitions,
}
