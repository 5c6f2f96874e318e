"""What people said of records: accepted, corrected, rejected; kept in ``OUT/corrections.jsonl``.

A correction is found again by the words of its record and their place, so that it survives a new
conversion: the same quote and printed figure at the same offset, else the nearest such place.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from pydantic import Field, ValidationError

from reportparse.errors import ArchiveError
from reportparse.records import (
    IndicatorValue,
    Judgement,
    ParsedDocument,
    ProblemRecord,
    Record,
)
from reportparse.records.base import shorten

CORRECTIONS = "corrections.jsonl"
Reviewed = IndicatorValue | Judgement
_R = TypeVar("_R", IndicatorValue, Judgement)


class Action(StrEnum):
    """What a person did with a record."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"


class RecordKind(StrEnum):
    """What kind of record was looked at."""

    INDICATOR = "indicator"
    JUDGEMENT = "judgement"


class Place(Record):
    """The words of a record and where they stand, by which it is found again.

    ``nth`` counts the records that are alike in all this, from 0.
    """

    kind: RecordKind
    file: str | None
    page: int | None
    start_char: int
    quote: str
    printed: str
    nth: int = 0

    @property
    def words(self) -> "_Words":
        """What a record must share with it."""
        return self.file, self.kind, self.quote, self.printed


_Words = tuple[str | None, str, str, str]


