"""Views of the DuckDB file: questions that are asked often."""

import re
from dataclasses import dataclass

from reportparse.desk.sheets import SHEETS


@dataclass(frozen=True, slots=True)
class View:
    """A named query over the sheets."""

    name: str
    note: str
    select: str

    @property
    def needs(self) -> set[str]:
        """Names of the sheets that it reads."""
        return {sheet.name for sheet in SHEETS if re.search(rf"\b{sheet.name}\b", self.select)}


VIEWS = (
    View(
        "measured",
        "Measured values of known measures, without changes, targets and forecasts.",
        "SELECT * FROM indicators WHERE role = 'level' AND indicator IS NOT NULL",
    ),
    View(
        "firm_values",
        "Figures whose confidence makes them firm.",
        "SELECT * FROM indicators WHERE firm",
    ),
    View(
        "latest_values",
        "The latest value in each series of a known measure.",
        "SELECT * FROM series WHERE role = 'level' AND indicator IS NOT NULL QUALIFY row_number()"
        " OVER (PARTITION BY area_id, indicator, breakdown, unit_id, kind"
        " ORDER BY period_end DESC NULLS LAST) = 1",
    ),
    View(
        "grades",
        "Each provider's grades with their dates, own judgements of inspection reports alone.",
        "SELECT provider, date, aspect, grade, framework, file, page, quote FROM judgements"
        " WHERE basis = 'stated'",
    ),
)
