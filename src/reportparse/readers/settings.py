"""Size limits of the readers; pass your own to ``read_document`` where files are larger."""

from dataclasses import dataclass

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """Limits that keep one bad file from taking all memory; sizes in bytes.

    ``max_file_bytes`` bounds the file as given, ``max_markup_bytes`` an HTML or text file.
    ``max_unpacked_bytes`` bounds all parts of a DOCX together, ``max_part_bytes`` one of them
    and ``max_compression_ratio`` how far a part larger than a megabyte may unpack. ``max_pages``
    bounds the pages of a PDF, ``max_text_chars`` the text of a whole document and
    ``max_block_chars`` one paragraph or table of it.
    """

    max_file_bytes: int = 500 * _MEGABYTE
    max_markup_bytes: int = 100 * _MEGABYTE
    max_unpacked_bytes: int = 400 * _MEGABYTE
    max_part_bytes: int = 200 * _MEGABYTE
    max_compression_ratio: float = 200.0
    max_pages: int = 20_000
    max_text_chars: int = 100_000_000
    max_block_chars: int = 2_000_000


DEFAULT_SETTINGS = ReaderSettings()
