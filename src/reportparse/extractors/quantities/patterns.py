"""How quantities are written, and what looks like one and is none.

All patterns run over cleaned text: straight quotes, plain hyphens, single spaces.
"""

import re

from reportparse.records import Qualifier, Unit

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

WORD_VALUES: dict[str, int] = (
    {word: value for value, word in enumerate(_UNITS, start=1)}
    | {word: value for value, word in enumerate(_TEENS, start=10)}
    | dict(zip(_TENS, range(20, 100, 10), strict=True))
)
ZERO_WORDS = ("no", "none", "zero", "nil")
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mill": 1_000_000,
    "bn": 1_000_000_000,
}

_ones, _tens = "|".join([*_UNITS, *_TEENS]), "|".join(_TENS)
WORD = (
    rf"(?:(?:{'|'.join(_UNITS)})\s+hundred(?:\s+and\s+(?:(?:{_tens})(?:[- "
    rf"](?:{'|'.join(_UNITS)}))?"
    rf"|{_ones}))?|(?:{_tens})(?:[- ](?:{'|'.join(_UNITS)}))?|{_ones})"
)
NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_NOT_GLUED = r"(?<![\w.,/#*£$'+&-])"
_NOT_RUNNING_ON = r"(?![\d\w]|,\d{3}|\.\d|/\d)"
PERCENT = r"\s?(?:%|per\s?cent\b|percent\b|pct\b|pc\b)"
POINTS = (
    r"(?:\s?(?:%|per\s?cent|percent)[ -]?points?\b|[- ]percentage[- ]points?\b"
    r"|\s?(?:ppts?|pps?|p\.p\.)(?!\w)|\s+of a percentage point\b)"
)
ORDINALS = {
    word: value
    for value, word in enumerate(
        (
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ),
        start=1,
    )
}
ORDINAL = "|".join(ORDINALS)
PERSON_BASE = r"(?:10,?000|1,?000|100,?000|ten thousand|(?:a |one )?thousand|hundred thousand)"


