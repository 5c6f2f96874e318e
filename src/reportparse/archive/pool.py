"""Worker processes with limits of time and memory for each file.

Each worker is a pool of one process of its own (loky), so that a worker that ends takes no other
file with it, and no worker ever waits for a lock that another held when it died. docs/archives.md
tells why loky was chosen.
"""

import faulthandler
import os
import re
import signal
import threading
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager
from multiprocessing import current_process
from typing import Any

import psutil
from loky import ProcessPoolExecutor

from reportparse.archive.inline import in_main_thread, time_problem
from reportparse.archive.options import Limits
from reportparse.archive.tasks import Outcome, Task, failed
from reportparse.archive.warm import convert_file, load_worker
from reportparse.errors import StartError
from reportparse.records import ProblemRecord

_TICK_SECONDS = 0.1
_PARENT_SECONDS = 1.0
# Then a fresh process follows, so that nothing that leaks grows; the growth is less than that at
# which loky would replace the process behind our back.
_FILES_PER_PROCESS = 2000
_MOST_GROWTH = 250 * 1024**2
_MEGABYTE = 1024**2
_EXIT = re.compile(r"exit codes of the workers are \{(.*?)\}")


def check_start() -> None:
    """Refuse to start processes from where that cannot end well; nothing is changed then.

    Raises:
        StartError: A script that is started again by its own processes calls this while it is
            imported, or the process may have no processes of its own.
    """
    process = current_process()
    if getattr(process, "_inheriting", False):
        raise StartError(
            "the script was started again by a process of its own, and converts while it is being"
            " imported; put what it does below: if __name__ == '__main__':"
        )
    if process.daemon:
        raise StartError(
            "this process is a worker that may start no processes; convert with jobs=1 in it"
        )


