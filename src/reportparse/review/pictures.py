"""Pictures of pages, each drawn once."""

import io
from functools import lru_cache
from pathlib import Path

from reportparse.readers import page_images, read_file
from reportparse.review.pages import DOTS_PER_INCH


@lru_cache(maxsize=64)
def page_png(path: Path, page: int) -> bytes:
    """A page of a PDF as PNG.

    Raises:
        SourceError: The file cannot be read.
    """
    buffer = io.BytesIO()
    for _, image in page_images(read_file(path), [page], dots_per_inch=DOTS_PER_INCH):
        image.save(buffer, format="PNG")
    return buffer.getvalue()
