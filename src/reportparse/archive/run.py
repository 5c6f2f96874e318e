"""One run over the sources: takes them in order, keeps what comes of each, and ends well."""

import heapq
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from reportparse.archive.interrupts import Interrupts
from reportparse.archive.manifest import Entry, Manifest
from reportparse.archive.options import Watch
from reportparse.archive.outputs import document_path, put_in_place
from reportparse.archive.plan import Plan, Refused, Stands, Work, as_before, settled, suffix_of
from reportparse.archive.results import FileResult
from reportparse.archive.sources import SourceFile
from reportparse.archive.tasks import Outcome, Task, not_written
from reportparse.errors import OutputError, RunStoppedError
from reportparse.records import ProblemRecord

_MOST_WAITING = 10_000  # results that wait for an earlier file before no more are begun


class Engine(Protocol):
    """What does the tasks."""

    def has_room(self) -> bool:
        """Whether a task can be taken."""

    @property
    def is_busy(self) -> bool:
        """Whether a task is in hand."""

    def submit(self, number: int, task: Task) -> None:
        """Take ``task``, known by ``number``."""

    def collect(self) -> list[tuple[int, Outcome]]:
        """What is done, by number; may be empty."""

    def close(self) -> None:
        """End all that is in hand."""


class InOrder:
    """Passes results on in the order of their numbers, whatever order they come in."""

    def __init__(self, receive: Callable[[FileResult], None]) -> None:
        self._receive = receive
        self._next = 0
        self._waiting: list[tuple[int, FileResult]] = []

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, number: int, result: FileResult) -> None:
        """Take the result of one file."""
        heapq.heappush(self._waiting, (number, result))
        while self._waiting and self._waiting[0][0] == self._next:
            self._receive(heapq.heappop(self._waiting)[1])
            self._next += 1

    def end(self) -> None:
        """Pass on what still waits, where files before it were never finished."""
        while self._waiting:
            self._receive(heapq.heappop(self._waiting)[1])


_Item = tuple[int, SourceFile, Entry | None]


