"""What a run over many files is asked for, and what a caller may be told while it goes on."""

from collections.abc import Callable
from dataclasses import dataclass, field

from reportparse.archive.results import FileResult
from reportparse.readers.settings import DEFAULT_SETTINGS, ReaderSettings

_GIGABYTE = 1024**3


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take: ``seconds`` of time and ``memory`` in bytes, of a whole process."""

    seconds: float = 300.0
    memory: int = 2 * _GIGABYTE


@dataclass(frozen=True, slots=True)
class ConvertOptions:
    """How a folder is converted.

    ``force`` reads every file again, ``retry`` those that could not be read, ``prune`` removes
    documents whose sources are gone. ``settings`` are the limits of the readers.
    """

    force: bool = False
    retry: bool = False
    prune: bool = False
    limits: Limits = Limits()
    settings: ReaderSettings = DEFAULT_SETTINGS


def _ignore(*_: object) -> None:
    """Nobody asked to be told."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Whom to call while a run goes on.

    ``found`` gets the number of files found so far, ``start`` once the number of all files,
    ``take`` the place of each file that is taken in hand, ``finish`` each result when it is there,
    and ``result`` each result in the order of the paths. ``interrupted`` is called when a run that
    was interrupted goes on to finish the files in hand.
    """

    found: Callable[[int], None] = field(default=_ignore)
    start: Callable[[int], None] = field(default=_ignore)
    take: Callable[[str], None] = field(default=_ignore)
    finish: Callable[[FileResult], None] = field(default=_ignore)
    result: Callable[[FileResult], None] = field(default=_ignore)
    interrupted: Callable[[], None] = field(default=_ignore)
