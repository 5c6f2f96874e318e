"""The only place that decides between what the words around a figure offer."""
