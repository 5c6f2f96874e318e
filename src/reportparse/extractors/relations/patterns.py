"""The rules that tie figures to what stands around them, as data.

Patterns run over the mask of a sentence, in which F stands for a figure, P for a period and A for
an area. In the sources below those letters are written in capitals between angle brackets.
"""

import re

from reportparse.extractors.segments.model import AREA, FIGURE, PERIOD
from reportparse.records import Direction, Unit

_SIGNS = {
    "<F>": f"{FIGURE}+",
    "<P>": f"{PERIOD}+",
    "<A>": f"{AREA}+",
    "<f>": FIGURE,
    "<a>": AREA,
}


def rule(pattern: str) -> re.Pattern[str]:
    """Compile a pattern over a mask; <f> is the bare sign, for use inside a character class."""
    for sign, expression in _SIGNS.items():
        pattern = pattern.replace(sign, expression)
    return re.compile(pattern, re.IGNORECASE)


_UP = (
    r"(?:increas\w*|rise[sn]?|rising|rose|grow\w*|grew|gain\w*|improve\w*|climb\w*|raise\w*"
    r"|gone up|went up)"
)
_NO_ARTICLE = r"(?: (?!an?\b|the\b|this\b)\w+)?"
_DOWN = (
    r"(?:reduc\w*|decreas\w*|fall\w*|fell|drop\w*|declin\w*|narrow\w*|cut\w*|shr[iau]nk\w*"
    r"|gone down|went down|come down|came down)"
)
_LINK = r"(?:\s+(?:\w+ly|a|an|the|further|another|of|by|around|about|just)){0,3}"

