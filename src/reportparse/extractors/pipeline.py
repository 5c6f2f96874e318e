"""The spaCy pipeline that reads the figures of one paragraph.

Built on ``spacy.blank("en")``; each pipe fills one key of ``doc.spans`` and can be used alone:

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

from functools import lru_cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from reportparse.extractors.areas import find_areas
from reportparse.extractors.periods import PeriodReference, find_periods
from reportparse.extractors.quantities import find_quantities
from reportparse.extractors.relations import (
    Sentence,
    Surroundings,
    find_sentences,
    read_sentence,
)

for _name in ("sentence", "period", "quantity", "area", "figure"):
    Span.set_extension(_name, default=None, force=True)
Doc.set_extension("surroundings", default=None, force=True)
Doc.set_extension("sentence_texts", default=(), force=True)
Doc.set_extension("readings", default=(), force=True)


@lru_cache(maxsize=1)
def build_pipeline() -> Language:
    """The pipeline with all its pipes, built once."""
    nlp = spacy.blank("en")
    for name in PIPES:
        nlp.add_pipe(name)
    return nlp


def read_paragraph(text: str, surroundings: Surroundings) -> tuple[Sentence, ...]:
    """The sentences of a cleaned paragraph with their figures; ``surroundings`` is updated."""
    nlp = build_pipeline()
    doc = nlp.make_doc(text)
    doc._.surroundings = surroundings
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    readings: tuple[Sentence, ...] = doc._.readings
    return readings


def _span(
    doc: Doc, sentence: int, bounds: tuple[int, int], name: str = "", value: Any = None
) -> Span:
    """The whole tokens around the bounds, which count from the offset of their sentence."""
    start, end = sentence + bounds[0], sentence + bounds[1]
    span = doc.char_span(start, end, alignment_mode="expand")
    span._.sentence = sentence
    if name:
        setattr(span._, name, value)
    return span


def _sentences(doc: Doc) -> tuple[tuple[str, int], ...]:
    """Text and offset of the sentences that `sentences_pipe` found."""
    sentences: tuple[tuple[str, int], ...] = doc._.sentence_texts
    return sentences


def _values(doc: Doc, key: str, name: str, sentence: int) -> list[Any]:
    """Values of the spans of one key in the sentence that starts at an offset."""
    return [getattr(span._, name) for span in doc.spans[key] if span._.sentence == sentence]


def sentences_pipe(doc: Doc) -> Doc:
    """Cut the paragraph into sentences."""
    text = doc.text
    doc._.sentence_texts = tuple((text[start:end], start) for start, end in find_sentences(text))
    doc.spans["sentences"] = [
        _span(doc, start, (0, len(sentence))) for sentence, start in doc._.sentence_texts
    ]
    return doc


def periods_pipe(doc: Doc) -> Doc:
    """Find the periods of every sentence."""
    around = doc._.surroundings
    reference = around.reference if around else PeriodReference()
    doc.spans["periods"] = [
        _span(doc, offset, (found.start_char, found.end_char), "period", found)
        for text, offset in _sentences(doc)
        for found in find_periods(text, reference)
    ]
    return doc


def quantities_pipe(doc: Doc) -> Doc:
    """Find the quantities of every sentence outside its periods."""
    spans = []
    for text, offset in _sentences(doc):
        periods = _values(doc, "periods", "period", offset)
        outside = [(period.start_char, period.end_char) for period in periods]
        for found in find_quantities(text, outside=outside):
            bounds = (found.start_char, found.end_char)
            spans.append(_span(doc, offset, bounds, "quantity", found))
    doc.spans["quantities"] = spans
    return doc


def areas_pipe(doc: Doc) -> Doc:
    """Find the areas of the sentences that hold a quantity."""
    doc.spans["areas"] = [
        _span(doc, offset, (found.start_char, found.end_char), "area", found)
        for text, offset in _sentences(doc)
        if _values(doc, "quantities", "quantity", offset)
        for found in find_areas(text)
    ]
    return doc


def relations_pipe(doc: Doc) -> Doc:
    """Tie figures to periods, areas, roles and words; needs ``doc._.surroundings``."""
    around = doc._.surroundings or Surroundings(PeriodReference())
    doc._.readings = tuple(
        read_sentence(
            (text, offset),
            _values(doc, "quantities", "quantity", offset),
            _values(doc, "periods", "period", offset),
            _values(doc, "areas", "area", offset),
            around,
        )
        for text, offset in _sentences(doc)
    )
    doc.spans["figures"] = [
        _span(doc, reading.offset, (figure.start, figure.end), "figure", figure)
        for reading in doc._.readings
        for figure in reading.figures
    ]
    return doc


PIPES = {
    "reportparse_sentences": sentences_pipe,
    "reportparse_periods": periods_pipe,
    "reportparse_quantities": quantities_pipe,
    "reportparse_areas": areas_pipe,
    "reportparse_relations": relations_pipe,
}
for _name, _pipe in PIPES.items():
    Language.component(_name, func=_pipe)
