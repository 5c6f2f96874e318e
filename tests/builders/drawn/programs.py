"""Each drawn table as a PDF, by the program that draws it."""

import html
import io
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from builders.drawn.contents import NOTE, PROSE, DrawnCell, DrawnTable

OFFICE = shutil.which("soffice")
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
_WIDTH = 460.0
_NAVY, _GREY, _PALE = "1F3A5F", "888888", "EAF0F6"


def drawn_by_reportlab(table: DrawnTable, style: str) -> bytes:
    """The table set by reportlab's own table maker."""
    sheets = getSampleStyleSheet()
    n_head, n_rows = len(table.head), len(table.rows)
    grid = [[""] * len(table.widths) for _ in table.rows]
    commands: list[tuple[object, ...]] = [
        ("FONTSIZE", (0, 0), (-1, -1), 9),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("FONTNAME", (0, 0), (-1, n_head - 1), "Helvetica-Bold"),
        ("ALIGN", (0, 0), (-1, -1), "RIGHT"),
        *(("ALIGN", (column, 0), (column, -1), "LEFT") for column in table.left),
    ]
    wrapped: list[list[object]] = [list(row) for row in grid]
    for row, column, cell in table.placed():
        text: object = cell.text
        if column in table.left and len(cell.text) > 40:
            text = Paragraph(f'<font size="9">{html.escape(cell.text)}</font>', sheets["BodyText"])
        elif row < n_head and " " in cell.text and column not in table.left:
            text = "\n".join(_halves(cell.text))
        wrapped[row][column] = text
        if cell.columns > 1 or cell.rows > 1:
            end = (column + cell.columns - 1, row + cell.rows - 1)
            commands.append(("SPAN", (column, row), end))
            if cell.columns > 1 and row < n_head:
                commands.append(("ALIGN", (column, row), end, "CENTER"))
    commands.extend(_reportlab_rules(style, n_head, n_rows))
    flow = Table(
        wrapped,
        colWidths=[share * _WIDTH for share in table.widths],
        repeatRows=n_head,
        style=TableStyle(commands),
    )
    buffer = io.BytesIO()
    document = SimpleDocTemplate(buffer, pagesize=A4, invariant=1)
    body = sheets["BodyText"]
    document.build(
        [
            Paragraph(PROSE, body),
            Paragraph(f"<b>{table.caption}</b>", body),
            flow,
            Paragraph(f'<font size="8">{NOTE}</font>', body),
            Spacer(1, 12),
            Paragraph(PROSE, body),
        ]
    )
    return buffer.getvalue()


def _halves(text: str) -> list[str]:
    """``text`` in two lines of like length where it is long."""
    words = text.split()
    if len(text) < 12:
        return [text]
    cut = min(range(1, len(words)), key=lambda at: abs(len(" ".join(words[:at])) - len(text) / 2))
    return [" ".join(words[:cut]), " ".join(words[cut:])]


def _reportlab_rules(style: str, n_head: int, n_rows: int) -> list[tuple[object, ...]]:
    grey = colors.HexColor(f"#{_GREY}")
    pale = colors.HexColor(f"#{_PALE}")
    navy = colors.HexColor(f"#{_NAVY}")
    whole, head = ((0, 0), (-1, -1)), ((0, 0), (-1, n_head - 1))
    stripes = [
        ("BACKGROUND", (0, row), (-1, row), pale) for row in range(n_head, n_rows) if row % 2
    ]
    return {
        "grid": [("GRID", *whole, 0.5, grey)],
        "rows": [("LINEBELOW", *whole, 0.5, grey)],
        "head": [("LINEBELOW", (0, n_head - 1), (-1, n_head - 1), 1, colors.black)],
        "none": [],
        "filled": [("BACKGROUND", *head, navy), ("TEXTCOLOR", *head, colors.white), *stripes],
        "white": [
            ("BACKGROUND", *whole, pale),
            ("BACKGROUND", *head, navy),
            ("TEXTCOLOR", *head, colors.white),
            ("GRID", *whole, 3, colors.white),
        ],
    }[style]


def drawn_by_office(tables: Mapping[str, tuple[DrawnTable, str]], folder: Path) -> dict[str, bytes]:
    """Each table as a Word document that LibreOffice prints; files are kept in ``folder``."""
    assert OFFICE
    for name, (table, style) in tables.items():
        _word_document(table, style).save(str(folder / f"{name}.docx"))
    command = [OFFICE, "--headless", f"-env:UserInstallation=file://{folder}/profile"]
    files = [str(folder / f"{name}.docx") for name in tables]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(folder), *files],
        check=True,
        capture_output=True,
        timeout=600,
    )
    return {name: (folder / f"{name}.pdf").read_bytes() for name in tables}


def _word_document(table: DrawnTable, style: str) -> "docx.document.Document":
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(10)
    document.add_paragraph(PROSE)
    document.add_paragraph().add_run(table.caption).bold = True
    flow = document.add_table(rows=len(table.rows), cols=len(table.widths))
    flow.autofit = False
    for column, share in zip(flow.columns, table.widths, strict=True):
        column.width = Cm(16 * share)
    for row, column, cell in table.placed():
        _write_cell(flow, (row, column, cell), table, style)
    for row, entry in enumerate(flow.rows):
        for column, place in enumerate(entry.cells):
            place.width = Cm(16 * table.widths[column])
            _shade(place, style, row, len(table.head))
        if row < len(table.head):
            entry._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _borders(flow, style, len(table.head))
    document.add_paragraph().add_run(NOTE).font.size = Pt(8)
    document.add_paragraph(PROSE)
    return document


