"""One file after another in the calling process: no processes are started."""

import signal
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from reportparse.archive.options import Limits
from reportparse.archive.tasks import Outcome, Task, failed
from reportparse.archive.warm import convert_file
from reportparse.records import ProblemRecord


class _TimeUp(BaseException):
    """The file in hand has had its time; no reader may take this for an error of its own."""


class InlineEngine:
    """Does each task when it is collected.

    The limit of time is kept in the main thread, where the operating system has timers; code of
    other languages is interrupted only when it returns. Memory is not limited, and what ends the
    process ends the run: worker processes are for that.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._waiting: deque[tuple[int, Task]] = deque()

    def has_room(self) -> bool:
        """Whether a task can be taken."""
        return not self._waiting

    @property
    def is_busy(self) -> bool:
        """Whether a task is in hand."""
        return bool(self._waiting)

    def submit(self, number: int, task: Task) -> None:
        """Take ``task``, known by ``number``."""
        self._waiting.append((number, task))

    def collect(self) -> list[tuple[int, Outcome]]:
        """What is done, by number."""
        number, task = self._waiting.popleft()
        try:
            with _alarm(self._limits.seconds):
                return [(number, convert_file(task))]
        except _TimeUp:
            return [(number, failed(task, time_problem(self._limits)))]

    def close(self) -> None:
        """Nothing is left behind."""


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    if not hasattr(signal, "setitimer") or not in_main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _time_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def in_main_thread() -> bool:
    """Whether this is the thread that signals come to."""
    return threading.current_thread() is threading.main_thread()


def _time_up(_number: int, _frame: FrameType | None) -> None:
    raise _TimeUp


def time_problem(limits: Limits) -> ProblemRecord:
    """The problem of a file that took too long."""
    return ProblemRecord(
        code="time_limit",
        message=f"reading it took more than {limits.seconds:g} seconds and was ended; raise the"
        " limit of time, or split the file",
    )
