"""What a person should look at, least certain first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from reportparse.comparison import SeriesRow, Status, compare
from reportparse.desk import Archive
from reportparse.desk.corrections import Correction, Corrections, Place, Reviewed, add_line, places
from reportparse.records import Basis, IndicatorValue, ParsedDocument, Report
from reportparse.records.indicator import FIRM
from reportparse.vocabulary import Vocabulary, use_vocabulary

_AROUND = 400  # characters of the report shown on either side of the quote
_NO_ESTIMATE = 0.5
_CONTRADICTED = 0.4
_MOST_LISTED = 3


@dataclass(frozen=True, slots=True)
class Item:
    """A record to look at.

    ``reason`` says why in words, ``certainty`` orders the queue. ``before`` and ``after`` are the
    text around the quote. ``file`` is the report where it is at hand. ``done`` is the last thing
    that a person said of it.
    """

    place: Place
    record: Reviewed
    reason: str
    certainty: float
    before: str
    after: str
    sha256: str | None
    file: Path | None
    done: Correction | None = None


@dataclass(slots=True)
class Queue:
    """The items of an archive, and where corrections are kept."""

    folder: Path
    items: list[Item]
    vocabulary: Vocabulary | None

    def record(self, number: int, correction: Correction) -> None:
        """Keep a correction of the item at ``number``."""
        add_line(self.folder, correction)
        self.items[number] = replace(self.items[number], done=correction)

    def next_open(self, after: int) -> int | None:
        """The number of the next item that no one has looked at, from the start if need be."""
        order = (*range(after + 1, len(self.items)), *range(after + 1))
        return next((number for number in order if self.items[number].done is None), None)

    @property
    def n_open(self) -> int:
        """How many items no one has looked at."""
        return sum(item.done is None for item in self.items)


def build_queue(archive: Archive, *, every: bool = False) -> Queue:
    """The records of an archive that are not firm or contradicted, least certain first.

    Args:
        archive: What to look at.
        every: Whether firm records are looked at too.
    """
    with use_vocabulary(archive.vocabulary):
        contradicted = _contradicted(compare(archive.documents_as_read()))
        corrections = Corrections.read(archive.folder)
        items = [
            item
            for parsed in archive.documents_as_read()
            for item in _items(parsed, archive, corrections, contradicted)
            if every or item.certainty < FIRM or item.done is not None
        ]
    items.sort(key=lambda item: item.certainty)
    return Queue(archive.folder, items, archive.vocabulary)


_Printed = tuple[str | None, int | None, str, float]


def _contradicted(rows: Iterable[SeriesRow]) -> dict[_Printed, str]:
    """For each printed value that another one contradicts, what the others print."""
    same: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
    for row in rows:
        if row.status is Status.CONTRADICTED:
            same[_what(row)].append(row)
    return {
        (place.path, place.page, place.quote, row.value): _listed(
            [_printed(other) for other in group if other is not row]
        )
        for group in same.values()
        for row in group
        for place in row.sources
    }


def _listed(values: list[str]) -> str:
    more = len(values) - _MOST_LISTED
    return "; ".join(values[:_MOST_LISTED]) + (f"; {more} more" if more > 0 else "")


def _what(row: SeriesRow) -> tuple[object, ...]:
    """What a row is a value of: two values of it cannot both be right."""
    groups = tuple(sorted(row.breakdown.items()))
    named = row.indicator or row.label
    return named, groups, row.area, row.role, row.unit, row.kind, row.period, row.baseline


def _printed(row: SeriesRow) -> str:
    place = row.sources[0]
    return f"{row.value_text} on page {place.page}" if place.page else row.value_text


def _items(
    parsed: ParsedDocument,
    archive: Archive,
    corrections: Corrections,
    contradicted: Mapping[_Printed, str],
) -> Iterator[Item]:
    found, _ = corrections.match(parsed)
    texts = {id(one): report.text for report in parsed.reports for one in _records(report)}
    file = archive.file_of(parsed)
    for place, record in places(parsed):
        text = texts[id(record)]
        reason, certainty = _why(record, _others(place, record, contradicted))
        start, end = record.provenance.start_char, record.provenance.end_char
        yield Item(
            place=place,
            record=record,
            reason=reason,
            certainty=certainty,
            before=text[max(0, start - _AROUND) : start],
            after=text[end : end + _AROUND],
            sha256=parsed.source.sha256,
            file=file,
            done=found.get(id(record)),
        )


def _records(report: Report) -> Iterator[Reviewed]:
    yield from report.judgements
    yield from report.indicators


def _others(place: Place, record: Reviewed, contradicted: Mapping[_Printed, str]) -> str | None:
    """What other values say against a figure; None where nothing does."""
    if not isinstance(record, IndicatorValue):
        return None
    return contradicted.get((place.file, place.page, place.quote, record.value))


def _why(record: Reviewed, others: str | None) -> tuple[str, float]:
    """Why a record is looked at, and how certain it is; ``others`` are values against it."""
    stated = not isinstance(record, IndicatorValue) and record.basis is Basis.STATED
    known = 1.0 if stated else record.confidence
    certainty = _NO_ESTIMATE if known is None else known
    if others is not None:
        words = f"contradicted: also {others}" if others else "contradicted"
        return words, min(certainty, _CONTRADICTED)
    if known is None:
        return "no estimate", certainty
    return ("firm" if known >= FIRM else f"confidence {known:.2f}"), certainty
