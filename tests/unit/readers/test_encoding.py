"""Text is decoded by its marks and bytes; newlines become line feeds."""

import pytest

from reportparse.readers.encoding import decode_text

TEXT = "Children’s services – £4.85m\nGrade 2\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_every_encoding_gives_the_same_text(encoding: str) -> None:
    decoded = decode_text(TEXT.encode(encoding))
    assert decoded is not None
    assert decoded.text == TEXT
    assert decoded.problems == ()


def test_newlines_become_line_feeds() -> None:
    decoded = decode_text(b"one\r\ntwo\rthree\n")
    assert decoded is not None
    assert decoded.text == "one\ntwo\nthree\n"


def test_one_bad_byte_in_utf8_keeps_the_rest_and_is_told() -> None:
    good = "Children’s £4.85m – and so on. " * 5
    decoded = decode_text(good.encode() + b"\xff" + b" end")
    assert decoded is not None
    assert decoded.text.startswith(good)
    assert [problem.code for problem in decoded.problems] == ["undecodable_text"]


def test_binary_is_no_text() -> None:
    assert decode_text(bytes(range(256)) * 4) is None
