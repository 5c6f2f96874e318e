"""Whatever is done to the bytes of a file, reading it gives a document or an error with a code."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportparse.errors import SourceError
from reportparse.readers import read_document

BUILT = Path(__file__).resolve().parents[2] / "fixtures" / "built"
SMALLEST = {
    suffix: min((BUILT / folder).glob(f"*{suffix}"), key=lambda path: path.stat().st_size)
    for folder, suffix in (("inspections", ".pdf"), ("council", ".docx"))
}
SOURCES = {
    **{suffix: path.read_bytes() for suffix, path in SMALLEST.items()},
    ".html": b"<html><body><h1>Report</h1><table><tr><th>Area<th>2019</tr><tr><td>Leeds"
    b"<td colspan=2>12%</td></tr></table><ol><li value=4>One<li>Two</ol></body></html>",
    ".txt": b"1. Summary\n\nThere were 12 children.\n\nArea\t2019\nLeeds\t12\nYork\t14\n",
}


@pytest.mark.parametrize("suffix", SOURCES)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(suffix: str, data: st.DataObject) -> None:
    content = bytearray(SOURCES[suffix])
    places = st.integers(0, len(content) - 1)
    changes = st.lists(st.tuples(places, st.integers(0, 255)), max_size=12)
    for place, value in data.draw(changes):
        content[place] = value
    end = data.draw(st.one_of(st.just(len(content)), places))
    with suppress(SourceError):
        assert read_document(bytes(content[:end]), name=f"report{suffix}").text.strip()
