"""``reportparse tables``: what it prints and writes."""

import io
import json
from pathlib import Path

import openpyxl
import pytest
from PIL import Image
from rich.console import Console

from builders.command_line import run
from builders.records import table_record
from reportparse.cli.table_view import print_table_record

from .test_commands import BUILT

PAPER = BUILT / "council" / "board-paper-2022.docx"
REPORT = BUILT / "inspections" / "slac-2011.pdf"


def printed(*args: object, width: int = 80, **changes: object) -> list[str]:
    console = Console(width=width, record=True, file=io.StringIO())
    print_table_record(console, table_record(*args, **changes))  # type: ignore[arg-type]
    return [line.rstrip() for line in console.export_text().splitlines()]


def test_tables_are_printed_with_page_and_caption() -> None:
    lines = run("tables", PAPER).stdout.splitlines()
    assert lines[0] == "t1"
    assert any(line.split() == ["Children", "in", "care", "598", "605", "612"] for line in lines)
    assert lines[-1] == "1 table"
    assert any(line.startswith("t1, page") for line in run("tables", REPORT).stdout.splitlines())


def test_a_wide_table_is_printed_in_parts_with_its_stubs_and_no_word_is_cut() -> None:
    names = [f"Neighbourhood{number}" for number in range(12)]
    rows = "\n".join(
        f"{stub} | {' | '.join('123456' for _ in names)}" for stub in ("North", "East")
    )
    lines = printed(f"Area | {' | '.join(names)}\n{rows}")
    assert max(map(len, lines)) <= 80
    assert all(any(name in line for line in lines) for name in names)
    assert sum(line.strip().startswith("North") for line in lines) > 1


def test_wide_stubs_lead_the_first_part_and_the_innermost_the_rest() -> None:
    names = " | ".join(f"Neighbourhood{number}" for number in range(3))
    stubs = " | ".join(f"Stubwords{number:06}" for number in range(3))
    lines = printed(f"A | B | C | {names}\n{stubs} | 1 | 2 | 3", stubs=3)
    assert sum("Stubwords000000" in line for line in lines) == 1
    assert sum("Stubwords000002" in line for line in lines) == 2


def test_a_long_caption_is_wrapped() -> None:
    lines = printed("Year | Leeds\n2013 | 62", caption="Children " * 30)
    assert max(map(len, lines)) <= 80


def test_json_is_the_records() -> None:
    (table,) = json.loads(run("tables", PAPER, "--json").stdout)
    found = {cell["text"]: (cell["role"], cell["state"], cell["value"]) for cell in table["cells"]}
    assert found["598"] == ("body", "figure", 598)
    assert found["88.0%"] == ("body", "figure", 88)
    assert found["Q1"] == ("header", None, None)


def test_files_that_are_written_are_named(tmp_path: Path) -> None:
    finished = run("tables", PAPER, "--csv", tmp_path / "csv", "--xlsx", tmp_path / "a.xlsx")
    assert finished.stdout.splitlines() == [
        str(tmp_path / "csv" / "board-paper-2022-tables.csv"),
        str(tmp_path / "csv" / "board-paper-2022-t1.csv"),
        str(tmp_path / "a.xlsx"),
    ]
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames == ["Tables", "t1"]


def test_show_draws_each_page_with_tables(tmp_path: Path) -> None:
    finished = run("tables", REPORT, "--show", tmp_path)
    paths = [Path(line) for line in finished.stdout.splitlines()]
    assert paths
    assert all(path.name.startswith("slac-2011-page-") for path in paths)
    with Image.open(paths[0]) as image:
        assert image.size[0] > 1000


@pytest.mark.parametrize("source", [PAPER, "not-there.docx"])
def test_show_needs_pages_and_a_file(source: Path | str, tmp_path: Path) -> None:
    finished = run("tables", source, "--show", tmp_path)
    assert finished.returncode == 1
    assert finished.stderr.startswith("Error: ")
    assert finished.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
