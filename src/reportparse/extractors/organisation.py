"""The authority whose report a document is, where no title names it.

Every place that names an authority speaks for it, a place that names its council or its web
site more loudly, a line that names nothing else and the opening of the text most; "Essex Police"
and "the University of Leeds" speak for nobody, and neither does "Reading" beside writing and
mathematics, nor a council that is thanked, or cited as the source of a method.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from reportparse.document import Document, normalise
from reportparse.layout.wording import unshout
from reportparse.vocabulary import NAMES_THAT_ARE_WORDS, Area, Areas, active_vocabulary

_LINE_WEIGHT = 15
_COUNCIL_WEIGHT = 5
_FRONT_LINES = 15
_OPENING_CHARACTERS = 400
_OPENING_SHARE = 3
_OWNER_WEIGHT = 2
_COUNCIL_NAME = re.compile(r"\b(?:council|borough of)\b", re.IGNORECASE)
_COUNCIL_AFTER = re.compile(
    r"(?:'s)?\s+(?:(?:city|county|borough|metropolitan|district)\s+){0,3}council\b",
    re.IGNORECASE,
)
_OTHER_BODY_AFTER = re.compile(
    r"\s+(?:and \w+ )?(?:police|constabulary|university|college|hospitals?|nhs|ccg|clinical"
    r"|foundation trust|teaching|fire|probation|prison|magistrates|crown court|road|street)\b",
    re.IGNORECASE,
)
_OTHER_BODY_BEFORE = re.compile(r"\b(?:university|bishop|diocese|port) of\s+$", re.IGNORECASE)
_OWNER_AFTER = re.compile(r"'s?\b")
_WEB_SITE = re.compile(r"(?<=[./@])(?P<name>[a-z-]{3,40})\.gov\.uk\b")
# So many authorities, all named alike, are a list of authorities and none the report's own.
_ALIKE = 3
_AROUND = 40
_SENTENCE_CHARACTERS = 400
_FIRST_SENTENCE = re.compile(r"[^\n]{60,}?[.!?](?=\s)")
_OWNER_LINE = re.compile(
    r"(?:the )?(?P<name>.{0,60}?\b(?:council"
    r"|borough of [A-Z]\w+(?: (?:upon|and|on) \w+)?(?: [A-Z]\w+){0,2}))(?:'s)?(?P<rest>(?:\W.*)?)$",
    re.IGNORECASE,
)
_OWNER_REST = re.compile(
    r"^[\s,:|-]*(?:(?:children|adult|education|legal|performance|public health|news"
    r"|information for|press|communications|families|corporate|directorate|policy)\b.{0,70})?"
    r"[\s\d]*$",
    re.IGNORECASE,
)
_THANKED = re.compile(
    r"\b(?:thank|grateful|gratitude|acknowledg|courtesy|inspired by|based on (?:the )?work"
    r"|adapted from|borrowed from|taken from|with permission)",
    re.IGNORECASE,
)
_CITED = re.compile(r"\s*\(\d{4}[a-z]?\)")
_SENTENCE_BREAK = re.compile(r"[.!?]\s|\n")


def find_organisation(document: Document, head: str) -> str | None:
    """The authority whose report it is: the one that most is said for; of two, the first named.

    The ``head`` of a paper counts twice and its opening more, but no single place there decides:
    inspectors, neighbours and partner councils stand there too.
    """
    areas = active_vocabulary().areas
    counts = _evidence(areas, unshout(head)) + _evidence(areas, document.text)
    for name, weight in _evidence(areas, unshout(_opening(head))).items():
        counts[name] += _OPENING_SHARE * weight
    lines = (line for line in head.split("\n") if line.strip())
    for line in islice(lines, _FRONT_LINES):
        if (owner := owner_of(line)) is not None:
            counts[owner.name] += _LINE_WEIGHT
    ranked = counts.most_common(_ALIKE)
    if len(ranked) == _ALIKE and ranked[0][1] == ranked[-1][1]:
        return None
    return ranked[0][0] if ranked else None


def _opening(head: str) -> str:
    """``head`` up to the end of its first sentence, which says what the report is about."""
    end = _FIRST_SENTENCE.search(head[:_OPENING_CHARACTERS])
    return head[: end.end()] if end else head[:_OPENING_CHARACTERS]


def owner_of(line: str) -> Area | None:
    """The authority that ``line`` names, with no more than its department after it."""
    areas = active_vocabulary().areas
    text = normalise(line).text.strip()
    area = areas.find(text)
    if area is not None:
        return area if area.kind == "authority" else None
    match = _OWNER_LINE.match(text)
    if match is None or not _OWNER_REST.match(match["rest"]):
        return None
    return areas.authority_in(match["name"])


def _evidence(areas: Areas, text: str) -> Counter[str]:
    """How strongly ``text`` speaks for each authority, by canonical name."""
    counts: Counter[str] = Counter()
    folded = text.replace("’", "'")
    for name, weight in (*_named(areas, folded), *_web_sites(areas, folded)):
        if weight:
            counts[name] += weight
    return counts


def _named(areas: Areas, text: str) -> Iterator[tuple[str, int]]:
    for area, start, end in areas.find_mentions(text):
        before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        if _OTHER_BODY_AFTER.match(after) or _OTHER_BODY_BEFORE.search(before):
            continue
        if _is_source(text, start, end):
            continue
        if _COUNCIL_NAME.search(text, start, end) or _COUNCIL_AFTER.match(after):
            yield area.name, _COUNCIL_WEIGHT
        elif text[start:end].lower() not in NAMES_THAT_ARE_WORDS:
            yield area.name, _OWNER_WEIGHT if _OWNER_AFTER.match(after) else 1


def _is_source(text: str, start: int, end: int) -> bool:
    """Whether the authority is thanked in its sentence, or cited with a year."""
    council = _COUNCIL_AFTER.match(text, end)
    if _CITED.match(text, council.end() if council else end):
        return True
    since = max(0, start - _SENTENCE_CHARACTERS)
    first = max((m.end() for m in _SENTENCE_BREAK.finditer(text, since, start)), default=since)
    last = _SENTENCE_BREAK.search(text, end)
    return _THANKED.search(text, first, last.start() if last else len(text)) is not None


def _web_sites(areas: Areas, text: str) -> Iterator[tuple[str, int]]:
    for match in _WEB_SITE.finditer(text):
        area = areas.find(match["name"].replace("-", " "))
        if area is not None and area.kind == "authority":
            yield area.name, _COUNCIL_WEIGHT
