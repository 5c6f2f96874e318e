"""The ways a figure can be narrower than its measure (``data/dimensions.json``)."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reportparse.vocabulary.data_files import read_data


@dataclass(frozen=True, slots=True)
class DimensionValue:
    """One value of a dimension; ``parent`` is the id of the wider value that holds it."""

    id: str
    name: str
    aliases: tuple[str, ...]
    parent: str | None = None
    comparable_to_national: bool = True
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dimension:
    """One dimension.

    ``themes`` are the indicator themes whose figures it narrows, beside those of the measures
    that list it. ``breakdown`` is False for a dimension that a reader learns from the measure
    itself, or that says how a value is expressed. A dimension without values is an open list:
    the printed words are kept. The words of a ``loose`` dimension vary so much that two of its
    values are taken for one where they share a word.
    """

    id: str
    name: str
    values: tuple[DimensionValue, ...]
    themes: tuple[str, ...] = ()
    breakdown: bool = True
    loose: bool = False
    note: str | None = None

    @cached_property
    def by_wording(self) -> dict[str, str]:
        """Ids of values by each of their wordings, folded by `fold_value`."""
        return {
            fold_value(wording): value.id
            for value in self.values
            for wording in (value.id, value.name, *value.aliases)
        }


def fold_value(value: str) -> str:
    """A value's wording in small letters, with one space for dashes, underscores and spaces."""
    return " ".join(re.sub(r"[_–—-]", " ", value.lower()).split())


@dataclass(frozen=True)
class Dimensions:
    """All dimensions."""

    dimensions: tuple[Dimension, ...]

    @cached_property
    def by_id(self) -> dict[str, Dimension]:
        """Dimensions by id."""
        return {dimension.id: dimension for dimension in self.dimensions}


@lru_cache(maxsize=1)
def load_dimensions() -> Dimensions:
    """The dimensions of the package."""
    return Dimensions(
        tuple(
            Dimension(
                id=entry["id"],
                name=entry["name"],
                values=tuple(
                    DimensionValue(
                        id=value["id"],
                        name=value["name"],
                        aliases=(*value["aliases"], *value.get("aliases_expected", ())),
                        parent=value.get("parent"),
                        comparable_to_national=value.get("comparable_to_national", True),
                        codes=tuple(value.get("codes", ())),
                    )
                    for value in entry.get("values", ())
                ),
                themes=tuple(entry.get("themes", ())),
                breakdown=entry.get("breakdown", True),
                loose=entry.get("loose", False),
                note=entry.get("note"),
            )
            for entry in read_data("dimensions.json")["dimensions"]
        )
    )
