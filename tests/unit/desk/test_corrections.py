"""Corrections are found again by words and place, and win in what an archive gives."""

from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from reportparse.archive import convert_folder
from reportparse.desk import open_archive
from reportparse.desk.corrections import (
    CORRECTIONS,
    Action,
    Correction,
    Place,
    add_line,
    places,
)
from reportparse.errors import ArchiveError
from reportparse.records import ParsedDocument

PAPER = """Bolton Council

Corporate Parenting Board

Date of meeting: 14 June 2022

{before}At 31 March 2022 there were 612 children looked after in Bolton. We have 85 foster carers.
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "paper.txt").write_text(PAPER.format(before=""))
    convert_folder(folder, tmp_path / "out", jobs=1)
    return folder


@pytest.fixture
def out(reports: Path) -> Path:
    return reports.parent / "out"


def place_of(out: Path, printed: str) -> tuple[ParsedDocument, Place]:
    parsed = next(open_archive(out).documents_as_read())
    return parsed, next(place for place, _ in places(parsed) if place.printed == printed)


def say(out: Path, printed: str, action: Action, **changes: object) -> None:
    parsed, place = place_of(out, printed)
    add_line(
        out,
        Correction(
            at=datetime(2022, 7, 1, tzinfo=UTC),
            by="Ann",
            action=action,
            place=place,
            sha256=parsed.source.sha256,
            changes=changes,
        ),
    )


def values(out: Path) -> list[float]:
    return [one.value for one in open_archive(out).indicators()]


def test_a_rejected_record_is_gone(out: Path) -> None:
    assert values(out) == [612, 85]
    say(out, "85", Action.REJECT)
    assert values(out) == [612]


def test_a_correction_wins_and_names_who_made_it(out: Path) -> None:
    say(out, "612", Action.CORRECT, value=621)
    figure = open_archive(out).indicators()[0]
    assert (figure.value, figure.confidence) == (621, 1.0)
    assert figure.origin.review == "corrected by Ann on 2022-07-01"
    assert figure.origin.path == "paper.txt"
    frame = open_archive(out).to_pandas("indicators")
    assert frame[["value", "firm", "review"]].to_numpy().tolist()[0] == [
        *(621.0, True, "corrected by Ann on 2022-07-01"),
    ]


def test_the_last_word_on_a_record_counts(out: Path) -> None:
    say(out, "612", Action.REJECT)
    say(out, "612", Action.ACCEPT)
    assert values(out) == [612, 85]


def test_it_survives_a_new_conversion_of_a_file_that_has_changed(reports: Path, out: Path) -> None:
    say(out, "612", Action.CORRECT, value=621)
    (reports / "paper.txt").write_text(PAPER.format(before="We met three times.\n\n"))
    convert_folder(reports, out, jobs=1)
    figure = next(one for one in open_archive(out).indicators() if one.value_text == "612")
    assert figure.value == 621
    assert figure.origin.review == "corrected by Ann on 2022-07-01; the file has changed since"


def test_what_is_found_no_longer_is_named(reports: Path, out: Path) -> None:
    say(out, "85", Action.REJECT)
    text = PAPER.format(before="").replace("85 foster carers", "90 foster carers")
    (reports / "paper.txt").write_text(text)
    convert_folder(reports, out, jobs=1)
    archive = open_archive(out)
    assert values(out) == [612, 90]
    problems = archive.documents[0].problems
    assert [one.code for one in problems] == ["correction_not_placed"]
    assert "rejected by Ann" in problems[0].message
    assert archive.to_pandas("problems")["code"].tolist() == ["correction_not_placed"]


def test_the_workbook_shows_it(out: Path, tmp_path: Path) -> None:
    say(out, "612", Action.CORRECT, value=621)
    book = openpyxl.load_workbook(open_archive(out).export(tmp_path / "x.xlsx"))
    heads, first, *_ = book["Indicators"].iter_rows(values_only=True)
    assert first[heads.index("Value")] == 621
    assert first[heads.index("Review")] == "corrected by Ann on 2022-07-01"


def test_a_damaged_line_is_named(out: Path) -> None:
    (out / CORRECTIONS).write_text('{"by": "Ann"}\n')
    with pytest.raises(ArchiveError, match=r"corrections\.jsonl, line 1"):
        values(out)
