"""How a figure is narrower than the measure it is of: age band, placement, ethnic group, ...

The words come from the figure's label, table headers among them. A dimension is looked for only
where the vocabulary says that it narrows the measure, so that "aged under 16" in a definition or
"good" in "good or outstanding schools" is no breakdown.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reportparse.document.normalise import normalise
from reportparse.extractors.measures.terms import fold_terms, measured
from reportparse.extractors.quantities.patterns import WORD_VALUES
from reportparse.vocabulary import Dimension, Indicator, active_vocabulary, load_dimensions

_WHOLE_POPULATION = frozenset({"0-17", "all"})
# Words that name a value only beside a word for the dimension, or alone between separators.
_COMMON_WORDS = frozenset(
    {"other", "mixed", "white", "black", "asian", "african", "chinese", "indian", "unknown"}
    | {"refused", "not known", "traveller", "hospital", "custody", "adopted", "adoption"}
    | {"physical", "emotional", "sexual", "special"}
)
_SHARED_WORDS = frozenset({"other", "unknown", "refused", "not known"})
_DIMENSION_CUES = {
    "placement": re.compile(r"\bplace|\blive"),
    "cp_category": re.compile(r"\babuse|\bneglect|\bcategor"),
    "school_phase": re.compile(r"\bschool|\bphase|\bprimary\b"),
    "ethnicity": re.compile(r"\bethnic|\bheritage|\bbackground|\brace\b"),
    "location": re.compile(r"\bplac|\bliv|\breside|\bhomes?\b|\bhous|\baccommodat|\bfoster"),
}
# Dimensions whose names mean something else without their cue: "children in the borough".
_ONLY_CUED = frozenset({"location"})
_AGE_IN_SENTENCE = frozenset({"care_leavers", "neet_eet"})
_LEVELS = frozenset({"level", "expectedstandard"})
_FIXED = frozenset({"key_stage"})
_EXCLUDED = re.compile(r"\(?\b(?:excluding|not including|not subject to)\b[^)]*\)?")
# Words that name a value in two dimensions: the first is kept.
_SAME_WORDS = (
    (("placement", "residential_school"), ("school_phase", "special")),
    (("legal_status", "remand"), ("placement", "yoi_custody")),
)
_PART = re.compile(r"\s*(?:[,:;|()\n\t]|\s[-/]\s)\s*")
_BAND = re.compile(
    r"(?<![\d.£/])(?P<low>\d{1,2})\s?(?:-|to|and|or)\s?(?P<high>\d{1,2})(?![\d%/]|\.\d)"
    r"(?P<after>[- ]?years?|[- ]?yrs?)?"
)
_SINGLE = re.compile(
    r"(?:\b(?:aged|turned)|(?<=\| )age)\s+(?P<aged>\d{1,2})\b(?!\s?(?:-|to|and|or)\s?\d)"
    r"|\b(?P<old>\d{1,2})[- ](?:years?|yrs?)[- ]olds?\b|\bat (?P<at>1[6-9]|2[0-5])\b(?! \w)"
)
_OPEN = re.compile(
    r"\bunder[- ](?:the age of )?(?P<under>\d{1,2}|one|five)(?:'?s)?\b(?! (?:days|months|per))"
    r"|\b(?P<over>\d{1,2})\s?(?:\+|years? and over|and over|and above|plus)(?!\s?(?:miles|a\*|"
    r"placement|pep))"
)
_AGE_CUE = re.compile(r"\bag(?:ed?|es)\b|years?\b|\bolds?\b|\bpopulation\b|\bbands?\b")
_NUMBER = "|".join(WORD_VALUES)
_WORD_BAND = re.compile(rf"\b({_NUMBER}) (?:(to) ({_NUMBER})|(and over|and above))\b")
_UNDER_WORDS = {"one": "1", "five": "5"}
_THRESHOLD = re.compile(r"\b(10|15|20|50)(?:%| per cent) (?:absence )?threshold|threshold of "
                        r"(10|15|20|50)(?:%| per cent)")  # fmt: skip
_KEY_STAGE = re.compile(r"\b(?:ks ?|key stages? )([1-5])\b(?: ?(?:and|to|-) ?(?:ks ?)?([1-5])\b)?")
_SUBJECTS = {"rwm": "rwm", "engmaths": "english_maths", "english": "english", "math": "maths",
             "read": "reading", "writ": "writing", "science": "science"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Wording:
    """Lower-case words of a figure, the measure it is of, and whether they are table headers."""

    text: str
    measure: Indicator | None
    table: bool


def breakdown_of(
    label: str, context: str = "", *, indicator: str | None = None, table: bool = False
) -> dict[str, str]:
    """Dimension ids with the value that narrows the figure in each.

    Args:
        label: The printed words that name the figure, headers and stubs of its cell included.
        context: Words around them, used only for the age of care leavers and school leavers.
        indicator: Id of the measure, which decides what is a breakdown and what a definition.
        table: Whether the label is made of table headers, where a bare "10-15" is an age band.

    Returns:
        Values are ids of the vocabulary; printed words in lower case where no id fits.
    """
    measure = active_vocabulary().indicators.by_id.get(indicator) if indicator else None
    text = _EXCLUDED.sub("", measured(normalise(label).text.lower()))
    around = f"{text} | {normalise(context).text.lower()}"
    found = _implied(measure, around)
    for dimension in load_dimensions().dimensions:
        if not _applies(dimension, measure):
            continue
        reader = _READERS.get(dimension.id, _by_alias)
        shared = _from_context(dimension, measure)
        value = reader(dimension, _Wording(around if shared else text, measure, table))
        if value is not None:
            found[dimension.id] = value
    found |= _fixed(measure)
    for kept, dropped in _SAME_WORDS:
        if kept[0] in found and found.get(dropped[0]) == dropped[1] and found[kept[0]] == kept[1]:
            del found[dropped[0]]
    return found


def _implied(measure: Indicator | None, around: str) -> dict[str, str]:
    """What the measure says of itself; the group of people only where the text names it."""
    implied = dict(measure.implies) if measure else {}
    if implied.get("population") == "looked_after" and "cla" not in fold_terms(around):
        del implied["population"]
    return implied


def _fixed(measure: Indicator | None) -> dict[str, str]:
    """A measure of one key stage keeps it, whatever stage the caption names beside it."""
    return {name: value for name, value in (measure.implies if measure else ()) if name in _FIXED}


def _from_context(dimension: Dimension, measure: Indicator | None) -> bool:
    """Whether the sentence around the label may name the value for it."""
    return dimension.id == "age" and measure is not None and measure.theme in _AGE_IN_SENTENCE


def _applies(dimension: Dimension, measure: Indicator | None) -> bool:
    if not dimension.breakdown or (measure is not None and measure.of == "households"):
        return False
    if measure is None:
        return dimension.id in {"age", "gender", "ethnicity"}
    if dimension.id == "school_phase" and "key_stage" in dict(measure.implies):
        return False
    return (
        measure.theme in dimension.themes
        or dimension.id in measure.dimensions
        or dimension.id == "population"
    )


def _by_alias(dimension: Dimension, wording: _Wording) -> str | None:
    """The value whose longest name stands in the text."""
    pattern, values = _names(dimension)
    cue = _DIMENSION_CUES.get(dimension.id)
    parts = {part.strip() for part in _PART.split(wording.text)}
    best = ""
    for match in pattern.finditer(wording.text):
        name = match.group()
        cued = cue is not None and cue.search(wording.text) is not None
        alone = name in parts and name not in _SHARED_WORDS
        needs_cue = name in _COMMON_WORDS or dimension.id in _ONLY_CUED
        if (alone or cued or not needs_cue) and len(name) > len(best):
            best = name
    return values[best] if best else None


@lru_cache(maxsize=64)
def _names(dimension: Dimension) -> tuple[re.Pattern[str], dict[str, str]]:
    values = {
        normalise(alias).text.lower(): value.id
        for value in dimension.values
        for alias in value.aliases
    }
    names = sorted(values, key=len, reverse=True)
    alternatives = "|".join(re.escape(name) for name in names) or r"(?!)"
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?!\w)"), values


def _age(dimension: Dimension, wording: _Wording) -> str | None:
    """The age band; the whole child population is none, but where a population is counted."""
    text = _WORD_BAND.sub(_in_digits, wording.text)
    band = _band(text, cued=wording.table) or _open_band(text) or _single_age(text)
    counts_population = wording.measure is not None and wording.measure.id.startswith("pop_")
    return band if band not in _WHOLE_POPULATION or counts_population else None


def _in_digits(match: re.Match[str]) -> str:
    """An age band in digits: "one to four" is "aged 1 to 4"."""
    words = [str(WORD_VALUES.get(word, word)) for word in match.groups() if word]
    return "aged " + " ".join(words)


def _band(text: str, *, cued: bool) -> str | None:
    for match in _BAND.finditer(text):
        if cued and text[match.end() :].startswith("."):
            continue  # headers joined by stops: the band ends a definition in the caption
        low, high = int(match["low"]), int(match["high"])
        around = text[max(0, match.start() - 12) : match.end() + 14]
        named = cued or match["after"] or _AGE_CUE.search(around)
        if low < high <= 25 and named:
            return f"{low}-{high}"
    return None


def _open_band(text: str) -> str | None:
    match = _OPEN.search(text)
    if match is None:
        return None
    if match["over"]:
        return f"{match['over']}_plus"
    under = _UNDER_WORDS.get(match["under"], match["under"])
    known = {"1": "0", "5": "0-4", "16": "under_16", "18": "0-17", "19": "0-19"}
    return known.get(under, f"under {under}")


def _single_age(text: str) -> str | None:
    match = _SINGLE.search(text)
    return (match["aged"] or match["old"] or match["at"]) if match else None


def _placement(dimension: Dimension, wording: _Wording) -> str | None:
    """The kind of placement; the printed words where two kinds are joined."""
    pattern, values = _names(dimension)
    matches = [
        match for match in pattern.finditer(wording.text) if match.group() not in _COMMON_WORDS
    ]
    if not matches:
        return _by_alias(dimension, wording)
    for first, second in pairwise(matches):
        kinds = {_widest(dimension, values[match.group()]) for match in (first, second)}
        between = wording.text[first.end() : second.start()].strip()
        if len(kinds) > 1 and between in {"and", "or", "and/or", "&", "/"}:
            return wording.text[first.start() : second.end()]
    longest = max(matches, key=lambda match: match.end() - match.start())
    return values[longest.group()]


def _widest(dimension: Dimension, value: str) -> str:
    parents = {entry.id: entry.parent for entry in dimension.values}
    return parents.get(value) or value


def _location(dimension: Dimension, wording: _Wording) -> str | None:
    if "outsidearea" in fold_terms(wording.text):
        return "outside_la"
    return _by_alias(dimension, wording)


def _distance(dimension: Dimension, wording: _Wording) -> str | None:
    terms = fold_terms(wording.text)
    if "within20miles" in terms:
        return "le_20_miles"
    return "gt_20_miles" if "20miles" in terms else None


def _population(dimension: Dimension, wording: _Wording) -> str | None:
    """All children, for the measures that are also given for some."""
    measure = wording.measure
    if measure is not None and measure.theme == "education_all":
        return "all_children" if "allpeople" in fold_terms(wording.text) else None
    return None


def _key_stage(dimension: Dimension, wording: _Wording) -> str | None:
    """One key stage, or the printed words where a measure runs between two."""
    match = _KEY_STAGE.search(wording.text)
    if match is None:
        return None
    return match.group() if match[2] else f"ks{match[1]}"


def _subject(dimension: Dimension, wording: _Wording) -> str | None:
    """A single subject, or several together; the full set with its level names the measure."""
    found = [_SUBJECTS[term] for term in fold_terms(wording.text) if term in _SUBJECTS]
    if found and found[0] == "rwm" and _LEVELS & set(fold_terms(wording.text)):
        return None
    return found[0] if found else None


def _absence_threshold(dimension: Dimension, wording: _Wording) -> str | None:
    match = _THRESHOLD.search(wording.text)
    return (match[1] or match[2]) if match else None


def _grade(dimension: Dimension, wording: _Wording) -> str | None:
    judged = _by_alias(dimension, wording)
    return (
        judged if re.search(r"\brated|\bjudged|\bgrade|\bwere\b|\bare\b|'", wording.text) else None
    )


_Reader = Callable[[Dimension, _Wording], str | None]
_READERS: dict[str, _Reader] = {
    "age": _age,
    "placement": _placement,
    "location": _location,
    "distance": _distance,
    "population": _population,
    "key_stage": _key_stage,
    "subject": _subject,
    "absence_threshold": _absence_threshold,
    "grade": _grade,
}