class Correction(Record):
    """One line of ``corrections.jsonl``; the last line about a record counts.

    ``sha256`` is that of the file that the person saw. ``changes`` gives new values of fields.
    """

    at: datetime
    by: str
    action: Action
    place: Place
    sha256: str | None
    changes: dict[str, Any] = Field(default_factory=dict)
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Corrections:
    """The corrections of an archive, the last of each record, by file and words."""

    by_words: dict[_Words, tuple[Correction, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> "Corrections":
        """The corrections kept in ``folder``.

        Raises:
            ArchiveError: A line is no correction; the message names it.
        """
        return cls.of(read_lines(folder / CORRECTIONS))

    @classmethod
    def of(cls, lines: Iterable[Correction]) -> "Corrections":
        """The last correction of each record."""
        found: dict[_Words, list[Correction]] = defaultdict(list)
        for line in {line.place: line for line in lines}.values():
            found[line.place.words].append(line)
        return cls({words: tuple(same) for words, same in found.items()})

    def match(self, parsed: ParsedDocument) -> tuple[dict[int, Correction], list[Correction]]:
        """Corrections by the ``id`` of the record each is about, and those that find none."""
        own = {
            words: same for words, same in self.by_words.items() if words[0] == parsed.source.path
        }
        if not own:
            return {}, []
        alike: dict[_Words, list[tuple[Place, Reviewed]]] = defaultdict(list)
        for place, record in places(parsed):
            alike[place.words].append((place, record))
        found: dict[int, Correction] = {}
        lost: list[Correction] = []
        for words, lines in own.items():
            free = alike[words]
            for line, place, record in _pairs(lines, free):
                free.remove((place, record))
                found[id(record)] = line
            matched = set(map(id, found.values()))
            lost += [line for line in lines if id(line) not in matched]
        return found, lost

    def apply(self, parsed: ParsedDocument) -> ParsedDocument:
        """The document as people left it: rejected records gone, corrected ones changed.

        A correction whose words are found no longer becomes a problem of the document.
        """
        found, lost = self.match(parsed)
        if not found and not lost:
            return parsed
        reviews: list[tuple[Reviewed, str]] = []
        reports = tuple(
            report.model_copy(
                update={
                    "judgements": tuple(_kept(report.judgements, found, parsed, reviews)),
                    "indicators": tuple(_kept(report.indicators, found, parsed, reviews)),
                }
            )
            for report in parsed.reports
        )
        problems = (*parsed.problems, *map(_problem, lost))
        changed = parsed.model_copy(update={"reports": reports, "problems": problems})
        changed.set_origins(location=parsed.location)
        for record, review in reviews:
            record.set_origin(replace(record.origin, review=review))
        return changed


def _kept(
    records: Iterable[_R],
    found: dict[int, Correction],
    parsed: ParsedDocument,
    reviews: list[tuple[Reviewed, str]],
) -> Iterator[_R]:
    """The records that were not rejected, changed as people said; ``reviews`` takes who said so."""
    for record in records:
        line = found.get(id(record))
        if line is None:
            yield record
        elif line.action is not Action.REJECT:
            changed = type(record).model_validate(corrected_fields(record, line))
            reviews.append((changed, review_words(line, parsed.source.sha256)))
            yield changed


def corrected_fields(record: Reviewed, line: Correction) -> dict[str, Any]:
    """The fields of a record with the changes of a correction; a person's word is sure."""
    fields = {name: getattr(record, name) for name in type(record).model_fields}
    return fields | {"confidence": 1.0} | line.changes


def review_words(line: Correction, sha256: str | None) -> str:
    """Who did what and when, in words; and whether the file has changed since."""
    did = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}[line.action]
    since = "" if line.sha256 == sha256 else "; the file has changed since"
    return f"{did} by {line.by} on {line.at.date().isoformat()}{since}"


def _problem(line: Correction) -> ProblemRecord:
    place = line.place
    return ProblemRecord(
        code="correction_not_placed",
        message=f"{review_words(line, line.sha256)}: {shorten(place.quote, 80)!r} with"
        f" {place.printed!r} is no record any more; look at the page again",
        page=place.page,
    )


def places(parsed: ParsedDocument) -> Iterator[tuple[Place, Reviewed]]:
    """Every judgement and figure of a document with its place."""
    seen: Counter[Place] = Counter()
    records: list[Reviewed] = [*parsed.judgements(), *parsed.indicators()]
    for record in records:
        is_figure = isinstance(record, IndicatorValue)
        place = Place(
            kind=RecordKind.INDICATOR if is_figure else RecordKind.JUDGEMENT,
            file=parsed.source.path,
            page=record.provenance.page,
            start_char=record.provenance.start_char,
            quote=" ".join(record.provenance.quote.split()),
            printed=record.value_text if isinstance(record, IndicatorValue) else _graded(record),
        )
        yield place.model_copy(update={"nth": seen[place]}), record
        seen[place] += 1


def _graded(judgement: Judgement) -> str:
    """What is printed of a judgement; one sentence may grade several aspects alike."""
    return f"{judgement.grade_text}: {judgement.aspect or judgement.aspect_text or ''}"


def _pairs(
    lines: Sequence[Correction], free: list[tuple[Place, Reviewed]]
) -> list[tuple[Correction, Place, Reviewed]]:
    """Each correction with the nearest record that has its words, the nearest pairs first."""
    ranked = sorted(
        (
            (abs(place.start_char - line.place.start_char), abs(place.nth - line.place.nth), i, j)
            for i, line in enumerate(lines)
            for j, (place, _) in enumerate(free)
        ),
    )
    taken: set[int] = set()
    used: set[int] = set()
    pairs = []
    for *_, i, j in ranked:
        if i not in used and j not in taken:
            used.add(i)
            taken.add(j)
            pairs.append((lines[i], *free[j]))
    return pairs


def read_lines(path: Path) -> list[Correction]:
    """Every line of ``path`` in its order; none where there is no such file.

    Raises:
        ArchiveError: A line is no correction; the message names it.
    """
    if not path.is_file():
        return []
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            try:
                found.append(Correction.model_validate_json(line))
            except ValidationError as error:
                raise ArchiveError(
                    f"{path}, line {number}: is no correction ({error.errors()[0]['msg']});"
                    " mend or remove the line"
                ) from error
    return found


def add_line(folder: Path, correction: Correction) -> None:
    """Append a correction to those kept in ``folder``."""
    line = json.dumps(correction.model_dump(mode="json"), ensure_ascii=False)
    with (folder / CORRECTIONS).open("a", encoding="utf-8", newline="\n") as handle:
        handle.write(f"{line}\n")
