"""Rulings, filled boxes, chart marks and image area of a PDF page, read from its objects."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from reportparse.document import BBox, Ruling
from reportparse.layout.page import Mark, MarkKind
from reportparse.readers.pdf.geometry import PageGeometry

# A page with more objects than this is a map or a picture: its rulings mean nothing to a table.
_MAX_OBJECTS = 20_000
_MAX_DEPTH = 4
# A filled box no thicker than this is how most programs draw a line.
_RULING_WIDTH = 2.5
_MIN_LENGTH = 2.0
_STRAIGHT = 1.0
_NEARLY_WHITE = 250
# Charts have tens of marks; a page with more of them is a drawing.
_MAX_MARKS = 3000
_MAX_KNOTS = 400
# Where on a curve, from 0 to 1, its straight pieces end.
_CURVE_STEPS = (0.25, 0.5, 0.75, 1.0)

# PDFium's handles are opaque ctypes pointers without a public type, hence Any below.
_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_Point = tuple[float, float]


@dataclass(slots=True)
class Drawings:
    """What is drawn on a page beside its words."""

    rulings: list[Ruling] = field(default_factory=list)
    shades: list[BBox] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    image_area: float = 0.0


@dataclass(slots=True)
class _Subpath:
    """Knots of a part of a path, and its outline with curves as straight pieces."""

    knots: list[_Point] = field(default_factory=list)
    outline: list[_Point] = field(default_factory=list)
    curved: bool = False


def page_drawings(page: pdfium.PdfPage, geometry: PageGeometry) -> Drawings:
    """Rulings, shades and image share of ``page``."""
    drawings = Drawings()
    area = max(geometry.width * geometry.height, 1.0)
    covered = 0.0
    for count, (handle, kind, matrix) in enumerate(_objects(page)):
        if count >= _MAX_OBJECTS:
            return Drawings(image_area=min(covered / area, 1.0))
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            _add_path(drawings, handle, matrix, geometry)
        elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            x0, top, x1, bottom = _bounds(handle, matrix, geometry)
            covered += max(x1 - x0, 0.0) * max(bottom - top, 0.0)
    drawings.image_area = min(covered / area, 1.0)
    if len(drawings.marks) > _MAX_MARKS:
        drawings.marks.clear()
    return drawings


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[Any, int, _Matrix]]:
    """All path, text and image objects with kind and matrix, those inside forms included."""
    handle = page.raw
    for index in range(pdfium_c.FPDFPage_CountObjects(handle)):
        found = pdfium_c.FPDFPage_GetObject(handle, index)
        kind = pdfium_c.FPDFPageObj_GetType(found)
        if kind == pdfium_c.FPDF_PAGEOBJ_FORM:
            yield from _inside(found, _IDENTITY, 1)
        else:
            yield found, kind, _IDENTITY


def _inside(form: Any, matrix: _Matrix, depth: int) -> Iterator[tuple[Any, int, _Matrix]]:
    """The objects of a form, which stands ``depth`` forms deep."""
    inner = _multiply(_matrix(form), matrix)
    for index in range(pdfium_c.FPDFFormObj_CountObjects(form)):
        found = pdfium_c.FPDFFormObj_GetObject(form, index)
        kind = pdfium_c.FPDFPageObj_GetType(found)
        if kind != pdfium_c.FPDF_PAGEOBJ_FORM:
            yield found, kind, inner
        elif depth < _MAX_DEPTH:
            yield from _inside(found, inner, depth + 1)


def _matrix(handle: Any) -> _Matrix:
    found = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(handle, ctypes.byref(found)):
        return _IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _multiply(first: _Matrix, second: _Matrix) -> _Matrix:
    """The matrix that applies ``first`` and then ``second``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _apply(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(handle: Any, matrix: _Matrix, geometry: PageGeometry) -> BBox:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
        return (0.0, 0.0, 0.0, 0.0)
    x_a, y_a = _apply(matrix, left.value, bottom.value)
    x_b, y_b = _apply(matrix, right.value, top.value)
    return geometry.box(min(x_a, x_b), min(y_a, y_b), max(x_a, x_b), max(y_a, y_b))


def _add_path(drawings: Drawings, handle: Any, matrix: _Matrix, geometry: PageGeometry) -> None:
    """Add the rulings and the filled box that a path draws; curves draw neither."""
    fill_mode, stroked = ctypes.c_int(), ctypes.c_int()
    if not pdfium_c.FPDFPath_GetDrawMode(handle, fill_mode, stroked):
        return
    filled = bool(fill_mode.value)
    if not filled and not stroked.value:
        return
    visible = not filled or not _is_white(handle)
    for subpath in _subpaths(handle, _multiply(_matrix(handle), matrix), geometry):
        if visible:
            _add_mark(drawings, handle, subpath, filled=filled)
        if not subpath.curved:
            shaded = filled and visible
            _add_straight(drawings, subpath.knots, stroked=bool(stroked.value), shaded=shaded)


def _add_straight(drawings: Drawings, points: list[_Point], *, stroked: bool, shaded: bool) -> None:
    xs = [point[0] for point in points]
    ys = [point[1] for point in points]
    box = (min(xs), min(ys), max(xs), max(ys))
    if min(box[2] - box[0], box[3] - box[1]) <= _RULING_WIDTH:
        _add_thin(drawings, box)
        return
    if stroked:
        for start, end in pairwise(points):
            _add_segment(drawings, start, end)
    if shaded and _is_box(points):
        drawings.shades.append(box)


def _add_mark(drawings: Drawings, handle: Any, subpath: _Subpath, *, filled: bool) -> None:
    """Add what a path can be in a chart: a bar, a slice or point, a line."""
    if len(subpath.knots) > _MAX_KNOTS:
        return
    if not filled:
        colour = _colour(handle, pdfium_c.FPDFPageObj_GetStrokeColor)
        drawings.marks.append(Mark(MarkKind.LINE, tuple(subpath.knots), colour))
        return
    colour = _colour(handle, pdfium_c.FPDFPageObj_GetFillColor)
    xs = [point[0] for point in subpath.outline]
    ys = [point[1] for point in subpath.outline]
    if not subpath.curved and _is_box(subpath.knots):
        corners = ((min(xs), min(ys)), (max(xs), max(ys)))
        drawings.marks.append(Mark(MarkKind.BOX, corners, colour))
    else:
        drawings.marks.append(Mark(MarkKind.AREA, tuple(subpath.outline), colour))


def _subpaths(handle: Any, matrix: _Matrix, geometry: PageGeometry) -> Iterator[_Subpath]:
    """The parts of a path that have two points or more."""
    x, y = ctypes.c_float(), ctypes.c_float()
    part = _Subpath()
    controls: list[_Point] = []
    for index in range(pdfium_c.FPDFPath_CountSegments(handle)):
        segment = pdfium_c.FPDFPath_GetPathSegment(handle, index)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        point = geometry.point(*_apply(matrix, x.value, y.value))
        if kind == pdfium_c.FPDF_SEGMENT_BEZIERTO and len(controls) < 2:
            controls.append(point)
            part.curved = True
            continue
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            if len(part.knots) > 1:
                yield part
            part = _Subpath()
        if kind == pdfium_c.FPDF_SEGMENT_BEZIERTO and part.knots:
            part.outline.extend(_curve(part.knots[-1], controls[0], controls[1], point))
        else:
            part.outline.append(point)
        controls = []
        part.knots.append(point)
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            part.knots.append(part.knots[0])
            part.outline.append(part.knots[0])
    if len(part.knots) > 1:
        yield part


def _curve(start: _Point, first: _Point, second: _Point, end: _Point) -> Iterator[_Point]:
    """Points on a cubic curve after ``start``."""
    for t in _CURVE_STEPS:
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        points = (start, first, second, end)
        yield (
            sum(weight * point[0] for weight, point in zip(weights, points, strict=True)),
            sum(weight * point[1] for weight, point in zip(weights, points, strict=True)),
        )


def _colour(handle: Any, getter: Any) -> int:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not getter(handle, red, green, blue, alpha):
        return 0
    return (red.value << 16) | (green.value << 8) | blue.value


def _is_box(points: list[tuple[float, float]]) -> bool:
    return len(points) >= 4 and all(
        abs(a[0] - b[0]) < _STRAIGHT or abs(a[1] - b[1]) < _STRAIGHT for a, b in pairwise(points)
    )


def _is_white(handle: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha):
        return False
    colours = (red.value, green.value, blue.value)
    return alpha.value == 0 or min(colours) >= _NEARLY_WHITE


def _add_thin(drawings: Drawings, box: BBox) -> None:
    x0, top, x1, bottom = box
    if x1 - x0 >= bottom - top:
        middle = (top + bottom) / 2
        _add_segment(drawings, (x0, middle), (x1, middle))
    else:
        middle = (x0 + x1) / 2
        _add_segment(drawings, (middle, top), (middle, bottom))


def _add_segment(drawings: Drawings, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Add a level or upright line as a ruling, made exactly straight."""
    (x_a, y_a), (x_b, y_b) = start, end
    if abs(y_a - y_b) < _STRAIGHT and abs(x_a - x_b) >= _MIN_LENGTH:
        y = (y_a + y_b) / 2
        drawings.rulings.append(Ruling(min(x_a, x_b), y, max(x_a, x_b), y))
    elif abs(x_a - x_b) < _STRAIGHT and abs(y_a - y_b) >= _MIN_LENGTH:
        x = (x_a + x_b) / 2
        drawings.rulings.append(Ruling(x, min(y_a, y_b), x, max(y_a, y_b)))
