"""The analyst's desk: an archive to look at, query, export and correct."""

from typing import TYPE_CHECKING

from reportparse.lazy import lazy_names

if TYPE_CHECKING:
    from reportparse.desk.archive import Archive, Documents, open_archive
    from reportparse.desk.dictionary import dictionary_markdown
    from reportparse.desk.export import WRITERS
    from reportparse.desk.filters import only_provider
    from reportparse.desk.rows import Rows
    from reportparse.desk.sheets import SHEETS
    from reportparse.desk.shown import Evidence

# Loaded at first use, so that the command line answers ``--help`` at once.
_LAZY = {
    "SHEETS": "sheets",
    "WRITERS": "export",
    "Archive": "archive",
    "Evidence": "shown",
    "Documents": "archive",
    "Rows": "rows",
    "dictionary_markdown": "dictionary",
    "only_provider": "filters",
    "open_archive": "archive",
}

__all__ = [
    "SHEETS",
    "WRITERS",
    "Archive",
    "Documents",
    "Evidence",
    "Rows",
    "dictionary_markdown",
    "only_provider",
    "open_archive",
]

__getattr__ = lazy_names(__name__, _LAZY)
