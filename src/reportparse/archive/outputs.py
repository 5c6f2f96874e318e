"""Writing results whole or not at all, and never outside the folder named for them."""

import csv
import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from reportparse.archive.spreadsheets import BYTE_ORDER_MARK, harmless
from reportparse.errors import OutputError, RunStoppedError
from reportparse.records import ProblemRecord

DOCUMENTS = "documents"
PROBLEMS = "problems.csv"
STATE = ".reportparse"  # the manifest, the lock, and what is not yet in its place
UNFINISHED = "unfinished"
# The disk is full, read-only or gone: no later file will fare better.
_ENDS_RUN = frozenset(
    getattr(errno, name)
    for name in ("ENOSPC", "EDQUOT", "EFBIG", "EROFS", "EIO", "ENOTCONN", "ESTALE", "ENODEV")
    if hasattr(errno, name)
)


def document_path(out: Path, place: tuple[str, ...]) -> Path:
    """Where the document at ``place`` below the folder of documents stands."""
    return out.joinpath(DOCUMENTS, *place)


def put_in_place(out: Path, unfinished: Path, target: Path) -> None:
    """Move a document that is written whole to where it belongs below ``out``.

    Raises:
        OutputError: The target lies outside ``out``, perhaps through a link, or cannot be written.
        RunStoppedError: The disk is full or gone.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _check_inside(out, target)
        unfinished.replace(target)
    except OSError as error:
        raise _cannot_write(target, error) from error


def write_unfinished(unfinished: Path, target: Path, data: bytes) -> None:
    """Write what `put_in_place` is to move to ``target``, the name used in messages.

    Raises:
        OutputError: The operating system refuses.
        RunStoppedError: The disk is full or gone.
    """
    try:
        unfinished.write_bytes(data)
    except OSError as error:
        raise _cannot_write(target, error) from error


def write_below(out: Path, target: Path, text: str) -> None:
    """Write ``text`` to ``target`` as `write_whole` does, refusing to leave ``out``.

    Raises:
        OutputError: The target lies outside ``out``, perhaps through a link, or cannot be written.
        RunStoppedError: The disk is full or gone.
    """
    _check_inside(out, target)
    write_whole(target, text)


def _check_inside(out: Path, target: Path) -> None:
    if not target.parent.resolve().is_relative_to(out.resolve()):
        raise OutputError(f"{target.parent} leads out of {out}; remove the link that does so")


def write_whole(target: Path, text: str, *, encoding: str = "utf-8") -> None:
    """Write ``text`` so that ``target`` holds all of it, or what it held before.

    Raises:
        OutputError: The operating system refuses.
        RunStoppedError: The disk is full or gone.
    """
    write_bytes_whole(target, text.encode(encoding))


def write_bytes_whole(target: Path, data: bytes) -> None:
    """Write ``data`` as `write_whole` writes text.

    Raises:
        OutputError: The operating system refuses.
        RunStoppedError: The disk is full or gone.
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
    if error.errno in _ENDS_RUN:
        return RunStoppedError(
            f"{target}: cannot be written ({error.strerror}); make space or bring the disk back,"
            " then run the same command again to go on"
        )
    return OutputError(
        f"{target}: cannot be written ({error.strerror}); check the folder's permissions and space"
    )


def write_problem_table(
    out: Path, problems: Iterable[tuple[str, tuple[ProblemRecord, ...]]]
) -> None:
    """Write ``out/problems.csv``: path, code, message and page, for Excel and for programs.

    Rows are written as they come, so that a long table takes no memory.

    Raises:
        OutputError: It cannot be written.
        RunStoppedError: The disk is full or gone.
    """
    target, unfinished = out / PROBLEMS, out / STATE / PROBLEMS
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as handle:
            handle.write(BYTE_ORDER_MARK)
            writer = csv.writer(handle)
            writer.writerow(("path", "code", "message", "page"))
            for path, found in problems:
                writer.writerows(
                    (harmless(path), problem.code, harmless(problem.message), problem.page)
                    for problem in found
                )
    except OSError as error:
        raise _cannot_write(target, error) from error
    put_in_place(out, unfinished, target)
