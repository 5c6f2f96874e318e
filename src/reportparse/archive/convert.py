"""Convert every document below a folder: what is new or changed is read, all else stands."""

import os
import platform
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from reportparse.archive.identity import parser_identity, reading_identity
from reportparse.archive.inline import InlineEngine
from reportparse.archive.interrupts import Interrupts
from reportparse.archive.kept import keep
from reportparse.archive.lock import locked
from reportparse.archive.manifest import Manifest
from reportparse.archive.options import ConvertOptions, Watch
from reportparse.archive.outputs import STATE, UNFINISHED, write_problem_table
from reportparse.archive.plan import Plan
from reportparse.archive.pool import PoolEngine, check_start
from reportparse.archive.prune import gone_entries, remove_document
from reportparse.archive.results import ConvertSummary, FileResult
from reportparse.archive.run import Engine, Run
from reportparse.archive.sources import SkippedFile, SourceFile, UnreadablePlace, find_sources
from reportparse.errors import OutputError, RunStoppedError, UnreadableFileError
from reportparse.records import ProblemRecord
from reportparse.vocabulary import load_vocabulary

_FOUND_STEP = 1000
_Places = list[tuple[tuple[str, ...], tuple[ProblemRecord, ...]]]


class ConversionInterrupted(KeyboardInterrupt):
    """An interrupt ended a run early; ``summary`` tells what was done, and the next run goes on."""

    def __init__(self, summary: ConvertSummary) -> None:
        self.summary = summary
        super().__init__("interrupted; the same call goes on where this one stopped")


def convert_folder(
    source: str | Path,
    out: str | Path,
    *,
    jobs: int | None = None,
    vocabulary: Path | None = None,
    options: ConvertOptions | None = None,
    watch: Watch | None = None,
) -> ConvertSummary:
    """Write ``out/documents/<path>.json`` for every document below ``source``.

    A file that cannot be read is written too, without reports and with its problems, and stops
    nothing; a good document of an earlier run is never replaced by it. All problems are listed in
    ``out/problems.csv``. Files that are as they were when an earlier run read them are not read
    again.

    Args:
        source: A folder, or one file.
        out: Folder for the results; made if it is not there. May lie inside ``source``.
        jobs: Worker processes; as many as there are processors by default. With 1, files are
            read in the calling process and no other is started.
        vocabulary: File with measures, aliases and areas of your own (docs/vocabulary.md).
        options: What to read again or remove, and the limits of one file.
        watch: Whom to call while the run goes on.

    Raises:
        UnreadableFileError: There is no ``source``.
        OutputError: ``out`` is ``source`` itself, or cannot be written.
        OutputInUseError: Another run is at work on ``out``.
        RunStoppedError: The disk became full or went away; what was done stands.
        StartError: Called where no processes can be started, as in a script that its own processes
            import; nothing was changed.
        ConversionInterrupted: Ended by an interrupt, after the files in hand.
        VocabularyError: ``vocabulary`` cannot be read or an entry of it is wrong.
    """
    source, out = Path(source), Path(out)
    options, watch = options or ConvertOptions(), watch or Watch()
    if jobs != 1:
        check_start()
    if vocabulary is not None:
        load_vocabulary(vocabulary)  # refused before any file is read
    _check_places(source, out)
    with locked(out), Manifest(out) as manifest:
        conversion = _Conversion(source, out, manifest, vocabulary, options, watch)
        summary = conversion.go(jobs or os.cpu_count() or 1, in_process=jobs == 1)
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


@dataclass(slots=True)
class _Conversion:
    """A run from the walk through the sources to the table of problems."""

    source: Path
    out: Path
    manifest: Manifest
    vocabulary: Path | None
    options: ConvertOptions
    watch: Watch
    summary: ConvertSummary = field(default_factory=ConvertSummary)

    def go(self, jobs: int, *, in_process: bool) -> ConvertSummary:
        places, total = self._find()
        if self.options.prune and not total:
            raise OutputError(
                f"{self.source}: holds no documents, so none are removed from {self.out};"
                " check that it is the right folder and that its disk is there"
            )
        self.watch.start(total)
        number = self._begin(total)
        with Interrupts(self.watch.interrupted) as interrupts, self._unfinished() as unfinished:
            limits = self.options.limits
            engine: Engine = (
                InlineEngine(limits) if in_process else PoolEngine(min(jobs, total or 1), limits)
            )
            with closing(engine):
                run = Run(self._plan(unfinished, number), engine, self._counting(), interrupts)
                run.go()
            self.manifest.put_places(self._root, [*places, *run.refused])
            self._settle_gone(places)
            asked = interrupts.asked and run.unfinished
            self._end(number, "stopped" if run.stopped else "interrupted" if asked else "finished")
        if run.stopped:
            raise RunStoppedError(run.stopped)
        if asked:
            raise ConversionInterrupted(self.summary)
        return self.summary

    @property
    def _root(self) -> str:
        folder = self.source if self.source.is_dir() else self.source.parent
        return str(folder.resolve())

    def _find(self) -> tuple[_Places, int]:
        """Enter the sources in the manifest; the places not followed, and the sources' number."""
        places: _Places = []
        total = 0
        ignore_case = (self.out / STATE.upper()).exists()
        for found in find_sources(self.source, leave_out=self.out, ignore_case=ignore_case):
            match found:
                case SourceFile():
                    self.manifest.add_found(found)
                    total += 1
                    if total % _FOUND_STEP == 0:
                        self.watch.found(total)
                case SkippedFile():
                    self.summary.skipped += 1
                case UnreadablePlace(problem=problem):
                    self.summary.add(FileResult(found.shown, read=False, problems=(problem,)))
                    places.append((found.parts, (problem,)))
        return places, total

    def _begin(self, total: int) -> int:
        return self.manifest.begin_run(
            {
                "source": str(self.source),
                "parser": parser_identity(),
                "began": _now(),
                "state": "running",
                "process": os.getpid(),
                "host": platform.node(),
                "files": total,
            }
        )

    def _plan(self, unfinished: Path, number: int) -> Plan:
        return Plan(
            self.manifest,
            self.out,
            unfinished,
            self._root,
            reading_identity(self.vocabulary, self.options.settings),
            number,
            self.options,
            self.vocabulary,
        )

    def _counting(self) -> Watch:
        """The caller's watch, with the summary kept on the way."""

        def receive(result: FileResult) -> None:
            self.summary.add(result)
            self.watch.result(result)

        return replace(self.watch, result=receive)

    @contextmanager
    def _unfinished(self) -> Iterator[Path]:
        """A folder for documents that are being written; what a killed run left is removed."""
        folder = self.out / STATE / UNFINISHED
        shutil.rmtree(folder, ignore_errors=True)
        try:
            folder.mkdir()
        except OSError as error:
            raise RunStoppedError(
                f"{folder}: cannot be made ({error.strerror}); check the disk's space"
            ) from error
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _settle_gone(self, places: _Places) -> None:
        """List the documents whose sources are gone; remove them where that was asked for."""
        if not self.source.is_dir():
            return
        unseen = [parts for parts, _ in places]
        gone = list(gone_entries(self.manifest, self._root, unseen))
        self.summary.gone.extend(entry.shown for entry in gone)
        if self.options.prune:
            for entry in gone:
                remove_document(self.manifest, self.out, entry)
                self.summary.pruned += 1

    def _end(self, number: int, state: str) -> None:
        """Write the table of problems and note the end of the run."""
        self.manifest.save()
        write_problem_table(self.out, self.manifest.problems())
        self.manifest.end_run(
            number, {"ended": _now(), "state": state, "parsed": self.summary.parsed}
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