# Tested on what stands before a figure (ends at it).
CHANGE_BEFORE: dict[str, tuple[Direction, re.Pattern[str]]] = {
    "up_figure": (
        Direction.UP,
        rule(r"(?<!made )(?<!make )(?<!makes )(?<!set )(?<!took )\bup(?: by)?\s*\(?$"),
    ),
    "down_figure": (Direction.DOWN, rule(r"\bdown(?: by)?\s*\(?$")),
    "rise_of": (
        Direction.UP,
        rule(
            r"\b(?:increases?|rises?|gains?|growth|improvements?)(?: \w+){0,4}? of"
            r"(?: a further)?\s*$"
        ),
    ),
    "fall_of": (
        Direction.DOWN,
        rule(
            r"\b(?:reductions?|decreases?|falls?|drops?|declines?|narrowing)(?: \w+){0,4}? of\s*$"
        ),
    ),
    "rose_figure": (
        Direction.UP,
        rule(
            r"\b(?:rose|risen|rising|grew|grown|growing|increas(?:ed|ing|es))(?: by)?"
            r"(?: a further| another)?\s*$"
        ),
    ),
    "fell_figure": (
        Direction.DOWN,
        rule(
            r"\b(?:fell|fallen|falling|dropped|dropping|declin(?:ed|ing|es)|decreas(?:ed|ing|es)|"
            r"reduc(?:ed|ing|es))(?: by)?(?: a further| another)?\s*$"
        ),
    ),
    "rose_by": (Direction.UP, rule(rf"\b{_UP}[^<f>;:.]{{0,70}}\bby{_LINK}\s*$")),
    "fell_by": (Direction.DOWN, rule(rf"\b{_DOWN}[^<f>;:.]{{0,70}}\bby{_LINK}\s*$")),
}
# Tested on what stands after a figure (starts at its end).
CHANGE_AFTER: dict[str, tuple[Direction, re.Pattern[str]]] = {
    "figure_rise": (
        Direction.UP,
        rule(
            rf"^(?:\s*\(<F>\))?{_NO_ARTICLE} (?:increase|rise|growth|improvement)\b"
            r"(?! forecast)"
        ),
    ),
    "figure_fall": (
        Direction.DOWN,
        rule(
            rf"^(?:\s*\(<F>\))?{_NO_ARTICLE} "
            r"(?:reduction|decrease|fall|drop|decline|narrowing)\b"
        ),
    ),
    "more_than": (
        Direction.UP,
        rule(
            r"^(?:\s*\(<F>\))?(?: (?!(?:and|but|or|which|is|was|were)\b)[\w'-]+){0,3}? "
            r"(?:more|higher|longer|greater|better|slower|later|above)\b"
            r"(?:[^<f>;.]|\(<F>\)){0,40}\bthan\b(?! (?:\d|twenty|two|three|five|ten|half|once|"
            r"one) ?)"
        ),
    ),
    "fewer_than": (
        Direction.DOWN,
        rule(
            r"^(?:\s*\(<F>\))?(?: (?!(?:and|but|or|which|is|was|were)\b)[\w'-]+){0,3}? "
            r"(?:fewer|less|lower|shorter|worse|quicker|faster|"
            r"sooner|earlier|below)\b"
            r"(?:[^<f>;.]|\(<F>\)){0,40}\bthan\b(?! (?:\d|twenty|two|three|five|ten|half|once|"
            r"one) ?)"
        ),
    ),
    "up_on": (
        Direction.UP,
        rule(r"^(?: [\w'-]+){0,2}? (?:up|rise|increase|growth|increased|more) on\b(?! <P>,? <f>)"),
    ),
    "down_on": (
        Direction.DOWN,
        rule(r"^(?: [\w'-]+){0,2}? (?:down|fall|decrease|reduction|drop|fewer|less) on\b"),
    ),
    "above_figure": (Direction.UP, rule(r"^ above(?: the| that of)? (?:<F>|<A>|<P>)")),
    "below_figure": (Direction.DOWN, rule(r"^ below(?: the| that of)? (?:<F>|<A>|<P>)")),
    "extra_compared": (
        Direction.UP,
        rule(r"^ (?:extra|additional|more)\b[^<f>;.]{0,60}\bcompared\b"),
    ),
}
TARGET_BEFORE = rule(
    r"(?:\btargets?|\bambitions?|\baim\b|\bgoal|\baspir\w+)\b"
    r"(?:(?!,|\d|\baverage\b|\bthere\b)[^<f>;.]){0,70}$|"
    r"\bto be expanded[^;.]{0,40} to\s*$"
    r"|\b(?:plan|intend|hope|want)s? to\b[^<f>;.]{0,30}$"
    r"|\bwould like (?:to|it to|this to|them to)\b[^<f>;.]{0,30}$|\bwants?\s*$"
    r"|\b(?:ceiling|floor|limit)\b[^<f>;.]{0,40}$|\bwe will (?!be\b|have\b)[a-z]+(?: a further|"
    r" another)?\s*$|\bthe law (?:now )?expects\s*$"
)
TARGET_AFTER = rule(
    r"^\)?\s*(?:target\b|(?:that )?(?:we|they) aim(?:ed)? for|which is (?:the|our) target)"
)
# Something is to be reached: "to hold the number to 35", "be brought below 20 by March".
TO_BE_DONE = re.compile(
    r"^\W*[A-Z]?(?:reduce|increase|recruit|cut|raise|hold|keep|bring|achieve|reach|move|halve)\b"
    r"|\bto (?:reduce|increase|recruit|cut|raise|hold|keep|bring|achieve|reach|be|have|move)\b"
    r"|\b(?:be|must|should) (?:reduced|increased|brought|raised|cut|kept|held)\b|\bby\b",
    re.IGNORECASE,
)
PLAN_HEAD = re.compile(
    r"\b(?:we will|will be to|what we will do|next steps?|priorit(?:y|ies)|our targets?|we aim to"
    r"|our aims?|in the coming year|plans? for)\b",
    re.IGNORECASE,
)
PLAN_VERB = re.compile(
    r"^\W*(?:\([a-z]\)\s*)?(?:bring|recruit|cut|finish|have|open|reduce|increase|achieve|ensure|"
    r"deliver|raise|improve|complete|place|support|train|create|maintain|keep|provide|move|halve|"
    r"double|secure|approve|build)\b",
    re.IGNORECASE,
)
FORECAST_BEFORE = rule(
    r"\b(?:forecasts?|projected|predict(?:s|ed)|expect(?:s|ed|ing)? (?:to|some|about|around)|"
    r"estimated to|anticipated|"
    r"(?<!the )likely to)\b[^<f>;.]{0,60}$"
    r"|\b(?:will|would) (?:now )?(?:be|have|rise|reach|stand|increase|fall|provide|"
    r"continue)\b[^<f>;.]{0,40}$"
    r"|\bhad continued,?\s*$"
)
FORECAST_AFTER = rule(
    r"^(?:(?! and |, which )[^<f>;.]){0,60}\b(?:will be|would (?:have|be|stand)|"
    r"(?:are|is) (?:forecast|"
    r"expected|due|"
    r"projected)"
    r"|due (?:to|for) )"
)
ACTUAL = re.compile(r"\b(?:actual(?:ly)?|now|currently|in fact|against|compared)\b", re.IGNORECASE)

