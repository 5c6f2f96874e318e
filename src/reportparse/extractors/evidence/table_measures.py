"""The measures that the words around a cell offer: its row and column, caption and introduction."""

import re
from dataclasses import dataclass, replace

from reportparse.extractors.evidence.measures import RATE_WORDS, is_empty
from reportparse.extractors.measures.linking import Candidate, find_candidates
from reportparse.extractors.measures.wording import Cue, Wording
from reportparse.records import Role, Unit

# Codes of national and local sets, and numbers of tables, which name no measure.
_CODE = re.compile(
    r"\b(?:NI|BV|BVPI|PAF|LI|LPI|KPI|PI|CS|CP|LAC|CF|SP|EH|Ref)[ -]?\d+[a-z]?\b:?"
    r"|^\s*(?:table|fig(?:ure)?|chart|graph)\.?\s*[\w.]{1,4}\s*[:.–-]\s*|^\s*[A-Z]?\d+(?:\.\d+)*[.:)]?\s+",
    re.IGNORECASE,
)
# What a measure loses that only words above the table name.
_ABOVE = {Cue.GROUP: 0.2, Cue.CAPTION: 0.4, Cue.INTRODUCTION: 1.0, Cue.HEADING: 1.0}


@dataclass(frozen=True, slots=True)
class CellWording:
    """The words around a cell, those of its row and column apart from those above the table."""

    own: str
    group: str
    caption: str
    introduction: str
    title: str
    subject: str | None


def cell_candidates(words: CellWording, unit: Unit, role: Role) -> list[Candidate]:
    """Measures by the cell's own words, or else by the nearest words above that name any."""
    own = _CODE.sub(" ", words.own)
    cues = (
        (Cue.GROUP, _CODE.sub(" ", words.group)),
        (Cue.CAPTION, _CODE.sub(" ", words.caption)),
        (Cue.INTRODUCTION, words.introduction),
        (Cue.TITLE, words.title),
    )
    if not is_empty(own):
        named = _find(own, cues, words.subject, unit, role)
        if named:
            return named
    found: list[Candidate] = []
    for cue, text in cues[:-1]:
        if not text or is_empty(text):
            continue
        above = f"{own}. {text}" if not is_empty(own) else text
        further = tuple(each for each in cues if each[1] != text)
        named = [
            replace(each, score=each.score - _ABOVE[cue], furthest=cue, rule_id="above")
            for each in _find(above, further, words.subject, unit, role)
        ]
        found += named
        if named and named[0].score > 0:
            break
    return sorted(found, key=lambda each: -each.score)


def _find(
    own: str, cues: tuple[tuple[Cue, str], ...], subject: str | None, unit: Unit, role: Role
) -> list[Candidate]:
    words = f"{own} {RATE_WORDS[unit]}" if unit in RATE_WORDS else own
    return find_candidates(Wording(words, cues, None, subject), unit, role=role)
