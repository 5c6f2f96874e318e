"""The report that a record comes from, so that a record alone says where to look."""

from dataclasses import dataclass, field
from datetime import date

from pydantic import PrivateAttr

from reportparse.records.base import Record


@dataclass(frozen=True, slots=True)
class Origin:
    """File and report of a record; no part of what makes two records equal.

    ``path`` and ``sha256`` are those of the document's source. ``location`` is the address of the
    file where an `Archive` knows its folder. ``review`` says who checked the record, and when.
    """

    path: str | None = field(default=None, compare=False)
    sha256: str | None = field(default=None, compare=False)
    organisation: str | None = field(default=None, compare=False)
    title: str | None = field(default=None, compare=False)
    kind: str | None = field(default=None, compare=False)
    report_date: date | None = field(default=None, compare=False)
    location: str | None = field(default=None, compare=False)
    review: str | None = field(default=None, compare=False)


UNKNOWN_ORIGIN = Origin()


class OriginRecord(Record):
    """A record that knows its report, once it stands in a document."""

    _origin: Origin = PrivateAttr(default_factory=lambda: UNKNOWN_ORIGIN)

    @property
    def origin(self) -> Origin:
        """File and report of the record; all None for one that stands in no document."""
        return self._origin

    def set_origin(self, origin: Origin) -> None:
        """Name the report that the record stands in; its fields stay as they are."""
        self._origin = origin