# Between two figures: the second restates the first.
TWIN = rule(
    r"^(?:\s+[\w'-]+){0,5}\s*\((?:or |i\.e\. |equal to |about )?$|^ or (?:a )?$|^,? \(?or $"
)
# Between two figures: the second stands beside the first in a list.
LISTED = re.compile(
    r"^(?:[\w\s'/-]{0,60}?)(?:,|;| and| plus| as well as| of|,? and then)(?: (?:a|an|by|only|"
    r"just|another|"
    r"further|additional|the|around|other|some|\w+ly)){0,4}\s*$",
    re.IGNORECASE,
)
CHANGE_LISTED = rule(
    r"^[^<f>;.]{0,40}(?:,| and)(?: (?:then|a|an|by|further|additional|another)){0,3}\s*$"
)

FROM_TO = rule(
    r"\bfrom\s+(?:(?:only|just|an?|the|average|of|around|about|high|low) ){0,4}(?P<f1><F>)"
    r"(?P<t1>\s*\((?P<f1b><F>)\))?(?P<mid>[^<f>.;]{0,60}?)\b(?:to|"
    r"and)\b\s+(?P<lead>[^<f>.;]{0,50}?)(?P<f2><F>)"
)
ARROW = rule(r"^\s*(?P<f1><F>)\s*(?:to|➜|→|->|-|➔)\s*(?P<f2><F>)\s*(?:the|average|$|[a-z])")
TO_FROM = rule(
    r"\bto\s+(?:(?:only|just|an?|the|average|of|around|about) ){0,4}(?P<f2><F>)(?:\s*\(<F>\))?"
    r"(?P<mid>[^<f>.;]{0,60}?)\bfrom\s+(?P<f1><F>)"
)
FROM_ONLY = rule(r"\bfrom\s+(?:(?:only|just|an?|the|average|of|around|about) ){0,4}$")
# Values seen side by side, not one after the other.
RANGES = re.compile(
    r"\b(?:rang|var|differ|spread|spann|extend)\w*[^.;]{0,60}$|\bages?d?\b[^.;]{0,20}$",
    re.IGNORECASE,
)
BETWEEN_VALUES = rule(r"\bbetween (?P<f1><F>) and (?P<f2><F>)")
RANGE_OF_VALUES = rule(r"(?P<f1><F>)[-–](?P<f2><F>)")

# Periods by the words before them.
SINCE = re.compile(r"\b[Ss]ince(?: the| mid-| early| late| about)*\s*$")
VERSUS = rule(
    r"\b(?:as|than(?: (?:in|at|on|for|during|it was in|they were in|the))?|(?:compared|relative|"
    r"comparison) "
    r"(?:to|with)(?: (?:in|at|the|those? (?:in|at)))?|"
    r"the same(?: \w+){0,2} as(?: (?:at|in|on|for|of))?|(?:similar|identical|equal) to|"
    r"(?:in line|consistent|on a par) with)(?: the)?\s*$"
)
# Between a period and the figure that it names: "the previous year's figure of 89".
PERIOD_OF_FIGURE = rule(
    r"^(?:'s?)?(?P<noun> (?:figure|total|average|rate|level|outturn|number|baseline)s?)? of"
    r"(?: (?:only|just|about|around|over))?\s*$"
)
FROM_OR_THAN = rule(r"\b(?:from|than|against|(?:compared|relative) (?:to|with))(?: the| a)?\s*$")
VERSUS_ON = rule(r"<F>\)?(?: up| down| more| fewer)? on(?: the)?\s*$")
LEAD = rule(
    r"^\W*(?:(?:and|but|while|whilst|whereas|so|then|also|however|overall|as|at|in|by|on|for|"
    r"during|"
    r"between|from|of|over|within|throughout|until|up|to|the|a|end|start|both|each|period|year|"
    r"financial|academic|that|this|their|its|introduction|for example|late|early|mid|with|data|"
    r"summer|"
    r"where|but|local|latest|published|date|quarter|months|out|all|same|full|whole)\W+)*$"
)
CLAUSE = re.compile(r"[;:]\s|,\s|\s-\s|\s(?:and|but|while|whilst|whereas|when|with)\s|\.\s")
HARD_CLAUSE = re.compile(r"[;:]\s|\s(?:while|whilst|whereas|but)\s")

