"""Documents whose sources are no longer there."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportparse.archive.manifest import Entry, Manifest
from reportparse.archive.outputs import DOCUMENTS, document_path
from reportparse.errors import OutputError


def gone_entries(
    manifest: Manifest, root: str, unseen: Sequence[tuple[str, ...]]
) -> Iterator[Entry]:
    """Entries of sources that were not found, save those below places that could not be seen."""
    for entry in manifest.gone(root):
        if not any(entry.parts[: len(place)] == place for place in unseen):
            yield entry


def remove_document(manifest: Manifest, out: Path, entry: Entry) -> None:
    """Remove the document of ``entry``, the folders that it leaves empty, and the entry.

    Raises:
        OutputError: The operating system refuses.
    """
    path = document_path(out, entry.place)
    try:
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == out / DOCUMENTS or any(folder.iterdir()):
                break
            folder.rmdir()
    except NotADirectoryError:
        pass  # another document stands where its folder was
    except FileNotFoundError:
        pass  # its folder is gone already
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be removed ({error.strerror}); check the folder's permissions"
        ) from error
    manifest.forget(entry)
