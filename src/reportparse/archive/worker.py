"""What a worker process does: read one file and write its JSON."""

import hashlib
import signal
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportparse.archive.outputs import document_path, write_below
from reportparse.archive.results import FileResult
from reportparse.archive.sources import SourceFile
from reportparse.errors import OutputError, SourceError
from reportparse.parsing import parse, read_bytes
from reportparse.records import ParsedDocument, ProblemRecord, Source
from reportparse.vocabulary import Vocabulary, load_vocabulary


@dataclass(frozen=True, slots=True)
class Task:
    """One file to convert into ``out``; ``vocabulary`` is a user's file, if there is one."""

    file: SourceFile
    out: Path
    vocabulary: Path | None = None


def start_worker() -> None:
    """Leave an interrupt from the keyboard to the parent process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def convert_file(task: Task) -> FileResult:
    """Read the file and write its JSON; a file that cannot be read is written with its problem.

    Any other exception is a defect of reportparse, and is left to the parent process.
    """
    try:
        parsed = parse(
            read_bytes(task.file.path),
            name=task.file.shown,
            vocabulary=_vocabulary(task.vocabulary) if task.vocabulary else None,
        )
    except SourceError as error:
        return write_failure(task, ProblemRecord(code=error.code, message=error.message))
    result = FileResult.of(task.file.shown, parsed)
    return _write(task, parsed, result)


@lru_cache(maxsize=1)
def _vocabulary(path: Path) -> Vocabulary:
    """The vocabulary of ``path``, loaded once by each process."""
    return load_vocabulary(path)


def write_failure(task: Task, problem: ProblemRecord) -> FileResult:
    """Write a document without reports that names ``problem``."""
    parsed = ParsedDocument(source=_source(task.file), problems=(problem,))
    return _write(task, parsed, FileResult(task.file.shown, read=False, problems=(problem,)))


def _write(task: Task, parsed: ParsedDocument, result: FileResult) -> FileResult:
    target = document_path(task.out, task.file.parts)
    try:
        write_below(task.out, target, parsed.model_dump_json(by_alias=True, indent=2) + "\n")
    except OutputError as error:
        problem = ProblemRecord(code="not_written", message=str(error))
        return FileResult(result.path, read=False, problems=(*result.problems, problem))
    return result


def _source(file: SourceFile) -> Source:
    """The source record of a file that was not read; no hash where its bytes cannot be had."""
    try:
        data = read_bytes(file.path)
    except SourceError:
        return Source(path=file.shown, sha256=None, bytes=None, media_type=None, pages=None)
    return Source(
        path=file.shown,
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        media_type=None,
        pages=None,
    )
