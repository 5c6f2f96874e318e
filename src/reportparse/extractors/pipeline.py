"""The spaCy pipeline that reads the figures of one paragraph.

Built on ``spacy.blank("en")``. The pipes keep what they find sentence by sentence in
``doc._.parts``, where the next pipe takes it up; the last one, `spans_pipe`, shows it all as spans:

========== ============================ ==================================================
pipe       ``doc.spans``                value of a span
========== ============================ ==================================================
sentences  ``doc.spans["sentences"]``   none
periods    ``doc.spans["periods"]``     ``span._.period``: `PeriodMention`
quantities ``doc.spans["quantities"]``  ``span._.quantity``: `Quantity`
areas      ``doc.spans["areas"]``       ``span._.area``: `AreaMention`
relations  ``doc.spans["figures"]``     ``span._.figure``: `Figure`
========== ============================ ==================================================

Offsets in the values count from the start of their sentence. ``doc._.surroundings`` holds what
the paragraph inherits; `read_paragraph` sets it and brings it up to date.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from reportparse.extractors.areas import AreaMention, find_areas
from reportparse.extractors.periods import PeriodMention, PeriodReference, find_periods
from reportparse.extractors.quantities import Quantity, find_quantities
from reportparse.extractors.relations.component import read_sentence
from reportparse.extractors.relations.sentences import find_sentences
from reportparse.extractors.segments.model import Sentence, Surroundings

# A paragraph longer than this is read in pieces of whole sentences, so that memory stays flat.
_LONGEST = 20_000


@dataclass(slots=True)
class SentenceParts:
    """What the pipes found in one sentence, which starts at ``offset`` of the paragraph."""

    text: str
    offset: int
    periods: list[PeriodMention] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    areas: list[AreaMention] = field(default_factory=list)
    reading: Sentence | None = None


for _name in ("period", "quantity", "area", "figure"):
    Span.set_extension(_name, default=None, force=True)
Doc.set_extension("surroundings", default=None, force=True)
Doc.set_extension("parts", default=(), force=True)


@lru_cache(maxsize=1)
def build_pipeline() -> Language:
    """The pipeline with all its pipes, built once."""
    nlp = spacy.blank("en")
    for name in (*PIPES, SPANS):
        nlp.add_pipe(name)
    return nlp


def read_paragraph(text: str, surroundings: Surroundings) -> Iterator[Sentence]:
    """The sentences of a cleaned paragraph with their figures; ``surroundings`` is updated."""
    nlp = build_pipeline()
    pipes = [pipe for name, pipe in nlp.pipeline if name != SPANS]
    for start, end in _pieces(text):
        doc = nlp.tokenizer(text[start:end])
        doc._.surroundings = surroundings
        for pipe in pipes:
            doc = pipe(doc)
        for part in doc._.parts:
            part.reading.offset += start
            yield part.reading


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Spans of whole sentences that can be read apart; nearly always the whole text is one."""
    if len(text) <= _LONGEST:
        yield 0, len(text)
        return
    first = last = 0
    for start, end in find_sentences(text):
        if end - first > _LONGEST and last > first:
            yield first, last
            first = start
        last = end
    if last > first:
        yield first, last


def sentences_pipe(doc: Doc) -> Doc:
    """Cut the paragraph into sentences."""
    text = doc.text
    doc._.parts = [SentenceParts(text[start:end], start) for start, end in find_sentences(text)]
    return doc


def periods_pipe(doc: Doc) -> Doc:
    """Find the periods of every sentence."""
    around = doc._.surroundings
    reference = around.reference if around else PeriodReference()
    for part in doc._.parts:
        part.periods = find_periods(part.text, reference)
    return doc


def quantities_pipe(doc: Doc) -> Doc:
    """Find the quantities of every sentence outside its periods."""
    for part in doc._.parts:
        outside = [(period.start_char, period.end_char) for period in part.periods]
        part.quantities = find_quantities(part.text, outside=outside)
    return doc


def areas_pipe(doc: Doc) -> Doc:
    """Find the areas of the sentences that hold a quantity."""
    for part in doc._.parts:
        if part.quantities:
            part.areas = find_areas(part.text)
    return doc


def relations_pipe(doc: Doc) -> Doc:
    """Tie figures to periods, areas, roles and words; needs ``doc._.surroundings``."""
    around = doc._.surroundings or Surroundings(PeriodReference())
    for part in doc._.parts:
        part.reading = read_sentence(
            (part.text, part.offset), part.quantities, part.periods, part.areas, around
        )
    return doc


def spans_pipe(doc: Doc) -> Doc:
    """Show what the other pipes found as spans of whole tokens, each with its value."""
    spans: dict[str, list[Span]] = {
        key: [] for key in ("sentences", "periods", "quantities", "areas", "figures")
    }
    for part in doc._.parts:
        spans["sentences"].append(_span(doc, part.offset, part.offset + len(part.text)))
        for key, name, found in (
            ("periods", "period", part.periods),
            ("quantities", "quantity", part.quantities),
            ("areas", "area", part.areas),
        ):
            for value in found:
                start, end = part.offset + value.start_char, part.offset + value.end_char
                spans[key].append(_span(doc, start, end, name, value))
        for figure in part.reading.figures if part.reading else ():
            start, end = part.offset + figure.start, part.offset + figure.end
            spans["figures"].append(_span(doc, start, end, "figure", figure))
    for key, found in spans.items():
        doc.spans[key] = found
    return doc


def _span(doc: Doc, start: int, end: int, name: str = "", value: Any = None) -> Span:
    span = doc.char_span(start, end, alignment_mode="expand")
    if name:
        setattr(span._, name, value)
    return span


PIPES: dict[str, Callable[[Doc], Doc]] = {
    "reportparse_sentences": sentences_pipe,
    "reportparse_periods": periods_pipe,
    "reportparse_quantities": quantities_pipe,
    "reportparse_areas": areas_pipe,
    "reportparse_relations": relations_pipe,
}
SPANS = "reportparse_spans"
for _name, _pipe in (*PIPES.items(), (SPANS, spans_pipe)):
    Language.component(_name, func=_pipe)
