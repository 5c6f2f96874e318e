"""The parts of a Word document, unpacked within limits and parsed without outside entities."""

import posixpath
import zipfile
import zlib
from io import BytesIO

from lxml import etree

from reportparse.document import Properties
from reportparse.errors import DamagedFileError, MissingPartError, UnsafeArchiveError
from reportparse.readers.settings import ReaderSettings

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT_WORD = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_WORD_NAME = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
MAIN_PART = "word/document.xml"
_RATIO_FROM_BYTES = 1024 * 1024
_SAVE_AGAIN = "download it again, or open it in Word, let Word repair it, and save it again"


class Package:
    """Parts by name; closed with ``close``."""

    def __init__(self, data: bytes, settings: ReaderSettings) -> None:
        """Open the package.

        Raises:
            DamagedFileError: The archive is cut short or broken.
            UnsafeArchiveError: It would unpack to more than ``settings`` allow.
            MissingPartError: It has no main part.
        """
        self._settings = settings
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            entries = self._archive.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise DamagedFileError(
                f"the Word document is cut short or broken; {_SAVE_AGAIN}"
            ) from error
        self._check_size(entries)
        self._names = {entry.filename for entry in entries}
        if MAIN_PART not in self._names:
            raise MissingPartError(
                f"the Word document lacks its main part ({MAIN_PART}); {_SAVE_AGAIN}"
            )

    def _check_size(self, entries: list[zipfile.ZipInfo]) -> None:
        limits = self._settings
        total = sum(entry.file_size for entry in entries)
        for entry in entries:
            ratio = entry.file_size / max(entry.compress_size, 1)
            is_bomb = entry.file_size > _RATIO_FROM_BYTES and ratio > limits.max_compression_ratio
            if is_bomb or entry.file_size > limits.max_part_bytes:
                raise UnsafeArchiveError(_unsafe(entry.file_size))
        if total > limits.max_unpacked_bytes:
            raise UnsafeArchiveError(_unsafe(total))

    def part(self, name: str) -> etree._Element | None:
        """Root element of the part ``name``; None where there is no such part.

        Raises:
            DamagedFileError: The part is broken, or declares entities, which Word never does.
            UnsafeArchiveError: The part unpacks to more than the archive says.
        """
        if name not in self._names:
            return None
        content = self._content(name).replace(_STRICT_WORD, _WORD_NAME)
        parser = etree.XMLParser(
            resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True
        )
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise DamagedFileError(f"the part {name} is broken; {_SAVE_AGAIN}") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise DamagedFileError(
                f"the part {name} declares entities, which no Word document does; do not trust the "
                "file, and ask its publisher for another copy"
            )
        return root

    def _content(self, name: str) -> bytes:
        try:
            with self._archive.open(name) as stream:
                content = stream.read(self._settings.max_part_bytes + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
            raise DamagedFileError(f"the part {name} is broken; {_SAVE_AGAIN}") from error
        if len(content) > self._settings.max_part_bytes:
            raise UnsafeArchiveError(_unsafe(len(content)))
        return content

    def related(self, kind: str) -> list[str]:
        """Names of the parts that the main part relates to as ``kind`` ("header", "footer")."""
        root = self.part("word/_rels/document.xml.rels")
        if root is None:
            return []
        return [
            posixpath.normpath(posixpath.join("word", relation.get("Target", "")))
            if not relation.get("Target", "").startswith("/")
            else relation.get("Target", "")[1:]
            for relation in root.iter(f"{_RELATIONS}Relationship")
            if relation.get("Type", "").rsplit("/", 1)[-1] == kind
            and relation.get("TargetMode") != "External"
        ]

    def properties(self) -> Properties:
        """Title and author as Word keeps them; None where it keeps none."""
        root = self.part("docProps/core.xml")
        texts = [
            root.findtext(f"{_DUBLIN_CORE}{name}") if root is not None else None
            for name in ("title", "creator")
        ]
        title, author = (" ".join((text or "").split()) or None for text in texts)
        return Properties(title, author)

    def close(self) -> None:
        """Close the archive."""
        self._archive.close()


def _unsafe(size: int) -> str:
    return (
        f"the Word document would unpack to {size:,} bytes or more, as a zip bomb does; "
        "if you trust it, save it again in Word or raise the limits in ReaderSettings"
    )


def w(name: str) -> str:
    """``name`` in the namespace of Word's own elements."""
    return f"{WORD}{name}"


def value(element: etree._Element | None, attribute: str = "val") -> str | None:
    """The ``w:val`` (or another ``w:`` attribute) of ``element``."""
    return None if element is None else element.get(f"{WORD}{attribute}")


def number(element: etree._Element | None, default: int) -> int:
    """The ``w:val`` of ``element`` as a whole number."""
    text = value(element)
    if text is None or not text.lstrip("-").isdecimal() or len(text) > 9:
        return default
    return int(text)


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as ``w:b`` is there and not turned off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")
