"""Tables of tab-separated lines, compared cell for cell."""

import json
from bisect import bisect_right
from pathlib import Path

import pytest

from reportparse.document import BlockKind, Document, Table
from reportparse.readers import read_document

from .table_grids import grid_of


def read(text: str) -> Document:
    return read_document(text.encode())


def only_table(text: str) -> Table:
    (table,) = read(text).tables
    return table


def drawn(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


def test_offsets_caption_and_roles() -> None:
    document = read("Table 1: Ages\n\nAge\t0-4\t5-10\nJan\t344 (24%)\t359\nNov\t429\t371\n\nEnd.\n")
    (table,) = document.tables
    assert table.caption == "Table 1: Ages"
    assert (table.n_header_rows, table.n_stub_columns) == (1, 1)
    for cell in table.cells:
        assert document.text[cell.start_char : cell.end_char] == cell.text
    block = next(block for block in document.blocks if block.table == table.id)
    assert block.kind is BlockKind.TABLE
    assert (block.start_char, block.end_char) == (table.start_char, table.end_char)


CASES = {
    "one header over empty stubs covers them": (
        "Stability\t\t2009-10\tCity\nNI 62\tThree or more\t11.0%\t11.3\n"
        "NI 63\tTwo years\t68.4%\t68.6\n",
        "Stability | Stability | 2009-10 | City\nNI 62 | Three or more | 11.0% | 11.3\n"
        "NI 63 | Two years | 68.4% | 68.6",
    ),
    "empty columns at the right are dropped": (
        "Year\tLeeds\tEngland\t\t\n2013\t62\t38\t\t\n2014\t47\t42\t\t\n",
        "Year | Leeds | England\n2013 | 62 | 38\n2014 | 47 | 42",
    ),
    "a date cut at a tab, and a row with a tab too many": (
        "\t31/12/2021\t\t31/01\t/2022\t\n\t\tNumber\t%\tNumber\t%\t\n"
        "Far away\t78\t12.6%\t77\t12.3%\t\n",
        " | 31/12/2021 | 31/12/2021 | 31/01/2022 | 31/01/2022\n | Number | % | Number | %\n"
        "Far away | 78 | 12.6% | 77 | 12.3%",
    ),
    "headers centred over like groups": (
        "\t\tNumber\tof CLA\t\tRate\t\t\n\tFinal\tQuarterly\t\tFinal\tQuarterly\t\n"
        "Area\tMar\tJun\tSep\tMar\tJun\tSep\nBury\t1\t2\t3\t4.0\t5.0\t6.0\nKent\t1\t2\t3\t4.0\t5.0\t6.0\n",
        " | Number of CLA | Number of CLA | Number of CLA | Rate | Rate | Rate\n"
        " | Final | Quarterly | Quarterly | Final | Quarterly | Quarterly\n"
        "Area | Mar | Jun | Sep | Mar | Jun | Sep\nBury | 1 | 2 | 3 | 4.0 | 5.0 | 6.0\n"
        "Kent | 1 | 2 | 3 | 4.0 | 5.0 | 6.0",
    ),
    "a stub broken over two lines": (
        "Measure\t2010\t2011\nReferrals within 12\t\t\n"
        "months of the first\t21.0%\t28.2%\nPlans\t8\t9\n",
        "Measure | 2010 | 2011\n"
        "Referrals within 12 months of the first | 21.0% | 28.2%\nPlans | 8 | 9",
    ),
    "line breaks and tags in cells": (
        "Measure\tQ1<br>2019\tQ2&nbsp;2019\nCare<br/>leavers\t<b>12</b>\t14\nPlans\t8\t9\n",
        "Measure | Q1 2019 | Q2 2019\nCare leavers | 12 | 14\nPlans | 8 | 9",
    ),
    "a blank line after the header": (
        "\tAged\tAged\t\nPlace\t16\t17\tTotal\n\nBury\t\t2\t2\nKent\t1\t4\t5\n",
        " | Aged | Aged | \nPlace | 16 | 17 | Total\nBury |  | 2 | 2\nKent | 1 | 4 | 5",
    ),
}


@pytest.mark.parametrize(("text", "drawing"), CASES.values(), ids=CASES.keys())
def test_grid(text: str, drawing: str) -> None:
    assert grid_of(only_table(text)) == drawn(drawing)


def test_a_long_first_row_is_the_caption_and_a_repeated_header_starts_a_table() -> None:
    document = read(
        "Placements outside the borough in semi-independent homes as at 28/02/2022\t\t\t\n"
        "\tAged\tAged\t\nPlace\t16\t17\tTotal\nBury\t2\t2\t4\nKent\t4\t5\t9\n"
        "\tAged\tAged\t\nStatus\t16\t17\tTotal\nFull order\t3\t5\t8\nOther\t3\t2\t5\n"
    )
    assert [grid_of(table)[2][0] for table in document.tables] == ["Bury", "Full order"]
    assert {table.caption for table in document.tables} == {
        "Placements outside the borough in semi-independent homes as at 28/02/2022"
    }


@pytest.mark.parametrize(
    "second",
    ["Measure\t2010\t2011\nPlans\t8\t9\nVisits\t6\t7\n", "Plans\t8\t9\nVisits\t6\t7\n"],
    ids=["with its header again", "without a header"],
)
def test_a_table_over_a_page_break_is_one(second: str) -> None:
    first = "Measure\t2010\t2011\nReferrals\t21.0%\t28.2%\nReviews\t90.1\t91.7\n"
    document = read(f"{first}\n12\n\n{second}\nEnd.\n")
    (table,) = document.tables
    assert [row[0] for row in grid_of(table)] == [
        "Measure",
        "Referrals",
        "Reviews",
        "Plans",
        "Visits",
    ]
    assert document.text[table.start_char : table.end_char].endswith("Visits\t6\t7")
    assert [block.table for block in document.blocks if block.table] == [table.id]


def test_tables_with_the_same_header_and_the_same_stubs_are_two() -> None:
    part = "Year\tLeeds\tEngland\n2013\t62\t38\n2014\t47\t42\n"
    assert len(read(part + part.replace("62", "410")).tables) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Report of\tHead of Parenting\nReport to\tBoard\nAuthor\tA Rix\nDate\t13 March\n",
        "Are wards affected?\t☐ Yes\t⊠ No\nIs it open to call-in?\t☐ Yes\t⊠ No\n",
        "Outcome:\tFocus areas:\nChildren are safe\tTo reduce the need for care\n",
        "Narrative\t<p>The progress made.</p>\nNext\t<p>More.</p>\n",
    ],
)
def test_boxes_of_a_form_are_no_tables(text: str) -> None:
    document = read(text)
    assert document.tables == ()
    assert document.blocks