def _write_cell(
    flow: "docx.table.Table", placed: tuple[int, int, DrawnCell], table: DrawnTable, style: str
) -> None:
    row, column, cell = placed
    place = flow.cell(row, column)
    if cell.columns > 1 or cell.rows > 1:
        place = place.merge(flow.cell(row + cell.rows - 1, column + cell.columns - 1))
    paragraph = place.paragraphs[0]
    run = paragraph.add_run(cell.text)
    run.font.size = Pt(9)
    if column not in table.left:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if row < len(table.head):
        run.bold = True
        if cell.columns > 1:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if style in ("filled", "white"):
            run.font.color.rgb = RGBColor(255, 255, 255)


def _shade(place: "docx.table._Cell", style: str, row: int, n_head: int) -> None:
    fill = None
    if style in ("filled", "white"):
        fill = _NAVY if row < n_head else _PALE if style == "white" or row % 2 else None
    if fill:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), fill)
        place._tc.get_or_add_tcPr().append(shade)


def _borders(flow: "docx.table.Table", style: str, n_head: int) -> None:
    sides = {
        "grid": ("top", "left", "bottom", "right", "insideH", "insideV"),
        "rows": ("top", "bottom", "insideH"),
        "white": ("top", "left", "bottom", "right", "insideH", "insideV"),
    }.get(style, ())
    borders = OxmlElement("w:tblBorders")
    for side in sides:
        borders.append(_border(side, style))
    flow._tbl.tblPr.append(borders)
    if style == "head":
        for place in flow.rows[n_head - 1].cells:
            below = OxmlElement("w:tcBorders")
            below.append(_border("bottom", style))
            place._tc.get_or_add_tcPr().append(below)


def _border(side: str, style: str) -> "docx.oxml.xmlchemy.BaseOxmlElement":
    border = OxmlElement(f"w:{side}")
    border.set(qn("w:val"), "single")
    border.set(qn("w:sz"), "24" if style == "white" else "4")
    border.set(qn("w:color"), "FFFFFF" if style == "white" else _GREY)
    return border


_SHEETS = {
    "grid": "table { border-collapse: collapse } td, th { border: 1px solid #888 }",
    "rows": "table { border-collapse: collapse } tr { border-bottom: 1px solid #888 }",
    "head": "table { border-collapse: collapse } thead { border-bottom: 2px solid #000 }",
    "none": "",
    "filled": "table { border-collapse: collapse } th { background: #1F3A5F; color: #fff }"
    " tbody tr:nth-child(even) { background: #EAF0F6 }",
    "white": "table { border-collapse: collapse } td, th { border: 3pt solid #fff }"
    " th { background: #1F3A5F; color: #fff } td { background: #EAF0F6 }",
}


def drawn_by_browser(table: DrawnTable, style: str, folder: Path) -> bytes:
    """The table as a web page that Chromium prints; files are kept in ``folder``."""
    assert BROWSER
    page, printed = folder / "page.html", folder / "page.pdf"
    page.write_text(_web_page(table, style), encoding="utf-8")
    subprocess.run(
        [
            BROWSER,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder}/browser",
            f"--print-to-pdf={printed}",
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return printed.read_bytes()


def _web_page(table: DrawnTable, style: str) -> str:
    rows: dict[int, list[str]] = {}
    for row, column, cell in table.placed():
        tag = "th" if row < len(table.head) else "td"
        spans = f' colspan="{cell.columns}" rowspan="{cell.rows}"'
        centred = cell.columns > 1 and row < len(table.head)
        align = "center" if centred else "left" if column in table.left else "right"
        rows.setdefault(row, []).append(
            f'<{tag}{spans} style="text-align: {align}">{html.escape(cell.text)}</{tag}>'
        )
    head = "".join(f"<tr>{''.join(rows[row])}</tr>" for row in range(len(table.head)))
    body = "".join(
        f"<tr>{''.join(rows[row])}</tr>" for row in range(len(table.head), len(table.rows))
    )
    columns = "".join(f'<col style="width: {100 * share:.0f}%">' for share in table.widths)
    return (
        "<!doctype html><meta charset='utf-8'><style>"
        "@page { size: A4; margin: 2cm } body { font: 10pt 'DejaVu Sans', sans-serif }"
        " table { width: 100%; font-size: 9pt; -webkit-print-color-adjust: exact }"
        f" td, th {{ padding: 3px 6px }} tr {{ break-inside: avoid }} {_SHEETS[style]}</style>"
        f"<p>{PROSE}</p><p><b>{table.caption}</b></p>"
        f"<table><colgroup>{columns}</colgroup><thead>{head}</thead><tbody>{body}</tbody></table>"
        f"<p style='font-size: 8pt'>{NOTE}</p><p>{PROSE}</p>"
    )


def drawn_by_all(
    tables: Mapping[str, tuple[DrawnTable, str]], folder: Path
) -> dict[str, dict[str, bytes]]:
    """PDF files by program, of those that are installed, and by name."""
    drawn = {"reportlab": {name: drawn_by_reportlab(*entry) for name, entry in tables.items()}}
    if OFFICE:
        drawn["office"] = drawn_by_office(tables, folder)
    if BROWSER:
        drawn["browser"] = {
            name: drawn_by_browser(*entry, folder) for name, entry in tables.items()
        }
    return drawn
