"""What a header, a stub or a caption says of the figures that it stands over."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reportparse.document.normalise import normalise
from reportparse.extractors.periods import PeriodReference, find_periods
from reportparse.extractors.tables.short_periods import spell_out
from reportparse.records import Period, Role, Unit
from reportparse.vocabulary import Areas, active_vocabulary


@dataclass(frozen=True, slots=True)
class HeaderFacts:
    """What is known from one header text.

    ``words`` is ``text`` without its periods, which names the measure.
    ``unit`` is None where the text gives none; ``scale`` multiplies the printed number into the
    unit ("£m"). ``is_figure`` is False for columns that measure nothing: ratings, row numbers.
    """

    words: str
    text: str = ""
    period: Period | None = None
    baseline: Period | None = None
    area: str | None = None
    unit: Unit | None = None
    scale: float = 1.0
    role: Role | None = None
    is_total: bool = False
    is_figure: bool = True
    of_people: bool = False


_NO_FIGURE = re.compile(
    r"(?:rag|brag|dot|d\.o\.t\.?|direction of travel|trend|status|rating|no\.?|#|ref\.?|reference|"
    r"code|row|item|owner|lead|comments?|commentary|notes?|grade|polarity|good is|better to be|"
    r"rag (?:rating|status)|page|id|priority|ni|indicator (?:number|no\.?|ref)|urn|uprn|ukprn|"
    r"(?:(?:la|lea|dfe|dcsf|ons|gss|area|authority|school|provider|home|unique reference)[ /-]?)+"
    r"(?:code|id|number|no\.?|urn))",
)
_TARGET = re.compile(r"\btargets?\b|\bgoal\b|\bambition\b")
_FORECAST = re.compile(r"\bforecast|\bproject(?:ed|ion)|\bpredicted|\bestimated outturn")
_CHANGE = re.compile(
    r"\bchanges?\b(?! of)|\bdifference\b|\bvariance\b|\+\s?/\s?-|±|\bmovement\b|\bincrease\b|"
    r"\bdecrease\b|\breduction\b"
)
_RATE = re.compile(
    r"(?:\bper |\brate ?/ ?)(?P<base>100,?000|100k|10,?000|10k|1,?000|1k|ten thousand|thousand)\b"
)
_RATES = {"100000": Unit.PER_100000, "10000": Unit.PER_10000, "1000": Unit.PER_1000,
          "100k": Unit.PER_100000, "10k": Unit.PER_10000, "1k": Unit.PER_1000,
          "ten thousand": Unit.PER_10000, "thousand": Unit.PER_1000}  # fmt: skip
# "A1 Days from entering care to moving in": the label opens with its unit, after its code.
_OPENS = r"^(?:[a-z]{1,3}\d{1,3}[a-z]?:? )?(?:average )?"
_UNITS: tuple[tuple[re.Pattern[str], Unit, float], ...] = (
    (re.compile(r"percentage points?|% points?|\bppts?\b|\bpp\b"), Unit.PERCENTAGE_POINTS, 1),
    (re.compile(r"%|\bper ?cent\b|\bpercentages?\b|\bproportion\b"), Unit.PERCENT, 1),
    (re.compile(r"£\s?(?:m\b|million)"), Unit.GBP, 1e6),
    (re.compile(r"£\s?(?:k\b|'?000s?\b|thousand)"), Unit.GBP, 1e3),
    (re.compile(r"\('?000'?s?\)|\b(?:in )?thousands\b"), Unit.COUNT, 1e3),
    (re.compile(r"£|\bcost \(|\(gbp\)"), Unit.GBP, 1),
    (
        re.compile(rf"\(days?\)|\bin days\b|\baverage (?:number of )?days\b|^days$|{_OPENS}days\b"),
        Unit.DAYS,
        1,
    ),
    (
        re.compile(
            rf"\(weeks?\)|\bin weeks\b|\baverage (?:number of )?weeks\b|^weeks$|{_OPENS}weeks\b"
        ),
        Unit.WEEKS,
        1,
    ),
    (re.compile(r"\(months?\)|\bin months\b|^months$"), Unit.MONTHS, 1),
    (re.compile(r"\branks?\b|\branking\b"), Unit.RANK, 1),
    (re.compile(r"\bscores?\b"), Unit.SCORE, 1),
    (
        re.compile(r"\bnumbers?\b|\bno\. of\b|\bcount\b|\(no\.?\)|\(n\)|^(?:n|num\.?|volume)$"),
        Unit.COUNT,
        1,
    ),
)
# A caption over columns of both says the unit of neither.
_NUMBER_AND_SHARE = re.compile(
    r"\bnumbers?(?: and| &|,? ?/) ?(?:percentages?|proportions?|rates?|%)"
    r"|\b(?:percentages?|proportions?|rates?)(?: and| &|,? ?/) ?numbers?\b"
)
# Words that make a date that of a law or of a publication: "as published in 2023".
_OTHER_DATE = re.compile(
    r"\b(?:Act|CA|Regulations|Order)\s*\(?$"
    r"|\b(?i:published|issued|released|revised|printed|updated|refreshed)(?: (?:in|on|at))?\s*$"
)
_EVERYONE = "all_children"
_TOTAL = re.compile(
    r"(?:grand |overall |sub-? ?)?totals?(?: (?:number|count|children|cases))?(?: ?\(?[%n£]\)?)?|"
    r"all(?: ages| children)?|overall"
)
# What is left of a header that prints a period and how final its figures are: "2021 (p)".
_REMARK = re.compile(r"[\[(]?(?:p|r|e|prov(?:isional)?|rev(?:ised)?|est(?:imated)?)[\])]?")
_EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]")
_BASELINE = re.compile(r"\b(?:since|from|on|compared (?:with|to)|against)\b")
# How the columns of comparators are headed where there is little room; none stands for an
# area in a sentence.
_SHORT_AREAS = {
    "sn": "statistical_neighbours",
    "sns": "statistical_neighbours",
    "s/n": "statistical_neighbours",
    "stat": "statistical_neighbours",
    "stat neigh": "statistical_neighbours",
    "stat nbrs": "statistical_neighbours",
    "stat nbr": "statistical_neighbours",
    "neighbours": "statistical_neighbours",
    "eng": "England",
    "nat": "England",
    "natl": "England",
    "national": "England",
    "reg": "region",
    "region": "region",
    "regional": "region",
}
# "Nat CLA", "England All": the people whose figure of the area is meant.
_PEOPLE_AFTER = re.compile(
    r"(?P<area>\S+(?: \S+)?) (?:cla|lac|cic|cyp|all|all children|all pupils|children|pupils)\.?"
)
# "England, all pupils", "National - looked after", "Stockton looked after".
_PEOPLE_NAMED = re.compile(
    r"(?P<area>[^\s,]+(?: [^\s,]+)?),?(?: -)? (?P<people>(?:all )?(?:pupils|children"
    r"|looked after(?: children)?|children looked after|in care|care leavers|children in care"
    r"|pupils in care))\.?"
)
_REGIONS = frozenset({"region", "inner_london", "outer_london"})
_TRIM = " \t\n-:;,./&|()"
_AREA_TAIL = re.compile(r"\s*(?:average|avg\.?|mean|figure|comparator|group)$")


def header_facts(text: str, reference: PeriodReference) -> HeaderFacts:
    """Read one header, stub or caption text."""
    return _read(text, reference, active_vocabulary().areas)


@lru_cache(maxsize=8192)
def _read(text: str, reference: PeriodReference, areas: Areas) -> HeaderFacts:
    cleaned = spell_out(normalise(text).text, reference)
    lowered = cleaned.lower()
    mentions = [
        mention
        for mention in find_periods(cleaned, reference)
        if not _OTHER_DATE.search(cleaned[: mention.start_char])
    ]
    periods = [mention.period for mention in mentions if mention.period is not None]
    rest = cleaned
    for mention in reversed(mentions):
        rest = rest[: mention.start_char] + " " + rest[mention.end_char :]
    unit, scale = _unit(lowered)
    role = _role(lowered)
    words = _words(rest, with_period=bool(periods))
    bare = words.lower()
    since = role is Role.CHANGE and bool(_BASELINE.search(lowered))
    area = area_named(_without_role(bare), areas)
    people = _PEOPLE_NAMED.fullmatch(bare) if area else None
    if people and area == _EVERYONE:  # "All children in care" are compared with nobody
        area = people = None
    return HeaderFacts(
        words=people["people"] if people else words,
        of_people=people is not None,
        text=cleaned,
        period=periods[0] if len({each.key for each in periods}) == 1 and not since else None,
        baseline=periods[0] if periods and since else None,
        area=area,
        unit=unit,
        scale=scale,
        role=role,
        is_total=bool(_TOTAL.fullmatch(bare)),
        is_figure=not _NO_FIGURE.fullmatch(bare.strip(_TRIM)) if bare else True,
    )


def area_named(words: str, areas: Areas) -> str | None:
    """Canonical area where the whole text names one ("Stat Neighbou r", "England average")."""
    people = _PEOPLE_AFTER.fullmatch(words) or _PEOPLE_NAMED.fullmatch(words)
    of_people = (people["area"],) if people else ()
    for name in (words, _AREA_TAIL.sub("", words), *of_people):
        short = _SHORT_AREAS.get(name.replace(".", "").strip())
        if short is not None:
            return short
        found = areas.find(name)
        if found is not None:
            is_region = found.kind == "region" or found.name in _REGIONS
            return "region" if is_region else found.name
        squashed = _squash(name)
        named = _squashed_areas(areas)
        if squashed in named:
            return named[squashed]
    return None


@lru_cache(maxsize=8)
def _squashed_areas(areas: Areas) -> dict[str, str]:
    return {
        _squash(alias): area.name
        for alias, area in areas.by_alias.items()
        if area.kind != "authority" and len(_squash(alias)) > 3
    }


def _squash(name: str) -> str:
    """Letters alone, without a last "s": text extraction breaks the words of narrow headers."""
    return re.sub(r"[^a-z]", "", name.lower()).removesuffix("s")


def _unit(lowered: str) -> tuple[Unit | None, float]:
    if _NUMBER_AND_SHARE.search(lowered):
        return None, 1.0
    rate = _RATE.search(lowered)
    if rate:
        return _RATES[rate["base"].replace(",", "")], 1.0
    return next(
        ((unit, scale) for pattern, unit, scale in _UNITS if pattern.search(lowered)), (None, 1.0)
    )


def _role(lowered: str) -> Role | None:
    if _TARGET.search(lowered):
        return Role.TARGET
    if _FORECAST.search(lowered):
        return Role.FORECAST
    return Role.CHANGE if _CHANGE.search(lowered) else None


def _without_role(words: str) -> str:
    return _TARGET.sub("", words).strip(_TRIM)


def _words(text: str, *, with_period: bool) -> str:
    """``text`` in single spaces, without marks of footnotes and of provisional figures."""
    bare = _EMPTY_BRACKETS.sub(" ", text)
    words = re.sub(r"\s+", " ", bare).strip(" \t\n-:;,.|*†‡")
    return "" if with_period and _REMARK.fullmatch(words.lower()) else words
