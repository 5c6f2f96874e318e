"""Loads the readers when the first file is read: a run that finds nothing new never does."""

from importlib import import_module
from typing import cast

from reportparse.archive.tasks import Outcome, Task

_WORKER = "reportparse.archive.worker"


def load_worker() -> None:
    """Load all that reading a file needs."""
    import_module(_WORKER)


def convert_file(task: Task) -> Outcome:
    """Do one task, as `reportparse.archive.worker.convert_file` does."""
    return cast(Outcome, import_module(_WORKER).convert_file(task))
