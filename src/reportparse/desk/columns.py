"""What a sheet is: its columns in the order a person reads, and the items that fill its rows."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from reportparse.records import ParsedDocument
from reportparse.records.frames import Kind

Item = TypeVar("Item")


@dataclass(frozen=True)
class Column(Generic[Item]):
    """One column.

    ``name`` is its name in frames, Parquet and SQL; ``heading`` stands over it in a workbook.
    ``note`` says what it holds, for the data dictionary. ``width`` is in characters. ``is_figure``
    marks a number that the unit of its row shapes: pounds, per cent. ``label`` is the heading where
    the name as words is none.
    """

    name: str
    note: str
    read: Callable[[Item], object]
    kind: Kind = Kind.TEXT
    width: int = 14
    is_figure: bool = False
    label: str = ""

    @property
    def heading(self) -> str:
        """What stands over it: the label, else the name as words."""
        if self.label:
            return self.label
        words = self.name.replace("_", " ")
        return words[0].upper() + words[1:]


@dataclass(frozen=True)
class Sheet(Generic[Item]):
    """One table of results: a sheet of a workbook, a table in SQL, a file in a folder.

    ``items`` gives what becomes a row each, of all documents. ``print_to`` is the last column that
    a workbook prints; those after it are for the screen.
    """

    name: str
    note: str
    columns: tuple[Column[Item], ...]
    items: Callable[[Iterable[ParsedDocument]], Iterable[Item]]
    print_to: str = "file"

    @property
    def title(self) -> str:
        """The name as words."""
        return self.name.replace("_", " ").capitalize()

    @property
    def kinds(self) -> dict[str, Kind]:
        """What each column holds, by name."""
        return {column.name: column.kind for column in self.columns}

    @property
    def n_printed(self) -> int:
        """How many columns a workbook prints; all, where it has no column ``print_to``."""
        names = [column.name for column in self.columns]
        return names.index(self.print_to) + 1 if self.print_to in names else len(names)

    def rows(self, documents: Iterable[ParsedDocument]) -> Iterator[tuple[object, ...]]:
        """Values of each row in the order of the columns."""
        return self.rows_of(self.items(documents))

    def rows_of(self, items: Iterable[Item]) -> Iterator[tuple[object, ...]]:
        """Values of the rows of ``items``."""
        for item in items:
            yield tuple(column.read(item) for column in self.columns)

    def values(self, items: Iterable[Item]) -> dict[str, list[Any]]:
        """Values of ``items`` by column name."""
        found: dict[str, list[Any]] = {column.name: [] for column in self.columns}
        for row in self.rows_of(items):
            for values, value in zip(found.values(), row, strict=True):
                values.append(value)
        return found
