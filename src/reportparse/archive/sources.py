"""Which files below a folder are documents to be read."""

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportparse.archive.names import document_names
from reportparse.records import ProblemRecord

# Data, code and notes that lie beside documents. A file with one of these names is read all the
# same if its first bytes are those of a document.
SIDECAR_SUFFIXES = frozenset(
    {
        ".xml",
        ".json",
        ".jsonl",
        ".ndjson",
        ".csv",
        ".tsv",
        ".yaml",
        ".yml",
        ".toml",
        ".ini",
        ".cfg",
        ".log",
        ".md5",
        ".sha256",
        ".py",
        ".r",
        ".js",
        ".css",
        ".sh",
        ".sql",
        ".ipynb",
        ".db",
        ".lnk",
        ".url",
        ".tmp",
        ".part",
        ".crdownload",
    }
)
_HEAD_BYTES = 1024
_PDF_MARK = b"%PDF-"
_DOCUMENT_MARKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What the file system says of a file: while it stays the same, so does the content."""

    size: int
    modified_ns: int
    changed_ns: int


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to be read.

    ``path`` opens it, ``parts`` is its place below the folder, ``place`` that of its document below
    the folder of documents.
    """

    path: Path
    parts: tuple[str, ...]
    place: tuple[str, ...]
    stamp: FileStamp

    @property
    def shown(self) -> str:
        """Place below the folder, with ``/``, as ``printable``."""
        return printable("/".join(self.parts))


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that is not a document, or a folder reached a second time through a link."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnreadablePlace:
    """A folder or link that could not be followed, and why."""

    parts: tuple[str, ...]
    problem: ProblemRecord

    @property
    def shown(self) -> str:
        """Place below the folder, as for ``SourceFile``."""
        return printable("/".join(self.parts))


Found = SourceFile | SkippedFile | UnreadablePlace


def printable(name: str) -> str:
    r"""``name`` fit for JSON and CSV: a byte that is not UTF-8 is written like ``\xe9``."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def find_sources(source: Path, *, leave_out: Path, ignore_case: bool = False) -> Iterator[Found]:
    """Every file below ``source`` in the order of its path; hidden names are passed over.

    Links are followed. A link back to a folder around it is a problem ``directory_loop``; a
    folder reached again in another way is skipped, so that no file is read twice. Pipes, sockets
    and devices are never opened and are a problem ``special_file``.

    Args:
        source: A folder, or one file.
        leave_out: Folder that is not entered, since the results are written there.
        ignore_case: Whether the results go where names that differ in case alone are one.
    """
    walk = _Walk(_identity(leave_out), ignore_case=ignore_case)
    if source.is_dir():
        yield from walk.folder(source, (), (), ())
    else:
        names = document_names([source.name], [], ignore_case=ignore_case)
        yield from walk.entry(source, (source.name,), (names[source.name],), None)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


class _Walk:
    """One walk through a folder tree; remembers the folders it has entered."""

    def __init__(self, left_out: tuple[int, int] | None, *, ignore_case: bool) -> None:
        self.left_out = left_out
        self.ignore_case = ignore_case
        self.entered: set[tuple[int, int]] = set()

    def folder(
        self,
        folder: Path,
        parts: tuple[str, ...],
        place: tuple[str, ...],
        around: tuple[tuple[int, int], ...],
    ) -> Iterator[Found]:
        identity = _identity(folder)
        if identity is not None and identity == self.left_out:
            return
        if identity in around:
            yield UnreadablePlace(parts, _LOOP)
            return
        if identity is not None and identity in self.entered:
            yield SkippedFile(parts)
            return
        try:
            names = _names(folder)
        except OSError as error:
            yield UnreadablePlace(parts, _refused("folder", error))
            return
        if identity is not None:
            self.entered.add(identity)
            around = (*around, identity)
        places = document_names(
            (name for name, is_folder in names if not is_folder),
            (name for name, is_folder in names if is_folder),
            ignore_case=self.ignore_case,
        )
        for name, _ in names:
            yield from self.entry(folder / name, (*parts, name), (*place, places[name]), around)

    def entry(
        self,
        path: Path,
        parts: tuple[str, ...],
        place: tuple[str, ...],
        around: tuple[tuple[int, int], ...] | None,
    ) -> Iterator[Found]:
        """What stands at ``path``; ``around`` is None where a file was named by the user."""
        try:
            status = path.stat()
        except OSError as error:
            yield UnreadablePlace(parts, _refused("link" if path.is_symlink() else "file", error))
            return
        if stat.S_ISDIR(status.st_mode):
            yield from self.folder(path, parts, place, around or ())
        elif not stat.S_ISREG(status.st_mode):
            yield UnreadablePlace(parts, _SPECIAL)
        elif around is not None and _is_sidecar(path):
            yield SkippedFile(parts)
        else:
            stamp = FileStamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
            yield SourceFile(path, parts, place, stamp)


def _names(folder: Path) -> list[tuple[str, bool]]:
    """Names in ``folder`` in the order of their bytes, and whether each is a folder."""
    with os.scandir(folder) as entries:
        found = [(entry.name, _leads_to_folder(entry)) for entry in entries if entry.name[0] != "."]
    return sorted(found, key=lambda entry: os.fsencode(entry[0]))


def _leads_to_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself, which is named when it is followed
        return False


_SPECIAL = ProblemRecord(
    code="special_file",
    message="is a pipe, socket or device and was not opened; save what it gives as a file",
)
_LOOP = ProblemRecord(
    code="directory_loop",
    message="the link leads back to a folder around it and was not followed; remove the link",
)


def _refused(what: str, error: OSError) -> ProblemRecord:
    if error.errno == errno.ELOOP:
        return ProblemRecord(
            code="link_loop", message="the link leads back to itself; remove the link"
        )
    if what == "link":
        return ProblemRecord(
            code="broken_link",
            message=f"the link leads nowhere ({error.strerror}); remove it or mend its target",
        )
    return ProblemRecord(
        code="unreadable_file" if what == "file" else "unreadable_folder",
        message=f"the {what} cannot be read ({error.strerror}); check its permissions",
    )


def _is_sidecar(path: Path) -> bool:
    if path.name.startswith("~$"):
        return True
    if path.suffix.lower() not in SIDECAR_SUFFIXES:
        return False
    try:
        with path.open("rb") as handle:
            head = handle.read(_HEAD_BYTES)
    except OSError:
        return True
    return _PDF_MARK not in head and not head.startswith(_DOCUMENT_MARKS)
