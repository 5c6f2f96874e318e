"""The measures that reports print, with the words they use for them (``data/indicators.json``)."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from reportparse.vocabulary.data_files import read_data


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The wider measure that a measure is a part of, and the groups that make it so."""

    indicator: str
    breakdown: dict[str, str]


@dataclass(frozen=True, slots=True)
class ImpliedGroup:
    """A group that measures imply, so that naming it beside them adds nothing.

    ``measures`` are ids of measures, or patterns of ids as in a shell; ``value`` is None where any
    value of the dimension is implied.
    """

    measures: tuple[str, ...]
    dimension: str
    value: str | None


_OVER_A_TIME = frozenset(
    {"financial_year", "academic_year", "rolling_12m", "quarter", "calendar_year"}
)


@dataclass(frozen=True, slots=True, eq=False)
class Indicator:
    """One measure.

    ``unit`` is a unit of the record contract and ``of`` names what a count counts. ``aliases``
    are printed phrases that name the measure; ``weak_aliases`` are those among them that need
    the theme beside them. ``keywords`` are sets of words, each written as one phrase, that name
    the measure in whatever order they stand; ``excludes`` are words beside which none of this
    holds, ``accepts`` words that beside it change nothing. ``siblings`` maps a unit to the same
    measure in that unit. ``needs_group`` is set where the measure says nothing without the group
    that it is the share of. ``dimensions`` are ids of the dimensions that the measure is often
    broken down by; ``implies`` are the values by which the measure itself is narrower than the
    group it is about. ``narrows`` is set where the measure is another one of a certain group and
    nothing else.
    """

    id: str
    name: str
    theme: str
    unit: str
    of: str | None = None
    tier: str = "local"
    denominator: str | None = None
    polarity: str = "neutral"
    period_type: str | None = None
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    accepts: tuple[str, ...] = ()
    siblings: tuple[tuple[str, str], ...] = ()
    not_to_confuse_with: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    implies: tuple[tuple[str, str], ...] = ()
    narrows: Narrowing | None = None
    needs_group: bool = False
    codes: tuple[str, ...] = ()
    note: str | None = None

    @property
    def is_stock(self) -> bool:
        """Whether the measure is counted at a day, not over a time."""
        return self.period_type == "snapshot"

    @property
    def is_flow(self) -> bool:
        """Whether the measure is counted over a time."""
        return self.period_type in _OVER_A_TIME

    def sibling(self, unit: str) -> str | None:
        """Id of the same measure in ``unit``; None where there is none."""
        return dict(self.siblings).get(unit)


@dataclass(frozen=True, slots=True)
class Theme:
    """A group of measures; ``words`` show that a text is about it.

    ``population`` is the group of people that all its measures are about ("looked_after",
    "care_leavers", "all_children"), None where they differ. ``accepts`` are words that beside its
    measures change nothing.
    """

    id: str
    population: str | None
    words: tuple[str, ...]
    accepts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AmbiguousAlias:
    """A phrase that names more than one measure; ``default`` where nothing else tells."""

    alias: str
    default: str
    candidates: tuple[str, ...]
    resolve_by: str


@dataclass(frozen=True, eq=False)
class Indicators:
    """All measures, and what is needed to find them in a text; compared by identity."""

    indicators: tuple[Indicator, ...]
    themes: tuple[Theme, ...] = ()
    ambiguous: tuple[AmbiguousAlias, ...] = ()
    ignore_phrases: tuple[str, ...] = ()
    implied_groups: tuple[ImpliedGroup, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Indicator]:
        """Measures by id."""
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def theme_by_id(self) -> dict[str, Theme]:
        """Themes by id."""
        return {theme.id: theme for theme in self.themes}

    def population(self, indicator: Indicator) -> str | None:
        """The group of people that a measure is about; None where it is not one group."""
        theme = self.theme_by_id.get(indicator.theme)
        return theme.population if theme else None


@lru_cache(maxsize=1)
def load_indicators() -> Indicators:
    """The measures of the package."""
    return indicators_from(read_data("indicators.json"))


def indicators_from(data: dict[str, Any]) -> Indicators:
    """The measures of data in the shape of ``indicators.json``."""
    units = {entry["id"]: entry["unit"] for entry in data["indicators"]}
    return Indicators(
        indicators=tuple(_indicator(entry, units) for entry in data["indicators"]),
        themes=tuple(
            Theme(
                entry["id"],
                entry["population"],
                tuple(entry["words"]),
                tuple(entry.get("accepts", ())),
            )
            for entry in data["themes"]
        ),
        ambiguous=tuple(
            AmbiguousAlias(
                entry["alias"], entry["default"], tuple(entry["candidates"]), entry["resolve_by"]
            )
            for entry in data["ambiguous_aliases"]
        ),
        ignore_phrases=tuple(data["ignore_phrases"]),
        implied_groups=tuple(
            ImpliedGroup(tuple(entry["measures"]), entry["dimension"], entry["value"])
            for entry in data["implied_groups"]
        ),
    )


def _indicator(entry: dict[str, Any], units: dict[str, str]) -> Indicator:
    siblings = entry.get("siblings", {}).values()
    return Indicator(
        id=entry["id"],
        name=entry["name"],
        theme=entry["theme"],
        unit=entry["unit"],
        of=entry.get("of"),
        tier=entry["tier"],
        denominator=entry["denominator"],
        polarity=entry["polarity"],
        period_type=entry["period_type"],
        aliases=tuple(entry["aliases"]),
        weak_aliases=tuple(entry.get("weak_aliases", ())),
        keywords=(*entry.get("keywords", ()), *entry.get("aliases_expected", ())),
        excludes=tuple(entry.get("excludes", ())),
        accepts=tuple(entry.get("accepts", ())),
        siblings=tuple((units[sibling], sibling) for sibling in siblings),
        not_to_confuse_with=tuple(entry.get("not_to_confuse_with", ())),
        dimensions=tuple(entry.get("dimensions", ())),
        implies=tuple(entry.get("implies", {}).items()),
        narrows=Narrowing(**entry["narrows"]) if "narrows" in entry else None,
        needs_group=entry.get("needs_group", False),
        codes=tuple(entry["codes"]),
        note=entry.get("note"),
    )
