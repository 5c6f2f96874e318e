"""What `history` and `compare` refuse, and what they suggest for unknown names."""

import pytest

import reportparse
from reportparse.comparison.names import known_area, known_indicator
from reportparse.errors import UnknownNameError
from reportparse.records import ParsedDocument, Source

PARSED = ParsedDocument(
    source=Source(path="a.txt", sha256=None, bytes=None, media_type=None, pages=None)
)


@pytest.mark.parametrize("function", [reportparse.history, reportparse.compare])
@pytest.mark.parametrize("given", [PARSED, "folder", ["folder"], None])
def test_anything_but_parsed_documents_is_refused(function: object, given: object) -> None:
    with pytest.raises(TypeError, match=r"read_documents\(folder\)"):
        function(given)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("name", "first"),
    [("Barking", "Barking and Dagenham"), ("Lincoln", "Lincolnshire"), ("Hartlepol", "Hartlepool")],
)
def test_areas_that_hold_the_name_come_before_those_spelt_alike(name: str, first: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        known_area(name)
    assert caught.value.close[0] == first


@pytest.mark.parametrize("name", ["children in care", "Children looked after", "cla count"])
def test_an_indicator_is_suggested_by_its_words(name: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        known_indicator(name)
    assert caught.value.close[0] == "cla_count"
