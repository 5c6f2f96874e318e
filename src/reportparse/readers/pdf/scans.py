"""Words of pages that are images, or whose text layer is garbled, recognised by Tesseract.

Needs the extra ``ocr`` (pytesseract) and the program Tesseract. pytesseract hands an image to the
program and gives each word with its box and confidence, which is all that the layout needs;
nothing is rewritten and nothing else is installed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium

from reportparse.layout.page import PageWord

if TYPE_CHECKING:
    from PIL.Image import Image

_POINTS_PER_INCH = 72
_DOTS_PER_INCH = 300
_MOST_PIXELS = 40_000_000
_SECONDS = 120
_LANGUAGE = "eng"
# Words that Tesseract is less sure of than this, in percent, are specks more often than words.
_LEAST_SURE = 30.0
# Capitals and figures stand this share of the font size above the line, descenders below it.
_CAPITAL = 0.72
_DESCENT = 0.22
_SAME_SIZE = 0.18
_TALL = re.compile(r"[A-Z0-9bdfhklt]")
_DEEP = re.compile(r"[gjpqyQ,;()\[\]|/]")
# A page of few words under an image that covers it is a scan with a stamp or a page number.
_STAMP_WORDS = 6
_STAMP_IMAGE = 0.6
# Six letters are half of any text in English or Welsh; a font that hides its letters shows others.
_FREQUENT = frozenset("etaoin")
_LEAST_FREQUENT = 0.3
_FEWEST_LETTERS = 150
_NO_SCRIPT = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_NO_SCRIPT_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Recognised:
    """Words in reading order, and how sure Tesseract is of them, 0 to 1."""

    words: tuple[PageWord, ...]
    confidence: float


def is_scan(words: Sequence[PageWord], image_area: float) -> bool:
    """Whether a page is an image with no more text than a stamp or a page number."""
    if not words:
        return image_area > 0
    return len(words) <= _STAMP_WORDS and image_area >= _STAMP_IMAGE


def is_garbled(words: Sequence[PageWord]) -> bool:
    """Whether the letters are not those of a language, as where a font hides what it shows."""
    text = "".join([word.text for word in words]).casefold()
    frequent = sum([text.count(letter) for letter in _FREQUENT])
    if len(text) < _FEWEST_LETTERS or frequent >= _LEAST_FREQUENT * len(text):
        return False
    strange = len(_NO_SCRIPT.findall(text))
    letters = sum(["a" <= char <= "z" for char in text])
    if letters + strange < _FEWEST_LETTERS:
        return False
    return strange > _NO_SCRIPT_SHARE * len(text) or frequent < _LEAST_FREQUENT * letters


def recognise(page: pdfium.PdfPage) -> Recognised | None:
    """The words on the image of ``page``; None without Tesseract, or where it finds none."""
    scale = _DOTS_PER_INCH / _POINTS_PER_INCH
    width, height = page.get_size()
    scale = min(scale, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale)
    try:
        found = _tesseract(bitmap.to_pil().convert("L"))
    finally:
        bitmap.close()
    if not found:
        return None
    confidence = sum(entry.confidence for entry in found) / len(found)
    return Recognised(tuple(_set_on_lines(found, 1 / scale)), round(confidence / 100, 3))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A word as Tesseract gives it, in pixels, with the line it stands on."""

    text: str
    line: tuple[int, int, int]
    left: float
    top: float
    right: float
    bottom: float
    confidence: float


def _tesseract(image: "Image") -> list[_Entry]:
    try:
        import pytesseract  # noqa: PLC0415
    except ImportError:
        return []
    try:
        data = pytesseract.image_to_data(
            image, lang=_LANGUAGE, timeout=_SECONDS, output_type=pytesseract.Output.DICT
        )
    except (pytesseract.TesseractNotFoundError, pytesseract.TesseractError, RuntimeError):
        return []
    return [entry for at in range(len(data["text"])) if (entry := _entry(data, at))]


def _entry(data: dict[str, list[Any]], at: int) -> _Entry | None:
    text, confidence = data["text"][at].strip(), float(data["conf"][at])
    if not text or " " in text or confidence < _LEAST_SURE or not any(map(str.isalnum, text)):
        return None
    left, top = data["left"][at], data["top"][at]
    return _Entry(
        text,
        (data["block_num"][at], data["par_num"][at], data["line_num"][at]),
        left,
        top,
        left + data["width"][at],
        top + data["height"][at],
        confidence,
    )


def _set_on_lines(entries: Sequence[_Entry], points: float) -> list[PageWord]:
    """Words with the heights of their line and one font size, as a text layer gives them."""
    usual = _size_of(entries) or 12.0 / points
    words: list[PageWord] = []
    for _, group in groupby(entries, key=lambda entry: entry.line):
        line = list(group)
        size = _size_of(line) or usual
        if abs(size - usual) <= _SAME_SIZE * usual:
            size = usual
        for entry in line:
            base = entry.bottom if not _DEEP.search(entry.text) else _baseline(entry, line, size)
            bottom = base + _DESCENT * size
            words.append(
                PageWord(
                    entry.text,
                    entry.left * points,
                    (bottom - size) * points,
                    entry.right * points,
                    bottom * points,
                    size * points,
                    line_break=entry is line[-1],
                )
            )
    return words


def _size_of(entries: Sequence[_Entry]) -> float | None:
    """Font size in pixels, from the words that reach from the line to the height of capitals."""
    heights = [
        entry.bottom - entry.top
        for entry in entries
        if _TALL.search(entry.text) and not _DEEP.search(entry.text)
    ]
    return median(heights) / _CAPITAL if heights else None


def _baseline(entry: _Entry, line: Sequence[_Entry], size: float) -> float:
    """The line under a word with descenders: that of the nearest word without any."""
    plain = [other for other in line if not _DEEP.search(other.text)]
    if not plain:
        return entry.bottom - _DESCENT * size
    return min(plain, key=lambda other: abs(other.left - entry.left)).bottom
