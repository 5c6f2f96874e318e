"""Charts of a Word document: told of, not read."""

from collections.abc import Iterator

from reportparse.document import Problem
from reportparse.readers.docx.package import Package

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def unread_charts(package: Package) -> Iterator[Problem]:
    """A problem for each chart, by its title where it has one."""
    for name in package.related("chart"):
        root = package.part(name)
        title = root.find(f"{_CHART}chart/{_CHART}title") if root is not None else None
        pieces = title.iter(f"{_DRAWING}t") if title is not None else ()
        words = " ".join("".join(piece.text or "" for piece in pieces).split())
        which = f'the chart "{words}"' if words else "a chart"
        yield Problem(
            "chart_not_read",
            f'{which} was not read: charts of Word files are not; open it there and choose "Edit '
            'data", or save the document as PDF',
        )