def test_the_key_to_a_scale_is_a_table() -> None:
    text = "Good (Grade 1)\tIt helps\t\nFair (Grade 2)\tIt may help\t\nPoor (Grade 3)\tIt fails\t\n"
    table = only_table(text)
    assert (table.n_header_rows, table.n_stub_columns) == (0, 1)
    assert grid_of(table)[1] == ["Fair (Grade 2)", "It may help"]


@pytest.mark.parametrize(
    "text",
    [
        "Action 1\tWe will act\nAction 2\tWe will see\nAction 3\tWe will tell\n",
        "Step (1)\tIt helps\nPart (4)\tIt may help\nLast (5)\tIt does not\n",
    ],
    ids=["the same word in each row", "numbers that do not count up"],
)
def test_other_numbered_rows_are_no_key(text: str) -> None:
    assert read(text).tables == ()


def test_a_table_written_out_in_html_inside_a_cell() -> None:
    document = read(
        "Measures\t<p>See below.</p> <table border='1'><caption>Rate</caption><tr><th>Year</th>"
        "<th colspan=2>Leeds</th></tr><tr><td>2013</td><td>62</td><td>38</td></tr></table> After.\n"
    )
    (table,) = document.tables
    assert table.caption == "Rate"
    assert grid_of(table) == [["Year", "Leeds", "Leeds"], ["2013", "62", "38"]]
    figures = {document.text[cell.start_char : cell.end_char] for cell in table.cells}
    assert {"2013", "62", "38"} <= figures
    kinds = [block.kind.value for block in document.blocks]
    assert kinds == ["paragraph", "paragraph", "table", "paragraph"]


@pytest.mark.shared
@pytest.mark.parametrize(
    "name", ["kirklees-2022", "leeds-2012", "leeds-2015", "leeds-2019", "ofsted-leeds-2010"]
)
def test_tables_of_the_published_reports(shared: Path, name: str) -> None:
    gold = json.loads((shared / f"gold/reports/{name}.tables.json").read_text(encoding="utf-8"))
    document = read_document((shared / "corpus/reports" / gold["file"]).read_bytes())
    starts = [0, *(i + 1 for i, char in enumerate(document.text) if char == "\n")]
    found = [(bisect_right(starts, table.start_char), table) for table in document.tables]
    for truth in gold["tables"]:
        table = next(table for line, table in found if 0 <= line - truth["line"] <= 1)
        found = [(line, other) for line, other in found if other is not table]
        assert grid_of(table) == truth["cells"]
        assert table.n_header_rows == truth["n_header_rows"]
        assert table.n_stub_columns == truth["n_stub_columns"]
    assert found == []
