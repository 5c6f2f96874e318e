"""Whether a file must be read, or what an earlier run made of it still stands."""

import time
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from uuid import uuid4

from reportparse.archive.identity import file_sha256
from reportparse.archive.manifest import Entry, Manifest, Problems
from reportparse.archive.options import ConvertOptions
from reportparse.archive.outputs import document_path
from reportparse.archive.results import FileResult
from reportparse.archive.sources import SourceFile
from reportparse.archive.tasks import Task
from reportparse.records import ProblemRecord

# The file itself is not to blame: each run tries again.
_PASSING = frozenset({"unreadable_file", "not_written"})
# A run with other limits tries again.
_OF_LIMITS = frozenset({"time_limit", "memory_limit"})
# A file changed so lately may change again without a new time.
_SETTLED_NS = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Stands:
    """Nothing is to be done: ``entry`` tells what stands."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Refused:
    """The document's place holds a good result of another file."""

    problem: ProblemRecord


@dataclass(frozen=True, slots=True)
class Work:
    """``task`` is to be done; files with the same ``content`` are read once."""

    task: Task
    content: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Decides file by file; ``root`` is the folder that the sources' places are below."""

    manifest: Manifest
    out: Path
    unfinished: Path
    root: str
    reading: str
    run: int
    options: ConvertOptions
    vocabulary: Path | None

    def decide(self, file: SourceFile, entry: Entry | None) -> Stands | Refused | Work:
        """What is to be done with ``file``, of which ``entry`` is known."""
        if entry is None or self.options.force:
            return self._work(file, entry, file_sha256(file.path))
        known = entry.stamp == file.stamp and entry.root == self.root
        sha256 = (entry.seen_sha256 if known else None) or file_sha256(file.path)
        if entry.root != self.root and entry.good and sha256 != entry.sha256:
            return Refused(_other_file(entry))
        if sha256 is not None and self._stands(entry, sha256):
            standing = replace(
                entry, stamp=file.stamp, root=self.root, seen_sha256=settled(file, sha256)
            )
            if (sha256, self.reading) == (entry.sha256, entry.reading):
                standing = replace(standing, failed_sha256=None, failed_reading=None, failure=())
            return Stands(standing)
        return self._work(file, entry, sha256)

    def _stands(self, entry: Entry, sha256: str) -> bool:
        if not self.has_document(entry):
            return False
        attempt = (sha256, self.reading)
        if attempt == (entry.sha256, entry.reading):
            return entry.good or not self._again(entry.problems, entry.limits)
        failed = (entry.failed_sha256, entry.failed_reading)
        return attempt == failed and not self._again(entry.failure, entry.limits)

    def has_document(self, entry: Entry) -> bool:
        """Whether the document of ``entry`` is there, of the size that was written."""
        try:
            size = document_path(self.out, entry.place).stat().st_size
        except OSError:
            return False
        return 0 < size == entry.document_bytes

    def _again(self, problems: Problems, limits: str) -> bool:
        """Whether what failed is worth another attempt."""
        codes = {problem.code for problem in problems}
        other_limits = limits != self.limits
        return (
            self.options.retry
            or bool(codes & _PASSING)
            or (other_limits and bool(codes & _OF_LIMITS))
        )

    @property
    def limits(self) -> str:
        """The limits of this run, as kept with what failed."""
        return f"{self.options.limits.seconds:g} s, {self.options.limits.memory} bytes"

    def _work(self, file: SourceFile, entry: Entry | None, sha256: str | None) -> Work:
        twin = self._twin(file, sha256) if sha256 else None
        task = Task(
            file,
            self.unfinished / f"{uuid4().hex}.json",
            document_path(self.out, file.place),
            self.options.settings,
            self.vocabulary,
            sha256,
            keep=entry is not None and entry.good and self.has_document(entry),
            twin=document_path(self.out, twin.place) if twin else None,
        )
        return Work(task, (sha256, suffix_of(file)) if sha256 else None)

    def _twin(self, file: SourceFile, sha256: str) -> Entry | None:
        anew = self.options.force or self.options.retry
        twin = self.manifest.twin(sha256, self.reading, suffix_of(file), self.run if anew else 0)
        if twin is None or twin.parts == file.parts or not self.has_document(twin):
            return None
        worth_it = twin.good or twin.run == self.run or not self._again(twin.problems, twin.limits)
        return twin if worth_it else None


def suffix_of(file: SourceFile) -> str:
    """The end of the name, which decides whether a web page is taken for a mislabelled report."""
    return PurePath(file.parts[-1]).suffix.lower()


def settled(file: SourceFile, sha256: str | None) -> str | None:
    """``sha256`` where the file's times will tell of any later change."""
    latest = max(file.stamp.changed_ns, file.stamp.modified_ns)
    return sha256 if time.time_ns() - latest > _SETTLED_NS else None


def as_before(entry: Entry) -> FileResult:
    """The result of a file that was not read again."""
    return FileResult(
        entry.shown,
        read=entry.good and not entry.failure,
        reports=entry.reports,
        records=entry.records,
        problems=(*entry.problems, *entry.failure),
        unchanged=True,
        kept=entry.good and bool(entry.failure),
    )


def _other_file(entry: Entry) -> ProblemRecord:
    return ProblemRecord(
        code="other_source",
        message=f"the folder of results holds the document of another file of this name, from"
        f" {entry.root}; convert into another folder, or with --force to replace it",
    )
