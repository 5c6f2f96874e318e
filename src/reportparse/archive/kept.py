"""What a conversion was made from, kept with its results for the commands that read them."""

import json
import os
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from reportparse.archive.outputs import write_below
from reportparse.errors import ArchiveError
from reportparse.vocabulary import load_vocabulary, use_vocabulary

_KEPT = "conversion.json"


@dataclass(frozen=True, slots=True)
class Kept:
    """Folder of the reports, and the user's vocabulary; None where nothing is known of them."""

    sources: Path | None = None
    vocabulary: Path | None = None


def keep(out: Path, source: Path, vocabulary: Path | None) -> None:
    """Write where the reports lie, and a copy of the vocabulary, below ``out``.

    The place of the reports is written from ``out``, so that both can be moved together.

    Raises:
        OutputError: The files cannot be written.
    """
    folder = source if source.is_dir() else source.parent
    kept = {"sources": _from(out, folder)}
    if vocabulary is not None:
        copy = out / f"vocabulary{vocabulary.suffix.lower()}"
        if not (copy.exists() and copy.samefile(vocabulary)):
            write_below(out, copy, vocabulary.read_text(encoding="utf-8"))
        kept["vocabulary"] = copy.name
    write_below(out, out / _KEPT, json.dumps(kept, indent=2, ensure_ascii=False) + "\n")


def read_kept(out: Path) -> Kept:
    """What `keep` wrote below ``out``; nothing where it wrote nothing.

    Raises:
        ArchiveError: The file is damaged.
    """
    path = out / _KEPT
    if not path.is_file():
        return Kept()
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        sources, vocabulary = found["sources"], found.get("vocabulary")
    except (ValueError, KeyError, AttributeError) as error:
        raise ArchiveError(
            f"{path}: is damaged ({error}); convert the reports again, or remove it"
        ) from error
    return Kept(out / sources, out / vocabulary if vocabulary else None)


def words_of(folders: Iterable[Path], vocabulary: Path | None) -> AbstractContextManager[None]:
    """A block that uses ``vocabulary``, or else that of the first folder that keeps one.

    Raises:
        VocabularyError: The file cannot be read or an entry of it is wrong.
    """
    kept = (read_kept(folder).vocabulary for folder in folders if folder.is_dir())
    path = vocabulary or next(filter(None, kept), None)
    return use_vocabulary(load_vocabulary(path) if path else None)


def _from(out: Path, folder: Path) -> str:
    """``folder`` as seen from ``out``; in full where they lie on two drives."""
    try:
        return Path(os.path.relpath(folder.resolve(), out.resolve())).as_posix()
    except ValueError:
        return folder.resolve().as_posix()