def _flexible(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# A word of what a rate counts: "57.1 child protection plans per 10,000 children".
_NOUN = (
    r"(?!(?:rates?|which|that|is|are|was|were|and|or|at|an?|the|of|equates?|equal)\b)"
    r"[a-z]+(?:[’'-][a-z]+)?"
)
RATE_UNITS = {
    "10000": Unit.PER_10000,
    "ten thousand": Unit.PER_10000,
    "1000": Unit.PER_1000,
    "thousand": Unit.PER_1000,
    "a thousand": Unit.PER_1000,
    "one thousand": Unit.PER_1000,
    "100000": Unit.PER_100000,
    "hundred thousand": Unit.PER_100000,
}
DURATION_UNITS = {
    "day": Unit.DAYS,
    "week": Unit.WEEKS,
    "month": Unit.MONTHS,
    "year": Unit.YEARS,
}

# A cheap look before all the patterns below are tried.
MAY_HOLD_NUMBER = _flexible(
    rf"\d|\b(?:{_tens}|{_ones}|half|thirds?|quarters?|fifths?|tenths?|none|zero|nil|no)\b"
)

# In order: the first that matches at a place is what is read there.
QUANTITIES: dict[str, re.Pattern[str]] = {
    "money_in_dots": _flexible(
        r"(?<![\w.,])-?£\s?(?P<n>\d{1,3}(?:\.\d{3})+)(?![\d.,]*\d|\s?(?:million|billion|thousand|"
        r"bn|m|k)\b)"
    ),
    "money": _flexible(
        rf"(?<![\w.,])-?£\s?(?P<n>{NUMBER})(?:\s?(?P<s>million|billion|thousand|mill|bn|mn|m|"
        rf"k)(?!\w))?"
    ),
    "points": _flexible(rf"{_NOT_GLUED}[-+]?(?P<n>{NUMBER}|{WORD}){POINTS}"),
    "percent": _flexible(rf"{_NOT_GLUED}[-+]?(?P<n>{NUMBER}|{WORD}){PERCENT}"),
    "percent_of_range": _flexible(rf"(?<=\d-)(?<!(?:19|20)\d\d-)(?P<n>{NUMBER}){PERCENT}"),
    "rate": _flexible(
        rf"{_NOT_GLUED}(?P<n>{NUMBER})(?=\s+(?:{_NOUN}\s+){{0,5}}?(?:per|"
        rf"(?:in|for) every)\s+(?P<b>{PERSON_BASE}))"
    ),
    "share": _flexible(
        rf"{_NOT_GLUED}(?P<n>{NUMBER}|{WORD})\s+(?:out of(?: every)?|in(?: every)?)\s+"
        rf"(?P<d>ten|four|five|three|eight|six|two|100|10|4|5|3|8|6|20|twenty)\b"
        r"(?!\s*(?:%|per|years?|months?|weeks?|days?|hours?|,?\d))"
    ),
    "one_in": _flexible(
        rf"(?<![\w-])(?P<n>one|1) in (?:every )?(?P<d>\d{{1,3}}(?:,\d{{3}})*|{WORD})"
        r"(?![\d%]|,\d|\.\d| (?:years?|months?|weeks?|days?|hours?)\b)"
    ),
    "ratio": _flexible(
        rf"{_NOT_GLUED}(?P<n>{NUMBER}|{WORD})(?: (?:and a half))? times"
        r"(?= (?:the|that|as (?:many|much|high|likely)|more|higher|greater|larger)\b)"
    ),
    "fraction": _flexible(
        r"(?<![\w-])(?<!for )(?<!last )(?<!past )(?<!previous )"
        r"(?:(?P<w>(?:one|two|three|a)[- ](?:thirds?|quarters?|fifths?|tenths?))"
        r"(?! in (?:a row|succession)| running)"
        r"|(?P<h>half))(?=\s+of\b|\s+\(|\s+(?:the|all|our|these|those|were|are|in|since|on|over)\b|[.,;]|$)"
    ),
    "rank": _flexible(
        r"(?<![\w-])(?P<n>\d{1,3})(?:st|nd|rd|th)(?=\s+(?:out of|best|most|highest|lowest|fastest|"
        r"largest|worst|in the (?:country|region|nation)|nationally|place|of \d|from the (?:top|"
        r"bottom)|\()|\s*$)"
        r"|(?<=ranked )(?P<n2>\d{1,3})(?:st|nd|rd|th)"
        rf"|(?<![\w-])(?P<o>{ORDINAL})(?= from the (?:top|bottom)| (?:highest|lowest|best|worst|"
        rf"most) )"
    ),
    "scaled": _flexible(
        rf"{_NOT_GLUED}(?P<n>{NUMBER})\s?(?P<s>million|billion|thousand)(?!\w)"
        rf"|(?<![\w-])(?P<n2>{WORD}) (?P<s2>thousand|million)(?!\w)"
    ),
    "duration": _flexible(
        rf"{_NOT_GLUED}(?P<n>{NUMBER}|{WORD})[- ](?:working |calendar |school )?"
        r"(?P<u>day|week|month|year)s?(?![\w-])(?!\s+olds?\b)"
    ),
    "spaced": _flexible(
        rf"{_NOT_GLUED}(?<!\d )(?P<n>\d{{2,3}} \d{{3}})(?=\s+(?:children|young|people|pupils))"
        r"|(?:(?<=\bfrom )|(?<=\bto )|(?<=\bwas )|(?<=\bwere ))(?P<n2>\d{1,3} \d{3})"
        r"(?![\d%]|[.,]\d| \d)"
    ),
    "slashed": _flexible(
        rf"(?<=\()(?P<n>{NUMBER})(?=\s?/\s?\d[\d,]*(?:\)|\s[a-z]))"
        rf"|(?<=\d/)(?P<n2>{NUMBER})(?=\)|\s[a-z]+\))"
    ),
    "number": _flexible(
        rf"{_NOT_GLUED}(?:(?:^|(?<=\()|(?<=\bof )|(?<=\bto )|"
        rf"(?<=\bfrom ))[-+])?(?P<n>{NUMBER}){_NOT_RUNNING_ON}"
    ),
    "word": _flexible(rf"(?<![\w-])(?P<n>{WORD}|zero|none|nil|no(?!\.))(?![\w-])"),
}

# Wording just before (or after) the number that says how exact it is.
QUALIFIERS_BEFORE: dict[Qualifier, re.Pattern[str]] = {
    Qualifier.AT_LEAST: _flexible(
        r"\b(?:at least|a minimum of|minimum of|no (?:fewer|less) than|not (?:less|"
        r"fewer) than)\s+$"
    ),
    Qualifier.AT_MOST: _flexible(
        r"\b(?:up to|at most|no more than|not more than|a maximum of|maximum of|"
        r"no higher than)\s+$"
    ),
    Qualifier.UNDER: _flexible(
        r"\b(?:under|fewer than|less than|lower than|below|nearly|almost|(?:a )?near|"
        r"just short of)"
        r"\s+$"
    ),
    Qualifier.OVER: _flexible(
        r"\b(?:over|more than|in excess of|exceed(?:s|ed|ing)|above|upwards of|greater than|"
        r"higher than|well over)\s+$"
    ),
    Qualifier.ABOUT: _flexible(
        r"(?:\b(?:about|(?<!based\s)(?<!built\s)(?<!centred\s)(?<!organised\s)around"
        r"|approximately|approx\.?|circa|roughly|some|an estimated|estimated"
        r"|estimated at|close to|in the region of)|\bc\.?|~)\s*$"
    ),
}
QUALIFIERS_AFTER: dict[Qualifier, re.Pattern[str]] = {
    Qualifier.AT_LEAST: _flexible(
        r"^(?:\+(?!\w)|\s+(?:or more|or above|or over|and over(?!\s*[£\d]))\b)"
    ),
    Qualifier.AT_MOST: _flexible(r"^\s+(?:or fewer|or less|or below)\b"),
    Qualifier.ABOUT: _flexible(r"^\s+or so\b"),
}
