"""What a folder of results holds and how its last run ended, told from the manifest alone."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from reportparse.archive.lock import is_in_use
from reportparse.archive.manifest import (
    MANIFEST,
    Problems,
    key_parts,
    path_key,
    problem_rows,
)
from reportparse.archive.outputs import STATE
from reportparse.errors import ArchiveError


@dataclass(frozen=True, slots=True)
class ArchiveStatus:
    """The state of a folder of results.

    ``state`` is that of the last run: running, finished, interrupted, stopped (the disk failed) or
    killed. ``read`` counts good documents, ``failed`` those that name why there is none, and
    ``kept`` the good ones whose source a later reading failed on.
    """

    state: str
    source: str
    began: str
    ended: str | None
    files: int
    read: int
    failed: int
    kept: int
    reports: int
    problems: Counter[str] = field(default_factory=Counter)

    @property
    def waiting(self) -> int:
        """Files of the last run that have no result of any run yet."""
        return max(0, self.files - self.read - self.failed)


def read_status(out: str | Path) -> ArchiveStatus:
    """The state of ``out``; a run may be writing there meanwhile.

    Raises:
        ArchiveError: ``out`` was not written by a conversion, or its manifest is damaged.
    """
    out = Path(out)
    with closing(_opened(out)) as manifest:
        try:
            run = manifest.execute(
                "SELECT source, began, ended, state, files FROM runs ORDER BY number DESC LIMIT 1"
            ).fetchone()
            sums = manifest.execute(
                "SELECT coalesce(sum(good), 0), coalesce(sum(1 - good), 0),"
                " coalesce(sum(good AND failure != '[]'), 0), coalesce(sum(reports), 0) FROM files"
            ).fetchone()
            codes = Counter(
                problem.code for _, problems in problem_rows(manifest) for problem in problems
            )
        except sqlite3.DatabaseError as error:
            raise _damaged(out, error) from error
    if run is None:
        raise ArchiveError(f"{out}: no run has begun there; run 'reportparse convert' first")
    source, began, ended, state, files = run
    read, failed, kept, reports = sums
    if state == "running" and not is_in_use(out):
        state = "killed"
    return ArchiveStatus(
        state, source, began, ended, files, read, failed, kept, reports, problems=codes
    )


def read_problems(out: str | Path, *, code: str | None = None) -> Iterator[tuple[str, Problems]]:
    """Each source of ``out`` that has problems, of one ``code`` where it is given, by its path.

    Raises:
        ArchiveError: ``out`` was not written by a conversion, or its manifest is damaged.
    """
    with closing(_opened(Path(out))) as manifest:
        try:
            for path, problems in problem_rows(manifest):
                found = tuple(one for one in problems if code is None or one.code == code)
                if found:
                    yield path, found
        except sqlite3.DatabaseError as error:
            raise _damaged(Path(out), error) from error


def document_place(out: str | Path, parts: tuple[str, ...]) -> tuple[str, ...] | None:
    """Where the document of the source at ``parts`` stands below the folder of documents.

    None where the manifest knows no such source, or there is no manifest.

    Raises:
        ArchiveError: The manifest is damaged.
    """
    out = Path(out)
    if not (out / STATE / MANIFEST).is_file():
        return None
    with closing(_opened(out)) as manifest:
        try:
            row = manifest.execute(
                "SELECT place FROM files WHERE path = ?", (path_key(parts),)
            ).fetchone()
        except sqlite3.DatabaseError as error:
            raise _damaged(out, error) from error
    return key_parts(row[0]) if row else None


def _opened(out: Path) -> sqlite3.Connection:
    path = out / STATE / MANIFEST
    if not path.is_file():
        raise ArchiveError(
            f"{out}: holds no manifest; name a folder that 'reportparse convert' wrote"
        )
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=30)


def _damaged(out: Path, error: sqlite3.DatabaseError) -> ArchiveError:
    return ArchiveError(f"{out / STATE / MANIFEST}: cannot be read ({error}); convert again")
