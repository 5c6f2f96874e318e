"""The authority whose report a document is, where no title names it."""

from collections import Counter

from reportparse.document import Document
from reportparse.vocabulary import active_vocabulary

# An authority is the report's own where it is named this much more often than any other.
_DOMINANCE = 2


def find_organisation(document: Document, head: str) -> str | None:
    """The authority whose report it is: the one named most, if it clearly is.

    The ``head`` of a paper counts as well as its text, but names no authority for sure:
    inspectors, neighbours and partner councils stand there too.
    """
    counts: Counter[str] = Counter()
    for area, mentions in active_vocabulary().areas.mentions(f"{head}\n{document.text}").items():
        counts[area] += mentions
    ranked = counts.most_common(2)
    if not ranked:
        return None
    if len(ranked) == 1 or ranked[0][1] >= _DOMINANCE * ranked[1][1]:
        return ranked[0][0]
    in_head = active_vocabulary().areas.mentions(head)
    return max(in_head, key=lambda name: (in_head[name], counts[name])) if in_head else None
