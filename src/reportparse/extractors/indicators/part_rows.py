"""Rows of a table that split the row over them: "of whom: care order", "accommodated", "other".

Such a row names no measure, only a part of the group counted above it.
"""

from dataclasses import dataclass, field, replace

from reportparse.document.normalise import normalise
from reportparse.extractors.indicators.naming import NamedFigure
from reportparse.extractors.measures.breakdowns import breakdown_of
from reportparse.extractors.tables import CellWords
from reportparse.records import Unit
from reportparse.vocabulary import active_vocabulary

# How groups of people are split in tables of their number.
_SIZES = frozenset({"cla_count", "cla_share_pct", "care_leavers_count"})
_SPLIT = frozenset({"age", "gender", "ethnicity", "legal_status", "placement"})
_REST = frozenset({"other", "others", "all other", "any other", "rest", "remainder"})


@dataclass(slots=True)
class PartRows:
    """The measures of the rows read so far, by unit, and what their parts were parts by."""

    above: dict[Unit, str] = field(default_factory=dict)
    split_by: str | None = None

    def settle(self, words: CellWords, named: NamedFigure) -> NamedFigure:
        """The figure with the measure of the row over it, where it is a part of that."""
        if named.indicator is not None:
            return self._whole(words, named)
        whole = self.above.get(named.unit)
        if whole is None or not words.stubs:
            return named
        part = self._part(words, whole)
        if not part:
            return named
        return replace(named, indicator=whole, breakdown=named.breakdown | part)

    def _whole(self, words: CellWords, named: NamedFigure) -> NamedFigure:
        """A row with its own measure, which those below may be parts of."""
        self.above[named.unit] = named.indicator or ""
        if self.split_by and _is_rest(words) and self.split_by not in named.breakdown:
            return replace(named, breakdown=named.breakdown | {self.split_by: "other"})
        self.split_by = next((name for name in named.breakdown if name in _SPLIT), None)
        return named

    def _part(self, words: CellWords, whole: str) -> dict[str, str]:
        measure = active_vocabulary().indicators.by_id[whole]
        text = normalise(" ".join(words.stubs)).text
        part = breakdown_of(text, indicator=whole, table=True)
        own = dict(measure.implies)
        splits = _SPLIT | set(measure.dimensions) if whole in _SIZES else set(measure.dimensions)
        part = {name: value for name, value in part.items() if name in splits and name not in own}
        if part:
            self.split_by = next(iter(part))
            return part
        return {self.split_by: "other"} if self.split_by and _is_rest(words) else {}


def _is_rest(words: CellWords) -> bool:
    return bool(words.stubs) and normalise(words.stubs[-1]).text.strip(" .:").lower() in _REST
