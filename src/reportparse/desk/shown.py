"""One record with its words and the part of the page where it stands."""

import io
from base64 import b64encode
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PIL import ImageDraw

from reportparse.readers import page_images, read_file
from reportparse.records import DateMention, IndicatorValue, Judgement, TableRecord

Shown = IndicatorValue | Judgement | DateMention | TableRecord

_DOTS_PER_INCH = 110
_SCALE = _DOTS_PER_INCH / 72
_AROUND = 90  # points of the page shown over and under the words
_EDGE = (194, 65, 12)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A record and what it was read from.

    ``picture`` is the part of the page as PNG with the words framed; None for formats without
    pages, and where the report is not at hand.
    """

    record: Shown
    picture: bytes | None

    @property
    def quote(self) -> str:
        """The words that carry the value."""
        return self.record.provenance.quote

    def __repr__(self) -> str:
        return f"<Evidence of {repr(self.record)[1:-1]}>"

    def _repr_html_(self) -> str:
        place = self.record.provenance
        page = f", page {place.page}" if place.page else ""
        words = (
            f"<p><strong>{escape(repr(self.record)[1:-1])}</strong></p>"
            f"<blockquote>{escape(self.quote)}</blockquote>"
            f"<p>{escape(self.record.origin.path or '')}{page}</p>"
        )
        if self.picture is None:
            return words
        data = b64encode(self.picture).decode("ascii")
        return f'{words}<img alt="The page" src="data:image/png;base64,{data}">'


def evidence_of(record: Shown, file: Path | None) -> Evidence:
    """A record with its part of the page.

    Args:
        record: Any placed record.
        file: The report; None where it is not at hand.

    Raises:
        SourceError: The report cannot be read.
    """
    place = record.provenance
    if file is None or file.suffix.lower() != ".pdf" or place.page is None or place.bbox is None:
        return Evidence(record, None)
    ((_, image),) = page_images(read_file(file), [place.page], dots_per_inch=_DOTS_PER_INCH)
    x0, top, x1, bottom = (edge * _SCALE for edge in place.bbox)
    ImageDraw.Draw(image).rectangle((x0 - 4, top - 4, x1 + 4, bottom + 4), outline=_EDGE, width=3)
    upper = max(0, int(top - _AROUND * _SCALE))
    lower = min(image.height, int(bottom + _AROUND * _SCALE))
    buffer = io.BytesIO()
    image.crop((0, upper, image.width, lower)).save(buffer, format="PNG")
    return Evidence(record, buffer.getvalue())
