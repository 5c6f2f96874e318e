"""A user's own measures, aliases and areas beside those of the package.

The file is TOML or JSON with three lists, each of which may be left out: ``indicators`` adds
measures, ``aliases`` adds phrases to measures that exist, ``areas`` adds names to areas or new
areas. See docs/vocabulary.md for an example.
"""

import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from reportparse.errors import VocabularyError
from reportparse.vocabulary.areas import Area, Areas, load_areas
from reportparse.vocabulary.dimensions import Dimensions, load_dimensions
from reportparse.vocabulary.indicators import Indicator, Indicators, load_indicators

UnitName = Literal[
    "count", "percent", "percentage_points", "per_10000", "per_1000", "per_100000", "gbp",
    "days", "weeks", "months", "years", "score", "rank", "ratio",
]  # fmt: skip
Phrases = list[str]


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Everything that figures are linked to; compared by identity."""

    indicators: Indicators
    dimensions: Dimensions
    areas: Areas


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class _IndicatorEntry(_Entry):
    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: str = Field(min_length=1)
    theme: str
    unit: UnitName
    of: str | None = None
    polarity: Literal["higher_better", "lower_better", "neutral"] = "neutral"
    aliases: Phrases = Field(min_length=1)
    keywords: Phrases = []
    excludes: Phrases = []
    dimensions: list[str] = []
    note: str | None = None


class _AliasEntry(_Entry):
    indicator: str
    aliases: Phrases = Field(min_length=1)


class _AreaEntry(_Entry):
    name: str = Field(min_length=1)
    aliases: Phrases = []
    kind: Literal["authority", "region", "comparator"] = "authority"


class _File(_Entry):
    indicators: list[_IndicatorEntry] = []
    aliases: list[_AliasEntry] = []
    areas: list[_AreaEntry] = []


@lru_cache(maxsize=1)
def default_vocabulary() -> Vocabulary:
    """The vocabulary of the package."""
    return Vocabulary(load_indicators(), load_dimensions(), load_areas())


def load_vocabulary(path: str | Path) -> Vocabulary:
    """The package's vocabulary with the additions of a user's file.

    Raises:
        VocabularyError: The file cannot be read, is no TOML or JSON, or an entry breaks the
            schema or names something unknown; the message names file, entry and field.
    """
    source = Path(path)
    entries = _validated(_read(source), source)
    base = default_vocabulary()
    _check(entries, base, source)
    return Vocabulary(
        indicators=_with_indicators(base.indicators, entries),
        dimensions=base.dimensions,
        areas=_with_areas(base.areas, entries.areas),
    )


def _read(path: Path) -> Any:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path}: cannot be read as UTF-8 text ({error})") from error
    try:
        return json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except (json.JSONDecodeError, tomllib.TOMLDecodeError) as error:
        raise VocabularyError(
            f"{path}: is no valid {'JSON' if path.suffix.lower() == '.json' else 'TOML'} ({error})"
        ) from error


def _validated(data: Any, path: Path) -> _File:
    try:
        return _File.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        raise VocabularyError(f"{path}: {_place(first['loc'], data)}: {first['msg']}") from error


def _place(location: tuple[int | str, ...], data: Any) -> str:
    """Where an error stands: "indicators[2] (my_measure_pct) unit"."""
    if len(location) < 2 or not isinstance(location[1], int):
        return " ".join(str(part) for part in location) or "the file"
    entry = data[location[0]][location[1]]
    keys = ("id", "indicator", "name")
    name = (
        next((entry[key] for key in keys if key in entry), None)
        if isinstance(entry, dict)
        else None
    )
    fields = ".".join(str(part) for part in location[2:])
    return f"{location[0]}[{location[1]}]{f' ({name})' if name else ''} {fields}".strip()


def _check(entries: _File, base: Vocabulary, path: Path) -> None:
    """Refuse ids that exist, unknown references, and aliases that already name something else."""
    seen = dict.fromkeys(base.indicators.by_id, "the package")
    owners = {
        alias.lower(): indicator.id
        for indicator in base.indicators.indicators
        for alias in indicator.aliases
    }
    for index, entry in enumerate(entries.indicators):
        place = f"{path}: indicators[{index}] ({entry.id})"
        if entry.id in seen:
            raise VocabularyError(f"{place} id: already used by {seen[entry.id]}")
        seen[entry.id] = f"indicators[{index}]"
        _check_known(place, "theme", [entry.theme], base.indicators.theme_by_id)
        _check_known(place, "dimensions", entry.dimensions, base.dimensions.by_id)
        _check_free(place, entry.aliases, entry.id, owners)
    for index, added in enumerate(entries.aliases):
        place = f"{path}: aliases[{index}]"
        _check_known(place, "indicator", [added.indicator], seen)
        _check_free(place, added.aliases, added.indicator, owners)


def _check_known(place: str, field: str, names: Iterable[str], known: Iterable[str]) -> None:
    choices = sorted(known)
    for name in names:
        if name not in choices:
            shown = ", ".join(choices) if len(choices) < 40 else f"{len(choices)} ids"
            raise VocabularyError(f"{place} {field}: {name!r} is unknown; known are {shown}")


def _check_free(place: str, aliases: Iterable[str], own: str, owners: dict[str, str]) -> None:
    for alias in aliases:
        owner = owners.setdefault(alias.lower(), own)
        if owner != own:
            raise VocabularyError(f"{place} aliases: {alias!r} already names {owner}")


def _with_indicators(base: Indicators, entries: _File) -> Indicators:
    more: dict[str, list[str]] = {}
    for added in entries.aliases:
        more.setdefault(added.indicator, []).extend(added.aliases)
    own = [
        Indicator(
            id=entry.id,
            name=entry.name,
            theme=entry.theme,
            unit=entry.unit,
            of=entry.of,
            polarity=entry.polarity,
            aliases=tuple(entry.aliases),
            keywords=tuple(entry.keywords),
            excludes=tuple(entry.excludes),
            dimensions=tuple(entry.dimensions),
            note=entry.note,
        )
        for entry in entries.indicators
    ]
    return replace(
        base,
        indicators=tuple(
            replace(indicator, aliases=(*indicator.aliases, *more[indicator.id]))
            if indicator.id in more
            else indicator
            for indicator in (*base.indicators, *own)
        ),
    )


def _with_areas(base: Areas, entries: list[_AreaEntry]) -> Areas:
    areas = {area.name: area for area in base.areas}
    for entry in entries:
        aliases = tuple(alias.lower() for alias in entry.aliases)
        known = areas.get(entry.name)
        areas[entry.name] = (
            replace(known, aliases=(*known.aliases, *aliases))
            if known
            else Area(f"user_{entry.name.lower()}", entry.name, entry.kind, aliases)
        )
    return Areas(tuple(areas.values()))
