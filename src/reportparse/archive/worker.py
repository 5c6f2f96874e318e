"""What is done with one file: read it and write its JSON, whatever it holds."""

import hashlib
from functools import lru_cache
from pathlib import Path
from types import TracebackType

from pydantic import ValidationError

from reportparse.archive.results import FileResult
from reportparse.archive.tasks import Outcome, Task, failed, write_document
from reportparse.errors import SourceError
from reportparse.parsing import parse
from reportparse.readers import read_file
from reportparse.records import ParsedDocument, ProblemRecord
from reportparse.vocabulary import Vocabulary, load_vocabulary


class _Survived:
    """Keeps an exception that nobody foresaw, so that a defect costs one file and not the run."""

    error: Exception | None = None

    def __enter__(self) -> "_Survived":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if isinstance(error, Exception):
            self.error = error
        return isinstance(error, Exception)


def convert_file(task: Task) -> Outcome:
    """Read the file and write its JSON; a file that cannot be read is written with its problem."""
    survived = _Survived()
    with survived:
        return _copied(task) or _converted(task)
    if isinstance(survived.error, MemoryError):
        message = "there was not enough memory to read it; split the file, or give it more memory"
        return failed(task, ProblemRecord(code="memory_limit", message=message))
    message = (
        f"reportparse failed on it with {type(survived.error).__name__}: {survived.error};"
        " please report this with the file"
    )
    return failed(task, ProblemRecord(code="internal_error", message=message))


def _converted(task: Task) -> Outcome:
    shown = task.file.shown
    sha256 = task.sha256
    try:
        data = read_file(task.file.path, settings=task.settings)
        sha256 = hashlib.sha256(data).hexdigest()
        vocabulary = _vocabulary(task.vocabulary) if task.vocabulary else None
        parsed = parse(data, name=shown, vocabulary=vocabulary, settings=task.settings)
    except SourceError as error:
        return failed(task, ProblemRecord(code=error.code, message=error.message), sha256=sha256)
    return write_document(task, parsed, FileResult.of(shown, parsed))


def _copied(task: Task) -> Outcome | None:
    """The twin's document under this file's name; None where it is not what it was."""
    if task.twin is None:
        return None
    try:
        parsed = ParsedDocument.model_validate_json(task.twin.read_bytes())
    except (OSError, ValidationError):
        return None
    if parsed.source.sha256 != task.sha256:
        return None
    shown = task.file.shown
    parsed = parsed.model_copy(update={"source": parsed.source.model_copy(update={"path": shown})})
    result = FileResult.of(shown, parsed)
    if not parsed.reports:
        result = FileResult(shown, read=False, problems=parsed.problems)
    return write_document(task, parsed, result)


@lru_cache(maxsize=1)
def _vocabulary(path: Path) -> Vocabulary:
    """The vocabulary of ``path``, loaded once by each process."""
    return load_vocabulary(path)
