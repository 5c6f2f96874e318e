"""Statistical tables set on PDF pages in the styles that publishers use, with their truth.

A table is given as rows of texts; how it is ruled, spaced and aligned is a ``Style``. Each cell
that is set is noted with its place, so that what a reader finds can be compared cell for cell.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from builders.wording import PROSE

CellText = str | tuple[str, int] | tuple[str, int, int] | None
Rows = Sequence[Sequence[CellText]]

_INDENT = 9.0
_PAD = 3.0


class SetCell(NamedTuple):
    """A cell of the truth."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str


@dataclass(frozen=True)
class Content:
    """Header rows and body rows; a text may carry a column span and a row span.

    Leading pairs of spaces indent a stub. A body row of one text is a group row.
    What follows ``^`` in a text is raised behind it. ``widths_of`` is the table whose columns
    are as wide, as the other part of a table over two pages.
    """

    head: Rows
    body: Rows
    stubs: int = 1
    widths_of: "Content | None" = None

    @property
    def columns(self) -> int:
        return max(len(_expand(row)) for row in (*self.head, *self.body))


@dataclass(frozen=True)
class Style:
    """How a table is set. ``rules`` is one of the names in ``_RULES``."""

    rules: str = "booktabs"
    font: str = "Helvetica"
    size: float = 9.0
    leading: float = 1.25
    row_gap: float = 0.0
    gutter: float = 14.0
    width: float | None = None
    stub_width: float = 190.0
    text_width: float = 120.0
    figures: str = "right"
    header: str = "centre"
    header_leading: float = 1.15
    last_line: bool = True
    span_rules: bool = True
    leaders: str = ""
    currency_apart: bool = False
    every: int = 0
    bold_head: bool = False


@dataclass
class Placement:
    """A table set on a page, with its truth."""

    page: int
    cells: list[SetCell] = field(default_factory=list)


def _expand(row: Sequence[CellText]) -> list[tuple[str, int, int] | None]:
    """One entry a column; None where a span covers it or nothing stands."""
    cells: list[tuple[str, int, int] | None] = []
    for cell in row:
        text, span, rows = (*((cell,) if isinstance(cell, str) else cell or ("",)), 1, 1)[:3]
        cells.append((text, span, rows) if text else None)
        cells.extend([None] * (span - 1))
    return cells


