"""Inspection frameworks, their aspects and grade scales (``data/frameworks.json``)."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from reportparse.vocabulary.data_files import read_data


@dataclass(frozen=True, slots=True)
class Grade:
    """One grade of a scale; ``number`` is the official one, None where there is none."""

    id: str
    label: str
    number: int | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Grades best first. ``direction`` says whether a lower or a higher number is better."""

    id: str
    direction: str
    grades: tuple[Grade, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Aspect:
    """Something a framework judges; ``part`` where one report judges two services.

    ``scale`` is set where the aspect has another scale than its framework; ``optional`` aspects
    are not printed in every report.
    """

    id: str
    label: str
    part: str | None
    aliases: tuple[str, ...]
    scale: Scale | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Framework:
    """An inspection framework; dates are ISO, perhaps only a year or a month, None if open.

    ``unverified`` names what was not seen in a published source: dates, aspects, scale.
    """

    id: str
    name: str
    applies_to: str
    in_force_from: str | None
    in_force_to: str | None
    scale: Scale
    aspects: tuple[Aspect, ...]
    comparability: str
    verified: bool
    unverified: tuple[str, ...] = ()

    @property
    def scales(self) -> tuple[Scale, ...]:
        """Its scale, and those of aspects with another one."""
        own = {aspect.scale.id: aspect.scale for aspect in self.aspects if aspect.scale}
        return (self.scale, *own.values())

    def scale_of(self, aspect_id: str) -> Scale:
        """The scale that an aspect is judged on."""
        aspect = self.aspect(aspect_id)
        return (aspect.scale if aspect else None) or self.scale

    def in_force(self, when: date) -> bool:
        """Whether inspections were made under the framework on this day, as far as is known."""
        start, end = _first_day(self.in_force_from), _last_day(self.in_force_to)
        return (start is None or start <= when) and (end is None or when <= end)

    def aspect(self, aspect_id: str, part: str | None = None) -> Aspect | None:
        """The aspect with this id, and with this part where parts are judged apart."""
        found = (aspect for aspect in self.aspects if aspect.id == aspect_id)
        return next((aspect for aspect in found if part is None or aspect.part == part), None)


@dataclass(frozen=True, slots=True)
class Frameworks:
    """All frameworks and scales by id, and the themes that carry an aspect across frameworks."""

    frameworks: dict[str, Framework]
    scales: dict[str, Scale]
    themes: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def load_frameworks() -> Frameworks:
    """The frameworks of the package."""
    data = read_data("frameworks.json")
    scales = {entry["id"]: _scale(entry) for entry in data["scales"]}
    frameworks = {entry["id"]: _framework(entry, scales) for entry in data["frameworks"]}
    themes = {entry["theme"]: tuple(entry["aspects"]) for entry in data["aspect_themes"]}
    return Frameworks(frameworks, scales, themes)


def _scale(entry: dict[str, Any]) -> Scale:
    grades = tuple(
        Grade(grade["id"], grade["label"], grade["number"], tuple(grade["aliases"]))
        for grade in entry["grades"]
    )
    return Scale(entry["id"], entry["direction"], grades, entry["note"])


def _framework(entry: dict[str, Any], scales: dict[str, Scale]) -> Framework:
    aspects = tuple(
        Aspect(
            aspect["id"],
            aspect["label"],
            aspect.get("part"),
            tuple(aspect["aliases"]),
            scales.get(aspect.get("scale_id")),
            aspect.get("optional", False),
        )
        for aspect in entry["aspects"]
    )
    return Framework(
        id=entry["id"],
        name=entry["name"],
        applies_to=entry["applies_to"],
        in_force_from=entry["in_force_from"],
        in_force_to=entry["in_force_to"],
        scale=scales[entry["scale_id"]],
        aspects=aspects,
        comparability=entry["comparability"],
        verified=entry["verified"],
        unverified=tuple(name for name, seen in entry["verified_fields"].items() if not seen),
    )


def _first_day(text: str | None) -> date | None:
    if text is None:
        return None
    parts = [int(part) for part in text.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def _last_day(text: str | None) -> date | None:
    if text is None or text.count("-") == 2:
        return _first_day(text)
    start = _first_day(text if "-" in text else f"{text}-12")
    return start + timedelta(days=30) if start else None
