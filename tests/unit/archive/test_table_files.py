"""Tables as CSV files and as a workbook."""

import csv
from pathlib import Path

import openpyxl
import pytest

from builders.records import document_with, table_record
from reportparse.archive import write_tables_csv, write_tables_xlsx
from reportparse.archive.spreadsheets import csv_text

TABLE = table_record(
    "Measure | 2020/21 | | Change\n | Number | % |\n"
    "=1+1 | 1,204 | 21.5% | +3\n@home | c | - | -1.2\nCost | £4.2m | £12.50 | 344 (24%)",
    headers=2,
    spans={(0, 1): (1, 2), (0, 0): (2, 1), (0, 3): (2, 1)},
    caption="Table 1: Plans",
)


def read_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.reader(handle))


def test_csv_holds_each_table_as_printed(tmp_path: Path) -> None:
    index, first = write_tables_csv(document_with(TABLE), tmp_path / "new")
    assert (index.name, first.name) == ("paper-tables.csv", "paper-t1.csv")
    assert first.read_bytes().startswith(b"\xef\xbb\xbf")
    assert read_csv(first) == [
        ["Measure", "2020/21", "2020/21", "Change"],
        ["Measure", "Number", "%", "Change"],
        ["'=1+1", "1,204", "21.5%", "+3"],
        ["'@home", "c", "-", "-1.2"],
        ["Cost", "£4.2m", "£12.50", "344 (24%)"],
    ]


def test_the_list_says_where_each_table_stands(tmp_path: Path) -> None:
    index, *_ = write_tables_csv(document_with(TABLE), tmp_path)
    assert read_csv(index) == [
        ["file", "table", "page", "caption", "rows", "columns"],
        ["paper.docx", "t1", "2", "Table 1: Plans", "5", "4"],
    ]


@pytest.mark.parametrize(
    "text", ["=SUM(A1:A9)", "+A1", "-A1", "@SUM(1)", "\t=1", " =1", "-2+3", "+/-", "- see note"]
)
def test_what_a_spreadsheet_would_compute_is_made_text(text: str) -> None:
    assert csv_text([[text]]).strip("\ufeff\r\n").strip('"') == f"'{text}"


@pytest.mark.parametrize("text", ["-", "--", "-1.2", "+3", "-£1,200", "-5.0%", "a=b"])
def test_figures_and_dashes_stay_as_printed(text: str) -> None:
    assert csv_text([[text]]).strip("\ufeff\r\n").strip('"') == text


def test_the_workbook_has_a_sheet_for_each_table_and_a_list(tmp_path: Path) -> None:
    write_tables_xlsx(document_with(TABLE), tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Tables", "t1"]
    assert [cell.value for cell in book["Tables"][2]] == [
        "paper.docx", "t1", 2, "Table 1: Plans", 5, 4,
    ]  # fmt: skip
    sheet = book["t1"]
    assert [cell.value for cell in sheet[1]] == ["Measure", "2020/21", "2020/21", "Change"]
    assert sheet.freeze_panes == "B3"


def test_numbers_are_numbers_shown_as_printed(tmp_path: Path) -> None:
    write_tables_xlsx(document_with(TABLE), tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["t1"]
    found = {place: (sheet[place].value, sheet[place].number_format) for place in _FORMATS}
    assert found == _FORMATS
    assert [sheet[place].value for place in ("B4", "C4", "D5")] == ["c", "-", "344 (24%)"]


_FORMATS = {
    "B3": (1204, "#,##0"),
    "C3": (21.5, '0.0"%"'),
    "D3": (3, "0"),
    "D4": (-1.2, "0.0"),
    "B5": (4200000, '"£"#,##0'),
    "C5": (12.5, '"£"0.00'),
}


def test_text_is_never_a_formula(tmp_path: Path) -> None:
    write_tables_xlsx(document_with(TABLE), tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["t1"]
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("=1+1", "s")
    assert sheet["A4"].data_type == "s"


def test_a_character_that_excel_refuses_is_left_out(tmp_path: Path) -> None:
    table = table_record("Year | Le\x07eds\n2013 | 62")
    write_tables_xlsx(document_with(table), tmp_path / "a.xlsx")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx")["t1"]["B1"].value == "Leeds"
