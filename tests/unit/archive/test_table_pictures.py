"""What was found of a table, drawn over its page."""

from pathlib import Path

import pytest
from PIL import Image

from builders.records import document_with, table_record
from reportparse.archive import write_table_pictures
from reportparse.archive.table_pictures import draw_tables
from reportparse.errors import OutputError
from reportparse.records import TableRecord

PAGE = (595, 842)


def boxed(page: int) -> TableRecord:
    """A table of 100 by 20 point cells from (100, 200)."""
    table = table_record("Year | Leeds\n2013 | 62")
    cells = tuple(
        cell.model_copy(
            update={
                "page": page,
                "bbox": (
                    100 + 100 * cell.column,
                    200 + 20 * cell.row,
                    200 + 100 * cell.column,
                    220 + 20 * cell.row,
                ),
            }
        )
        for cell in table.cells
    )
    return table.model_copy(update={"cells": cells, "pages": (page,)})


def grey(image: Image.Image, x: float, y: float) -> int:
    """Lightest grey around a place given in points, which passes over hatching."""
    scale = 150 / 72
    left, top = round(x * scale), round(y * scale)
    return max(
        image.convert("L").getpixel((left + step, top))
        for step in range(-8, 9)  # type: ignore[type-var]
    )


def test_roles_differ_in_lightness() -> None:
    image = Image.new("RGB", (PAGE[0] * 150 // 72, PAGE[1] * 150 // 72), "white")
    drawn = draw_tables(image, 1, [boxed(1)])
    header, stub, body = grey(drawn, 250, 210), grey(drawn, 150, 230), grey(drawn, 250, 230)
    assert header < stub - 20 < body - 40 < 255
    assert grey(drawn, 400, 600) == 255


def test_cells_of_other_pages_are_left_out() -> None:
    image = Image.new("RGB", (PAGE[0] * 150 // 72, PAGE[1] * 150 // 72), "white")
    assert grey(draw_tables(image, 2, [boxed(1)]), 250, 230) == 255


def test_a_document_without_pages_is_refused_with_advice(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"paper\.docx: has no pages to draw on"):
        write_table_pictures(document_with(boxed(1)), tmp_path / "paper.docx", tmp_path)
