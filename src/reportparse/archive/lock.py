"""One run at a time on a folder of results."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from reportparse.archive.outputs import STATE
from reportparse.errors import OutputError, OutputInUseError

_LOCK = "lock"


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold ``out`` for one run; the operating system frees it when the process ends in any way.

    Raises:
        OutputInUseError: Another run holds it.
        OutputError: It cannot be written.
    """
    lock = FileLock(out / STATE / _LOCK)
    try:
        (out / STATE).mkdir(exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise OutputInUseError(
            f"{out}: another run is writing results there; wait for its end ('reportparse status"
            f" {out}' tells how far it is), or name another folder"
        ) from error
    except OSError as error:
        raise OutputError(
            f"{out}: cannot be written ({error.strerror}); name a folder that can be"
        ) from error
    try:
        yield
    finally:
        lock.release()


def is_in_use(out: Path) -> bool:
    """Whether a run holds ``out`` now."""
    if not (out / STATE / _LOCK).exists():
        return False
    try:
        with locked(out):
            return False
    except OutputInUseError:
        return True
