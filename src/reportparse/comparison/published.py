"""Histories checked against a published list of inspections (CSV)."""

import csv
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from pydantic import Field, ValidationError

from reportparse.comparison.models import Entry, History, InspectionEvent
from reportparse.errors import ReportParseError
from reportparse.extractors.grades.phrases import parse_grade
from reportparse.records import Basis
from reportparse.records.base import Record
from reportparse.vocabulary import load_areas


class Layout(Record):
    """Columns of a published list; ``grades`` gives the column of each theme of the vocabulary.

    Date formats are those of ``datetime.strptime``. The defaults are the layout that analysts of
    inspection outcomes pass round.
    """

    provider: str = "local_authority"
    urn: str | None = "urn"
    inspected_from: str = "inspection_start_date"
    inspected_to: str | None = "inspection_end_date"
    published: str | None = "publication_date"
    inspected_format: str = "%d/%m/%Y"
    published_format: str = "%d/%m/%y"
    grades: dict[str, str] = Field(
        default={
            "overall": "overall_effectiveness_grade",
            "leadership": "impact_of_leaders_grade",
            "help_protection": "help_and_protection_grade",
            "children_in_care": "in_care_grade",
            "care_leavers": "care_leavers_grade",
        }
    )


class Outcome(StrEnum):
    """How a field of the list stands to the reports."""

    AGREES = "agrees"
    DIFFERS = "differs"
    ONLY_IN_LIST = "only_in_list"
    ONLY_IN_REPORTS = "only_in_reports"


class PublishedCheck(Record):
    """One field of one inspection in the list and in the reports; None where either lacks it."""

    provider: str
    inspected_from: date | None
    field: str
    outcome: Outcome
    published: str | None
    found: str | None


def read_layout(path: Path) -> Layout:
    """The column mapping in a TOML file, whose keys are the fields of `Layout`.

    Raises:
        ReportParseError: The file cannot be read or holds other keys.
    """
    try:
        return Layout.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise ReportParseError(f"{path}: is no column mapping ({error})") from error


def check_published(
    found: History, path: Path, layout: Layout, *, provider: str | None = None
) -> tuple[PublishedCheck, ...]:
    """Compare a published list with the inspection reports at hand, field by field.

    Rows of other authorities than ``provider`` are left out where it is given.

    Raises:
        ReportParseError: The list cannot be read, lacks a column, or a date is not in its format.
    """
    events = {(event.provider, event.inspected_from): event for event in found.inspections}
    area = load_areas().find(provider) if provider else None
    wanted = area.name if area else provider
    checks: list[PublishedCheck] = []
    listed: set[tuple[str, date | None]] = set()
    for row in _rows(path, layout):
        key = (_provider(row, layout), _day(row, layout.inspected_from, layout.inspected_format))
        if wanted not in {None, key[0]}:
            continue
        listed.add(key)
        checks += _inspection(key, row, events.get(key), found, layout)
    unlisted = [key for key in events if key not in listed]
    checks += [_check(key, "inspection", None, "report") for key in unlisted]
    return tuple(checks)


def _rows(path: Path, layout: Layout) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle)
            needed = {layout.provider, layout.inspected_from, *layout.grades.values()}
            missing = needed - set(reader.fieldnames or ())
            if missing:
                raise ReportParseError(f"{path}: lacks the columns {', '.join(sorted(missing))}")
            yield from reader
    except (OSError, UnicodeDecodeError) as error:
        raise ReportParseError(f"{path}: cannot be read ({error})") from error


def _provider(row: dict[str, str], layout: Layout) -> str:
    areas = load_areas()
    urn = row.get(layout.urn) if layout.urn else None
    area = areas.find(row[layout.provider])
    area = area or next((one for one in areas.areas if urn and one.urn == urn.strip()), None)
    return area.name if area else row[layout.provider].strip()


def _day(row: dict[str, str], column: str | None, form: str) -> date | None:
    text = (row.get(column) or "").strip() if column else ""
    if not text:
        return None
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no time zone
    except ValueError as error:
        raise ReportParseError(f"'{text}' in column {column} is not a date as {form}") from error


def _inspection(
    key: tuple[str, date | None],
    row: dict[str, str],
    event: InspectionEvent | None,
    found: History,
    layout: Layout,
) -> Iterator[PublishedCheck]:
    if event is None:
        yield _check(key, "inspection", "listed", None)
        return
    ends = _day(row, layout.inspected_to, layout.inspected_format)
    published = _day(row, layout.published, layout.published_format)
    fields: dict[str, tuple[object, object]] = {
        "inspected_to": (ends, event.inspected_to),
        "published": (published, event.published),
    }
    for theme, column in layout.grades.items():
        entry = _entry(found, key, theme)
        fields[theme] = (_grade(row.get(column)), entry.grade if entry else None)
    for name, (listed, own) in fields.items():
        if listed is not None or own is not None:
            yield _check(key, name, listed, own)


def _grade(text: str | None) -> str | None:
    """Grade id of a cell; the cell itself where it holds no grade; None where it is empty."""
    if text is None or not text.strip() or text.strip().lower() in {"na", "n/a", "-", "null"}:
        return None
    phrase = parse_grade(text)
    return phrase.grade if phrase else text.strip()


def _entry(found: History, key: tuple[str, date | None], theme: str) -> Entry | None:
    entries = (
        entry
        for row in found.timelines
        if row.theme == theme
        for entry in row.entries
        if entry.basis is Basis.STATED and (entry.provider, entry.inspected_from) == key
    )
    return next(entries, None)


def _check(key: tuple[str, date | None], field: str, listed: object, own: object) -> PublishedCheck:
    outcome = Outcome.AGREES if listed == own else Outcome.DIFFERS
    if listed is None:
        outcome = Outcome.ONLY_IN_REPORTS
    elif own is None:
        outcome = Outcome.ONLY_IN_LIST
    return PublishedCheck(
        provider=key[0],
        inspected_from=key[1],
        field=field,
        outcome=outcome,
        published=None if listed is None else str(listed),
        found=None if own is None else str(own),
    )
