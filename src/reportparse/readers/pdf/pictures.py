"""Pages of a PDF as images."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reportparse.readers.pdf.source import open_pdf

if TYPE_CHECKING:
    from PIL.Image import Image

POINTS_PER_INCH = 72


def page_images(
    data: bytes, numbers: Iterable[int], *, dots_per_inch: int = 150
) -> Iterator[tuple[int, "Image"]]:
    """Each page of ``numbers``, which count from 1, as it is shown, with its number.

    Raises:
        PasswordRequiredError: The file is encrypted.
        DamagedFileError: The file cannot be opened or has no pages.
    """
    pdf = open_pdf(data)
    try:
        for number in numbers:
            page = pdf[number - 1]
            bitmap = page.render(scale=dots_per_inch / POINTS_PER_INCH)
            yield number, bitmap.to_pil().convert("RGB")
            bitmap.close()
            page.close()
    finally:
        pdf.close()
