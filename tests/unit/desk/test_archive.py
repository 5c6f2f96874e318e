"""An archive gives records, frames and answers to SQL."""

import pickle
from io import BytesIO
from pathlib import Path

import pandas
import polars
import pytest
from PIL import Image

import reportparse
from reportparse.archive import convert_folder
from reportparse.desk import Archive, open_archive
from reportparse.errors import ArchiveError, QueryError, UnknownNameError

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures" / "built"
OWN_WORDS = """
[[indicators]]
id = "panel_attendance_pct"
name = "Attendance at the panel"
theme = "care_planning_voice"
unit = "percent"
aliases = ["attendance of members at the panel"]
"""
REPORT = """Bolton Council

Corporate Parenting Panel of Bolton

In 2021/22 attendance of members at the panel was 84%.
"""


def test_records_know_their_file(archive: Archive) -> None:
    figures = archive.indicators(area="Darlington")
    assert {one.origin.path for one in figures} == {"scrutiny-report-2019.docx"}
    assert {str(one.origin.report_date) for one in figures} == {"2019-11-14"}
    assert all(one.origin.location.endswith("scrutiny-report-2019.docx") for one in figures)  # type: ignore[union-attr]


def test_records_can_be_counted_in_sets(archive: Archive) -> None:
    figures = archive.indicators()
    assert len(set(figures)) == len(set(archive.indicators()) | set(figures)) > 20
    assert len(set(archive.tables())) == 2


def test_a_record_survives_a_pickle(archive: Archive) -> None:
    figure = archive.indicators()[0]
    copy = pickle.loads(pickle.dumps(figure))
    assert copy == figure
    assert copy.origin.path == figure.origin.path


def test_everything_is_one_line(archive: Archive) -> None:
    document = archive.documents[0]
    things = [
        *(archive, archive.documents, document, document.reports[0], archive.indicators()),
        *(archive.indicators()[0], archive.judgements()[0], archive.tables()[0]),
        *(archive.history(), archive.series(), archive.series()[0]),
    ]
    for thing in things:
        assert "\n" not in repr(thing)
        assert len(repr(thing)) < 200
        assert str(thing) == repr(thing)


def test_a_notebook_shows_tables_and_escapes_them(archive: Archive) -> None:
    shown = archive.indicators()._repr_html_()
    assert "<th" in shown
    assert "Children looked after" in shown
    assert "10 more rows are not shown" in shown
    table = archive.documents["board-paper-2022.docx"].reports[0].tables[0]
    marked = table.model_copy(update={"caption": "<script>"})
    assert "<script>" not in marked._repr_html_()
    assert "&lt;script&gt;" in marked._repr_html_()
    assert "Bolton" in archive.documents["board-paper-2022.docx"]._repr_html_()
    assert "<svg" in archive.history()._repr_html_()


def test_frames_of_pandas_and_polars_are_alike(archive: Archive) -> None:
    first, second = archive.to_pandas("indicators"), archive.to_polars("indicators")
    assert list(first.columns) == second.columns
    assert first["value"].tolist() == second["value"].to_list()
    assert isinstance(first, pandas.DataFrame)
    assert isinstance(second, polars.DataFrame)
    assert all(name.isidentifier() for name in first.columns)
    assert str(first["period_end"].dtype) == "datetime64[s]"


@pytest.mark.parametrize(
    "name", ["documents", "judgements", "series", "tables", "cells", "problems"]
)
def test_every_sheet_is_a_frame(archive: Archive, name: str) -> None:
    assert archive.to_pandas(name).shape == archive.to_polars(name).shape


def test_an_unknown_sheet_is_refused(archive: Archive) -> None:
    with pytest.raises(UnknownNameError, match="judgements"):
        archive.to_pandas("grades")


def test_sql_answers_over_sheets_and_views(archive: Archive) -> None:
    found = archive.sql(
        "SELECT value FROM latest_values WHERE indicator = 'cla_count' AND area_id = 'Darlington'"
    )
    assert found.fetchall() == [(241.0,)]


def test_sql_says_which_tables_there_are(archive: Archive) -> None:
    with pytest.raises(QueryError, match="tables are documents, judgements, indicators"):
        archive.sql("SELECT * FROM figures")


def test_sql_reads_no_file(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a\n1\n")
    with pytest.raises(QueryError, match="disabled"):
        archive.sql(f"SELECT * FROM '{tmp_path / 'x.csv'}'").fetchall()


def test_a_folder_that_was_not_converted_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no such folder"):
        reportparse.open(tmp_path / "nothing")
    with pytest.raises(ArchiveError, match="reportparse convert"):
        reportparse.open(tmp_path)


def test_documents_are_found_by_path_and_place(archive: Archive) -> None:
    assert len(archive.documents) == 2
    assert archive.documents[1].source.path == "scrutiny-report-2019.docx"
    with pytest.raises(KeyError):
        archive.documents["other.docx"]


def test_a_vocabulary_is_kept_with_the_results(tmp_path: Path) -> None:
    reports, out = tmp_path / "reports", tmp_path / "out"
    reports.mkdir()
    (reports / "a.txt").write_text(REPORT)
    words = tmp_path / "own.toml"
    words.write_text(OWN_WORDS)
    convert_folder(reports, out, jobs=1, vocabulary=words)
    words.unlink()
    frame = open_archive(out).to_pandas("indicators")
    found = frame[["measure", "value", "unit"]].to_numpy().tolist()
    assert found == [["Attendance at the panel", 84.0, "per cent"]]


def test_files_moved_with_their_results_are_found(tmp_path: Path) -> None:
    (tmp_path / "here" / "reports").mkdir(parents=True)
    (tmp_path / "here" / "reports" / "a.txt").write_text("Bolton has 12 children's homes.")
    convert_folder(tmp_path / "here" / "reports", tmp_path / "here" / "out", jobs=1)
    moved = (tmp_path / "here").rename(tmp_path / "there")
    document = open_archive(moved / "out").documents[0]
    assert document.location == (moved / "reports" / "a.txt").as_uri()


def test_a_record_is_shown_with_its_page(inspections: Archive) -> None:
    shown = inspections.show(inspections.judgements()[2])
    assert shown.quote.startswith("The experiences and progress of children in care")
    assert shown.picture is not None
    picture = Image.open(BytesIO(shown.picture))
    frame = [
        (x, y)
        for x in range(picture.width)
        for y in range(picture.height)
        if picture.getpixel((x, y)) == (194, 65, 12)
    ]
    assert len(frame) > 500
    assert "data:image/png;base64," in shown._repr_html_()


def test_a_record_without_pages_is_shown_by_its_words(archive: Archive) -> None:
    shown = archive.show(archive.indicators()[0])
    assert shown.picture is None
    assert "<blockquote>" in shown._repr_html_()
