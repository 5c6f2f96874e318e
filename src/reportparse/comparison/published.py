"""Histories checked against a published list of inspections (CSV)."""

import csv
import io
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from pydantic import Field, ValidationError

from reportparse.comparison.models import Entry, History, InspectionEvent
from reportparse.comparison.names import find_authority, known_area
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
    la_code: str | None = "la_code"
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
    """How a field of the list stands to the reports.

    ``not_read``: the cell of the list is no grade, no date or no known provider.
    """

    AGREES = "agrees"
    DIFFERS = "differs"
    ONLY_IN_LIST = "only_in_list"
    ONLY_IN_REPORTS = "only_in_reports"
    NOT_READ = "not_read"


class _NotRead(str):
    """Words of a cell that are no grade or no provider known."""

    __slots__ = ()


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
    except OSError as error:
        raise _unreadable(path, error) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise ReportParseError(f"{path}: is no column mapping ({error})") from error


def check_published(
    found: History, path: Path, layout: Layout, *, provider: str | None = None
) -> tuple[PublishedCheck, ...]:
    """Compare a published list with the inspection reports at hand, field by field.

    Rows of other authorities than ``provider`` are left out where it is given.

    Raises:
        ReportParseError: The list cannot be read, lacks a column, or a date is not in its format.
        UnknownNameError: The provider is unknown.
    """
    events = [event for event in found.inspections if event.graded]
    wanted = known_area(provider, also={event.provider for event in events}) if provider else None
    checks: list[PublishedCheck] = []
    matched: list[InspectionEvent] = []
    for line, row in _rows(path, layout):
        try:
            listed = _listed(row, layout)
        except ReportParseError as error:
            raise ReportParseError(f"{path}, line {line}: {error}") from error
        if wanted not in {None, listed.provider}:
            continue
        event = _event(listed, events)
        matched += [event] if event else []
        checks += _inspection(listed, row, event, found, layout)
    checks += [
        _check((event.provider, event.inspected_from), "inspection", None, "report")
        for event in events
        if event not in matched
    ]
    return tuple(checks)


@dataclass(frozen=True, slots=True)
class _Listed:
    """The inspection that a row of the list is of."""

    provider: str
    first: date | None
    last: date | None
    published: date | None


def _listed(row: dict[str, str], layout: Layout) -> _Listed:
    return _Listed(
        _provider(row, layout),
        _day(row, layout.inspected_from, layout.inspected_format),
        _day(row, layout.inspected_to, layout.inspected_format),
        _day(row, layout.published, layout.published_format),
    )


def _event(listed: _Listed, events: list[InspectionEvent]) -> InspectionEvent | None:
    """The report of an inspection: of the same days, or of days that overlap."""
    own = [event for event in events if event.provider == listed.provider]
    exact = (event for event in own if event.inspected_from == listed.first)
    return next(exact, None) or next((event for event in own if _overlaps(listed, event)), None)


def _overlaps(listed: _Listed, event: InspectionEvent) -> bool:
    if event.published is not None and event.published == listed.published:
        return True
    if listed.first is None or event.inspected_from is None:
        return False
    last = listed.last or listed.first
    return listed.first <= (event.inspected_to or event.inspected_from) and (
        event.inspected_from <= last
    )


def _rows(path: Path, layout: Layout) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with the line it ends on."""
    reader = csv.DictReader(io.StringIO(_text(path), newline=""))
    needed = {layout.provider, layout.inspected_from, *layout.grades.values()}
    missing = needed - set(reader.fieldnames or ())
    if missing:
        raise ReportParseError(
            f"{path}: lacks the columns {', '.join(sorted(missing))}; name those that it has in a"
            " TOML file given with --columns (docs/history.md)"
        )
    for row in reader:
        if any(text and text.strip() for text in row.values() if isinstance(text, str)):
            yield reader.line_num, row


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise _unreadable(path, error) from error
    except UnicodeDecodeError as error:
        raise ReportParseError(
            f"{path}: is not UTF-8; save it from Excel as 'CSV UTF-8 (Comma delimited)'"
        ) from error


def _unreadable(path: Path, error: OSError) -> ReportParseError:
    return ReportParseError(f"{path}: cannot be read ({error.strerror})")


def _provider(row: dict[str, str], layout: Layout) -> "str | _NotRead":
    """The authority of a row, by its name or a code; what is none as printed."""
    areas = load_areas()
    name = row[layout.provider].strip()
    codes = (row.get(column) for column in (layout.urn, layout.la_code) if column)
    found = (find_authority(text, areas) for text in (name, *codes) if text)
    area = next((one for one in found if one), None)
    return area.name if area else _NotRead(name)


def _day(row: dict[str, str], column: str | None, form: str) -> date | None:
    text = (row.get(column) or "").strip() if column else ""
    if not text:
        return None
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no time zone
    except ValueError as error:
        raise ReportParseError(f"'{text}' in column {column} is not a date as {form}") from error


def _inspection(
    listed: _Listed,
    row: dict[str, str],
    event: InspectionEvent | None,
    found: History,
    layout: Layout,
) -> Iterator[PublishedCheck]:
    key = (listed.provider, listed.first)
    known = {one.provider for one in found.inspections}
    if event is None and isinstance(listed.provider, _NotRead) and listed.provider not in known:
        yield _check(key, "provider", listed.provider, None)
    elif event is None and listed.first is None:
        yield _check(key, "inspected_from", _NotRead(""), None)
    elif event is None:
        yield _check(key, "inspection", "listed", None)
    if event is None:
        return
    fields: dict[str, tuple[object, object]] = {
        "inspected_from": (listed.first, event.inspected_from),
        "inspected_to": (listed.last, event.inspected_to),
        "published": (listed.published, event.published),
    }
    for theme, column in layout.grades.items():
        entry = _entry(found, event, theme)
        fields[theme] = (_grade(row.get(column)), entry.grade if entry else None)
    for name, (printed, own) in fields.items():
        if printed is not None or own is not None:
            yield _check(key, name, printed, own)


def _grade(text: str | None) -> "str | _NotRead | None":
    """Grade id of a cell; None where it is empty."""
    if text is None or not text.strip() or text.strip().lower() in {"na", "n/a", "-", "null"}:
        return None
    phrase = parse_grade(text.replace("_", " "))
    return phrase.grade if phrase else _NotRead(text.strip())


def _entry(found: History, event: InspectionEvent, theme: str) -> Entry | None:
    entries = (
        entry
        for row in found.timelines
        if row.theme == theme
        for entry in row.entries
        if entry.basis is Basis.STATED
        and (entry.provider, entry.when) == (event.provider, event.when)
    )
    return next(entries, None)


def _check(key: tuple[str, date | None], field: str, listed: object, own: object) -> PublishedCheck:
    outcome = Outcome.AGREES if listed == own else Outcome.DIFFERS
    if isinstance(listed, _NotRead):
        outcome = Outcome.NOT_READ
    elif listed is None:
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