class Run:
    """Goes through the sources of a manifest once.

    Only this process moves documents to their places and writes to the manifest, so that a worker
    that outlives its run can change nothing.
    """

    def __init__(self, plan: Plan, engine: Engine, watch: Watch, interrupts: Interrupts) -> None:
        self._plan = plan
        self._manifest: Manifest = plan.manifest
        self._engine = engine
        self._watch = watch
        self._interrupts = interrupts
        self._results = InOrder(watch.result)
        self._ready: deque[_Item] = deque()
        self._held: tuple[_Item, Work] | None = None
        self._in_hand: dict[int, tuple[_Item, Work]] = {}
        self._same: dict[tuple[str, str], list[_Item]] = {}
        self.stopped: str | None = None
        self.unfinished = False
        self.refused: list[tuple[tuple[str, ...], tuple[ProblemRecord, ...]]] = []

    def go(self) -> None:
        """Do all there is to do, or stop when interrupted or when the disk fails."""
        sources = self._sources()
        ended = False
        while True:
            halted = self.stopped is not None or self._interrupts.asked
            if halted and not self._engine.is_busy:
                break
            if halted or len(self._results) >= _MOST_WAITING:
                self._collect()
            elif self._held is not None:
                self._hand_over(self._held)
            elif self._ready or not ended:
                item = self._ready.popleft() if self._ready else next(sources, None)
                ended = ended or item is None
                if item is not None:
                    self._take(item)
            elif self._engine.is_busy:
                self._collect()
            else:
                break
        self.unfinished = self.unfinished or bool(self._held or self._ready or not ended)
        self._results.end()

    def _collect(self) -> None:
        for number, outcome in self._engine.collect():
            self._done(number, outcome)

    def _hand_over(self, held: tuple[_Item, Work]) -> None:
        """Give the file that waits to the engine, or wait for room."""
        if not self._engine.has_room():
            self._collect()
            return
        (number, file, _), work = held
        self._held = None
        self._in_hand[number] = held
        self._watch.take(file.shown)
        self._engine.submit(number, work.task)

    def _sources(self) -> Iterator[_Item]:
        for number, (file, entry) in enumerate(self._manifest.found()):
            yield number, file, entry

    def _take(self, item: _Item) -> None:
        """Begin the work on a file, or note that there is none."""
        number, file, entry = item
        if entry is not None and entry.place != file.place:
            entry = self._moved(entry, file)
        decision = self._plan.decide(file, entry)
        match decision:
            case Stands(entry=standing):
                self._manifest.put(standing, suffix_of(file))
                self._finish(number, as_before(standing))
            case Refused(problem=problem):
                self.refused.append((file.parts, (problem,)))
                self._finish(number, FileResult(file.shown, read=False, problems=(problem,)))
            case Work(content=content):
                if content is not None and content in self._same:
                    self._same[content].append(item)
                    return
                if content is not None:
                    self._same[content] = []
                self._held = ((number, file, entry), decision)

    def _moved(self, entry: Entry, file: SourceFile) -> Entry:
        """``entry`` with its document at the place that its source has now."""
        old = document_path(self._plan.out, entry.place)
        if old.is_file():
            put_in_place(self._plan.out, old, document_path(self._plan.out, file.place))
        return replace(entry, place=file.place)

    def _done(self, number: int, outcome: Outcome) -> None:
        (_, file, entry), work = self._in_hand.pop(number)
        if work.content is not None:
            self._ready.extendleft(reversed(self._same.pop(work.content)))
        if self._is_void(outcome):
            self.unfinished = True
            return
        try:
            result = self._keep(file, entry, work.task, outcome)
        except RunStoppedError as error:
            self.stopped = str(error)
            return
        self._finish(number, result)

    def _is_void(self, outcome: Outcome) -> bool:
        """Whether an outcome says nothing of its file; the next run tries it again."""
        codes = {problem.code for problem in outcome.result.problems}
        if outcome.stop is not None:
            self.stopped = outcome.stop
        elif "unreadable_file" in codes and not Path(self._plan.root).exists():
            self.stopped = (
                f"{self._plan.root}: is no longer there; bring it back, then run the same command"
                " again to go on"
            )
        # An interrupt of the terminal may reach a worker too.
        return self.stopped is not None or (self._interrupts.asked and "crashed" in codes)

    def _keep(
        self, file: SourceFile, entry: Entry | None, task: Task, outcome: Outcome
    ) -> FileResult:
        """Put the document in its place and enter it in the manifest."""
        result, written = outcome.result, outcome.written
        if written:
            try:
                put_in_place(self._plan.out, task.unfinished, task.target)
            except RunStoppedError:
                raise
            except OutputError as error:
                result, written = not_written(result, error), 0
        if not result.read and task.keep and entry is not None:
            kept = self._kept(file, entry, outcome, result)
            self._manifest.put(kept, suffix_of(file))
            return replace(as_before(kept), unchanged=False)
        self._manifest.put(
            Entry(
                parts=file.parts,
                place=file.place,
                document_bytes=written,
                good=result.read,
                reading=self._plan.reading,
                reports=result.reports,
                records=dict(result.records),
                problems=result.problems,
                sha256=outcome.sha256,
                **self._seen(file, outcome),
            ),
            suffix_of(file),
        )
        return result

    def _seen(self, file: SourceFile, outcome: Outcome) -> dict[str, Any]:
        """What an entry says of the source and of the run that read it."""
        return {
            "root": self._plan.root,
            "stamp": file.stamp,
            "seen_sha256": settled(file, outcome.sha256),
            "limits": self._plan.limits,
            "run": self._plan.run,
        }

    def _kept(self, file: SourceFile, entry: Entry, outcome: Outcome, result: FileResult) -> Entry:
        """``entry``, whose good document stands, with the failure of a later attempt."""
        problems = tuple(
            ProblemRecord(
                code=problem.code,
                message=f"{problem.message}; the document of an earlier reading was kept",
                page=problem.page,
            )
            for problem in result.problems
        )
        return replace(
            entry,
            **self._seen(file, outcome),
            failed_sha256=outcome.sha256,
            failed_reading=self._plan.reading,
            failure=problems,
        )

    def _finish(self, number: int, result: FileResult) -> None:
        self._watch.finish(result)
        self._results.add(number, result)
