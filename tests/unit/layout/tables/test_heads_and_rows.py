"""Heads that stand apart from their rows, what parts tables, and rows that references number."""

from dataclasses import replace

from builders.pages import make_document, make_page, text_line
from reportparse.document import Ruling
from reportparse.layout.page import PageContent, PageWord
from reportparse.layout.tables import FoundTable, find_tables
from reportparse.layout.tables.roles import GridCell, find_roles

_LEFT, _RIGHT = 72.0, 520.0


def _row(texts: tuple[str, ...], edges: tuple[float, ...], top: float) -> list[PageWord]:
    """Words of a row, the first at the left and each other ending at an edge."""
    words = text_line(texts[0], x=_LEFT, top=top, size=9) if texts[0] else []
    for text, edge in zip(texts[1:], edges, strict=True):
        if text:
            line = text_line(text, x=0, top=top, size=9)
            shift = edge - line[-1].x1
            words.extend(word._replace(x0=word.x0 + shift, x1=word.x1 + shift) for word in line)
    return words


def _rules(*tops: float) -> list[Ruling]:
    return [Ruling(_LEFT - 6, top, _RIGHT, top) for top in tops]


def _grid(page: PageContent, table: FoundTable) -> list[list[str]]:
    grid = [[""] * table.n_columns for _ in range(table.n_rows)]
    for cell in table.cells:
        grid[cell.row][cell.column] = " ".join(page.words[index].text for index in cell.words)
    return grid


_EDGES = (340.0, 430.0, 515.0)


def test_head_above_a_band_that_a_wide_space_parts_from_it() -> None:
    rows = [
        ("Measure", "2019/20", "2020/21", "2021/22"),
        ("Numbers", "", "", ""),
        ("Children looked after", "318", "327", "334"),
        ("Children on a plan", "141", "138", "129"),
        ("Placements", "", "", ""),
        ("Far from home", "15.2", "16.0", "16.6"),
    ]
    tops = [100.0 + 25 * at for at in range(len(rows))]
    page = make_page(
        [_row(row, _EDGES, top) for row, top in zip(rows, tops, strict=True)],
        rulings=_rules(*(top + 17 for top in tops)),
    )
    (table,) = find_tables(page)
    assert _grid(page, table) == [list(row) for row in rows]
    assert (table.n_header_rows, table.n_stub_columns) == (1, 1)


def test_rows_set_wide_apart_without_rulings() -> None:
    rows = [
        ("Year", "Adopted", "Placed", "Returned"),
        ("2018", "22", "31", "c"),
        ("2019", "19 r", "34 r", "12"),
        ("2020", "14", "29", "n/a"),
        ("2021", "16 p", "33 p", "9 p"),
    ]
    page = make_page([_row(row, _EDGES, 100.0 + 26 * at) for at, row in enumerate(rows)])
    (table,) = find_tables(page)
    assert _grid(page, table) == [list(row) for row in rows]


def test_text_between_two_tables_belongs_to_neither() -> None:
    first = [("Measure", "Q1", "Q2", "Q3"), ("Visits", "84.7", "86.2", "89.9")]
    first += [("Plans", "92.2", "93.5", "90.1"), ("Checks", "79.3", "82.0", "80.5")]
    lines = [_row(row, _EDGES, 100.0 + 20 * at) for at, row in enumerate(first)]
    prose = "The teams were fully staffed from November and the work that had built up was cleared"
    lines += [text_line(prose, x=_LEFT, top=190.0 + 14 * at, size=9) for at in range(4)]
    second = [("Reason", "2016", "2017", "2018"), ("Abuse", "112", "118", "120")]
    second += [("Stress", "31", "28", "27"), ("Absence", "19", "24", "22")]
    lines += [_row(row, _EDGES, 270.0 + 20 * at) for at, row in enumerate(second)]
    tops = [115.0, 135.0, 155.0, 175.0, 285.0, 305.0, 325.0, 345.0]
    page = make_page(lines, rulings=_rules(*tops))
    assert [_grid(page, table) for table in find_tables(page)] == [
        [list(row) for row in first],
        [list(row) for row in second],
    ]


def test_filled_head_beside_a_ruled_grid() -> None:
    rows = [("Type", "Good", "Weak", "All"), ("Primary", "92", "12", "104")]
    rows += [("Secondary", "13", "4", "17"), ("Special", "2", "1", "3")]
    level = [Ruling(66.0, top, 520.0, top) for top in (118.0, 138.0, 158.0, 178.0)]
    upright = [Ruling(x, 118.0, x, 178.0) for x in (66.0, 250.0, 345.0, 435.0, 520.0)]
    lines = [_row(row, _EDGES, 103.0 + 20 * at) for at, row in enumerate(rows)]
    page = replace(
        make_page(lines, rulings=[*level, *upright]), shades=((66.0, 96.0, 520.0, 118.0),)
    )
    (table,) = find_tables(page)
    assert _grid(page, table) == [list(row) for row in rows]
    assert table.n_header_rows == 1


