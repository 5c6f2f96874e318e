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

from reportparse.archive import convert_folder
from reportparse.desk import SHEETS, Archive, open_archive
from reportparse.desk.number_format import Shape, number_format
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
    assert heads[10:13] == ["File", "Link", "Label"]
    assert heads.index("Indicator") > heads.index("Quote")


def test_every_sheet_prints_what_leads_to_the_source(book: openpyxl.Workbook) -> None:
    for name in NAMES:
        page = book[name.capitalize()]
        columns = page.print_area.replace("$", "").split("!")[1]
        printed = [cell.value for cell in page[columns][0]]
        assert "File" in printed
        assert page.page_setup.paperSize == 9  # A4
        assert page.sheet_properties.pageSetUpPr.fitToPage
    guide = book["Guide"]
    assert guide.sheet_properties.pageSetUpPr.fitToPage
    assert guide.auto_filter.ref.startswith("A1:C")


def test_a_fall_is_shown_as_one(tmp_path: Path) -> None:
    report = tmp_path / "reports" / "paper.txt"
    report.parent.mkdir()
    report.write_text(
        "Leeds City Council\n\nAt 31 March 2016 there were 419 children looked after,"
        " 28 fewer than a year before.\n",
        encoding="utf-8",
    )
    convert_folder(report.parent, tmp_path / "out", jobs=1)
    target = open_archive(tmp_path / "out").export(tmp_path / "x.xlsx", sheets=("indicators",))
    page = openpyxl.load_workbook(target)["Indicators"]
    heads = [cell.value for cell in page[1]]
    cells = [row[heads.index("Value")] for row in page.iter_rows(min_row=2)]
    assert [(cell.value, cell.number_format) for cell in cells] == [
        (419, "#,##0"),
        (28, '"down "#,##0'),
    ]


@pytest.mark.parametrize(
    ("value", "shape", "shown"),
    [
        (69.0, Shape("per_10000", "69.0"), "#,##0.0"),
        (69.0, Shape("per_10000", "69"), "#,##0"),
        (54.5, Shape("percent", "54.5%"), "0.0%"),
        (4_200_000, Shape("gbp", "£4.2m"), '"£"#,##0'),
        (1200.5, Shape("gbp", "£1,200.50"), '"£"#,##0.00'),
        (1200.5, Shape("gbp", "about £1,200.50", "about"), '"about £"#,##0.00'),
        (28, Shape("count", "28", "exact", "down"), '"down "#,##0'),
        (30, Shape("count", "30", "at_least", "up"), '"up at least "#,##0'),
    ],
)
def test_a_number_is_shown_as_it_is_printed(value: float, shape: Shape, shown: str) -> None:
    assert number_format(value, shape) == shown


def test_the_words_of_a_figure_without_a_measure_are_in_italics(book: openpyxl.Workbook) -> None:
    page = book["Indicators"]
    heads = [cell.value for cell in page[1]]
    slopes = {
        (row[heads.index("Indicator")].value is None, row[heads.index("Measure")].font.italic)
        for row in page.iter_rows(min_row=2)
    }
    assert slopes == {(True, True), (False, False)}


def test_series_link_to_the_first_report_and_stand_in_order_of_name(
    book: openpyxl.Workbook, archive: Archive
) -> None:
    rows = rows_of(book["Series"])
    assert all(row["Link"] == "open" for row in rows)
    known = [str(row["Measure"]).casefold() for row in rows if row["Indicator"]]
    assert known == sorted(known)
    assert all(row["Indicator"] for row in rows[: len(known)])
    frame = archive.series(indicator="cla_count", area="Darlington").to_pandas()
    assert frame["link"].str.endswith("scrutiny-report-2019.docx").all()


def test_a_judgement_is_dated_as_exactly_as_its_report_says(inspections: Archive) -> None:
    # Front page: "Inspection dates: 4 November 2019 to 15 November 2019".
    frame = inspections.judgements().to_pandas()
    assert set(frame["period"]) == {"4 November 2019 to 15 November 2019"}


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
