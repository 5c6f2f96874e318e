"""Every record of every published document, read again from its own quote."""

from pathlib import Path

import pytest

from reportparse.archive.verification import verify
from reportparse.errors import SourceError
from reportparse.parsing import parse

pytestmark = pytest.mark.shared
_SUFFIXES = {".pdf", ".docx", ".txt"}


@pytest.mark.parametrize("folder", ["ofsted", "area_send", "papers", "reports", "icdar2013_eu"])
def test_every_record_stands_where_it_says(shared: Path, folder: str) -> None:
    files = [
        path for path in sorted((shared / "corpus" / folder).rglob("*")) if path.suffix in _SUFFIXES
    ]
    assert files
    mismatches = []
    unread = []
    for path in files:
        try:
            mismatches += verify(parse(path))
        except SourceError as error:
            unread.append((path.name, error.code))
    assert mismatches == []
    assert [code for _, code in unread] == (["mislabelled_file"] if folder == "ofsted" else [])
