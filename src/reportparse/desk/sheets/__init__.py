"""Every sheet of results, in the order of a workbook."""

from typing import Any

from reportparse.desk.columns import Sheet
from reportparse.desk.sheets.documents import DOCUMENTS, PROBLEMS
from reportparse.desk.sheets.indicators import INDICATORS
from reportparse.desk.sheets.judgements import JUDGEMENTS
from reportparse.desk.sheets.series import SERIES
from reportparse.desk.sheets.tables import CELLS, TABLES, cells_of

SHEETS: tuple[Sheet[Any], ...] = (
    DOCUMENTS,
    JUDGEMENTS,
    INDICATORS,
    SERIES,
    TABLES,
    CELLS,
    PROBLEMS,
)
SHEET_BY_NAME: dict[str, Sheet[Any]] = {sheet.name: sheet for sheet in SHEETS}

__all__ = ["SHEETS", "SHEET_BY_NAME", "cells_of"]
