"""Typed records from the reports that councils and Ofsted publish on children's services.

One report::

    import reportparse

    document = reportparse.parse("inspection.pdf")    # PDF, Word, web page or text
    document.reports[0].organisation
    for judgement in document.judgements():
        print(judgement.aspect, judgement.grade, judgement.provenance.page)
    for figure in document.indicators():
        print(figure.indicator, figure.value, figure.unit, figure.period)

A folder of reports, converted once with ``reportparse convert REPORTS OUT``::

    archive = reportparse.open("OUT")
    archive.documents                     # one document for each file
    archive.judgements().to_pandas()      # a row for each grade
    archive.to_polars("indicators")       # a row for each figure
    archive.sql("SELECT area, count(*) FROM indicators GROUP BY area")
    archive.export("figures.xlsx")        # or .duckdb, .parquet, .csv

Across reports and years::

    reportparse.compare(archive.documents, indicator="cla_count", area="Leeds")
    reportparse.history(archive.documents, provider="Leeds")

How a figure was read, and why it is linked to its measure::

    reportparse.explain("inspection.pdf", "54.5%")

Every record has ``provenance``: page, box on the page, offsets in the report's text, and the words
that carry the value; ``record.origin`` names its file and report. A value that could not be read
with confidence is left out and named in ``document.problems``. Errors raised on purpose stand in
``reportparse.errors``, below ``ReportParseError``. The records are described in
``reportparse.records``; nothing is fetched from the network.

Workbooks, data frames, DuckDB and Parquet come with an extra:
``python -m pip install "reportparse[desk]"``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reportparse._version import __version__

if TYPE_CHECKING:
    from reportparse.comparison import compare, history
    from reportparse.desk import Archive
    from reportparse.desk import open_archive as open
    from reportparse.explaining import explain
    from reportparse.parsing import parse

# Loaded at first use, so that ``import reportparse`` and ``--help`` answer at once.
_LAZY = {
    "Archive": ("reportparse.desk", "Archive"),
    "compare": ("reportparse.comparison", "compare"),
    "explain": ("reportparse.explaining", "explain"),
    "history": ("reportparse.comparison", "history"),
    "open": ("reportparse.desk", "open_archive"),
    "parse": ("reportparse.parsing", "parse"),
}

__all__ = [
    "Archive",
    "__version__",
    "compare",
    "explain",
    "history",
    "open",
    "parse",
]


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _LAZY[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return __all__
