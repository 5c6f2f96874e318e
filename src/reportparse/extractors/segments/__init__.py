"""Runs of text that are read as one, and the words that belong to each of their figures."""
