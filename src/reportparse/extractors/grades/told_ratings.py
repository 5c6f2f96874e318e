"""Ratings in the words of the yearly assessments of 2009-2011: "performs well"."""

import re
from collections.abc import Iterator

from reportparse.document import Document
from reportparse.extractors.context import ReportContext
from reportparse.extractors.grades import patterns as p
from reportparse.extractors.grades.aspects import LOOKED_AFTER, SAFEGUARDING, find_aspects
from reportparse.extractors.grades.memory import Memory
from reportparse.extractors.grades.sentences import Sentence
from reportparse.extractors.provenance import provenance_of
from reportparse.records import Basis, Judgement

_PARTS = {"safeguarding": SAFEGUARDING, "looked_after": LOOKED_AFTER}
_OF_FOUR = {
    "excellently": "outstanding",
    "well": "good",
    "adequately": "adequate",
    "poorly": "inadequate",
}
_RATING = re.compile(r"\b(?:assessments?|ratings?|inspections?|ofsted)\b", re.I)


def tell_ratings(
    document: Document, context: ReportContext, sentence: Sentence, memory: Memory
) -> Iterator[Judgement]:
    """The ratings that ``sentence`` says were given, of the year or of two services apart."""
    text = sentence.text
    for match in p.PERFORMS.finditer(text):
        rated = p.RATED_SO.search(text[: match.start()])
        if rated is None or not (_RATING.search(text) or memory.by_inspectors):
            continue
        families = tuple(dict.fromkeys(one.family for one in find_aspects(text[match.end() :])))
        how = match["how"].lower()
        apart = bool(families) and _PARTS.keys() >= set(families)
        parts: list[str | None] = [_PARTS[family] for family in families] if apart else [None]
        for part in parts:
            yield Judgement(
                provider=context.organisation,
                framework=None if apart else "csa_2009",
                aspect="overall_effectiveness" if apart else "annual_rating",
                aspect_text=text[rated.start() : match.start()].strip(" '\"") or None,
                part=part,
                grade=_OF_FOUR[how] if apart else f"performs_{how}",
                grade_text=match["grade"],
                basis=Basis.REPORTED,
                rule_id="told_rating",
                provenance=provenance_of(document, *sentence.span(rated.start(), match.end())),
            )
