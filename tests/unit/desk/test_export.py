"""What each kind of export holds, read back by the programs that people use."""

import csv
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import duckdb
import openpyxl
import pandas
import polars
import pytest

from reportparse.desk import SHEETS, Archive, open_archive
from reportparse.errors import OutputError, UnknownNameError

NAMES = [sheet.name for sheet in SHEETS]
# Read in the paper: "At 31 March 2018 there were 249", page heading of its table.
CHILDREN_2018 = ("Darlington", "Children looked after", 249, "31 March 2018")


@pytest.fixture(scope="module")
def book(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> openpyxl.Workbook:
    target = archive.export(tmp_path_factory.mktemp("book") / "all.xlsx")
    return openpyxl.load_workbook(target)


def rows_of(page: object) -> list[dict[str, object]]:
    heads, *rows = page.iter_rows(values_only=True)  # type: ignore[attr-defined]
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_a_workbook_has_every_sheet_and_a_guide(book: openpyxl.Workbook) -> None:
    assert [name.lower() for name in book.sheetnames] == [*NAMES, "guide"]


def test_columns_stand_in_the_order_a_person_reads(book: openpyxl.Workbook) -> None:
    heads = [cell.value for cell in book["Indicators"][1]]
    assert heads[:10] == [
        *("Organisation", "Area", "Measure", "Group", "Role", "Value", "Unit", "Period"),
        *("Page", "Quote"),
    ]
    assert heads.index("Indicator") > heads.index("Quote")


def test_figures_of_a_workbook_are_numbers(book: openpyxl.Workbook) -> None:
    found = [
        row
        for row in rows_of(book["Indicators"])
        if (row["Area"], row["Measure"], row["Value"], row["Period"]) == CHILDREN_2018
    ]
    assert len(found) == 1
    assert found[0]["Unit"] == "children"
    assert found[0]["Report date"] == datetime(2019, 11, 14)  # noqa: DTZ001 - Excel has no zones


def test_per_cent_is_what_excel_means_by_it(book: openpyxl.Workbook) -> None:
    page = book["Indicators"]
    heads = [cell.value for cell in page[1]]
    shares = [
        row for row in page.iter_rows(min_row=2) if row[heads.index("Unit")].value == "per cent"
    ]
    assert shares
    for row in shares:
        value, printed = row[heads.index("Value")], row[heads.index("Printed")].value
        assert value.number_format.endswith("%")
        assert value.value * 100 == pytest.approx(float(printed.rstrip("%")))


def test_a_workbook_filters_freezes_and_prints(book: openpyxl.Workbook) -> None:
    page = book["Indicators"]
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref.startswith("A1:")
    assert page.print_title_rows == "$1:$1"
    assert page.page_setup.orientation == "landscape"
    assert page.sheet_properties.pageSetUpPr.fitToPage


def test_links_open_the_file_at_the_page(inspections: Archive, tmp_path: Path) -> None:
    page = openpyxl.load_workbook(inspections.export(tmp_path / "x.xlsx"))["Judgements"]
    heads = [cell.value for cell in page[1]]
    cell = page.cell(2, heads.index("Link") + 1)
    assert cell.value == "page 1"
    address = cell.hyperlink.target + "#" + (cell.hyperlink.location or "")
    assert address.lower().startswith("file:///")
    assert address.endswith("ilacs-standard-2019.pdf#page=1")


def test_the_same_records_give_the_same_workbook(archive: Archive, tmp_path: Path) -> None:
    first = archive.export(tmp_path / "a.xlsx").read_bytes()
    assert archive.export(tmp_path / "b.xlsx").read_bytes() == first


def test_a_duckdb_file_has_tables_views_and_notes(archive: Archive, tmp_path: Path) -> None:
    target = archive.export(tmp_path / "all.duckdb")
    with duckdb.connect(str(target), read_only=True) as connection:
        tables = {name for (name,) in connection.execute("SHOW TABLES").fetchall()}
        assert set(NAMES) <= tables
        found = connection.execute(
            "SELECT value, period_end FROM measured WHERE indicator = 'cla_count'"
            " AND area = 'Darlington' ORDER BY period_end LIMIT 2"
        ).fetchall()
        assert found == [(231.0, date(2017, 3, 31)), (249.0, date(2018, 3, 31))]
        notes = connection.execute(
            "SELECT count(*) FROM duckdb_columns() AS one"
            " JOIN duckdb_tables() AS made USING (database_name, schema_name, table_name)"
            " WHERE one.comment IS NULL"
        )
        assert notes.fetchall() == [(0,)]


def test_parquet_keeps_its_types(archive: Archive, tmp_path: Path) -> None:
    folder = archive.export(tmp_path / "all.parquet")
    assert sorted(path.stem for path in folder.iterdir()) == sorted(NAMES)
    frame = pandas.read_parquet(folder / "indicators.parquet")
    assert str(frame["page"].dtype) == "Int64"
    assert str(frame["value"].dtype) == "float64"
    assert str(frame["firm"].dtype) == "boolean"
    assert frame["period_end"].dt.year.dropna().astype(int).max() == 2022
    typed = polars.read_parquet(folder / "indicators.parquet").schema
    assert (typed["page"], typed["value"]) == (polars.Int64, polars.Float64)
    assert (typed["period_end"], typed["firm"]) == (polars.Date, polars.Boolean)


def test_csv_opens_in_excel(archive: Archive, tmp_path: Path) -> None:
    folder = archive.export(tmp_path / "all.csv")
    text = (folder / "indicators.csv").read_text(encoding="utf-8-sig")
    assert (folder / "indicators.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    found = [row for row in csv.DictReader(text.splitlines()) if row["indicator"] == "cla_count"]
    assert ("Darlington", "249.0", "2018-03-31") in {
        (row["area"], row["value"], row["period_end"]) for row in found
    }


def test_only_the_sheets_asked_for(archive: Archive, tmp_path: Path) -> None:
    folder = archive.export(tmp_path / "some.csv", sheets=("judgements",))
    assert [path.name for path in folder.iterdir()] == ["judgements.csv"]


@pytest.mark.parametrize("name", ["all.txt", "all", "missing/all.xlsx"])
def test_what_cannot_be_written_is_refused(archive: Archive, tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError):
        archive.export(tmp_path / name)


def test_a_folder_is_no_workbook(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "all.xlsx").mkdir()
    with pytest.raises(OutputError, match="is a folder"):
        archive.export(tmp_path / "all.xlsx")


def test_an_unknown_sheet_gives_those_there_are(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="indicators"):
        archive.export(tmp_path / "x.csv", sheets=("figures",))


def test_a_word_that_looks_like_a_formula_stays_text(out: Path, tmp_path: Path) -> None:
    document = next((out / "documents").rglob("board*.json"))
    changed = tmp_path / "out" / "documents" / "odd.json"
    changed.parent.mkdir(parents=True)
    text = document.read_text(encoding="utf-8").replace('"Bolton"', '"=1+1"')
    changed.write_text(text, encoding="utf-8")
    book = openpyxl.load_workbook(open_archive(tmp_path / "out").export(tmp_path / "x.xlsx"))
    cell = book["Indicators"]["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


@pytest.mark.parametrize(
    ("library", "name", "extra"),
    [
        ("xlsxwriter", "x.xlsx", "xlsx"),
        ("duckdb", "x.duckdb", "duckdb"),
        ("pyarrow", "x.duckdb", "duckdb"),
        ("pyarrow", "x.parquet", "parquet"),
    ],
)
def test_without_an_extra_the_command_to_install_it_is_named(
    out: Path, tmp_path: Path, library: str, name: str, extra: str
) -> None:
    script = (
        f"import sys; sys.modules[{library!r}] = None\n"
        "import reportparse\n"
        f"try:\n    reportparse.open({str(out)!r}).export({str(tmp_path / name)!r})\n"
        "except reportparse.errors.MissingLibraryError as error:\n    print(error)\n"
    )
    finished = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert f"needs {library}" in finished.stdout
    assert f'python -m pip install "reportparse[{extra}]"' in finished.stdout
