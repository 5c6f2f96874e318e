"""What one cell's text is."""

import pytest

from reportparse.layout.tables.cell_kinds import CellKind, kind_of


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (CellKind.EMPTY, ["", "  ", "\n"]),
        (
            CellKind.VALUE,
            "12|1,234|54.5%|344 (24%)|£4.85m|-3.2|+1|(12)|<5|12 of 45|64 days|0.5pp|61.7*|75.2",
        ),
        (CellKind.MARK, "-|–|n/a|N/A|*|..|c|x|▲|◄►|suppressed"),
        (
            CellKind.KEY,
            "2010-11|2009/10|31/12/2021|Mar 2015|31 March 2015|Q1|Q1 2019/20|2014*|0-4|16 -17|16+"
            "|Nov 2010 to Nov 2011|10 to 15|/2022|31/01",
        ),
        (CellKind.LABEL, "Leeds|Number|%|Total|Under 1|England 2014*|Year 11|Good|2008/09 outturn"),
    ],
)
def test_kind_of_cell(kind: CellKind, texts: str | list[str]) -> None:
    for text in texts.split("|") if isinstance(texts, str) else texts:
        assert kind_of(text) is kind, text