def attach_worker(parent: int) -> None:
    """End this process with ``parent``, and leave interrupts from the keyboard to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def start_worker() -> int:
    """Load what reading needs; the number of this process."""
    load_worker()
    faulthandler.disable()  # a crash is reported as the problem of its file
    return os.getpid()


def _end_with(parent: int) -> None:
    """End this process when its parent has ended, even if that was killed."""
    while os.getppid() == parent:
        time.sleep(_PARENT_SECONDS)
    os._exit(1)


class _Worker:
    """One process and the file that it has in hand."""

    def __init__(self) -> None:
        self.executor = ProcessPoolExecutor(1, initializer=attach_worker, initargs=(os.getpid(),))
        with _interrupts_ignored():
            self.ready: Future[int] = self.executor.submit(start_worker)
        self.process: psutil.Process | None = None
        self.number = 0
        self.task: Task | None = None
        self.future: Future[Outcome] | None = None
        self.deadline = 0.0
        self.first_memory = 0
        self.files = 0

    @property
    def is_free(self) -> bool:
        return self.process is not None and self.task is None

    @property
    def awaited(self) -> "Future[Any] | None":
        return self.future if self.process is not None else self.ready

    def see_ready(self) -> None:
        """Note that the process has started.

        Raises:
            StartError: It ended before it took up a file.
        """
        if self.process is not None or not self.ready.done():
            return
        error = self.ready.exception()
        if error is not None:
            raise StartError(
                f"worker processes cannot be started ({error}); convert with jobs=1"
            ) from error
        self.process = psutil.Process(self.ready.result())
        self.first_memory = self.memory()

    def take(self, number: int, task: Task, seconds: float) -> None:
        self.number, self.task = number, task
        self.files += 1
        self.deadline = time.monotonic() + seconds
        self.future = self.executor.submit(convert_file, task)

    def memory(self) -> int:
        """Bytes that the process holds; 0 once it has ended."""
        try:
            return int(self.process.memory_info().rss) if self.process is not None else 0
        except psutil.NoSuchProcess:
            return 0

    def is_worn(self) -> bool:
        """Whether a fresh process should follow."""
        grown = self.memory() - self.first_memory
        return self.files >= _FILES_PER_PROCESS or grown > _MOST_GROWTH

    def end(self) -> None:
        """End the process, whatever it does."""
        self.executor.shutdown(wait=True, kill_workers=True)


class PoolEngine:
    """Gives each task to a free worker; a task that fails its worker is reported, not raised.

    A file whose worker ended by itself is tried once more, since another process may have taken all
    memory; one that reached a limit is not.
    """

    def __init__(self, jobs: int, limits: Limits) -> None:
        self._limits = limits
        self._jobs = jobs
        self._workers: list[_Worker] = []
        self._again: deque[tuple[int, Task]] = deque()
        self._tried: set[int] = set()

    def has_room(self) -> bool:
        """Whether a task can be taken."""
        self._see_ready()
        return self._free() is not None

    def _see_ready(self) -> None:
        """Note which workers have started, give one a task that waits for its second attempt."""
        for worker in self._workers:
            worker.see_ready()
        free = self._free()
        if free is None and len(self._workers) < self._jobs:
            self._workers.append(_Worker())
        elif free is not None and self._again:
            free.take(*self._again.popleft(), self._limits.seconds)

    def _free(self) -> _Worker | None:
        return next((worker for worker in self._workers if worker.is_free), None)

    @property
    def is_busy(self) -> bool:
        """Whether a task is in hand."""
        return bool(self._again) or any(worker.task for worker in self._workers)

    def submit(self, number: int, task: Task) -> None:
        """Give ``task``, known by ``number``, to a worker that is free."""
        worker = self._free()
        if worker is None:
            raise ValueError("no worker is free; ask has_room first")
        worker.take(number, task, self._limits.seconds)

    def collect(self) -> list[tuple[int, Outcome]]:
        """What is done, by number; waits a moment where nothing is."""
        self._see_ready()
        awaited = [worker.awaited for worker in self._workers]
        wait([one for one in awaited if one is not None], _TICK_SECONDS, FIRST_COMPLETED)
        done = []
        for worker in list(self._workers):
            outcome = self._outcome(worker)
            if outcome is not None:
                done.append((worker.number, outcome))
                worker.task = worker.future = None
                if worker.is_worn():
                    self._end(worker)
        return done

    def _outcome(self, worker: _Worker) -> Outcome | None:
        """What became of the file in hand; None while it is being read."""
        task, future = worker.task, worker.future
        if task is None or future is None:
            return None
        if future.done():
            error = future.exception()
            return future.result() if error is None else self._crashed(worker, task, error)
        problem = None
        if time.monotonic() > worker.deadline:
            problem = time_problem(self._limits)
        elif worker.memory() > self._limits.memory:
            problem = _memory_problem(self._limits)
        if problem is None:
            return None
        self._end(worker)
        return failed(task, problem)

    def _crashed(self, worker: _Worker, task: Task, error: BaseException) -> Outcome | None:
        self._end(worker)
        if worker.number in self._tried:
            return failed(task, _crash_problem(error))
        self._tried.add(worker.number)
        self._again.append((worker.number, task))
        return None

    def _end(self, worker: _Worker) -> None:
        worker.end()
        if worker in self._workers:
            self._workers.remove(worker)

    def close(self) -> None:
        """End all workers; what they have in hand is given up."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()


def _memory_problem(limits: Limits) -> ProblemRecord:
    return ProblemRecord(
        code="memory_limit",
        message=f"reading it took more than {limits.memory // _MEGABYTE:,} MB of memory and was"
        " ended; raise the limit of memory, or split the file",
    )


def _crash_problem(error: BaseException) -> ProblemRecord:
    signals = _EXIT.search(str(error))
    how = f" ({signals[1]})" if signals else ""
    return ProblemRecord(
        code="crashed",
        message=f"the process that read it ended early{how}, twice; please report this with the"
        " file",
    )


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """A process started meanwhile leaves interrupts from the keyboard to this one."""
    if not in_main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
