"""Everything that reportparse raises on purpose.

ReportParseError
├── SourceError                a file could not be read; ``code`` is the code used in ``problems``
│   ├── EmptyFileError             empty_file
│   ├── UnknownFormatError         unknown_format
│   ├── MislabelledFileError       mislabelled_file
│   ├── DamagedFileError           damaged_file
│   ├── PasswordRequiredError      password_required
│   ├── NoTextLayerError           no_text_layer
│   ├── UnsafeArchiveError         unsafe_archive
│   ├── MissingPartError           missing_part
│   ├── UnreadableFileError        unreadable_file
│   ├── FileTooLargeError          file_too_large
│   └── TooComplexError            too_complex
├── VocabularyError            a vocabulary file breaks its schema
├── PeriodError                a phrase does not hold exactly one period
├── UnknownNameError           an authority or indicator asked for is unknown
├── OutputError                a result could not be written
│   ├── OutputInUseError           another run is at work on the folder of results
│   └── RunStoppedError            a run ended before its last file: full disk, lost mount
├── StartError                 worker processes cannot be started from where they are asked for
├── ConfigError                reportparse.toml is wrong
├── ReviewError                what was typed about a record cannot be taken
├── QueryError                 a query in SQL is refused
├── MissingLibraryError        a result needs a library that is not installed
├── GoldError                  a file of gold, which records are measured against, is wrong
└── ArchiveError               a folder of results could not be read back

Every message names the file where there is one, says what is wrong and what to do.
"""

from typing import ClassVar


class ReportParseError(Exception):
    """Base of all errors raised by reportparse."""


class SourceError(ReportParseError):
    """A source file could not be read.

    ``message`` says what is wrong and what to do; ``path`` names the file, or is None for bytes.
    """

    code: ClassVar[str] = "source_error"

    def __init__(self, message: str, *, path: str | None = None) -> None:
        self.message = message
        self.path = path
        super().__init__(message, path)

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class EmptyFileError(SourceError):
    """The file holds no bytes."""

    code = "empty_file"


class UnknownFormatError(SourceError):
    """The content is of no format that reportparse reads."""

    code = "unknown_format"


class MislabelledFileError(SourceError):
    """The content is not what the file name claims, such as an error page named ``.pdf``."""

    code = "mislabelled_file"


class DamagedFileError(SourceError):
    """The format is known but the file is truncated or broken."""

    code = "damaged_file"


class PasswordRequiredError(SourceError):
    """The file is encrypted and needs a password."""

    code = "password_required"


class NoTextLayerError(SourceError):
    """The pages are images without text."""

    code = "no_text_layer"


class UnsafeArchiveError(SourceError):
    """A DOCX would unpack to more than the size limit."""

    code = "unsafe_archive"


class MissingPartError(SourceError):
    """A DOCX lacks a part that every Word document has."""

    code = "missing_part"


class UnreadableFileError(SourceError):
    """The operating system refused to read the file."""

    code = "unreadable_file"


class FileTooLargeError(SourceError):
    """The file is larger than the limit of the settings."""

    code = "file_too_large"


class TooComplexError(SourceError):
    """The file is built in a way that no report is: too deep, too wide or too long."""

    code = "too_complex"


class VocabularyError(ReportParseError):
    """A vocabulary file breaks its schema; the message names the file, the entry and the field."""


class PeriodError(ReportParseError):
    """A phrase holds no period, or more than one."""


class OutputError(ReportParseError):
    """A result could not be written."""


class OutputInUseError(OutputError):
    """Another run is at work on the folder of results."""


class RunStoppedError(OutputError):
    """A run over many files ended before its last; the same call goes on where it stopped."""


class StartError(ReportParseError):
    """Worker processes cannot be started from where they are asked for."""


class MissingLibraryError(ReportParseError):
    """A result needs a library of an optional extra that is not installed."""


class ArchiveError(ReportParseError):
    """A folder of results was not written by a conversion, or a file in it is damaged."""


class GoldError(ReportParseError):
    """A folder holds no gold, or a file breaks its format; the message names file and line."""


class UnknownNameError(ReportParseError):
    """A name asked for is unknown; ``close`` are the names most like it, the likest first."""

    def __init__(self, kind: str, name: str, close: tuple[str, ...] = ()) -> None:
        self.kind = kind
        self.name = name
        self.close = close
        super().__init__(kind, name, close)

    def __str__(self) -> str:
        hint = f"; did you mean {' or '.join(self.close)}?" if self.close else ""
        return f"unknown {self.kind} '{self.name}'{hint}"


class QueryError(ReportParseError):
    """A query in SQL is refused; the message says why and names the tables."""


class ConfigError(ReportParseError):
    """A file of defaults is wrong; the message names file and entry."""


class ReviewError(ReportParseError):
    """What a person typed about a record cannot be taken; the message names the field."""
