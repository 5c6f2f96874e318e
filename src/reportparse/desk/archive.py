"""A converted folder as one object: records, frames, SQL and exports."""

from collections.abc import Iterator
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportparse.archive import read_documents, read_kept
from reportparse.comparison import History, SeriesRow, history
from reportparse.desk.corrections import Corrections
from reportparse.desk.export import export
from reportparse.desk.query import query
from reportparse.desk.rows import Rows
from reportparse.desk.sheets import SHEET_BY_NAME
from reportparse.desk.sheets.series import located_series
from reportparse.desk.shown import Evidence, Shown, evidence_of
from reportparse.errors import ArchiveError, UnknownNameError
from reportparse.records import IndicatorValue, Judgement, ParsedDocument, TableRecord
from reportparse.records.html import rows_html
from reportparse.vocabulary import Vocabulary, load_vocabulary, use_vocabulary

if TYPE_CHECKING:
    import duckdb
    import pandas
    import polars


class Archive:
    """What ``reportparse convert SRC OUT`` wrote, to read, compare, query and export.

    Corrections made by ``reportparse review`` stand in everything it gives. Documents are read
    from disk whenever they are asked for, so that a large archive needs little memory.

    Examples:
        >>> archive = reportparse.open("out")
        >>> archive
        <Archive 'out': 2 documents>
        >>> archive.indicators(indicator="cla_count", area="Darlington")
        <5 indicators>
    """

    def __init__(
        self,
        out: str | Path,
        *,
        sources: str | Path | None = None,
        vocabulary: Vocabulary | str | Path | None = None,
    ) -> None:
        self.folder = Path(out)
        kept = read_kept(self.folder)
        self.sources = Path(sources) if sources is not None else kept.sources
        own = vocabulary if vocabulary is not None else kept.vocabulary
        self.vocabulary = load_vocabulary(own) if isinstance(own, str | Path) else own
        next(iter(self._read()), None)  # refuses a folder that holds no documents

    @property
    def documents(self) -> "Documents":
        """Every document, in the order of its path, with corrections in place.

        Examples:
            >>> document = reportparse.open("out").documents["scrutiny-report-2019.docx"]
            >>> document.reports[0].organisation
            'Darlington'
        """
        return Documents(self)

    @cached_property
    def corrections(self) -> Corrections:
        """What people accepted, corrected or rejected; read once."""
        return Corrections.read(self.folder)

    def judgements(self, *, provider: str | None = None) -> Rows[Judgement]:
        """Judgements of all documents.

        Args:
            provider: The only provider wanted, as records name it.
        """
        found = (one for parsed in self.documents for one in parsed.judgements())
        return self._rows("judgements", (one for one in found if provider in {None, one.provider}))

    def indicators(
        self, *, indicator: str | None = None, area: str | None = None
    ) -> Rows[IndicatorValue]:
        """Figures of all documents.

        Args:
            indicator: Id of the only measure wanted.
            area: The only area wanted, as records name it.
        """
        found = (one for parsed in self.documents for one in parsed.indicators())
        return self._rows(
            "indicators",
            (
                one
                for one in found
                if indicator in {None, one.indicator} and area in {None, one.area}
            ),
        )

    def tables(self) -> Rows[TableRecord]:
        """Tables of all documents."""
        found = (one for parsed in self.documents for one in parsed.tables())
        return self._rows("tables", found)

    def series(self, *, indicator: str | None = None, area: str | None = None) -> Rows[SeriesRow]:
        """Figures of all documents as series; see `compare`."""
        with use_vocabulary(self.vocabulary):
            return self._rows(
                "series", located_series(self.documents, indicator=indicator, area=area)
            )

    def history(self, *, provider: str | None = None) -> History:
        """Judgements over the years by provider; see `history`."""
        return history(self.documents, provider=provider)

    def show(self, record: Shown) -> Evidence:
        """A record with its words and, of a PDF, the part of the page where they stand.

        Examples:
            >>> archive = reportparse.open("out")
            >>> archive.show(archive.indicators(area="Darlington")[0]).quote
            'end of September 2019 there were 241 children looked after, down from 258 at the'
        """
        path = record.origin.path
        file = self.sources / path if self.sources and path else None
        return evidence_of(record, file if file and file.is_file() else None)

    def to_pandas(self, sheet: str = "indicators") -> "pandas.DataFrame":
        """One sheet as a flat data frame.

        Args:
            sheet: documents, judgements, indicators, series, tables, cells or problems.

        Raises:
            UnknownNameError: There is no such sheet.
            MissingLibraryError: pandas is not installed.

        Examples:
            >>> frame = reportparse.open("out").to_pandas("indicators")
            >>> children = frame[frame.indicator == "cla_count"]
            >>> print(children[["area", "value", "period"]].head(2).to_string(index=False))
              area  value             period
            Bolton  612.0   31 December 2021
            Bolton  598.0 April to June 2021
        """
        return self._sheet(sheet).to_pandas()

    def to_polars(self, sheet: str = "indicators") -> "polars.DataFrame":
        """One sheet as a flat polars data frame; see `to_pandas`."""
        return self._sheet(sheet).to_polars()

    def sql(self, text: str) -> "duckdb.DuckDBPyRelation":
        """The answer to a query in SQL, whose tables are the sheets.

        Raises:
            MissingLibraryError: DuckDB or pyarrow is not installed.
            QueryError: DuckDB refuses the query.

        Examples:
            >>> archive = reportparse.open("out")
            >>> archive.sql("SELECT count(*) FROM indicators WHERE area = 'Darlington'").fetchall()
            [(13,)]
        """
        return query(self, text)

    def export(self, target: str | Path, *, sheets: tuple[str, ...] = ()) -> Path:
        """Write everything to ``target``: .xlsx, .duckdb, or a folder named .parquet or .csv.

        Args:
            target: File or folder to write; its ending says what.
            sheets: Names of the only sheets wanted.

        Raises:
            OutputError: The ending is unknown, or the file cannot be written.
            UnknownNameError: There is no such sheet.
            MissingLibraryError: A library that the format needs is not installed.

        Examples:
            >>> reportparse.open("out").export("figures.csv", sheets=("indicators",)).name
            'figures.csv'
        """
        return export(self, Path(target), sheets=sheets)

    def __repr__(self) -> str:
        count = len(self.documents)
        return f"<Archive {str(self.folder)!r}: {count:,} document{'' if count == 1 else 's'}>"

    def _repr_html_(self) -> str:
        rows = [
            (
                parsed.source.path,
                ", ".join(one.organisation for one in parsed.reports if one.organisation),
                sum(1 for _ in parsed.judgements()),
                sum(1 for _ in parsed.indicators()),
                len(parsed.problems),
            )
            for parsed in self.documents
        ]
        headings = ("File", "Organisation", "Judgements", "Indicators", "Problems")
        return f"<p>{escape(str(self.folder))}</p>{rows_html(headings, rows, total=len(rows))}"

    def _sheet(self, name: str) -> Rows[Any]:
        if name not in SHEET_BY_NAME:
            raise UnknownNameError("sheet", name, tuple(SHEET_BY_NAME))
        with use_vocabulary(self.vocabulary):
            return self._rows(name, SHEET_BY_NAME[name].items(self.documents))

    def _rows(self, name: str, items: Any) -> Rows[Any]:
        return Rows.of(SHEET_BY_NAME[name], items, self.vocabulary)

    def documents_as_read(self) -> Iterator[ParsedDocument]:
        """Every document as it was converted, without what people said since."""
        for parsed in read_documents(self.folder):
            parsed.set_origins(location=self._location(parsed))
            yield parsed

    def _read(self) -> Iterator[ParsedDocument]:
        return map(self.corrections.apply, self.documents_as_read())

    def _location(self, parsed: ParsedDocument) -> str | None:
        path = self.file_of(parsed)
        return path.resolve().as_uri() if path else None

    def file_of(self, parsed: ParsedDocument) -> Path | None:
        """The source file of a document, where it still lies in the folder of the reports."""
        if self.sources is None or parsed.source.path is None:
            return None
        path = self.sources / parsed.source.path
        return path if path.is_file() else None


