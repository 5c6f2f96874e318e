"""What makes a result the same: the content of its source, and all that read it."""

import hashlib
import json
from dataclasses import asdict
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from reportparse._version import __version__
from reportparse.readers.settings import ReaderSettings

# What stands in these has no say in what a document holds.
_NO_PARSER = frozenset({"archive", "cli", "comparison", "__pycache__"})
_LIBRARIES = ("lxml", "pydantic", "pypdfium2", "spacy")


def file_sha256(path: Path) -> str | None:
    """The hash of a file's content; None where it cannot be read."""
    try:
        with path.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()
    except OSError:
        return None


def reading_identity(vocabulary: Path | None, settings: ReaderSettings) -> str:
    """A hash of all that decides, beside the source, what its document holds.

    The parser is told by its files and not by its version alone, so that a checkout that has
    changed reads again what an older one has read.
    """
    parts = {
        "parser": parser_identity(),
        "vocabulary": file_sha256(vocabulary) if vocabulary else None,
        "settings": asdict(settings),
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


@lru_cache(maxsize=1)
def parser_identity() -> str:
    """The version of reportparse, a hash of its parser, and the versions of what it reads with."""
    digest = hashlib.sha256()
    for name, content in _parser_files(files("reportparse"), ""):
        digest.update(f"{name}\0{hashlib.sha256(content).hexdigest()}\n".encode())
    libraries = " ".join(f"{name} {_version(name)}" for name in _LIBRARIES)
    return f"reportparse {__version__} {digest.hexdigest()[:16]} {libraries}"


def _parser_files(folder: Traversable, below: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name in _NO_PARSER or entry.name.endswith(".pyc"):
            continue
        if entry.is_dir():
            found.extend(_parser_files(entry, f"{below}{entry.name}/"))
        else:
            found.append((below + entry.name, entry.read_bytes()))
    return found


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "unknown"
