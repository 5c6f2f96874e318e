"""Columns that say where a record stands, alike on every sheet."""

from collections.abc import Callable
from typing import Any

from reportparse.desk.columns import Column
from reportparse.records.frames import Kind
from reportparse.records.indicator import FIRM

LINKED_PAGES = ".pdf"


def link_to(location: str | None, page: int | None) -> str | None:
    """The address of a page of a file; of the file where it has no pages to open at."""
    if location is None:
        return None
    return f"{location}#page={page}" if page and location.endswith(LINKED_PAGES) else location


def one_line(text: str | None) -> str | None:
    """``text`` with runs of spaces and line ends as one space."""
    return " ".join(text.split()) if text else None


def _edge(place: int) -> Callable[[Any], float | None]:
    """What reads an edge of the box of a record."""
    return lambda one: one.provenance.bbox[place] if one.provenance.bbox else None


PAGE: Column[Any] = Column(
    "page",
    "Page of the file, counted from 1; empty where the format has no pages.",
    lambda one: one.provenance.page,
    Kind.WHOLE,
    width=7,
)
QUOTE: Column[Any] = Column(
    "quote",
    "The words of the report that carry the value.",
    lambda one: one_line(one.provenance.quote),
    width=56,
)
ORGANISATION: Column[Any] = Column(
    "organisation",
    "The authority or body whose report it is.",
    lambda one: one.origin.organisation,
    width=24,
)
SOURCE: tuple[Column[Any], ...] = (
    Column(
        "file", "File, below the folder that was converted.", lambda one: one.origin.path, width=44
    ),
    Column(
        "link",
        "Address of the file, at the page; empty where the folder of the reports is not known.",
        lambda one: link_to(one.origin.location, one.provenance.page),
        width=10,
    ),
)
TITLE: tuple[Column[Any], ...] = (
    Column("report", "Title of the report.", lambda one: one_line(one.origin.title), width=40),
    Column("report_date", "Date of the report.", lambda one: one.origin.report_date, Kind.DATE),
)
REPORT: tuple[Column[Any], ...] = (*TITLE, *SOURCE)
TRUST: tuple[Column[Any], ...] = (
    Column(
        "confidence",
        "Estimated probability, 0 to 1, that every part of the record is right.",
        lambda one: one.confidence,
        Kind.NUMBER,
        width=12,
    ),
    Column(
        "firm",
        f"Whether the confidence is {FIRM} or more; empty where there is none.",
        lambda one: None if one.confidence is None else one.confidence >= FIRM,
        Kind.FLAG,
        width=8,
    ),
    Column("review", "Who accepted or corrected it, and when.", lambda one: one.origin.review),
)
POSITION: tuple[Column[Any], ...] = (
    Column("section", "Number or heading of the section.", lambda one: one.provenance.section),
    Column(
        "start_char",
        "Where the quote begins in the text of the report.",
        lambda one: one.provenance.start_char,
        Kind.WHOLE,
    ),
    Column(
        "end_char",
        "Where the quote ends in the text of the report.",
        lambda one: one.provenance.end_char,
        Kind.WHOLE,
    ),
    Column("x0", "Left edge of the box on the page, in points.", _edge(0), Kind.NUMBER),
    Column("top", "Top edge, from the top of the page.", _edge(1), Kind.NUMBER),
    Column("x1", "Right edge.", _edge(2), Kind.NUMBER),
    Column("bottom", "Bottom edge, from the top of the page.", _edge(3), Kind.NUMBER),
    Column("sha256", "SHA-256 of the file.", lambda one: one.origin.sha256, label="SHA-256"),
)
