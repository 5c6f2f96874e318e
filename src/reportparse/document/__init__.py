"""The document as read: pages, blocks, sections, tables and exact offsets; no input or output."""

from reportparse.document.model import (
    BBox,
    Block,
    BlockKind,
    Cell,
    CellRole,
    Chart,
    ChartPoint,
    Document,
    Furniture,
    FurnitureKind,
    Page,
    Problem,
    Properties,
    Ruling,
    Section,
    Table,
    Word,
)
from reportparse.document.normalise import NormalisedText, normalise
from reportparse.document.slicing import page_range

__all__ = [
    "BBox",
    "Block",
    "BlockKind",
    "Cell",
    "CellRole",
    "Chart",
    "ChartPoint",
    "Document",
    "Furniture",
    "FurnitureKind",
    "NormalisedText",
    "Page",
    "Problem",
    "Properties",
    "Ruling",
    "Section",
    "Table",
    "Word",
    "normalise",
    "page_range",
]
