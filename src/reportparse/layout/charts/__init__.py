"""Charts of a page: drawn marks with the figures, categories and series printed at them."""

from reportparse.layout.charts.finder import find_charts
from reportparse.layout.charts.model import FoundChart, FoundPoint
from reportparse.layout.charts.rows import ChartCell, chart_rows

__all__ = ["ChartCell", "FoundChart", "FoundPoint", "chart_rows", "find_charts"]
