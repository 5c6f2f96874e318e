"""Reading gold from a folder: JSON Lines, META.json, and documents corrected by hand.

docs/evaluation.md describes the files.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from reportparse.errors import GoldError
from reportparse.evaluation.corrected import figures_of, judgements_of, metadata_of
from reportparse.evaluation.gold import (
    Gold,
    GoldFigure,
    GoldFigures,
    GoldJudgement,
    GoldJudgements,
    GoldMetadata,
)
from reportparse.records import ParsedDocument

METADATA = "META.json"
_METADATA_FIELDS = ("organisation", "report_date", "kind", "committee", "title")
_M = TypeVar("_M", bound=BaseModel)


def read_gold(folder: str | Path) -> Gold:
    """The gold of a folder: ``*.indicators.jsonl``, ``*.judgements.jsonl``, META.json.

    Raises:
        GoldError: The folder holds no gold, or a file breaks the format; the message names the
            file, the line and the field.
    """
    folder = Path(folder)
    figures = [_figures(path) for path in sorted(folder.glob("*.indicators.jsonl"))]
    judgements = [_judgements(path) for path in sorted(folder.glob("*.judgements.jsonl"))]
    metadata = list(_metadata(folder / METADATA))
    for document in _corrected(folder):
        figures.append(figures_of(document))
        judgements.append(judgements_of(document))
        metadata.append(metadata_of(document))
    if not (figures or judgements or metadata):
        raise GoldError(
            f"{folder}: holds no gold; name a folder with files '*.indicators.jsonl',"
            f" '*.judgements.jsonl' or {METADATA}, or with documents that 'reportparse parse'"
            " wrote and you corrected"
        )
    return Gold(figures=tuple(figures), judgements=tuple(judgements), metadata=tuple(metadata))


def _figures(path: Path) -> GoldFigures:
    header, rows = _rows(path, GoldFigure)
    return _model(GoldFigures, {**header, "figures": rows}, path)


def _judgements(path: Path) -> GoldJudgements:
    header, rows = _rows(path, GoldJudgement)
    return _model(GoldJudgements, {**header, "judgements": rows}, path)


def _rows(path: Path, model: type[_M]) -> tuple[dict[str, Any], tuple[_M, ...]]:
    """The document that the first line names, and a row for each further line."""
    lines = [
        (number, json_of(line, f"{path}, line {number}"))
        for number, line in enumerate(_text(path).splitlines(), start=1)
        if line.strip()
    ]
    header = lines[0][1] if lines else None
    if not isinstance(header, dict) or not isinstance(header.get("file"), str):
        raise GoldError(
            f'{path}: the first line names the document, as {{"file": "folder/report.pdf"}}'
        )
    rows = tuple(_model(model, row, f"{path}, line {number}") for number, row in lines[1:])
    return {"path": header["file"], "pages": header.get("pages")}, rows


def _metadata(path: Path) -> Iterator[GoldMetadata]:
    if not path.exists():
        return
    entries = json_of(_text(path), str(path))
    if not isinstance(entries, dict) or not all(isinstance(one, dict) for one in entries.values()):
        raise GoldError(f"{path}: maps the path of each document to its fields")
    for name, entry in sorted(entries.items()):
        alternatives = entry.get("alt") or {}
        fields = {
            field: _choices(entry[field], alternatives.get(field, ()))
            for field in _METADATA_FIELDS
            if field in entry
        }
        content = {"path": name, "form": entry.get("form"), "fields": fields}
        yield _model(GoldMetadata, content, f"{path}, {name}")


def _choices(value: Any, alternatives: Any) -> list[Any]:
    return [value, *(alternatives if isinstance(alternatives, list | tuple) else [alternatives])]


def _corrected(folder: Path) -> Iterator[ParsedDocument]:
    """Documents that a person corrected: JSON files with reports, at any depth."""
    for path in sorted(folder.rglob("*.json")):
        content = json_of(_text(path), str(path))
        if isinstance(content, dict) and {"schema_version", "reports"} <= content.keys():
            yield _model(ParsedDocument, content, path)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read as UTF-8 text ({error})") from error


def json_of(text: str, place: str) -> Any:
    """The value that JSON ``text`` holds; an error names ``place``."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise GoldError(f"{place}: is no valid JSON ({error})") from error


def _model(model: type[_M], content: Any, place: str | Path) -> _M:
    try:
        return model.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "the whole line"
        raise GoldError(f"{place}: {field}: {first['msg']}") from error
