"""The authority whose report a document is, where no title names it.

Every place that names an authority speaks for it, a place that names its council or its web
site more loudly; "Essex Police" and "the University of Leeds" speak for nobody, and neither does
"Reading" beside writing and mathematics.
"""

import re
from collections import Counter
from collections.abc import Iterator

from reportparse.document import Document
from reportparse.layout.wording import unshout
from reportparse.vocabulary import NAMES_THAT_ARE_WORDS, Areas, active_vocabulary

# An authority is the report's own where it is named this much more often than any other.
_DOMINANCE = 2
_COUNCIL_WEIGHT = 5
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
_AROUND = 40


def find_organisation(document: Document, head: str) -> str | None:
    """The authority whose report it is: the one that most speaks for, if it clearly is.

    The ``head`` of a paper counts as well as its text, but names no authority for sure:
    inspectors, neighbours and partner councils stand there too.
    """
    areas = active_vocabulary().areas
    in_head = _evidence(areas, unshout(head))
    counts = in_head + _evidence(areas, document.text)
    ranked = counts.most_common(2)
    if not ranked:
        return None
    if len(ranked) == 1 or ranked[0][1] >= _DOMINANCE * ranked[1][1]:
        return ranked[0][0]
    return max(in_head, key=lambda name: (in_head[name], counts[name])) if in_head else None


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
        if _COUNCIL_NAME.search(text, start, end) or _COUNCIL_AFTER.match(after):
            yield area.name, _COUNCIL_WEIGHT
        elif text[start:end].lower() not in NAMES_THAT_ARE_WORDS:
            yield area.name, _OWNER_WEIGHT if _OWNER_AFTER.match(after) else 1


def _web_sites(areas: Areas, text: str) -> Iterator[tuple[str, int]]:
    for match in _WEB_SITE.finditer(text):
        area = areas.find(match["name"].replace("-", " "))
        if area is not None and area.kind == "authority":
            yield area.name, _COUNCIL_WEIGHT