def test_lettered_captions_part_tables_of_one_width() -> None:
    lines = [text_line("Table A. Results in primary schools", top=80.0, bold=True)]
    rows = [("Group", "2018", "2019", "2022"), ("Boys", "61.2", "60.0", "58.4")]
    rows += [("Girls", "68.7", "67.0", "66.1"), ("All", "64.9", "63.4", "62.2")]
    lines += [_row(row, _EDGES, 100.0 + 20 * at) for at, row in enumerate(rows)]
    lines += [
        text_line("Secondary", top=185.0, bold=True),
        text_line("Table B. Results in secondary schools", top=203.0, bold=True),
    ]
    lines += [_row(row, _EDGES, 223.0 + 20 * at) for at, row in enumerate(rows)]
    tops = [97.0, 115.0, 135.0, 155.0, 175.0, 220.0, 238.0, 258.0, 278.0, 298.0]
    document = make_document(make_page(lines, rulings=_rules(*tops)))
    assert [table.caption for table in document.tables] == [
        "Table A. Results in primary schools",
        "Table B. Results in secondary schools",
    ]
    assert [table.n_rows for table in document.tables] == [4, 4]


def test_head_centred_over_cells_whose_figures_stand_at_the_right() -> None:
    edges = (300.0, 350.0, 400.0, 450.0, 500.0)
    over = text_line("2016/17", x=288.0, top=100.0, size=9)
    over += text_line("2017/18", x=413.0, top=100.0, size=9)
    rows = [
        ("Measure", "Q3", "Q4", "Q1", "Q2", "Q3"),
        ("Referrals", "24.0", "22.8", "21.5", "20.2", "21.9"),
        ("Long plans", "1.8", "1.4", "1.7", "2.3", "1.1"),
        ("Health checks", "88.3", "89.7", "91.6", "92.4", "90.9"),
    ]
    page = make_page([over, *(_row(row, edges, 112.0 + 14 * at) for at, row in enumerate(rows))])
    (table,) = find_tables(page)
    heads = {(cell.column, cell.column_span) for cell in table.cells if cell.row == 0}
    assert {(1, 2), (3, 3)} <= heads
    assert table.n_header_rows == 2


def test_columns_of_figures_one_space_apart() -> None:
    rows = [("Placement", "Number", "%"), ("Foster care", "271", "70%"), ("Homes", "44", "11%")]
    rows += [("Parents", "35", "9%"), ("Other", "38", "10%"), ("Total", "388", "100%")]
    edges = (300.0, 318.0)
    page = make_page([_row(row, edges, 100.0 + 14 * at) for at, row in enumerate(rows) if at])
    (table,) = find_tables(page)
    assert _grid(page, table) == [list(row) for row in rows[1:]]


def _roles(rows: list[tuple[str, ...]]) -> tuple[int, int]:
    cells = [
        GridCell(row, column, 1, 1, text)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if text
    ]
    return tuple(find_roles(cells, n_rows=len(rows), n_columns=len(rows[0])))


def test_rising_reference_numbers_are_no_figures() -> None:
    rows = [("Ref", "2020", "2021")]
    rows += [(f"3.{at}", str(40 + at), str(50 - at)) for at in range(8, 13)]
    assert _roles(rows) == (1, 1)


def test_codes_before_the_names_of_the_rows_are_no_figures() -> None:
    rows = [("", "Area", "2013", "2014"), ("894", "Telford", "310.20", "322.00")]
    rows += [("883", "Thurrock", "288.10", "295.60"), ("970", "England", "332.20", "346.40")]
    assert _roles(rows) == (1, 2)


def test_table_on_its_side_on_an_upright_page() -> None:
    lines = [text_line("Performance table of the service for the last three years", top=60.0)]
    rows = [("Measure", "2017", "2018"), ("Referrals", "2,310", "2,404")]
    rows += [("Repeated", "22", "20"), ("Looked after", "371", "380")]
    for at, row in enumerate(rows):
        for text, bottom in zip(row, (700.0, 560.0, 470.0), strict=True):
            words = text_line(text, x=0.0, top=0.0, size=9)
            lines.append(
                [
                    PageWord(
                        word.text, 300.0 + 20 * at, bottom - word.x1, 309.0 + 20 * at,
                        bottom - word.x0, 9.0, upright=False,
                    )
                    for word in words
                ]
            )  # fmt: skip
    upright = [Ruling(x, 400.0, x, 706.0) for x in (295.0, 315.0, 335.0, 355.0, 375.0)]
    level = [Ruling(295.0, y, 375.0, y) for y in (400.0, 500.0, 590.0, 706.0)]
    page = make_page(lines, rulings=[*level, *upright])
    (table,) = find_tables(page)
    assert _grid(page, table) == [list(row) for row in rows]
    assert table.n_header_rows == 1
