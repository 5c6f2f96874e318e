"""One file to be converted, and what became of it; loads no reader, so a run begins at once."""

from dataclasses import dataclass
from pathlib import Path

from reportparse.archive.outputs import write_unfinished
from reportparse.archive.results import FileResult
from reportparse.archive.sources import SourceFile
from reportparse.errors import OutputError, RunStoppedError
from reportparse.readers.settings import ReaderSettings
from reportparse.records import ParsedDocument, ProblemRecord, Source


@dataclass(frozen=True, slots=True)
class Task:
    """One file to convert.

    Args:
        file: The source.
        unfinished: Where the JSON is written; only the process that runs the conversion moves it
            to its place.
        target: That place, for messages.
        settings: Limits of the readers.
        vocabulary: A user's own, if there is one.
        sha256: Hash of the content as it was seen, None where it could not be read.
        keep: Whether a good document stands, so that a failure is not written.
        twin: Document of a file of the same content, to be copied.
    """

    file: SourceFile
    unfinished: Path
    target: Path
    settings: ReaderSettings
    vocabulary: Path | None = None
    sha256: str | None = None
    keep: bool = False
    twin: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task.

    ``written`` is the size of the JSON that lies unfinished, 0 for none. ``stop`` says why the
    whole run cannot go on.
    """

    result: FileResult
    sha256: str | None
    written: int = 0
    stop: str | None = None


def failed(task: Task, problem: ProblemRecord, *, sha256: str | None = None) -> Outcome:
    """Write a document without reports that names ``problem``, unless a good one stands."""
    sha256 = sha256 or task.sha256
    result = FileResult(task.file.shown, read=False, problems=(problem,))
    if task.keep:
        return Outcome(result, sha256)
    source = Source(
        path=task.file.shown,
        sha256=sha256,
        bytes=task.file.stamp.size if sha256 else None,
        media_type=None,
        pages=None,
    )
    return write_document(task, ParsedDocument(source=source, problems=(problem,)), result)


def write_document(task: Task, parsed: ParsedDocument, result: FileResult) -> Outcome:
    """Write what was read of a file where the run will find it."""
    data = (parsed.model_dump_json(by_alias=True, indent=2) + "\n").encode()
    try:
        write_unfinished(task.unfinished, task.target, data)
    except RunStoppedError as error:
        return Outcome(result, parsed.source.sha256, stop=str(error))
    except OutputError as error:
        return Outcome(not_written(result, error), parsed.source.sha256)
    return Outcome(result, parsed.source.sha256, written=len(data))


def not_written(result: FileResult, error: OutputError) -> FileResult:
    """``result`` of a file whose document could not be written."""
    problem = ProblemRecord(code="not_written", message=str(error))
    return FileResult(result.path, read=False, problems=(*result.problems, problem))