class Documents:
    """The documents of an archive, read from disk as they are asked for."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def __iter__(self) -> Iterator[ParsedDocument]:
        return self._archive._read()

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __getitem__(self, key: str | int) -> ParsedDocument:
        """The document of a path, or at a place of the order.

        Raises:
            KeyError: No document has the path.
            IndexError: There are not so many.
        """
        if isinstance(key, str):
            for parsed in self:
                if parsed.source.path == key:
                    return parsed
            raise KeyError(key)
        return list(self)[key]

    def __repr__(self) -> str:
        return f"<{len(self):,} documents of {str(self._archive.folder)!r}>"


def open_archive(
    out: str | Path,
    *,
    sources: str | Path | None = None,
    vocabulary: Vocabulary | str | Path | None = None,
) -> Archive:
    """Open a folder that ``reportparse convert`` wrote.

    Args:
        out: The folder.
        sources: Folder of the reports, for links and pictures; the one converted by default.
        vocabulary: Measures, aliases and areas of your own; the one converted with by default.

    Raises:
        ArchiveError: The folder was not written by a conversion.
        VocabularyError: The vocabulary cannot be read.

    Examples:
        >>> reportparse.open("out").documents["board-paper-2022.docx"].reports[0].organisation
        'Bolton'
    """
    if not Path(out).is_dir():
        raise ArchiveError(
            f"{out}: there is no such folder; name one that 'reportparse convert' wrote"
        )
    return Archive(out, sources=sources, vocabulary=vocabulary)
