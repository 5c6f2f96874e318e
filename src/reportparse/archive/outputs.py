"""Writing results whole or not at all, and never outside the folder named for them."""

import csv
import io
import os
import tempfile
from pathlib import Path

from reportparse.errors import OutputError
from reportparse.records import ProblemRecord

DOCUMENTS = "documents"
PROBLEMS = "problems.csv"


def document_path(out: Path, parts: tuple[str, ...]) -> Path:
    """Where the JSON of the source file at ``parts`` is written."""
    return out.joinpath(DOCUMENTS, *parts[:-1], parts[-1] + ".json")


def write_below(out: Path, target: Path, text: str) -> None:
    """Write ``text`` to ``target`` as ``write_whole`` does, refusing to leave ``out``.

    Raises:
        OutputError: The target lies outside ``out``, perhaps through a link, or cannot be written.
    """
    if not target.parent.resolve().is_relative_to(out.resolve()):
        raise OutputError(f"{target.parent} leads out of {out}; remove the link that does so")
    write_whole(target, text)


def write_whole(target: Path, text: str, *, encoding: str = "utf-8") -> None:
    """Write ``text`` so that ``target`` holds all of it, or what it held before.

    Raises:
        OutputError: The operating system refuses.
    """
    write_bytes_whole(target, text.encode(encoding))


def write_bytes_whole(target: Path, data: bytes) -> None:
    """Write ``data`` as `write_whole` writes text.

    Raises:
        OutputError: The operating system refuses.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=".reportparse-", dir=target.parent)
    except OSError as error:
        raise _cannot_write(target, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as handle:
            handle.write(data)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(target)
    except OSError as error:
        raise _cannot_write(target, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _cannot_write(target: Path, error: OSError) -> OutputError:
    return OutputError(
        f"{target}: cannot be written ({error.strerror}); check the folder's permissions and space"
    )


class ProblemTable:
    """Rows of ``problems.csv``: path, code, message and page, for Excel and for programs."""

    def __init__(self) -> None:
        self._buffer = io.StringIO()
        self._writer = csv.writer(self._buffer)
        self._writer.writerow(("path", "code", "message", "page"))

    def add(self, path: str, problems: tuple[ProblemRecord, ...]) -> None:
        """Append the problems of one file or folder."""
        for problem in problems:
            self._writer.writerow((path, problem.code, problem.message, problem.page))

    def write(self, out: Path) -> None:
        """Write the table below ``out``, with the byte order mark that Excel needs.

        Raises:
            OutputError: It cannot be written.
        """
        write_below(out, out / PROBLEMS, "\N{ZERO WIDTH NO-BREAK SPACE}" + self._buffer.getvalue())
