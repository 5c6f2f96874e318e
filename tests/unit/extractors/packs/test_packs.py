"""Agenda packs: where their reports begin, and that nothing runs from one into the next."""

import pytest

from reportparse.document import Document, Page, page_range
from reportparse.extractors.packs import borders
from reportparse.extractors.packs.borders import PartKind, find_parts
from reportparse.extractors.worded import WordedRule
from reportparse.parsing import reports_of

_AGENDA = "Kent County Council\n\nChildren's Panel\n\nAgenda\n\nDate: 6 March 2019\n\n3. Fostering"
_MINUTES = (
    "CHILDREN'S PANEL\n\nMinutes of the meeting held on 9 January 2019\n\n"
    "The Council supports 241 care leavers."
)
_REPORT = (
    "Report to: Children's Panel\n\nDate: 6 March 2019\n\nSubject: FOSTERING\n\n1. Summary\n\n"
    "We had 90 carers in the quarter."
)
_MORE = "2. Detail\n\nOf them 12 were new."
_APPENDIX = "Appendix A: survey\n\nSome 40 carers answered."


def _document(*pages: str) -> Document:
    text = ""
    found = []
    for number, words in enumerate(pages, 1):
        start = len(text)
        text += words + "\n\n"
        found.append(Page(number, 595.0, 842.0, start, len(text)))
    return Document(text=text, media_type="application/pdf", pages=tuple(found))


def test_pack_is_cut_where_front_pages_stand() -> None:
    parts = find_parts(_document(_AGENDA, _MINUTES, _REPORT, _MORE, _APPENDIX))
    assert [(part.kind, part.first, part.last) for part in parts] == [
        (PartKind.AGENDA, 1, 1),
        (PartKind.MINUTES, 2, 2),
        (PartKind.REPORT, 3, 4),
        (PartKind.APPENDIX, 5, 5),
    ]


def test_report_with_an_appendix_is_no_pack() -> None:
    assert find_parts(_document(_REPORT, _MORE, _APPENDIX)) == ()


def test_stamp_of_the_next_item_opens_a_report() -> None:
    item = "Agenda Item 7\n\nYouth justice plan\n\nThe plan has four aims."
    parts = find_parts(_document(_AGENDA, _REPORT, item, "Agenda Item 7\n\nMore of it."))
    assert [(part.first, part.last) for part in parts] == [(1, 1), (2, 2), (3, 4)]


def test_every_report_of_a_pack_says_what_it_is() -> None:
    reports, _ = reports_of(_document(_AGENDA, _MINUTES, _REPORT, _MORE))
    assert [report.title for report in reports] == [
        "Children's Panel: Agenda, 6 March 2019",
        "Minutes of the meeting held on 9 January 2019",
        "Fostering",
    ]
    assert {report.organisation for report in reports} == {"Kent"}
    assert [(report.page_from, report.page_to) for report in reports] == [(1, 1), (2, 2), (3, 4)]


def test_offsets_of_a_part_count_from_its_own_start() -> None:
    part = page_range(_document(_AGENDA, _REPORT, _MORE), 2, 2)
    assert part.text.startswith("Report to")
    assert part.pages[0].start_char == 0
    assert "12 were new" not in part.text


@pytest.mark.parametrize("rule", borders._LABELS, ids=lambda rule: rule.id)
def test_labels_hit_their_example_and_miss_the_other(rule: WordedRule) -> None:
    assert rule.pattern.search(rule.hit)
    assert not rule.pattern.search(rule.miss)
