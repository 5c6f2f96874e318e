"""SQL over the sheets of an archive, and the DuckDB file of them."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from reportparse.desk.arrow import arrow_table
from reportparse.desk.columns import Sheet
from reportparse.desk.sheets import SHEETS
from reportparse.desk.views import VIEWS, View
from reportparse.errors import QueryError
from reportparse.optional import load_optional
from reportparse.records import ParsedDocument
from reportparse.vocabulary import Vocabulary, use_vocabulary

if TYPE_CHECKING:
    import duckdb

_EXTRA = "duckdb"
# Nothing is fetched, and a query reads no file.
_SETTINGS = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


class Source(Protocol):
    """What gives documents, and the vocabulary they were read with."""

    @property
    def documents(self) -> Iterable[ParsedDocument]:
        """Every document."""

    vocabulary: Vocabulary | None


def query(source: Source, text: str) -> "duckdb.DuckDBPyRelation":
    """The answer to ``text``; only the sheets that it names are made.

    Raises:
        QueryError: DuckDB refuses the query.
        MissingLibraryError: DuckDB or pyarrow is not installed.
    """
    duckdb = load_optional("duckdb", extra=_EXTRA, purpose="SQL")
    connection = duckdb.connect(config=_SETTINGS)
    views = [view for view in VIEWS if _names(text, view.name)]
    wanted = " ".join([text, *(view.select for view in views)])
    sheets = [sheet for sheet in SHEETS if _names(wanted, sheet.name)]
    fill(connection, source, sheets, views)
    connection.execute("SET enable_external_access = false")
    try:
        return connection.sql(text)
    except duckdb.Error as error:
        raise QueryError(
            f"{error}; tables are {', '.join(sheet.name for sheet in SHEETS)}"
        ) from error


def write_duckdb(source: Source, path: Path, sheets: Iterable[Sheet[Any]]) -> None:
    """A DuckDB file with a table for each sheet, the views over them, and a note at every column.

    Raises:
        MissingLibraryError: DuckDB or pyarrow is not installed.
    """
    duckdb = load_optional("duckdb", extra=_EXTRA, purpose="a DuckDB file")
    made = list(sheets)
    names = {sheet.name for sheet in made}
    with duckdb.connect(str(path), config=_SETTINGS) as connection:
        fill(connection, source, made, [view for view in VIEWS if view.needs <= names])
        for sheet in made:
            connection.execute(f"COMMENT ON TABLE {sheet.name} IS {_quoted(sheet.note)}")
            for column in sheet.columns:
                place = f'{sheet.name}."{column.name}"'
                connection.execute(f"COMMENT ON COLUMN {place} IS {_quoted(column.note)}")


def fill(
    connection: Any, source: Source, sheets: Iterable[Sheet[Any]], views: Iterable[View]
) -> None:
    """Make the tables of ``sheets``, and ``views``, in ``connection``."""
    for sheet in sheets:
        with use_vocabulary(source.vocabulary):
            values = sheet.values(sheet.items(source.documents))
        connection.register("given", arrow_table(sheet, values, extra=_EXTRA))
        connection.execute(f"CREATE TABLE {sheet.name} AS SELECT * FROM given")
        connection.unregister("given")
    for view in views:
        connection.execute(f"CREATE VIEW {view.name} AS {view.select}")
        connection.execute(f"COMMENT ON VIEW {view.name} IS {_quoted(view.note)}")


def _names(text: str, name: str) -> bool:
    return re.search(rf"\b{name}\b", text, re.IGNORECASE) is not None


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
