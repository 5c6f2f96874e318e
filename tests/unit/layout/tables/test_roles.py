"""Header rows and stub columns of grids as reports print them."""

import pytest

from reportparse.document import CellRole
from reportparse.layout.tables.roles import GridCell, Roles, find_roles


def grid(text: str) -> tuple[list[GridCell], int, int]:
    """Cells of a drawing whose rows are lines and whose cells are parted by "|".

    "<" widens the cell to its left and "^" lengthens the cell above.
    """
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    found: dict[tuple[int, int], list] = {}
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if value == "<":
                owner[r, c] = owner[r, c - 1]
                found[owner[r, c]][1] = c - owner[r, c][1] + 1
            elif value == "^":
                owner[r, c] = owner[r - 1, c]
                found[owner[r, c]][0] = r - owner[r, c][0] + 1
            else:
                owner[r, c] = (r, c)
                found[r, c] = [1, 1, value]
    cells = [GridCell(r, c, *spans) for (r, c), spans in found.items()]
    return cells, len(rows), len(rows[0])


CASES = {
    "one header row": ("Age | 0-4 | 5-10\nJan 2011 | 344 (24%) | 359\nNov 2011 | 429 | 371", 1, 1),
    "no stub": ("Foster | Kinship\n54.5% | 15.5%", 1, 0),
    "years over figures": (" | 2015 | 2016\nLeeds | 447 | 419\nLondon | 52.0 | 51.0", 1, 1),
    "years as stubs": ("Year | Leeds | England\n2013 | 62 | 38\n2014 | 47 | 42", 1, 1),
    "two stubs": (
        "Area | < | 2015\nLeeds | Number | 447\n^ | Rate | 75.2\nLondon | Rate | 52.0",
        1,
        2,
    ),
    "spanning header": (
        "Age | Children | < | Share\n^ | Boys | Girls | ^\n"
        "Under 1 | 12 | 10 | 5.3\n1 to 4 | 2 | 4 | 9",
        2,
        1,
    ),
    "ages as bare numbers": (
        " | Aged | Aged | \nPlace | 16 | 17 | Total\nBradford |  | 2 | 2\nWakefield | 1 | 4 | 5",
        2,
        1,
    ),
    "units under periods": (
        " | 2020 | < | 2021 | <\n | Number | % | Number | %\nFar | 78 | 12.6% | 77 | 12.3%",
        2,
        1,
    ),
    "group rows are no headers": (
        "Code | Measure | Q1 | Q2\nReferrals | < | < | <\nN1 | In time | 68.9 | 70.2\n"
        "Plans | < | < | <\nN2 | Long | 8.8 | 8.1",
        1,
        2,
    ),
    "title over the header": (
        "Placements | < | <\nType | 2015 | 2016\nFoster | 188 | 196\nKin | 39 | 41",
        2,
        1,
    ),
    "words in a value column": (
        "Measure | Q1 | Q2\nGCSE | due in autumn | <\nReviews | 90.1 | 91.7\n"
        "Plans | 8 | 9\nX | 1 | 2",
        1,
        1,
    ),
    "grades": (
        "Judgement | Grade\nSafety | Good\nCare | Good\nLeaders | Adequate\nHealth | Adequate",
        1,
        1,
    ),
    "grades under a title": ("Services | \nSafety | Good\nCare | Good\nHealth | Adequate", 1, 1),
    "key without a header": ("Good (2) | Exceeds what is asked\nPoor (4) | Does not meet it", 0, 1),
    "action plan": (
        "Action | Lead | When\n"
        "Review all the plans for care | Head | May 2012\nTrain staff | HR | June",
        1,
        1,
    ),
    "row numbers are stubs": ("No | Name | Count\n1 | Foster | 5\n2 | Kin | 6\n3 | Home | 7", 1, 2),
    "figures alone": ("1 | 2\n3 | 4", 0, 0),
}


@pytest.mark.parametrize(("drawing", "rows", "columns"), CASES.values(), ids=CASES.keys())
def test_roles(drawing: str, rows: int, columns: int) -> None:
    cells, n_rows, n_columns = grid(drawing)
    assert find_roles(cells, n_rows=n_rows, n_columns=n_columns) == Roles(rows, columns)


def test_marked_rows_are_headers_whatever_they_hold() -> None:
    cells, n_rows, n_columns = grid("A | B\nx | y\nz | w")
    roles = find_roles(cells, n_rows=n_rows, n_columns=n_columns, marked_header_rows=1)
    assert roles == Roles(1, 1)


def test_role_of_a_cell() -> None:
    roles = Roles(1, 2)
    assert roles.of(0, 0) is CellRole.HEADER
    assert roles.of(1, 1) is CellRole.STUB
    assert roles.of(1, 2) is CellRole.BODY
