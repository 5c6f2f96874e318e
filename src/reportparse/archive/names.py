"""How the document of a source is called, whatever the source itself is called.

A source ``x`` has the document ``x.json``. Where that cannot be, because the name would be too
long, a folder of the source is called ``x.json``, or the file system takes two names for one, the
name is marked with a part of its own hash, so that each source keeps a place of its own.
"""

import hashlib
import os
from collections.abc import Iterable

SUFFIX = ".json"
_MOST_BYTES = 255  # of a name, in every common file system
_MARK_DIGITS = 12


def document_names(
    files: Iterable[str], folders: Iterable[str], *, ignore_case: bool
) -> dict[str, str]:
    """The name of the document, or of the folder of documents, for each name in one folder.

    Args:
        files: Names of the sources.
        folders: Names of the folders, which yield to no file.
        ignore_case: Whether names that differ in case alone are one to the file system.
    """
    taken: set[str] = set()
    found: dict[str, str] = {}
    for names, suffix in ((sorted(folders), ""), (sorted(files), SUFFIX)):
        for name in names:
            chosen = name + suffix
            key = chosen.casefold() if ignore_case else chosen
            if len(os.fsencode(chosen)) > _MOST_BYTES or key in taken:
                chosen = key = _marked(name, suffix)
            taken.add(key)
            found[name] = chosen
    return found


def _marked(name: str, suffix: str) -> str:
    mark = f"~{hashlib.sha256(os.fsencode(name)).hexdigest()[:_MARK_DIGITS]}{suffix}"
    kept = os.fsencode(name)[: _MOST_BYTES - len(mark)]
    # A character that is cut in two is left out as a whole.
    return kept.decode("utf-8", "ignore" if _is_utf8(name) else "surrogateescape") + mark


def _is_utf8(name: str) -> bool:
    return not any("\udc80" <= character <= "\udcff" for character in name)
