"""What stands in a folder of results, and of which sources: the manifest, an SQLite file.

SQLite is part of Python, keeps its word when a process is killed, and can be read by `status` while
a run writes. Only the process that runs the conversion writes to it.
"""

import json
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from reportparse.archive.outputs import STATE
from reportparse.archive.sources import FileStamp, SourceFile, printable
from reportparse.errors import ArchiveError, RunStoppedError
from reportparse.records import ProblemRecord

MANIFEST = "manifest.sqlite"
_FORMAT = 1
_BATCH = 100
_SAVE_SECONDS = 1.0
_WAIT_SECONDS = 30.0
_TABLES = """
CREATE TABLE IF NOT EXISTS files (
    path BLOB PRIMARY KEY, root TEXT, place BLOB, size INTEGER, modified_ns INTEGER,
    changed_ns INTEGER, seen_sha256 TEXT, sha256 TEXT, reading TEXT, suffix TEXT, good INTEGER,
    document_bytes INTEGER, reports INTEGER, records TEXT, problems TEXT,
    failed_sha256 TEXT, failed_reading TEXT, failure TEXT, limits TEXT, run INTEGER
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_content ON files (sha256, reading, suffix);
CREATE TABLE IF NOT EXISTS places (path BLOB PRIMARY KEY, root TEXT, problems TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (
    number INTEGER PRIMARY KEY, source TEXT, parser TEXT, began TEXT, ended TEXT, state TEXT,
    process INTEGER, host TEXT, files INTEGER, parsed INTEGER
);
"""
_FOUND = """
CREATE TEMP TABLE found (
    path BLOB PRIMARY KEY, opened BLOB, place BLOB, size INTEGER, modified_ns INTEGER,
    changed_ns INTEGER
) WITHOUT ROWID;
"""
_COLUMNS = (
    *("path", "root", "place", "size", "modified_ns", "changed_ns", "seen_sha256"),
    *("sha256", "reading", "suffix", "good", "document_bytes", "reports", "records", "problems"),
    *("failed_sha256", "failed_reading", "failure", "limits", "run"),
)
Problems = tuple[ProblemRecord, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one source and of the document that stands for it.

    ``sha256`` and ``reading`` are those of the document, which holds reports where ``good`` is
    true. ``failure`` names why a later attempt, of ``failed_sha256``, gave no better one.
    """

    parts: tuple[str, ...]
    root: str
    place: tuple[str, ...]
    stamp: FileStamp
    seen_sha256: str | None
    sha256: str | None
    reading: str
    good: bool
    document_bytes: int
    reports: int = 0
    records: dict[str, int] = field(default_factory=dict)
    problems: Problems = ()
    failed_sha256: str | None = None
    failed_reading: str | None = None
    failure: Problems = ()
    limits: str = ""
    run: int = 0

    @property
    def shown(self) -> str:
        """Place of the source below its folder."""
        return printable("/".join(self.parts))


def path_key(parts: tuple[str, ...]) -> bytes:
    """``parts`` as one key, in the order in which a folder is walked."""
    return b"\0".join(os.fsencode(part) for part in parts)


def key_parts(key: bytes) -> tuple[str, ...]:
    """The parts of a key."""
    return tuple(os.fsdecode(part) for part in key.split(b"\0"))


class Manifest:
    """The manifest of a folder of results, opened to write.

    Raises:
        RunStoppedError: From every method that writes: the disk is full or gone.
        ArchiveError: The manifest is damaged or was written by a later version.
    """

    def __init__(self, out: Path) -> None:
        path = out / STATE / MANIFEST
        with _explained(path):
            self._connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
        self._path = path
        self._pending = 0
        self._saved = time.monotonic()
        try:
            with _explained(path):
                self._prepare()
        except (RunStoppedError, ArchiveError):
            self._connection.close()
            raise

    def _prepare(self) -> None:
        found = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if found > _FORMAT:
            raise ArchiveError(
                f"{self._path}: was written by a later version of reportparse; use that version or"
                " another folder"
            )
        self._connection.executescript(_TABLES + _FOUND + f"PRAGMA user_version={_FORMAT};")
        self._connection.execute("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with suppress(sqlite3.Error):  # what is not saved is read again by the next run
            self._connection.execute("COMMIT")
        self._connection.close()

    def _write(self, statement: str, values: tuple[object, ...]) -> None:
        with _explained(self._path):
            self._connection.execute(statement, values)
            self._pending += 1
        if self._pending >= _BATCH or time.monotonic() - self._saved > _SAVE_SECONDS:
            self.save()

    def save(self) -> None:
        """Make all that was written so far lasting."""
        with _explained(self._path):
            self._connection.execute("COMMIT")
            self._connection.execute("BEGIN")
        self._pending = 0
        self._saved = time.monotonic()

    def begin_run(self, values: dict[str, object]) -> int:
        """Note a run; its number."""
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        self._write(f"INSERT INTO runs ({names}) VALUES ({marks})", tuple(values.values()))
        number: int = self._connection.execute("SELECT last_insert_rowid()").fetchone()[0]
        self.save()
        return number

    def end_run(self, number: int, values: dict[str, object]) -> None:
        """Note how a run ended."""
        names = ", ".join(f"{name} = ?" for name in values)
        self._write(f"UPDATE runs SET {names} WHERE number = ?", (*values.values(), number))
        self.save()

    def add_found(self, file: SourceFile) -> None:
        """Keep a source for this run; kept in a file of the system, not in memory."""
        place = path_key(file.place)
        opened, stamp = os.fsencode(file.path), file.stamp
        values = (opened, place, stamp.size, stamp.modified_ns, stamp.changed_ns)
        with _explained(self._path):
            self._connection.execute(
                "INSERT OR IGNORE INTO found VALUES (?, ?, ?, ?, ?, ?)",
                (path_key(file.parts), *values),
            )

    def found(self) -> Iterator[tuple[SourceFile, Entry | None]]:
        """Each source of this run in the order of its path, and what is known of it."""
        cursor = self._connection.execute("SELECT * FROM found ORDER BY path")
        for path, opened, place, *stamp in cursor:
            file = SourceFile(
                Path(os.fsdecode(opened)), key_parts(path), key_parts(place), FileStamp(*stamp)
            )
            yield file, self.entry(file.parts)

    def entry(self, parts: tuple[str, ...]) -> Entry | None:
        """What is known of one source."""
        return next(self._entries("WHERE path = ?", (path_key(parts),)), None)

    def twin(self, sha256: str, reading: str, suffix: str, since_run: int) -> Entry | None:
        """A source of the same content, read in the same way by ``since_run`` or later."""
        return next(
            self._entries(
                "WHERE sha256 = ? AND reading = ? AND suffix = ? AND run >= ?"
                " AND document_bytes > 0 AND failure = '[]' LIMIT 1",
                (sha256, reading, suffix, since_run),
            ),
            None,
        )

    def gone(self, root: str) -> Iterator[Entry]:
        """Entries of sources below ``root`` that this run has not found."""
        return self._entries(
            "WHERE root = ? AND path NOT IN (SELECT path FROM found) ORDER BY path", (root,)
        )

    def entries(self) -> Iterator[Entry]:
        """All entries in the order of their paths."""
        return self._entries("ORDER BY path", ())

    def _entries(self, which: str, values: tuple[object, ...]) -> Iterator[Entry]:
        query = f"SELECT {', '.join(_COLUMNS)} FROM files {which}"
        return (_entry(row) for row in self._connection.execute(query, values))

    def put(self, entry: Entry, suffix: str) -> None:
        """Write what is known of one source."""
        stamp = entry.stamp
        values = (
            *(path_key(entry.parts), entry.root, path_key(entry.place)),
            *(stamp.size, stamp.modified_ns, stamp.changed_ns, entry.seen_sha256),
            *(entry.sha256, entry.reading, suffix, entry.good, entry.document_bytes),
            *(entry.reports, json.dumps(entry.records), _dump(entry.problems)),
            *(entry.failed_sha256, entry.failed_reading, _dump(entry.failure)),
            *(entry.limits, entry.run),
        )
        marks = ", ".join("?" * len(_COLUMNS))
        names = ", ".join(_COLUMNS)
        self._write(f"INSERT OR REPLACE INTO files ({names}) VALUES ({marks})", values)

    def forget(self, entry: Entry) -> None:
        """Remove what is known of one source."""
        self._write("DELETE FROM files WHERE path = ?", (path_key(entry.parts),))

    def put_places(self, root: str, places: list[tuple[tuple[str, ...], Problems]]) -> None:
        """Replace the places below ``root`` that could not be followed."""
        self._write("DELETE FROM places WHERE root = ?", (root,))
        for parts, problems in places:
            self._write(
                "INSERT OR REPLACE INTO places VALUES (?, ?, ?)",
                (path_key(parts), root, _dump(problems)),
            )

    def problems(self) -> Iterator[tuple[str, Problems]]:
        """Each source or place with problems, in the order of its path."""
        return problem_rows(self._connection)


def problem_rows(connection: sqlite3.Connection) -> Iterator[tuple[str, Problems]]:
    """Each source or place of a manifest that has problems, in the order of its path."""
    query = (
        "SELECT path, problems, failure FROM files WHERE problems != '[]' OR failure != '[]'"
        " UNION ALL SELECT path, problems, '[]' FROM places ORDER BY path"
    )
    for path, problems, failure in connection.execute(query):
        yield printable("/".join(key_parts(path))), (*_load(problems), *_load(failure))


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """What SQLite reports in words a user can act on."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise RunStoppedError(
            f"{path}: cannot be written ({error}); check the disk's space and that it is still"
            " there, then run the same command again to go on"
        ) from error
    except sqlite3.DatabaseError as error:
        raise ArchiveError(
            f"{path}: is damaged ({error}); remove it and run the same command with --force"
        ) from error


def _entry(row: tuple[object, ...]) -> Entry:
    found = dict(zip(_COLUMNS, row, strict=True))
    stamp = FileStamp(found.pop("size"), found.pop("modified_ns"), found.pop("changed_ns"))  # type: ignore[arg-type]
    del found["suffix"]
    return Entry(
        parts=key_parts(found.pop("path")),  # type: ignore[arg-type]
        place=key_parts(found.pop("place")),  # type: ignore[arg-type]
        stamp=stamp,
        good=bool(found.pop("good")),
        records=json.loads(str(found.pop("records"))),
        problems=_load(str(found.pop("problems"))),
        failure=_load(str(found.pop("failure"))),
        **found,  # type: ignore[arg-type]
    )


def _dump(problems: Problems) -> str:
    return json.dumps([problem.model_dump() for problem in problems])


def _load(text: str) -> Problems:
    return tuple(ProblemRecord.model_validate(problem) for problem in json.loads(text))
