"""Telling data tables from layout boxes, forms, call-outs and charts."""

from collections.abc import Sequence

from reportparse.layout.tables.cells import Slot

_LONG_CELL_WORDS = 60
_FORM_SHARE = 0.6


def is_data_table(slots: Sequence[Slot]) -> bool:
    """Whether filled cells are a table that carries data rather than a box around text."""
    rows = {row for slot in slots for row in range(slot.area.r0, slot.area.r1 + 1)}
    columns = {column for slot in slots for column in range(slot.area.c0, slot.area.c1 + 1)}
    if len(rows) < 2 or len(columns) < 2 or len(slots) < 4:
        return False
    return not (_is_prose(slots) or _is_form(slots))


def _is_prose(slots: Sequence[Slot]) -> bool:
    """Whether a few long cells hold most of the words, as boxes around paragraphs do."""
    counts = [len(slot.words) for slot in slots]
    long = sum(count for count in counts if count > _LONG_CELL_WORDS)
    return len(slots) <= 6 and long > 0.7 * sum(counts)


def _is_form(slots: Sequence[Slot]) -> bool:
    """Whether most cells hold a label and its entry ("Contact: J Smith") at once."""
    labelled = sum(
        ":" in slot.text.rstrip(" :") and not slot.lines[0].pieces[0].value for slot in slots
    )
    return labelled >= _FORM_SHARE * len(slots)
