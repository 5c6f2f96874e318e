"""Which grades can be put beside each other, and which aspects are one theme.

Themes and frameworks stand in the vocabulary (``aspect_themes``, ``grade_crosswalk``). Sources for
the limits: Ofsted's statistics code requires improvement, adequate and satisfactory alike as 3 but
raised the bar with requires improvement; numbers of 2005-2008 run the other way and the ratings of
2009-2011 are no inspections; Ofsted calls the five points of November 2025 not comparable.
"""

from datetime import date
from functools import lru_cache

from reportparse.comparison.models import Change, Entry
from reportparse.vocabulary import Scale, load_frameworks

_RANKS = {
    "outstanding": 1,
    "good": 2,
    "requires_improvement": 3,
    "adequate": 3,
    "satisfactory": 3,
    "inadequate": 4,
}
_INCOMPARABLE_SCALES = frozenset({"of4_4best_2005", "csa_2009", "reportcard5_2025"})
# Their grades are of one inspection: changes, findings, and no ranks.
_NO_ORDER = frozenset({"ch_interim", "narrative"})
BY_RANK = "different frameworks: by rank only"
_MERGED = "in_care_and_care_leavers"


def change_between(before: Entry, after: Entry) -> tuple[Change, str | None]:
    """How ``after`` stands to ``before``, and what limits the comparison."""
    if before.provider != after.provider:
        return Change.NOT_COMPARABLE, f"{before.provider} is a predecessor authority"
    ranks = _on_one_scale(before, after)
    if ranks is None:
        barrier = _barrier(before) or _barrier(after)
        if barrier:
            return Change.NOT_COMPARABLE, barrier
        ranks = _RANKS[before.grade], _RANKS[after.grade]
    first, second = ranks
    if first == second and before.grade != after.grade:
        return Change.NOT_COMPARABLE, "third grades of different scales"
    if first == second:
        return Change.SAME, _limits(before, after)
    change = Change.IMPROVED if second < first else Change.DECLINED
    return change, _limits(before, after)


def _on_one_scale(before: Entry, after: Entry) -> tuple[int, int] | None:
    """The ranks of two grades of one scale, best first; None where the scales differ."""
    scales = [_scale(entry) for entry in (before, after)]
    if scales[0] is None or scales[1] is None or scales[0].id != scales[1].id:
        return None
    grades = [grade.id for grade in scales[0].grades]
    if scales[0].id in _NO_ORDER or not {before.grade, after.grade} <= set(grades):
        return None
    return grades.index(before.grade), grades.index(after.grade)


def _scale(entry: Entry) -> Scale | None:
    framework = load_frameworks().frameworks.get(entry.framework or "")
    return framework.scale_of(entry.aspect or "") if framework else None


def _barrier(entry: Entry) -> str | None:
    if entry.grade not in _RANKS:
        return f"'{entry.grade}' is not one of the four grades"
    scale = _scale(entry)
    if scale and scale.id in _INCOMPARABLE_SCALES:
        return f"the scale of {entry.framework} cannot be put beside others"
    return None


def _limits(before: Entry, after: Entry) -> str | None:
    """What makes the two grades less than like for like; None where nothing does."""
    if before.framework == after.framework and before.aspect == after.aspect:
        return None
    if _MERGED in {before.aspect, after.aspect} and before.aspect != after.aspect:
        return "one of the two is a joint grade for children in care and care leavers"
    if before.part != after.part:
        return "one of the two covers one service of two"
    return BY_RANK


@lru_cache(maxsize=1)
def _themes() -> dict[tuple[str, str | None, str], tuple[str, ...]]:
    """Themes by framework, part and aspect."""
    found: dict[tuple[str, str | None, str], tuple[str, ...]] = {}
    for theme, members in load_frameworks().themes.items():
        for member in members:
            framework, _, rest = member.partition(".")
            part, _, aspect = rest.rpartition("/")
            key = (framework, part or None, aspect)
            found[key] = (*found.get(key, ()), theme)
    return found


def themes_of(framework: str | None, part: str | None, aspect: str | None) -> tuple[str, ...]:
    """The themes that carry an aspect over the frameworks; the aspect itself where none does."""
    if aspect is None:
        return ()
    own = f"{part}/{aspect}" if part else aspect
    if framework is None and own == "overall_effectiveness":
        return ("overall",)
    return _themes().get((framework or "", part, aspect), (own,))


def framework_then(part: str | None, aspect: str | None, when: date | None) -> str | None:
    """The framework for local authorities that judged this aspect at the time; None if unclear."""
    if when is None or aspect is None:
        return None
    themed = {framework for framework, _, _ in _themes()}
    known = load_frameworks().frameworks.values()
    frameworks = [f for f in known if f.id in themed and f.applies_to.startswith("LA")]
    judged = [f for f in frameworks if any(a.id == aspect and a.part == part for a in f.aspects)]
    current = [f for f in judged if f.in_force(when)]
    if not current and part == "looked_after_children":
        return "slac_2009" if _SLAC_FROM <= when <= _SLAC_TO else None
    return current[0].id if len(current) == 1 else None


_SLAC_FROM, _SLAC_TO = date(2009, 4, 1), date(2012, 12, 31)
