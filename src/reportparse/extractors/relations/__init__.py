"""Ties between figures and the periods, areas, roles and words around them."""

from reportparse.extractors.relations.component import read_sentence
from reportparse.extractors.relations.sentences import find_sentences
from reportparse.extractors.segments.model import Figure, Sentence, Surroundings

__all__ = ["Figure", "Sentence", "Surroundings", "find_sentences", "read_sentence"]
