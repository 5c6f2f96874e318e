"""What was found of each table, drawn over the image of its page."""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from reportparse.archive.outputs import write_bytes_whole
from reportparse.document import BBox, CellRole
from reportparse.errors import OutputError
from reportparse.readers import page_images, read_file
from reportparse.records import ParsedDocument, TableCell, TableRecord

_DOTS_PER_INCH = 150
_SCALE = _DOTS_PER_INCH / 72
_HATCH_STEP = 14
_TEXT_SIZE = 20
_FRAME = (160, 0, 0, 255)


class _Paint(NamedTuple):
    """Fill and edge of a role; fills differ in lightness too, and headers are hatched."""

    fill: tuple[int, int, int, int]
    edge: tuple[int, int, int, int]
    hatched: bool = False


_PAINTS = {
    CellRole.HEADER: _Paint((30, 60, 160, 90), (20, 40, 120, 255), hatched=True),
    CellRole.STUB: _Paint((230, 120, 20, 80), (150, 75, 0, 255)),
    CellRole.BODY: _Paint((120, 220, 120, 36), (60, 130, 60, 255)),
}


def write_table_pictures(parsed: ParsedDocument, source: Path, folder: Path) -> list[Path]:
    """Write a PNG of each page with tables: their boxes, their cells, and the role of each cell.

    Args:
        parsed: The document as parsed.
        source: The file it was parsed from.
        folder: Where ``<name>-page-<number>.png`` are written.

    Raises:
        OutputError: The source has no pages to draw on, or a picture cannot be written.
    """
    if parsed.source.media_type != "application/pdf":
        raise OutputError(
            f"{parsed.source.path}: has no pages to draw on (pictures of tables need a PDF);"
            " leave --show out, or save the document as PDF"
        )
    stem = Path(parsed.source.path or "report").stem
    tables = list(parsed.tables())
    numbers = sorted({page for table in tables for page in table.pages})
    paths = []
    for number, image in page_images(read_file(source), numbers, dots_per_inch=_DOTS_PER_INCH):
        path = folder / f"{stem}-page-{number}.png"
        picture = draw_tables(image, number, tables)
        buffer = io.BytesIO()
        picture.save(buffer, "PNG")
        write_bytes_whole(path, buffer.getvalue())
        paths.append(path)
    return paths


def draw_tables(image: Image.Image, number: int, tables: Iterable[TableRecord]) -> Image.Image:
    """``image`` of page ``number`` with the parts of ``tables`` that stand on it, and a key."""
    base = image.convert("RGBA")
    layer = Image.new("RGBA", base.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    for table in tables:
        cells = [cell for cell in table.cells if cell.page == number and cell.bbox is not None]
        for cell in cells:
            _draw_cell(layer, cell)
        if cells:
            _draw_frame(draw, table.id, [cell.bbox for cell in cells if cell.bbox is not None])
    _draw_key(layer)
    return Image.alpha_composite(base, layer).convert("RGB")


def _pixels(box: BBox) -> tuple[int, int, int, int]:
    x0, top, x1, bottom = (round(edge * _SCALE) for edge in box)
    return x0, top, max(x1, x0 + 1), max(bottom, top + 1)


def _draw_cell(layer: Image.Image, cell: TableCell) -> None:
    assert cell.bbox is not None  # cells without a box are left out before
    _paint(layer, _pixels(cell.bbox), _PAINTS[cell.role])


def _paint(layer: Image.Image, box: tuple[int, int, int, int], paint: _Paint) -> None:
    """Fill ``box``; the patch is drawn apart so that its hatching ends at its edges."""
    patch = Image.new("RGBA", (box[2] - box[0], box[3] - box[1]), paint.fill)
    draw = ImageDraw.Draw(patch)
    width, height = patch.size
    if paint.hatched:
        for start in range(-height, width, _HATCH_STEP):
            draw.line((start, height, start + height, 0), fill=(*paint.edge[:3], 110))
    draw.rectangle((0, 0, width - 1, height - 1), outline=paint.edge)
    layer.alpha_composite(patch, (max(box[0], 0), max(box[1], 0)))


def _draw_frame(draw: ImageDraw.ImageDraw, name: str, boxes: list[BBox]) -> None:
    left, top, right, bottom = _pixels(
        (
            min(box[0] for box in boxes),
            min(box[1] for box in boxes),
            max(box[2] for box in boxes),
            max(box[3] for box in boxes),
        )
    )
    draw.rectangle((left - 4, top - 4, right + 4, bottom + 4), outline=_FRAME, width=4)
    font = ImageFont.load_default(_TEXT_SIZE)
    width = round(draw.textlength(name, font=font))
    x = max(left - width - 16, 0)
    draw.rectangle((x, top - 4, x + width + 8, top + _TEXT_SIZE + 6), fill=_FRAME)
    draw.text((x + 4, top - 2), name, fill="white", font=font)


def _draw_key(layer: Image.Image) -> None:
    """The paint of each role with its name, at the top left of the page."""
    draw = ImageDraw.Draw(layer)
    font = ImageFont.load_default(_TEXT_SIZE)
    x, y = 12, 12
    draw.rectangle((0, 0, 400, 2 * y + _TEXT_SIZE), fill=(255, 255, 255, 230))
    for role, paint in _PAINTS.items():
        _paint(layer, (x, y, x + 40, y + _TEXT_SIZE), paint)
        draw.text((x + 48, y - 2), str(role), fill="black", font=font)
        x += 130
