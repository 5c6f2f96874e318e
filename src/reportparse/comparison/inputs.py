"""What `history` and `compare` take."""

from collections.abc import Iterable, Iterator

from reportparse.records import ParsedDocument


def each_document(documents: Iterable[ParsedDocument]) -> Iterator[ParsedDocument]:
    """The documents, each checked to be one.

    Raises:
        TypeError: One document stands for many, or what is given are paths.
    """
    if isinstance(documents, ParsedDocument | str) or not isinstance(documents, Iterable):
        raise _wrong(documents)
    for parsed in documents:
        if not isinstance(parsed, ParsedDocument):
            raise _wrong(parsed)
        yield parsed


def _wrong(given: object) -> TypeError:
    return TypeError(
        "documents must be several parsed documents, such as [reportparse.parse(path)] or"
        f" reportparse.archive.read_documents(folder), not {type(given).__name__}"
    )
