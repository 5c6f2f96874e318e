"""Which measure of the vocabulary the words around a figure name."""

from reportparse.extractors.measures.linking import Candidate, Wording, find_candidates, link

__all__ = ["Candidate", "Wording", "find_candidates", "link"]
