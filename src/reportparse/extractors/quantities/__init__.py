"""Numbers with units: counts, percentages, rates, money, durations, ranks; and what is none."""

from reportparse.extractors.quantities.component import (
    find_non_figures,
    find_quantities,
    rate_unit,
)
from reportparse.extractors.quantities.model import Form, Quantity

__all__ = ["Form", "Quantity", "find_non_figures", "find_quantities", "rate_unit"]
