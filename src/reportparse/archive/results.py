"""What converting gives back: one result per file, and the sums over all files."""

from collections import Counter
from dataclasses import dataclass, field

from reportparse.records import ParsedDocument, ProblemRecord

RECORD_KINDS = ("judgements", "indicators", "dates", "tables")


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file; ``path`` is its place below the folder converted.

    ``read`` is false where no document could be made of the file; ``problems`` then say why.
    ``records`` counts records by kind. ``unchanged`` tells that an earlier run's result stands and
    nothing was read; ``kept`` that this reading failed and the document of an earlier one stands.
    """

    path: str
    read: bool
    reports: int = 0
    records: dict[str, int] = field(default_factory=dict)
    problems: tuple[ProblemRecord, ...] = ()
    unchanged: bool = False
    kept: bool = False

    @classmethod
    def of(cls, path: str, parsed: ParsedDocument) -> "FileResult":
        """The result for a file that was read."""
        records = {
            "judgements": sum(1 for _ in parsed.judgements()),
            "indicators": sum(1 for _ in parsed.indicators()),
            "dates": sum(1 for _ in parsed.dates()),
            "tables": sum(1 for _ in parsed.tables()),
        }
        return cls(
            path,
            read=True,
            reports=len(parsed.reports),
            records=records,
            problems=parsed.problems,
        )


@dataclass(slots=True)
class ConvertSummary:
    """Sums over the files of one conversion; ``unread`` lists what could not be read.

    ``unchanged`` of the files ``read`` and ``unread`` were so before and were not read again.
    ``gone`` are the sources that are no longer there; ``pruned`` of their documents were removed.
    """

    read: int = 0
    unchanged: int = 0
    pruned: int = 0
    gone: list[str] = field(default_factory=list)
    skipped: int = 0
    reports: int = 0
    records: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    unread: list[FileResult] = field(default_factory=list)

    @property
    def files(self) -> int:
        """Files that were to be read, and places that could not be followed."""
        return self.read + len(self.unread)

    @property
    def complete(self) -> bool:
        """Whether there was something to read, and all of it was read."""
        return self.read > 0 and not self.unread

    def add(self, result: FileResult) -> None:
        """Count one file."""
        if result.read:
            self.read += 1
        else:
            self.unread.append(result)
        self.unchanged += result.unchanged
        self.reports += result.reports
        self.records.update(result.records)
        self.problems.update(problem.code for problem in result.problems)

    @property
    def parsed(self) -> int:
        """Files that this run itself read, or tried to."""
        return self.files - self.unchanged

    def line(self) -> str:
        """The sums in one line of plain text."""
        before = f", {self.unchanged} as before" if self.unchanged else ""
        records = ", ".join(_counted(self.records[kind], kind) for kind in RECORD_KINDS)
        return (
            f"{_counted(self.files, 'files')}: {self.read} read, {len(self.unread)} not read,"
            f" {self.skipped} skipped{before}; {_counted(self.reports, 'reports')}, {records};"
            f" {_counted(self.problems.total(), 'problems')}"
        )


def _counted(number: int, plural: str) -> str:
    return f"{number} {plural.removesuffix('s') if number == 1 else plural}"
