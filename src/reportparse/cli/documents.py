"""Documents for the commands that compare: from reports, or from what was converted before."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from reportparse import archive
from reportparse.cli.console import error_console
from reportparse.errors import UnreadableFileError

if TYPE_CHECKING:
    from reportparse.errors import ArchiveError
    from reportparse.records import ParsedDocument

Sources = Annotated[
    list[Path],
    typer.Argument(metavar="SRC...", help="Folders of reports, or folders already converted."),
]

_NAMED = 12


class Documents:
    """Every document of some folders of reports, single reports and converted folders.

    What cannot be read is named on standard error and left out; `finish` then ends the command
    with exit code 1.
    """

    def __init__(self, sources: list[Path], vocabulary: Path | None = None) -> None:
        self._sources = sources
        self._vocabulary = vocabulary
        self._complete = True
        self._organisations: set[str] = set()

    def __iter__(self) -> Iterator["ParsedDocument"]:
        for source in self._sources:
            read = self.converted if is_converted(source) else self._reports
            for parsed in read(source):
                self._organisations.update(
                    report.organisation for report in parsed.reports if report.organisation
                )
                yield parsed

    def words(self) -> AbstractContextManager[None]:
        """The vocabulary asked for, or that of the first folder that keeps one, for a block."""
        return archive.words_of(self._sources, self._vocabulary)

    def converted(self, out: Path) -> Iterator["ParsedDocument"]:
        """The documents of one folder that ``convert`` wrote."""
        yield from archive.read_documents(out, on_damaged=self._damaged)

    def tell_nothing_found(self, what: str, *asked: str | None) -> None:
        """Say on standard error that nothing was found, and whose reports were read."""
        wanted = ", ".join(one for one in asked if one)
        names = sorted(self._organisations)
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        held = f"; the reports are of {', '.join(names[:_NAMED])}{more}" if names else ""
        error_console().print(
            f"No {what} found{f' for {wanted}' if wanted else ''}{held}.",
            style="yellow",
            markup=False,
            soft_wrap=True,
        )

    def finish(self) -> None:
        """Call when all is printed.

        Raises:
            typer.Exit: Something could not be read.
        """
        if not self._complete:
            raise typer.Exit(1)

    def _reports(self, source: Path) -> Iterator["ParsedDocument"]:
        with TemporaryDirectory() as folder:
            out = Path(folder)
            summary = archive.convert_folder(source, out, vocabulary=self._vocabulary)
            if not summary.files:
                others = f" among {summary.skipped} other files" if summary.skipped else ""
                raise UnreadableFileError(
                    f"no reports found{others}; name a folder of reports, or one that"
                    " 'reportparse convert' wrote",
                    path=str(source),
                )
            for result in summary.unread:
                place = source / result.path if source.is_dir() else source
                for problem in result.problems:
                    self._warn(f"{place}: {problem.message}")
            if is_converted(out):
                yield from archive.read_documents(out)

    def _damaged(self, error: "ArchiveError") -> None:
        self._warn(str(error))

    def _warn(self, message: str) -> None:
        self._complete = False
        error_console().print(f"Not read: {message}", style="yellow", markup=False, soft_wrap=True)


def is_converted(folder: Path) -> bool:
    """Whether ``convert`` wrote a folder; one of reports may have a folder ``documents`` too."""
    return any((folder / "documents").rglob("*.json"))
