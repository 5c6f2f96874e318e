"""Bytes of a text file to text: UTF-8, UTF-16 and Windows-1252."""

import codecs
import re
from typing import NamedTuple

from reportparse.document import Problem

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
_UTF16_ZEROS = 0.3
_MAX_CONTROL_SHARE = 0.02
_MAX_BAD_UTF8_SHARE = 0.1
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NEWLINES = re.compile(r"\r\n?")
_NON_ASCII = re.compile(r"[^\x00-\x7f]")


class DecodedText(NamedTuple):
    """Text with its newlines as line feeds, and what could not be decoded."""

    text: str
    problems: tuple[Problem, ...] = ()


def decode_text(data: bytes) -> DecodedText | None:
    """Text of ``data`` without its byte order mark; None where the bytes are no text."""
    encoding, body = _marked_encoding(data)
    if encoding is None:
        encoding = _utf16_by_zeros(body)
    decoded = _decode_unmarked(body) if encoding is None else _decode_lenient(body, encoding)
    text = _NEWLINES.sub("\n", decoded.text)
    if len(_CONTROLS.findall(text)) > _MAX_CONTROL_SHARE * len(text):
        return None
    return DecodedText(text, decoded.problems)


def _marked_encoding(data: bytes) -> tuple[str | None, bytes]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    return None, data


def _utf16_by_zeros(data: bytes) -> str | None:
    """UTF-16 without a mark shows as a zero in every second byte of English text."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    half = len(sample) // 2
    if half == 0:
        return None
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > _UTF16_ZEROS and even < _UTF16_ZEROS / 10:
        return "utf-16-le"
    if even > _UTF16_ZEROS and odd < _UTF16_ZEROS / 10:
        return "utf-16-be"
    return None


def _decode_unmarked(data: bytes) -> DecodedText:
    try:
        return DecodedText(data.decode("utf-8"))
    except UnicodeDecodeError:
        lenient = _decode_lenient(data, "utf-8")
        bad = lenient.text.count(_REPLACEMENT)
        good = len(_NON_ASCII.findall(lenient.text)) - bad
        if bad <= _MAX_BAD_UTF8_SHARE * good:
            return lenient
        return _decode_lenient(data, "cp1252")


def _decode_lenient(data: bytes, encoding: str) -> DecodedText:
    text = data.decode(encoding, errors="replace")
    bad = text.count(_REPLACEMENT)
    if bad == 0 or data.decode(encoding, errors="ignore").count(_REPLACEMENT) == bad:
        return DecodedText(text)
    problem = Problem(
        "undecodable_text",
        f"{bad} characters are not {encoding.upper()} and show as {_REPLACEMENT}; "
        "save the file as UTF-8 to keep them",
    )
    return DecodedText(text, (problem,))
