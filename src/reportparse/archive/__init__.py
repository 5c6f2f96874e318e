"""Many files: converting a folder, reading the result back, and checking it."""

from typing import TYPE_CHECKING

from reportparse.lazy import lazy_names

if TYPE_CHECKING:
    from reportparse.archive.convert import ConversionInterrupted, convert_folder
    from reportparse.archive.kept import Kept, read_kept, words_of
    from reportparse.archive.options import ConvertOptions, Limits, Watch
    from reportparse.archive.outputs import write_bytes_whole, write_whole
    from reportparse.archive.results import ConvertSummary, FileResult
    from reportparse.archive.schema import schema_text
    from reportparse.archive.status import ArchiveStatus, read_problems, read_status
    from reportparse.archive.store import read_converted, read_documents
    from reportparse.archive.table_files import write_tables_csv, write_tables_xlsx
    from reportparse.archive.table_pictures import write_table_pictures
    from reportparse.archive.verification import Mismatch, verify

# Loaded at first use, so that the command line answers ``--help`` at once.
_LAZY = {
    "ArchiveStatus": "status",
    "ConversionInterrupted": "convert",
    "ConvertOptions": "options",
    "ConvertSummary": "results",
    "FileResult": "results",
    "Kept": "kept",
    "Limits": "options",
    "Mismatch": "verification",
    "Watch": "options",
    "convert_folder": "convert",
    "read_converted": "store",
    "read_documents": "store",
    "read_kept": "kept",
    "read_problems": "status",
    "read_status": "status",
    "schema_text": "schema",
    "verify": "verification",
    "words_of": "kept",
    "write_bytes_whole": "outputs",
    "write_table_pictures": "table_pictures",
    "write_tables_csv": "table_files",
    "write_tables_xlsx": "table_files",
    "write_whole": "outputs",
}

__all__ = [
    "ArchiveStatus",
    "ConversionInterrupted",
    "ConvertOptions",
    "ConvertSummary",
    "FileResult",
    "Kept",
    "Limits",
    "Mismatch",
    "Watch",
    "convert_folder",
    "read_converted",
    "read_documents",
    "read_kept",
    "read_problems",
    "read_status",
    "schema_text",
    "verify",
    "words_of",
    "write_bytes_whole",
    "write_table_pictures",
    "write_tables_csv",
    "write_tables_xlsx",
    "write_whole",
]

__getattr__ = lazy_names(__name__, _LAZY)
