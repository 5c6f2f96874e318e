"""Reading a report with a user's own measures, aliases and areas."""

from io import BytesIO
from pathlib import Path

import pytest

import reportparse
from reportparse.archive import convert_folder, read_documents
from reportparse.errors import VocabularyError
from reportparse.records import ParsedDocument

OWN = """
[[indicators]]
id = "panel_attendance_pct"
name = "Attendance of members at the corporate parenting panel"
theme = "care_planning_voice"
unit = "percent"
aliases = ["attendance of members at the panel"]

[[areas]]
name = "Three Rivers Alliance"
aliases = ["the alliance"]
"""
REPORT = b"""Leeds City Council

Corporate Parenting Panel of Leeds

Date of meeting: 14 June 2022

In 2021/22 attendance of members at the panel was 84%, and 71% in Three Rivers Alliance.
"""


def figures(parsed: ParsedDocument) -> list[tuple[float, str | None, str | None]]:
    return [(one.value, one.indicator, one.area) for one in parsed.reports[0].indicators]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_a_report_is_read_with_own_measures_and_areas(own: Path) -> None:
    assert figures(reportparse.parse(REPORT, vocabulary=own)) == [
        (84, "panel_attendance_pct", "Leeds"),
        (71, "panel_attendance_pct", "Three Rivers Alliance"),
    ]


def test_an_open_file_is_read_as_its_path_is(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT)
    with path.open("rb") as handle:
        assert reportparse.parse(handle) == reportparse.parse(path)
    assert reportparse.parse(BytesIO(REPORT)).source.path is None


def test_the_next_report_is_read_without_them(own: Path) -> None:
    reportparse.parse(REPORT, vocabulary=own)
    measures = [measure for _, measure, _ in figures(reportparse.parse(REPORT))]
    assert len(measures) == 2
    assert "panel_attendance_pct" not in measures


def test_a_folder_is_converted_with_them(own: Path, tmp_path: Path) -> None:
    source = tmp_path / "reports"
    source.mkdir()
    (source / "panel.txt").write_bytes(REPORT)
    convert_folder(source, tmp_path / "out", jobs=1, vocabulary=own)
    (parsed,) = read_documents(tmp_path / "out")
    assert figures(parsed)[0] == (84, "panel_attendance_pct", "Leeds")


def test_a_wrong_file_is_refused_before_any_report_is_read(own: Path, tmp_path: Path) -> None:
    own.write_text('[[aliases]]\nindicator = "no_such"\naliases = ["x"]\n', encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"own\.toml: aliases\[0\] indicator: 'no_such'"):
        convert_folder(tmp_path, tmp_path / "out", vocabulary=own)
    assert not (tmp_path / "out").exists()
