"""From PDF user space (origin bottom left, page perhaps rotated) to points from the top left."""

from dataclasses import dataclass

import pypdfium2 as pdfium


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """Size of a page as shown, and the way from its user space to that view."""

    width: float
    height: float
    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @classmethod
    def of(cls, page: pdfium.PdfPage) -> "PageGeometry":
        """Geometry of ``page``: its crop box, shown at its rotation."""
        left, bottom, right, top = page.get_bbox()
        rotation = page.get_rotation() % 360
        width, height = right - left, top - bottom
        if rotation in (90, 270):
            width, height = height, width
        return cls(width, height, left, bottom, right, top, rotation)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The point of user space as (x, y from the top)."""
        if self.rotation == 0:
            return x - self.left, self.top - y
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """The rectangle of user space as (x0, top, x1, bottom)."""
        if self.rotation == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        x_a, y_a = self.point(left, bottom)
        x_b, y_b = self.point(right, top)
        return min(x_a, x_b), min(y_a, y_b), max(x_a, x_b), max(y_a, y_b)
