"""Tabs that set a line in or follow its number are space; others part cells."""

import pytest

from reportparse.document import BlockKind
from reportparse.readers.plain import read_plain


def test_lines_set_in_by_tabs_are_text() -> None:
    text = (
        "3.2\tAs at 31 January there were these, as the board was told\n\tin its last report:\n\n"
        "\t•\t1,604 open cases\n\t•\t214 plans\n\t\tand more\n"
    )
    blocks = read_plain(text.encode()).blocks
    assert [block.kind for block in blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.LIST_ITEM,
    ]
    assert [block.number for block in blocks] == ["3.2", "•", "•"]
    assert text[blocks[0].start_char : blocks[0].end_char].endswith("last report:")


@pytest.mark.parametrize("line", ["\t2019\t2020", "\t\t\t\t0-17\t\t", "1.\t34", "Name\t12"])
def test_cells_stay_cells(line: str) -> None:
    blocks = read_plain(f"Area\tA\tB\n{line}\nLeeds\t1\t2\n".encode()).blocks
    assert all(block.number is None for block in blocks)
