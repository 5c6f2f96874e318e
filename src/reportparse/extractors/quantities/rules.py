"""The patterns of quantities and of what is none as rules, each with the signs that it needs."""

from reportparse.extractors.quantities.non_figures import NON_FIGURES
from reportparse.extractors.quantities.patterns import QUANTITIES
from reportparse.extractors.rules import Rules

_QUANTITY_SIGNS = {
    "pound": ("£",),
    "point": ("point", "pp", "p.p"),
    "percent": ("%", "cent", "pc"),
    "times": ("times",),
    "in": (" in ",),
    "per": ("per", "every"),
    "part": ("third", "quarter", "fifth", "tenth", "half"),
    "scale": ("million", "billion", "thousand"),
    "duration": ("day", "week", "month", "year"),
}
_QUANTITY_NEEDS = {
    "money": "pound",
    "points": "point",
    "percent": "percent",
    "rate": "per",
    "fraction": "part",
    "one_in": "in",
    "ratio": "times",
    "scaled": "scale",
    "duration": "duration",
}
_NON_FIGURE_SIGNS = {
    "per": ("per", "every"),
    "age": ("age",),
    "grade": ("a*", "a-", "a -", "a to", "gcse", "grade"),
    "deprived": (
        *("depriv", "affluent", "disadvantaged", "threshold"),
        *("top", "bottom", "lowest", "highest", "worst", "best"),
    ),
    "repeat": ("or more", "+", "subsequent", "one o"),
    "distance": ("mile", "kilomet", "km"),
    "duration": ("minute", "hour", "day", "week", "month", "year"),
    "zero": ("0",),
    "web": ("http", "www", "@", ".uk"),
    "one": ("one", "1"),
}
_NON_FIGURE_NEEDS = {
    "rate_base": "per",
    "age_group": "age",
    "attainment": "grade",
    "deprivation": "deprived",
    "repeat_threshold": "repeat",
    "distance": "distance",
    "frequency": "duration",
    "threshold": "duration",
    "telephone": "zero",
    "web": "web",
    "one_as_pronoun": "one",
}

QUANTITY_RULES = Rules(QUANTITIES, signs=_QUANTITY_SIGNS, needs=_QUANTITY_NEEDS, folded=True)
NON_FIGURE_RULES = Rules(NON_FIGURES, signs=_NON_FIGURE_SIGNS, needs=_NON_FIGURE_NEEDS, folded=True)
