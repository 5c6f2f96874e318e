"""Ties between figures and the periods, areas, roles and words around them."""

from reportparse.extractors.relations.component import read_sentence
from reportparse.extractors.segments.model import Figure, Sentence, Surroundings
from reportparse.extractors.relations.sentences import find_sentences

__all__ = ["Figure", "Sentence", "Surroundings", "find_sentences", "read_sentence"]
