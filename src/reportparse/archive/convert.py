"""Convert every document below a folder, in a pool of processes, in the order of the paths."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from pathlib import Path

from reportparse.archive.kept import keep
from reportparse.archive.outputs import ProblemTable
from reportparse.archive.results import ConvertSummary, FileResult
from reportparse.archive.sources import SkippedFile, SourceFile, UnreadablePlace, find_sources
from reportparse.archive.worker import Task, convert_file, start_worker, write_failure
from reportparse.errors import OutputError, UnreadableFileError
from reportparse.records import ProblemRecord
from reportparse.vocabulary import load_vocabulary

_WORKER = "reportparse.archive.worker"
_AHEAD = 4  # tasks in flight per process: enough to keep all busy while order is kept


def convert_folder(
    source: str | Path,
    out: str | Path,
    *,
    jobs: int | None = None,
    vocabulary: Path | None = None,
    on_start: Callable[[int], None] | None = None,
    on_result: Callable[[FileResult], None] | None = None,
) -> ConvertSummary:
    """Write ``out/documents/<path>.json`` for every document below ``source``.

    A file that cannot be read is written too, without reports and with its problems, and stops
    nothing. All problems are also listed in ``out/problems.csv``.

    Args:
        source: A folder, or one file.
        out: Folder for the results; made if it is not there. May lie inside ``source``.
        jobs: Processes; as many as there are processors by default.
        vocabulary: File with measures, aliases and areas of your own (docs/vocabulary.md).
        on_start: Called once with the number of files to read.
        on_result: Called for each file in the order of the paths.

    Raises:
        UnreadableFileError: There is no ``source``.
        OutputError: ``out`` is ``source`` itself, or cannot be written.
        VocabularyError: ``vocabulary`` cannot be read or an entry of it is wrong.
    """
    source, out = Path(source), Path(out)
    if vocabulary is not None:
        load_vocabulary(vocabulary)  # refused before any file is read
    _check_places(source, out)
    summary, table = ConvertSummary(), ProblemTable()
    tasks: list[Task] = []
    for found in find_sources(source, leave_out=out):
        match found:
            case SourceFile():
                tasks.append(Task(found, out, vocabulary))
            case SkippedFile():
                summary.skipped += 1
            case UnreadablePlace(problem=problem):
                summary.add(FileResult(found.shown, read=False, problems=(problem,)))
                table.add(found.shown, (problem,))
    if on_start:
        on_start(len(tasks))
    for result in _results(tasks, jobs or os.cpu_count() or 1):
        summary.add(result)
        table.add(result.path, result.problems)
        if on_result:
            on_result(result)
    table.write(out)
    keep(out, source, vocabulary)
    return summary


def _check_places(source: Path, out: Path) -> None:
    if not source.exists():
        raise UnreadableFileError("there is no such file or folder", path=str(source))
    if out.is_file():
        raise OutputError(
            f"{out}: is a file; the last argument is the folder for the results, and one folder or"
            " file is converted at a time"
        )
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"{out}: cannot be made ({error.strerror}); name a folder that can be written"
        ) from error
    if out.samefile(source):
        raise OutputError(f"{out}: is the folder to be converted; name another for the results")


def _results(tasks: Iterable[Task], jobs: int) -> Iterator[FileResult]:
    """Results in the order of ``tasks``, few tasks at a time.

    When a process dies, what was in flight is tried again one file at a time, so that only the
    file that kills its process is lost.
    """
    waiting = iter(tasks)
    context = _context()
    broken: deque[Task] = deque()
    ended = False
    while not ended:
        while broken:
            yield _alone(broken.popleft(), context)
        with _pool(jobs, context) as pool:
            flying: deque[tuple[Task, Future[FileResult]]] = deque()
            while not broken:
                ended = _fill(flying, waiting, pool, jobs)
                if not flying:
                    break
                task, future = flying.popleft()
                if isinstance(future.exception(), BrokenProcessPool):
                    broken.extend([task, *(task for task, _ in flying)])
                    ended = False
                else:
                    yield _result(task, future)


def _fill(
    flying: deque[tuple[Task, Future[FileResult]]],
    waiting: Iterator[Task],
    pool: ProcessPoolExecutor,
    jobs: int,
) -> bool:
    """Submit tasks up to the limit; whether there are no more."""
    while len(flying) < jobs * _AHEAD:
        task = next(waiting, None)
        if task is None:
            return True
        flying.append((task, _submitted(pool, task)))
    return False


def _submitted(pool: ProcessPoolExecutor, task: Task) -> Future[FileResult]:
    """The future of a task; a pool that has died since the last one fails it at once."""
    try:
        return pool.submit(convert_file, task)
    except BrokenProcessPool as error:
        failed: Future[FileResult] = Future()
        failed.set_exception(error)
        return failed


def _alone(task: Task, context: BaseContext) -> FileResult:
    with _pool(1, context) as pool:
        return _result(task, pool.submit(convert_file, task))


def _result(task: Task, future: "Future[FileResult]") -> FileResult:
    """The result of a finished task; an unexpected exception becomes a problem of its file."""
    error = future.exception()
    if error is None:
        return future.result()
    if isinstance(error, BrokenProcessPool):
        message = "the process that read it ended early, perhaps for lack of memory"
    else:
        message = f"reportparse failed on it with {type(error).__name__}: {error}"
    return write_failure(
        task,
        ProblemRecord(
            code="internal_error", message=f"{message}; please report this with the file"
        ),
    )


def _pool(jobs: int, context: BaseContext) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=start_worker)


def _context() -> BaseContext:
    """Processes that start clean: a fork of a parent with threads may hang."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([_WORKER])
    return context
