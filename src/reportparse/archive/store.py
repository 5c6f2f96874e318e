"""Reading back what converting a folder has written."""

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from pydantic import ValidationError

from reportparse.archive.names import SUFFIX
from reportparse.archive.outputs import DOCUMENTS, document_path
from reportparse.archive.status import document_place
from reportparse.errors import ArchiveError
from reportparse.records import ParsedDocument


def read_documents(
    out: str | Path, *, on_damaged: Callable[[ArchiveError], None] | None = None
) -> Iterator[ParsedDocument]:
    """Every document below ``out`` in the order of its path.

    Args:
        out: Folder that a conversion wrote.
        on_damaged: Called for each file that is damaged, which is then left out.

    Raises:
        ArchiveError: ``out`` was not written by a conversion, or one of its files is damaged and
            there is no ``on_damaged``.
    """
    folder = Path(out) / DOCUMENTS
    if not folder.is_dir():
        raise ArchiveError(
            f"{out}: holds no folder '{DOCUMENTS}'; name a folder that 'reportparse convert' wrote"
        )
    for path in sorted(path for path in folder.rglob("*.json") if not path.is_dir()):
        try:
            parsed = _read(path)
        except ArchiveError as error:
            if on_damaged is None:
                raise
            on_damaged(error)
        else:
            yield parsed


def read_converted(out: str | Path, source: str) -> ParsedDocument | None:
    """The document of one source file; None where nothing was written for it.

    Args:
        out: Folder that a conversion wrote.
        source: Path of the file below the folder converted, as in ``source.path``.

    Raises:
        ArchiveError: The document or the manifest is damaged.
    """
    parts = PurePosixPath(source).parts
    # Documents that were copied without their manifest have the names that nearly all have.
    place = document_place(out, parts) or (*parts[:-1], f"{parts[-1]}{SUFFIX}")
    path = document_path(Path(out), place)
    return _read(path) if path.is_file() else None


def _read(path: Path) -> ParsedDocument:
    try:
        return ParsedDocument.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the whole file"
        raise ArchiveError(
            f"{path}: is not a document of this version of reportparse"
            f" ({place}: {first['msg']}); convert its source again"
        ) from error
    except OSError as error:
        raise ArchiveError(
            f"{path}: cannot be read ({error.strerror}); check its permissions"
        ) from error
