"""How far a run is: a bar on a terminal, lines elsewhere, or JSON for programs."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from reportparse import archive
from reportparse.cli.console import error_console

if TYPE_CHECKING:
    from reportparse.archive import FileResult, Watch

_LINE_SECONDS = 10.0
_INTERRUPTED = "Interrupted: finishing the files in hand; press Ctrl-C again to stop at once."


class LogForm(StrEnum):
    """How progress is told."""

    TEXT = "text"
    JSON = "json"


@dataclass(slots=True)
class _Count:
    """What was done so far; ``rate`` counts only files that were read, not those that stand."""

    total: int = 0
    done: int = 0
    read: int = 0
    failed: int = 0
    in_hand: str = ""
    began: float = field(default_factory=time.monotonic)

    def start(self, total: int) -> None:
        self.total = total
        self.began = time.monotonic()

    def add(self, result: "FileResult") -> None:
        self.done += 1
        self.read += not result.unchanged
        self.failed += not result.read

    @property
    def rate(self) -> float:
        return self.read / max(time.monotonic() - self.began, 0.001)

    def words(self) -> str:
        return f"{self.rate:.1f} files a second, {self.failed} not read"

    def time_left(self) -> str:
        if not self.read:
            return "time left unknown"
        seconds = int((self.total - self.done) / self.rate)
        hours, minutes = divmod(seconds // 60, 60)
        return f"{hours}:{minutes:02}:{seconds % 60:02} left"


@contextmanager
def progress_watch(form: LogForm) -> Iterator["Watch"]:
    """A watch that reports on standard error while the block runs."""
    console = error_console()
    if form is LogForm.JSON:
        yield _json_watch(lambda line: print(line, file=sys.stderr, flush=True))
    elif console.is_terminal:
        with _bar_watch(console) as watch:
            yield watch
    else:
        yield _line_watch(lambda line: print(line, file=sys.stderr, flush=True))


@contextmanager
def _bar_watch(console: Console) -> Iterator["Watch"]:
    count = _Count()
    bar = Progress(
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
        console=console,
        transient=True,
    )
    with bar:
        task = bar.add_task("", total=None)

        def start(total: int) -> None:
            count.start(total)
            bar.update(task, total=total)

        def take(path: str) -> None:
            bar.update(task, description=escape(f"{count.words()}, {path}"))

        def finish(result: "FileResult") -> None:
            count.add(result)
            bar.advance(task)

        yield archive.Watch(
            found=lambda number: bar.update(task, description=f"{number} files found"),
            start=start,
            take=take,
            finish=finish,
            interrupted=lambda: console.print(_INTERRUPTED),
        )


def _line_watch(write: Callable[[str], None]) -> "Watch":
    """A line at times, so that a log of a long run stays short and one of a short run empty."""
    count = _Count()
    last = time.monotonic()

    def take(path: str) -> None:
        count.in_hand = path

    def finish(result: "FileResult") -> None:
        nonlocal last
        count.add(result)
        if time.monotonic() - last >= _LINE_SECONDS:
            last = time.monotonic()
            write(
                f"{count.done} of {count.total} files, {count.words()}, {count.time_left()},"
                f" in hand: {count.in_hand}"
            )

    return archive.Watch(
        start=count.start, take=take, finish=finish, interrupted=lambda: write(_INTERRUPTED)
    )


def _json_watch(write: Callable[[str], None]) -> "Watch":
    """One JSON object a line: ``start``, ``take``, ``file`` and ``interrupted``."""

    def event(name: str, **fields: object) -> None:
        write(json.dumps({"event": name, **fields}))

    def finish(result: "FileResult") -> None:
        event(
            "file",
            path=result.path,
            read=result.read,
            unchanged=result.unchanged,
            kept=result.kept,
            problems=[problem.model_dump() for problem in result.problems],
        )

    return archive.Watch(
        start=lambda total: event("start", files=total),
        take=lambda path: event("take", path=path),
        finish=finish,
        interrupted=lambda: event("interrupted"),
    )
