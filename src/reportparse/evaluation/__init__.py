"""How right records are, measured against what a reader found by hand."""

from reportparse.evaluation.agreement import COMPARABLE, TYPED, Field
from reportparse.evaluation.gold import Gold, GoldFigure, GoldFigures, GoldJudgement
from reportparse.evaluation.gold_files import read_gold
from reportparse.evaluation.pairing import Pair, Pairing, pair_figures, pairs

__all__ = [
    "COMPARABLE",
    "TYPED",
    "Field",
    "Gold",
    "GoldFigure",
    "GoldFigures",
    "GoldJudgement",
    "Pair",
    "Pairing",
    "pair_figures",
    "pairs",
    "read_gold",
]
