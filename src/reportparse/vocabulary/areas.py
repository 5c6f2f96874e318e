"""English authorities, regions and comparator groups (``data/areas.json``)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from reportparse.vocabulary.data_files import read_data


@dataclass(frozen=True, slots=True)
class Area:
    """An authority, a region or a comparator group.

    ``kind`` is "authority", "region" or "comparator"; ``name`` is the canonical name of an
    authority or the group id that records use. Codes are None where the area has none.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    urn: str | None = None
    ons_code: str | None = None
    la_number: str | None = None
    region: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()


# Authorities whose names are words of the reports themselves.
NAMES_THAT_ARE_WORDS = frozenset({"reading", "bath", "bury"})
# Record contract, IndicatorValue.area: England by name, groups by id.
_GROUP_NAMES = {"england": "England"}


@dataclass(frozen=True, eq=False)
class Areas:
    """All areas, found by any of their names; compared by identity."""

    areas: tuple[Area, ...]

    @cached_property
    def by_id(self) -> dict[str, Area]:
        """Areas by id ("la_383")."""
        return {area.id: area for area in self.areas}

    @cached_property
    def by_alias(self) -> dict[str, Area]:
        """Areas by case-folded alias; a current authority wins over an abolished one."""
        found: dict[str, Area] = {}
        for area in sorted(self.areas, key=lambda area: area.valid_to is not None):
            for alias in (*area.aliases, area.name.lower()):
                found.setdefault(alias.replace("&", "and"), area)
        return found

    @cached_property
    def _authority_pattern(self) -> re.Pattern[str]:
        names = [alias for alias, area in self.by_alias.items() if area.kind == "authority"]
        alternatives = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])")

    def find(self, name: str) -> Area | None:
        """The area called ``name``, whatever its case; None if unknown."""
        folded = re.sub(r"\s+", " ", name.lower().replace("&", "and")).strip(" .,:;")
        return self.by_alias.get(folded)

    def authority_in(self, text: str) -> Area | None:
        """The authority whose longest name stands in ``text``; the first of equal length."""
        folded = re.sub(r"\s+", " ", text.lower().replace("&", "and").replace("’", "'"))
        matches = list(self._authority_pattern.finditer(folded))
        if not matches:
            return None
        longest = max(matches, key=lambda match: match.end() - match.start())
        return self.by_alias[longest.group()]

    @cached_property
    def _capitalised_pattern(self) -> re.Pattern[str]:
        names = sorted(self._capitalised, key=len, reverse=True)
        alternatives = "|".join(re.escape(name) for name in names)
        return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])")

    @cached_property
    def _capitalised(self) -> dict[str, Area]:
        """Names of authorities as they stand in running text, with capitals."""
        found: dict[str, Area] = {}
        for alias, area in self.by_alias.items():
            if area.kind == "authority":
                found[_capitalise(alias)] = area
                found[_capitalise(alias).replace(" and ", " & ")] = area
        return found

    def find_mentions(self, text: str) -> Iterator[tuple[Area, int, int]]:
        """Each authority named in ``text`` with capitals, and the span of its name."""
        for match in self._capitalised_pattern.finditer(text.replace("’", "'")):
            yield self._capitalised[match.group()], match.start(), match.end()


_SMALL_WORDS = frozenset({"and", "of", "the", "upon", "on", "with", "under"})


def _capitalise(alias: str) -> str:
    words = re.split(r"(?<=[\s-])", alias)
    return "".join(
        word if word.strip(" -") in _SMALL_WORDS else word.capitalize() for word in words
    )


@lru_cache(maxsize=1)
def load_areas() -> Areas:
    """The areas of the package."""
    data = read_data("areas.json")
    authorities = [_authority(entry) for entry in data["authorities"]]
    regions = [
        Area(entry["id"], entry["id"], "region", tuple(entry["aliases"]), None, entry["ons_code"])
        for entry in data["regions"]
    ]
    groups = [
        Area(
            entry["id"],
            _GROUP_NAMES.get(entry["id"], entry["id"]),
            "comparator",
            tuple(entry["aliases"]),
        )
        for entry in data["comparator_types"]
    ]
    return Areas((*authorities, *regions, *groups))


def _authority(entry: dict[str, Any]) -> Area:
    return Area(
        id=entry["id"],
        name=entry["name"],
        kind="authority",
        aliases=tuple(entry["aliases"]),
        urn=entry["ofsted_urn"],
        ons_code=entry["ons_code"],
        la_number=entry["la_number"],
        region=entry["region"],
        valid_from=entry.get("valid_from"),
        valid_to=entry.get("valid_to"),
        predecessors=tuple(entry.get("predecessors", ())),
        successors=tuple(entry.get("successors", ())),
    )
