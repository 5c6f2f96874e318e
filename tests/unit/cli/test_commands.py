"""The commands: what they print, where, and with which exit code."""

import csv
import json
import re
import shutil
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from builders.command_line import run, run_apart
from reportparse._version import __version__

BUILT = Path(__file__).resolve().parents[3] / "fixtures" / "built"
REPORT = BUILT / "inspections" / "ilacs-split-2023.pdf"


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    finished = run("convert", BUILT / "inspections", out)
    assert finished.returncode == 0
    return out


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two council papers, converted once; most of what is shown of them needs no new reading."""
    out = tmp_path_factory.mktemp("papers")
    assert run("convert", BUILT / "council", out, "--jobs", "1").returncode == 0
    return out


def test_version() -> None:
    assert run_apart("--version").stdout == f"reportparse {__version__}\n"


def test_parse_prints_json() -> None:
    finished = run_apart("parse", REPORT)
    document = json.loads(finished.stdout)
    assert (finished.returncode, finished.stderr) == (0, "")
    assert document["source"]["path"] == str(REPORT)
    assert document["reports"][0]["organisation"] == "Hartlepool"


def test_parse_writes_a_file(tmp_path: Path) -> None:
    finished = run("parse", REPORT, "--output", tmp_path / "a.json")
    assert finished.stdout == ""
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["schema_version"] == "1.0"


def test_parse_prints_tables_that_fit_the_screen() -> None:
    lines = run("parse", REPORT, "--format", "table").stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert any("Hartlepool" in line for line in lines)
    assert any(
        re.search(r"care_leavers\s+requires_improvement\s+Requires improvement", x) for x in lines
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("parse", BUILT / "bad/empty.pdf"), "empty.pdf: the file is empty"),
        (("parse", "not-there.pdf"), "not-there.pdf: there is no such file"),
        (("parse", BUILT), "is a folder; 'reportparse convert'"),
        (("convert", REPORT, REPORT), "is a file; the last argument is the folder"),
        (("convert", "not-there", "out"), "not-there: there is no such file or folder"),
        (("verify", BUILT), "holds no folder 'documents'"),
        (("judgements", BUILT), "holds no folder 'documents'"),
        (("history", REPORT, "--provider", "Hartlepol"), "did you mean Hartlepool?"),
        (("compare", REPORT, "--indicator", "cla_cuont"), "did you mean cla_count"),
        (("history", BUILT.parent / "expected"), "expected: no reports found among"),
        (("compare", REPORT, "--format", "csv", "-o", "not-there/a.csv"), "no folder not-there"),
        (("schema", "-o", "not-there/a.json"), "no folder not-there"),
    ],
)
def test_an_expected_error_is_one_line(arguments: tuple[str | Path, ...], words: str) -> None:
    finished = run(*arguments)
    assert (finished.returncode, finished.stdout) == (1, "")
    assert finished.stderr.startswith("Error: ")
    assert finished.stderr.count("\n") == 1
    assert words in finished.stderr


def test_a_process_of_its_own_ends_with_the_same_codes() -> None:
    missing, wrong = run_apart("parse", "not-there.pdf"), run_apart("convert")
    assert (missing.returncode, missing.stderr.count("\n")) == (1, 1)
    assert (wrong.returncode, "Usage: reportparse" in wrong.stderr) == (2, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("convert",),
        ("convert", "a", "b", "--jobs", "0"),
        ("parse", "a", "-f", "xml"),
        ("compare", "a", "--format", "xlsx"),
        ("history", "a", "--output", "b"),
    ],
)
def test_wrong_use_is_exit_code_2(arguments: tuple[str, ...]) -> None:
    finished = run(*arguments)
    assert finished.returncode == 2
    assert "Usage: reportparse" in finished.stderr


def test_convert_tells_what_could_not_be_read(tmp_path: Path) -> None:
    finished = run("convert", BUILT / "bad", tmp_path, "--jobs", "2")
    lines = finished.stdout.splitlines()
    assert finished.returncode == 1
    # A slow machine is told every ten seconds how far the run is; nothing else is said there.
    assert [x for x in finished.stderr.splitlines() if " files a second, " not in x] == []
    assert max(map(len, lines[:-1])) <= 80
    assert lines[-1].startswith("9 files: 1 read, 8 not read, 0 skipped; 1 report, ")
    assert "password_required" in finished.stdout


def test_convert_shows_no_markup_of_file_names(tmp_path: Path) -> None:
    (tmp_path / "[red]a:smile:.pdf").write_bytes(b"")
    finished = run("convert", tmp_path, tmp_path / "out")
    assert "[red]a:smile:.pdf" in finished.stdout


def test_judgements_are_listed_by_report(converted: Path) -> None:
    finished = run("judgements", converted)
    lines = finished.stdout.splitlines()
    assert finished.returncode == 0
    assert "ilacs-split-2023.pdf: Hartlepool, ilacs_2023" in lines
    assert re.fullmatch(r"\d+ judgements", lines[-1])
    assert max(map(len, lines)) <= 80


def test_judgements_as_csv(converted: Path) -> None:
    lines = run("judgements", converted, "--format", "csv").stdout.splitlines()
    assert lines[0].startswith("path,provider,framework,part,aspect,grade")
    assert any(line.startswith("slac-2011.pdf,Wirral,slac_2009,safeguarding,") for line in lines)


@pytest.mark.parametrize("command", ["judgements", "history", "compare"])
def test_csv_in_a_file_is_for_excel_and_on_the_screen_for_programs(
    command: str, converted: Path, tmp_path: Path
) -> None:
    printed = run(command, converted, "--format", "csv")
    path = tmp_path / "a.csv"
    finished = run(command, converted, "--format", "csv", "--output", path)
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert rows == list(csv.reader(printed.stdout.splitlines()))
    assert len(rows) > 2
    assert all(len(row) == len(rows[0]) for row in rows)


def test_a_history_in_a_file(converted: Path, tmp_path: Path) -> None:
    path = tmp_path / "history.html"
    assert run("history", converted, "--format", "html", "-o", path).stdout == ""
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("command", ["history", "compare"])
def test_reports_that_cannot_be_read_are_named_and_the_others_shown(
    command: str, tmp_path: Path
) -> None:
    for name in (
        "bad/password.pdf",
        "inspections/ilacs-split-2023.pdf",
        "inspections/sif-2014.pdf",
    ):
        shutil.copy(BUILT / name, tmp_path)
    finished = run(command, tmp_path)
    assert finished.returncode == 1
    assert f"Not read: {tmp_path / 'password.pdf'}: the PDF is protected" in finished.stderr
    assert run(command, BUILT / "bad" / "password.pdf").returncode == 1


@pytest.mark.parametrize("command", ["judgements", "history", "compare", "verify"])
def test_a_damaged_document_is_named_and_the_others_shown(
    command: str, converted: Path, tmp_path: Path
) -> None:
    out = shutil.copytree(converted, tmp_path / "out")
    damaged = out / "documents" / "ilacs-split-2023.pdf.json"
    damaged.write_text("{", encoding="utf-8")
    finished = run(command, out)
    assert finished.returncode == 1
    assert finished.stdout.count("\n") > 0
    assert finished.stderr.startswith(f"Not read: {damaged}: ")
    assert finished.stderr.count("\n") == 1


def test_a_folder_of_reports_may_have_a_folder_documents(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    shutil.copy(REPORT, tmp_path / "documents")
    assert "Hartlepool" in run("history", tmp_path).stdout


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("history", "--provider", "Manchester"), "No judgements found for Manchester"),
        (("compare", "--area", "Manchester", "--format", "csv"), "No values found for Manchester"),
    ],
)
def test_where_nothing_is_found_the_organisations_read_are_named(
    arguments: tuple[str, ...], what: str, converted: Path
) -> None:
    finished = run(*arguments, converted)
    assert finished.returncode == 0
    assert finished.stderr.startswith(f"{what}; the reports are of Calderdale, ")


def test_verify_finds_nothing_amiss(converted: Path) -> None:
    finished = run("verify", converted)
    assert finished.stdout == "documents read: 12; records not borne out by their source: 0\n"
    assert finished.returncode == 0


def test_verify_names_a_record_that_was_altered(converted: Path, tmp_path: Path) -> None:
    name = "documents/ilacs-split-2023.pdf.json"
    document = json.loads((converted / name).read_text(encoding="utf-8"))
    document["reports"][0]["judgements"][0]["grade"] = "inadequate"
    (tmp_path / "documents").mkdir()
    (tmp_path / name).write_text(json.dumps(document), encoding="utf-8")
    finished = run("verify", tmp_path)
    assert finished.returncode == 1
    assert "judgements[0]" in finished.stdout
    assert finished.stdout.endswith("documents read: 1; records not borne out by their source: 1\n")


def test_schema_goes_to_a_file(tmp_path: Path) -> None:
    assert run("schema", "--output", tmp_path / "schema.json").returncode == 0
    assert json.loads((tmp_path / "schema.json").read_text())["title"] == "ParsedDocument"


def test_explain_shows_how_a_figure_was_read() -> None:
    paper = BUILT / "council" / "board-paper-2022.docx"
    missing = run("explain", paper, "--at", "no such words")
    assert (missing.returncode, missing.stdout) == (1, "")
    assert "try fewer words" in missing.stderr


@pytest.mark.parametrize("command", ["history", "compare"])
def test_histories_and_series_fit_the_screen(command: str, papers: Path, converted: Path) -> None:
    lines = run(command, papers, converted).stdout.splitlines()
    assert len(lines) > 10
    assert max(map(len, lines)) <= 80


def test_a_history_and_what_it_checked(converted: Path) -> None:
    lines = run("history", converted, "--provider", "Rutland").stdout.splitlines()
    assert any(re.search(r"^ 2021-07-05\s+ilacs_2018\b", line) for line in lines)
    assert any("2017" in line and "previous" in line for line in lines)


def test_series_of_the_council_papers() -> None:
    finished = run("compare", BUILT / "council", "--indicator", "cla_count", "--area", "Darlington")
    values = re.findall(r"^ (\d{4}-\d\d-\d\d)\s+(\d+)", finished.stdout, re.M)
    assert values == [
        ("2017-03-31", "231"),
        ("2018-03-31", "249"),
        ("2019-03-31", "258"),
        ("2019-09-30", "241"),
    ]


def test_series_as_a_workbook(papers: Path, tmp_path: Path) -> None:
    path = tmp_path / "series.xlsx"
    finished = run("compare", papers, "--format", "xlsx", "--output", path)
    assert finished.returncode == 0
    sheet = openpyxl.load_workbook(path).active
    assert [cell.value for cell in sheet[1]][:3] == ["indicator", "label", "breakdown"]
    assert sheet.max_row > 20
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    columns = [cell.value for cell in sheet[1]]
    starts = [row[columns.index("start")] for row in sheet.iter_rows(2, values_only=True)]
    assert datetime(2019, 9, 30) in starts  # noqa: DTZ001 - a day has no time zone


def test_indicators_are_listed_by_words() -> None:
    finished = run("indicators", "care", "leavers", "in", "touch", "--format", "csv")
    rows = finished.stdout.splitlines()
    assert rows[0] == "id,name,unit,theme"
    assert any(row.startswith("care_leavers_in_touch_pct,") for row in rows)
    assert all("touch" in row for row in rows[1:])
    assert int(run("indicators").stdout.splitlines()[-1].split()[0]) > 200


def test_each_series_has_one_heading_that_names_its_area(papers: Path) -> None:
    lines = run("compare", papers, width=200).stdout.splitlines()
    headings = [line for line in lines if line and not line.startswith(" ")]
    assert len(set(headings)) == len(headings)
    assert "cla_count, Darlington, count, snapshot" in headings


def test_a_history_against_a_published_list(converted: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "urn,la_code,local_authority,overall_effectiveness_grade,impact_of_leaders_grade,"
        "help_and_protection_grade,in_care_grade,care_leavers_grade,inspection_start_date,"
        "inspection_end_date,publication_date\n"
        "80480,883,Thurrock,requires improvement to be good,requires improvement to be good,good,"
        "inadequate,,04/11/2019,15/11/2019,17/12/19\n",
        encoding="utf-8",
    )
    arguments = ("history", converted, "--provider", "Thurrock", "--against", path)
    finished = run(*arguments)
    assert finished.returncode == 0
    assert finished.stdout.splitlines()[-1] == "5 agrees, 1 differs, 1 only in list"
    rows = run(*arguments, "--format", "csv").stdout.splitlines()
    assert rows[0] == "provider,inspected_from,field,outcome,published,found"
    assert "Thurrock,2019-11-04,help_protection,differs,good,requires_improvement" in rows
    assert len(rows) == 8


@pytest.mark.parametrize("command", [("judgements",), ("compare",), ("history",)])
def test_tables_cut_no_word_at_80_columns(command: tuple[str, ...], converted: Path) -> None:
    lines = run(*command, converted).stdout.splitlines()
    assert max(map(len, lines)) <= 80
    words = set(re.findall(r"[a-z]+", " ".join(lines)))
    uncut = run(*command, converted, width=500).stdout
    assert sorted(words - set(re.findall(r"[a-z]+", uncut))) == []


def test_compare_writes_a_workbook_of_text_and_numbers(converted: Path, tmp_path: Path) -> None:
    assert run("compare", converted, "--format", "xlsx", "-o", tmp_path / "a.xlsx").returncode == 0
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Series"]
    rows = [dict(zip([cell.value for cell in sheet[1]], row, strict=True)) for row in sheet.values]
    assert len(rows) > 2
    assert all(isinstance(row["value"], int | float) for row in rows[1:])


def test_a_converted_folder_is_asked_how_it_stands(tmp_path: Path) -> None:
    assert run("convert", BUILT / "bad", tmp_path, "--jobs", "1").returncode == 1
    finished = run("status", tmp_path)
    assert (finished.returncode, finished.stderr) == (1, "")
    assert finished.stdout.splitlines()[-1] == "the last run finished"
    assert "password_required" in finished.stdout
    listed = run("problems", tmp_path, "--code", "password_required", "--format", "csv")
    assert listed.returncode == 0
    assert [line.split(",")[0] for line in listed.stdout.splitlines()] == ["path", "password.pdf"]
    assert run("problems", tmp_path, "--code", "nothing").stdout == "0 problems\n"
    assert run("status", BUILT).returncode == 1
