"""How right records are, measured against what a reader found by hand."""

from typing import TYPE_CHECKING

from reportparse.lazy import lazy_names

if TYPE_CHECKING:
    from reportparse.evaluation.agreement import COMPARABLE, TYPED, Field
    from reportparse.evaluation.evaluating import Evaluation, evaluate
    from reportparse.evaluation.gold import Gold, GoldFigure, GoldFigures, GoldJudgement
    from reportparse.evaluation.gold_files import read_gold
    from reportparse.evaluation.outcomes import FigureOutcome, JudgementOutcome, MetadataOutcome
    from reportparse.evaluation.pairing import Pair, Pairing, pair_figures, pairs
    from reportparse.evaluation.scores import Band, FieldScore, Ratio, RuleScore, Score
    from reportparse.evaluation.tables import outcome_row, wrong_fields

# Loaded at first use, so that the command line answers ``--help`` at once.
_LAZY = {
    "COMPARABLE": "agreement",
    "TYPED": "agreement",
    "Band": "scores",
    "Evaluation": "evaluating",
    "Field": "agreement",
    "FieldScore": "scores",
    "FigureOutcome": "outcomes",
    "Gold": "gold",
    "GoldFigure": "gold",
    "GoldFigures": "gold",
    "GoldJudgement": "gold",
    "JudgementOutcome": "outcomes",
    "MetadataOutcome": "outcomes",
    "Pair": "pairing",
    "Pairing": "pairing",
    "Ratio": "scores",
    "RuleScore": "scores",
    "Score": "scores",
    "evaluate": "evaluating",
    "outcome_row": "tables",
    "pair_figures": "pairing",
    "pairs": "pairing",
    "read_gold": "gold_files",
    "wrong_fields": "tables",
}

__all__ = [
    "COMPARABLE",
    "TYPED",
    "Band",
    "Evaluation",
    "Field",
    "FieldScore",
    "FigureOutcome",
    "Gold",
    "GoldFigure",
    "GoldFigures",
    "GoldJudgement",
    "JudgementOutcome",
    "MetadataOutcome",
    "Pair",
    "Pairing",
    "Ratio",
    "RuleScore",
    "Score",
    "evaluate",
    "outcome_row",
    "pair_figures",
    "pairs",
    "read_gold",
    "wrong_fields",
]

__getattr__ = lazy_names(__name__, _LAZY)
