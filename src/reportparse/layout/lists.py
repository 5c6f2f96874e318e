"""Nesting of list items by their left edge."""

from reportparse.document import BlockKind
from reportparse.layout.blocks import LineBlock

# Left edges closer than this, in points, are the same level.
_SAME_EDGE = 4.0


class ListLevels:
    """Follows a document block by block and says how deep each list item stands.

    A heading, or a paragraph left of the outermost item, ends the list; a page break does not.
    """

    def __init__(self) -> None:
        self._edges: list[float] = []

    def level_of(self, block: LineBlock) -> int:
        """Depth of ``block`` from 1; 0 where it is no list item."""
        if block.kind in (BlockKind.FOOTNOTE, BlockKind.CAPTION):
            return 0
        if block.kind is not BlockKind.LIST_ITEM:
            outermost = self._edges[0] if self._edges else 0.0
            if block.kind is not BlockKind.PARAGRAPH or block.indent <= outermost:
                self._edges.clear()
            return 0
        while self._edges and block.indent < self._edges[-1] - _SAME_EDGE:
            self._edges.pop()
        if not self._edges or block.indent > self._edges[-1] + _SAME_EDGE:
            self._edges.append(block.indent)
        return len(self._edges)