# Areas: what may stand between an area and the figure it claims.
AREA_THEN_FIGURE = rule(
    r"^(?:'s?)?\s*(?:\((?:<P>|[^)<f>]{0,20})\)\s*)?(?:[\w\s',-]{0,45}?)(?:<P>[\w\s',-]{0,20}?)?"
    r"(?:\b(?:of|is|was|were|"
    r"are|at|had|has|"
    r"averaged|being|stood at|stands at|which is|from|to)|[=:(,]|average|figure|"
    r"rate)\s*(?:<P>,?\s*)?"
    r"(?:(?:only|just|the|a|an|also|higher|lower|slightly|in|at) ?){0,3}$|^\s*$"
)
FIGURE_THEN_AREA = rule(
    r"^\)?\s*(?:(?:of )?(?:children|pupils|live births|young people)\s*)?(?:in|for|across|"
    r"among|amongst|"
    r"by|of|at|from)?\s*(?:all |our |its |the )?$"
)
# Units from the words that name the measure.
UNIT_WORDS: tuple[tuple[Unit, re.Pattern[str]], ...] = (
    (Unit.PER_100000, re.compile(r"\bper (?:100,?000|hundred thousand)\b", re.IGNORECASE)),
    (Unit.PER_10000, re.compile(r"\bper (?:10,?000|ten thousand)\b", re.IGNORECASE)),
    (Unit.PER_1000, re.compile(r"\bper (?:1,?000|thousand)\b", re.IGNORECASE)),
    (
        Unit.SCORE,
        re.compile(
            r"\bscores?\b|\bcva\b|\bvalue added\b|\battainment 8\b|\bprogress 8\b", re.IGNORECASE
        ),
    ),
    (
        Unit.PERCENT,
        re.compile(r"\bpercentages?\b|\bproportions?\b|\(%\)|\bper cent\b", re.IGNORECASE),
    ),
    (Unit.DAYS, re.compile(r"\bnumber of (?:school )?days\b|\(days\)", re.IGNORECASE)),
    (Unit.WEEKS, re.compile(r"\(weeks\)", re.IGNORECASE)),
)
# Between two figures of one measure: the second is bare, "53% compared to 43".
LIKE = re.compile(
    r"\b(?:compared (?:to|with)|(?:up|down) (?:from|on)|against|versus|vs\.?|target\W{0,3})\s*"
    r"(?:the |a |an )?$",
    re.IGNORECASE,
)
GAP = re.compile(r"\bgap\b", re.IGNORECASE)
HIGHER_THAN = re.compile(r"^\s*(?:higher|lower|above|below|better|worse)\b", re.IGNORECASE)

COMPARES = re.compile(r"\b(?:compared|against|than|from|versus)\b", re.IGNORECASE)
PRESENT = re.compile(
    r"\b(?:is|are|has|have|lives?|operates?|provides?|runs?|employs?|receives?|costs?|expects?|"
    r"attends?|speaks?|stands?|remains?|represents?|now|currently|consistently|continues?)\b"
)
PAST = re.compile(
    r"\b(?:was|were|had|did|met|averaged|approved|became|ceased|left|fell|rose|took|received|achieved|recorded|"
    r"\w+ed by)\b"
)

# A sentence that speaks of the measure of the sentence before.
ANAPHORA = re.compile(
    r"^\W*(?:this|that|these|it|they|the (?:rate|figure|number|percentage|proportion|same|"
    r"statistical|"
    r"national|average|current|not known|[\w-]+ \d{4} rate)|of (?:this|these|those|whom|which)|"
    r"our|"
    r"over the same|in the same|which|among these|one|the later|the latter)\b",
    re.IGNORECASE,
)
# Words that go on with the people or things of the sentence before.
REFERS_BACK = re.compile(
    ANAPHORA.pattern
    + r"|^\W*(?:in |of |for |from |among )?(?:only |just |all |both |nearly |over |about |almost )*"
    r"(?:the remain\w+|a further|another|other|these|those|such|half of (?:the|these|those)|"
    r"[\w%.-]+ of (?:the|these|those|them|which|whom)\b|of the \d+|the \d+|each)"
    r"|\b(?:these|those|such) (?:\w+ )?(?:child|young|cases|case|plans|referrals|visits|people|"
    r"orders|families|placements)",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"\W*(?:this (?:is|was|represents|figure|number|rate)|of (?:these|this number|those))\b",
    re.IGNORECASE,
)
PART_OF_BEFORE = re.compile(r"\W*(?:of|among|amongst) (?:this|these|those|the \d)", re.IGNORECASE)
PART_OF = re.compile(
    r"(?:^|[\s,;(])(?:of|among|amongst) (?:whom|these|those|which|this number)\b"
    r"|\b\w+ of (?:whom|which|these|those|them)\b",
    re.IGNORECASE,
)