class Sheet:
    """A PDF that is written from the top of its first page."""

    def __init__(self, *, width: float = 595.0, height: float = 842.0, rotate: int = 0) -> None:
        self._buffer = io.BytesIO()
        self._canvas = Canvas(self._buffer, pagesize=(width, height), invariant=1)
        self.width, self.height, self.rotate = width, height, rotate
        self.page = 1
        self.y = 60.0
        self.tables: list[Placement] = []
        self._start()

    def _start(self) -> None:
        if self.rotate:
            self._canvas.setPageRotation(self.rotate)

    def turn_page(self) -> None:
        self._canvas.showPage()
        self.page += 1
        self.y = 60.0
        self._start()

    def data(self) -> bytes:
        self._canvas.save()
        return self._buffer.getvalue()

    def lay_sideways(self) -> None:
        """Set what follows turned a quarter to the left, as wide tables on upright pages are."""
        self._canvas.translate(self.width, 0)
        self._canvas.rotate(90)
        self.width, self.height = self.height, self.width

    def text(self, x: float, y: float, text: str, *, font: str, size: float) -> None:
        self._canvas.setFont(font, size)
        self._canvas.drawString(x, self.height - y, text)

    def line(self, x0: float, y0: float, x1: float, y1: float, *, weight: float = 0.6) -> None:
        self._canvas.setLineWidth(weight)
        self._canvas.line(x0, self.height - y0, x1, self.height - y1)

    def shade(self, x0: float, y0: float, x1: float, y1: float, grey: float) -> None:
        self._canvas.setFillGray(grey)
        self._canvas.rect(x0, self.height - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
        self._canvas.setFillGray(0)

    def paragraph(
        self,
        lines: int,
        *,
        x: float = 60.0,
        width: float = 475.0,
        size: float = 10.0,
        font: str = "Times-Roman",
        start: int = 0,
    ) -> None:
        """Justified prose of ``lines`` lines, cut from the stock from word ``start`` on."""
        words = PROSE.split()
        at = start
        for _ in range(lines):
            line: list[str] = []
            while stringWidth(" ".join([*line, words[at % len(words)]]), font, size) < width:
                line.append(words[at % len(words)])
                at += 1
            spare = width - stringWidth("".join(line), font, size)
            left = x
            for word in line:
                self.text(left, self.y + size, word, font=font, size=size)
                left += stringWidth(word, font, size) + spare / (len(line) - 1)
            self.y += 1.25 * size
        self.y += size

    def caption(self, text: str, *, x: float = 60.0, font: str = "Helvetica-Bold") -> None:
        for line in _wrap(text, font, 9.5, 475.0):
            self.text(x, self.y + 9.5, line, font=font, size=9.5)
            self.y += 12.0
        self.y += 3.0

    def note(self, text: str, *, x: float = 60.0, width: float = 420.0, gap: float = 2.0) -> None:
        self.y += gap
        for line in _wrap(text, "Helvetica", 7.5, width):
            self.text(x, self.y + 7.5, line, font="Helvetica", size=7.5)
            self.y += 9.0
        self.y += 8.0

    def table(self, content: Content, style: Style, *, x: float = 60.0) -> Placement:
        """Set a table at ``x`` below all that stands on the page."""
        setting = _Setting(self, content, style, x)
        placement = Placement(self.page, setting.draw())
        self.tables.append(placement)
        return placement


def _wrap(text: str, font: str, size: float, width: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and stringWidth(joined, font, size) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines or [""]


class _Setting:
    """One table while it is set."""

    def __init__(self, sheet: Sheet, content: Content, style: Style, x: float) -> None:
        self.sheet, self.content, self.style = sheet, content, style
        self.head = [_expand(row) for row in content.head]
        self.body = [_expand(row) for row in content.body]
        self.n = content.columns
        self.head_font = (
            {"Times-Roman": "Times-Bold"}.get(style.font, f"{style.font}-Bold")
            if style.bold_head
            else style.font
        )
        self.rows = [row + [None] * (self.n - len(row)) for row in (*self.head, *self.body)]
        model = content.widths_of
        self.widths = _Setting(sheet, model, style, x).widths if model else self._widths()
        self.lefts = [x]
        for width in self.widths[:-1]:
            self.lefts.append(self.lefts[-1] + width + style.gutter)
        self.right = self.lefts[-1] + self.widths[-1]
        self.cells: list[SetCell] = []

    def _width_of(self, text: str) -> float:
        return stringWidth(text.replace("^", ""), self.style.font, self.style.size)

    def _widths(self) -> list[float]:
        style, widths = self.style, []
        for column in range(self.n):
            most = style.stub_width if column < self.content.stubs else style.text_width
            texts = [row[column] for row in self.rows[len(self.head) :] if row[column]]
            single = [cell for cell in texts if cell and cell[1] == 1]
            is_group = [sum(c is not None for c in row) == 1 for row in self.body]
            own = [
                self._width_of(cell[0].strip()) + self._indent(cell[0])
                for row, group in zip(self.body, is_group, strict=True)
                for at, cell in enumerate(row)
                if at == column and cell in single and cell and not (group and column == 0)
            ]
            longest_word = max(
                (
                    stringWidth(word, self.head_font, style.size)
                    for row in self.head
                    for at, cell in enumerate(row)
                    if at == column and cell and cell[1] == 1
                    for word in cell[0].split()
                ),
                default=0.0,
            )
            if style.currency_apart and column >= self.content.stubs:
                own = [width + 6 for width in own]
            widths.append(max(min(max(own, default=20.0), most), longest_word))
        if style.width is not None:
            spare = style.width - sum(widths) - style.gutter * (self.n - 1)
            if spare > 0:
                widths = [width + spare / self.n for width in widths]
        return widths

    def _indent(self, text: str) -> float:
        return _INDENT * ((len(text) - len(text.lstrip(" "))) // 2)

    def draw(self) -> list[SetCell]:
        style, sheet = self.style, self.sheet
        top = sheet.y
        edges = [top]
        for at in range(len(self.rows)):
            edges.append(edges[-1] + self._height(at))
        self._shades(edges)
        for at, row in enumerate(self.rows):
            for column, cell in enumerate(row):
                if cell:
                    self._cell(at, column, cell, edges)
        _RULES[style.rules](self, edges)
        if style.span_rules and style.rules not in (
            "grid",
            "columns",
            "boxed_head",
            "boxed_columns",
        ):
            self._span_rules(edges)
        sheet.y = edges[-1] + 4
        return self.cells

    def _lines(self, row: int, column: int, cell: tuple[str, int, int]) -> list[str]:
        last = column + cell[1] - 1
        width = self.lefts[last] + self.widths[last] - self.lefts[column]
        font = self.head_font if row < len(self.head) else self.style.font
        group = row >= len(self.head) and sum(c is not None for c in self.rows[row]) == 1
        if group:
            width = self.right - self.lefts[column]
        return _wrap(cell[0].strip(), font, self.style.size, width - self._indent(cell[0]) + 0.1)

    def _height(self, row: int) -> float:
        style = self.style
        is_head = row < len(self.head)
        lines = [
            len(self._lines(row, column, cell))
            for column, cell in enumerate(self.rows[row])
            if cell and cell[2] == 1
        ]
        step = style.size * (style.header_leading if is_head else style.leading)
        extra = 2 * _PAD if is_head or style.rules in ("grid", "rows", "full") else style.row_gap
        at = row - len(self.head)
        if style.every and at > 0 and (at + 1) % style.every == 0:
            extra += 0.7 * style.size
        return max(lines, default=1) * step + extra

    def _cell(self, row: int, column: int, cell: tuple[str, int, int], edges: list[float]) -> None:
        style = self.style
        is_head = row < len(self.head)
        text, span, row_span = cell
        last = column + span - 1
        x0, x1 = self.lefts[column], self.lefts[last] + self.widths[last]
        lines = self._lines(row, column, cell)
        step = style.size * (style.header_leading if is_head else style.leading)
        top, bottom = edges[row], edges[row + row_span]
        padded = is_head or style.rules in ("grid", "rows", "full")
        pad = _PAD if padded else 0.0
        if is_head or (style.last_line and column >= self.content.stubs):
            first = bottom - pad - step * len(lines)
        else:
            first = top + pad
        align = style.header if is_head else style.figures
        if column < self.content.stubs and span == 1:
            align = "left"
        elif not is_head and not any(char.isdigit() for char in text) and len(text) > 5:
            align = "left" if span == 1 else "centre"
        for at, line in enumerate(lines):
            y = first + step * at + 0.95 * style.size
            self._line(line, align, (x0 + self._indent(text), x1), y, head=is_head)
        leader = ""
        if style.leaders and not is_head and column == 0 and self.rows[row][self.n - 1]:
            leader = self._leaders(lines[-1], x0 + self._indent(text), x1, y)
        printed = text.strip().replace("^", "") + leader
        self.cells.append(SetCell(row, column, row_span, span, printed))

    def _line(
        self, line: str, align: str, reach: tuple[float, float], y: float, *, head: bool
    ) -> None:
        font, size = (self.head_font if head else self.style.font), self.style.size
        plain, _, mark = line.partition("^")
        x0, x1 = reach
        if self.style.currency_apart and plain.startswith("$"):
            self.sheet.text(x0, y, "$", font=font, size=size)
            plain = plain[1:].strip()
        width = stringWidth(plain, font, size)
        left = {"left": x0, "right": x1 - width, "centre": (x0 + x1 - width) / 2}.get(align)
        if left is None:
            whole = plain.split(".")[0].rstrip(")%*")
            left = x1 - stringWidth(".0", font, size) - stringWidth(whole, font, size)
        if align == "right" and plain.endswith(")"):
            left += stringWidth(")", font, size)
        self.sheet.text(left, y, plain, font=font, size=size)
        if mark:
            self.sheet.text(left + width, y - 0.35 * size, mark, font=font, size=0.62 * size)

    def _leaders(self, line: str, x0: float, x1: float, y: float) -> str:
        """Set dots from the end of ``line`` to the end of its column; what was set."""
        unit = self.style.leaders
        font, size = self.style.font, self.style.size
        left = x0 + self._width_of(line) + (3 if unit.strip() != unit else 0)
        count = int((x1 - left) / stringWidth(unit, font, size))
        if count <= 0:
            return ""
        self.sheet.text(left, y, (unit * count).rstrip(), font=font, size=size)
        return (unit * count).rstrip()

    def _shades(self, edges: list[float]) -> None:
        if self.style.rules != "bands":
            return
        n_head = len(self.head)
        self.sheet.shade(self.lefts[0] - 4, edges[0], self.right + 4, edges[n_head], 0.75)
        for at in range(n_head + 1, len(self.rows), 2):
            self.sheet.shade(self.lefts[0] - 4, edges[at], self.right + 4, edges[at + 1], 0.92)

    def _span_rules(self, edges: list[float]) -> None:
        for at, row in enumerate(self.head):
            for column, cell in enumerate(row):
                if cell and cell[1] > 1 and cell[1] < self.n:
                    last = column + cell[1] - 1
                    y = edges[at + cell[2]]
                    self.sheet.line(
                        self.lefts[column], y, self.lefts[last] + self.widths[last], y, weight=0.4
                    )

    def level(self, y: float, *, weight: float = 0.6) -> None:
        self.sheet.line(self.lefts[0] - 4, y, self.right + 4, y, weight=weight)

    def covered(self) -> dict[tuple[int, int], tuple[int, int]]:
        """The (row, column) of the cell that covers each place."""
        owner = {(r, c): (r, c) for r in range(len(self.rows)) for c in range(self.n)}
        for cell in self.cells:
            for r in range(cell.row, cell.row + cell.row_span):
                for c in range(cell.column, cell.column + cell.column_span):
                    owner[r, c] = (cell.row, cell.column)
        return owner


def _no_rules(setting: _Setting, edges: list[float]) -> None:
    pass


def _booktabs(setting: _Setting, edges: list[float]) -> None:
    n_head = len(setting.head)
    for y, weight in ((edges[0], 1.0), (edges[n_head], 0.5), (edges[-1] + 2, 1.0)):
        setting.level(y, weight=weight)


def _head_rule(setting: _Setting, edges: list[float]) -> None:
    setting.level(edges[len(setting.head)])


def _row_rules(setting: _Setting, edges: list[float]) -> None:
    n_head = len(setting.head)
    for y in (edges[0], *edges[n_head:]):
        setting.level(y)


def _column_rules(setting: _Setting, edges: list[float]) -> None:
    """Rules around the head and at the foot, upright ones between columns: the census style."""
    _booktabs(setting, edges)
    owner = setting.covered()
    for column in range(1, setting.n):
        x = setting.lefts[column] - setting.style.gutter / 2
        for row in range(len(setting.rows)):
            if owner[row, column] != owner[row, column - 1]:
                bottom = edges[row + 1] + (2 if row == len(setting.rows) - 1 else 0)
                setting.sheet.line(x, edges[row], x, bottom)
    for row in range(1, len(setting.head)):
        for column in range(setting.n):
            if owner[row, column] != owner[row - 1, column]:
                half = setting.style.gutter / 2
                setting.sheet.line(
                    setting.lefts[column] - half,
                    edges[row],
                    setting.lefts[column] + setting.widths[column] + half,
                    edges[row],
                )


def _full_grid(setting: _Setting, edges: list[float]) -> None:
    owner = setting.covered()
    half = setting.style.gutter / 2
    xs = [setting.lefts[0] - half, *(left - half for left in setting.lefts[1:])]
    xs.append(setting.right + half)
    n_rows = len(setting.rows)
    for row in range(n_rows + 1):
        for column in range(setting.n):
            inner = 0 < row < n_rows
            if not inner or owner[row, column] != owner[row - 1, column]:
                setting.sheet.line(xs[column], edges[row], xs[column + 1], edges[row])
    for column in range(setting.n + 1):
        for row in range(n_rows):
            inner = 0 < column < setting.n
            if not inner or owner[row, column] != owner[row, column - 1]:
                setting.sheet.line(xs[column], edges[row], xs[column], edges[row + 1])


def _segments(setting: _Setting, edges: list[float]) -> None:
    """Rules broken between columns, as spreadsheets underline cells."""
    n_head = len(setting.head)
    for y in (edges[0], edges[n_head], edges[-1] + 2):
        for left, width in zip(setting.lefts, setting.widths, strict=True):
            setting.sheet.line(left, y, left + width, y)


def _sums(setting: _Setting, edges: list[float]) -> None:
    """A rule under the head, and short ones over the last row in the columns of figures."""
    _head_rule(setting, edges)
    for left, width in list(zip(setting.lefts, setting.widths, strict=True))[1:]:
        setting.sheet.line(left, edges[-2], left + width, edges[-2])
        setting.sheet.line(left, edges[-1], left + width, edges[-1])
        setting.sheet.line(left, edges[-1] + 1.5, left + width, edges[-1] + 1.5)


def _box(setting: _Setting, edges: list[float]) -> None:
    """A box around the table and a rule under the head."""
    _booktabs(setting, edges)
    for x in (setting.lefts[0] - 4, setting.right + 4):
        setting.sheet.line(x, edges[0], x, edges[-1] + 2)


def _stub_rule(setting: _Setting, edges: list[float]) -> None:
    """Level rules, the inner ones doubled, and one upright rule behind the stub."""
    _booktabs(setting, edges)
    setting.level(edges[len(setting.head)] + 1.6, weight=0.5)
    setting.level(edges[-1] + 3.6, weight=0.5)
    x = setting.lefts[1] - setting.style.gutter / 2
    setting.sheet.line(x, edges[0], x, edges[-1] + 2)


def _boxed_head(setting: _Setting, edges: list[float]) -> None:
    """A grid around the header cells, no rules between the figures, one at the foot."""
    owner = setting.covered()
    half = setting.style.gutter / 2
    n_head = len(setting.head)
    xs = [left - half for left in setting.lefts] + [setting.right + half]
    for row in range(n_head + 1):
        for column in range(setting.n):
            inner = 0 < row < n_head
            if not inner or owner[row, column] != owner[row - 1, column]:
                setting.sheet.line(xs[column], edges[row], xs[column + 1], edges[row])
    for column in range(setting.n + 1):
        for row in range(n_head):
            inner = 0 < column < setting.n
            if not inner or owner[row, column] != owner[row, column - 1]:
                setting.sheet.line(xs[column], edges[row], xs[column], edges[row + 1])
    setting.sheet.line(xs[0], edges[-1] + 2, xs[-1], edges[-1] + 2)


def _boxed_columns(setting: _Setting, edges: list[float]) -> None:
    """A grid around the header cells, and upright rules down to the foot."""
    _boxed_head(setting, edges)
    half = setting.style.gutter / 2
    for x in (*(left - half for left in setting.lefts), setting.right + half):
        setting.sheet.line(x, edges[len(setting.head)], x, edges[-1] + 2)


_RULES = {
    "segments": _segments,
    "sums": _sums,
    "box": _box,
    "stub": _stub_rule,
    "boxed_head": _boxed_head,
    "boxed_columns": _boxed_columns,
    "none": _no_rules,
    "bands": _no_rules,
    "booktabs": _booktabs,
    "head": _head_rule,
    "rows": _row_rules,
    "columns": _column_rules,
    "grid": _full_grid,
}
