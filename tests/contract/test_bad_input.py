"""Each kind of bad input has its own error, and a message that says what to do."""

from pathlib import Path

import pytest

from reportparse import parse
from reportparse.errors import (
    DamagedFileError,
    EmptyFileError,
    MislabelledFileError,
    MissingPartError,
    NoTextLayerError,
    PasswordRequiredError,
    SourceError,
    UnknownFormatError,
    UnreadableFileError,
    UnsafeArchiveError,
)

BAD = Path(__file__).resolve().parents[2] / "fixtures" / "built" / "bad"


@pytest.mark.parametrize(
    ("name", "error", "words"),
    [
        ("empty.pdf", EmptyFileError, "empty"),
        ("error-page.pdf", MislabelledFileError, "HTML"),
        ("image-only.pdf", NoTextLayerError, "text"),
        ("no-document-part.docx", MissingPartError, "part"),
        ("password.pdf", PasswordRequiredError, "password"),
        ("rubbish.pdf", UnknownFormatError, "PDF"),
        ("truncated.pdf", DamagedFileError, "again"),
        ("zip-bomb.docx", UnsafeArchiveError, "unpack"),
        ("not-there.pdf", UnreadableFileError, "no such file"),
    ],
)
def test_bad_input_is_named(name: str, error: type[SourceError], words: str) -> None:
    with pytest.raises(error) as caught:
        parse(BAD / name)
    assert words in caught.value.message
    assert str(BAD / name) in str(caught.value)


def test_an_awkward_name_is_read() -> None:
    parsed = parse(BAD / "it's, “quoted” – café.pdf")
    assert parsed.source.path == str(BAD / "it's, “quoted” – café.pdf")
    assert "Minutes of the meeting" in parsed.reports[0].text
