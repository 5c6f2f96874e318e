"""How reporting periods are written.

Patterns are built from named parts. Month names must start with a capital, so that "may" the verb
is no month. All patterns run over cleaned text: straight quotes, plain hyphens, single spaces.
"""

import calendar
import re

_NAMES = [name for name in calendar.month_name if name]


def _month_form(name: str) -> str:
    """Full name, three letters, and "Sept", in title case or capitals."""
    rest, upper = name[3:], name.upper()
    forms = [rf"{name[:3]}(?:{rest})?\b\.?" if rest else rf"{name}\b"]
    forms.append(rf"{upper[:3]}(?:{upper[3:]})?\b" if rest else rf"{upper}\b")
    if name == "September":
        forms.append(r"Sept\b\.?")
    return "|".join(forms)


MONTH = "(?:" + "|".join(_month_form(name) for name in _NAMES) + ")"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th)\b)?(?:\s+of)?"
YEAR = r"(?:19[89]\d|20[0-4]\d)"
SPLIT = rf"{YEAR}\s?[-/]\s?(?:{YEAR}|\d\d|\d)(?![\d%]|[/-]\d|\.\d)"
SHORT_SPLIT = r"\d\d[/-]\d\d(?![\d/%-])"
# "10/11 saw 54 adoptions": at the start of a text a year only with a stroke and words after it,
# since "10-11" and "16/17" alone, or "11/12 years old", are ages.
_OPENING_SPLIT = r"^(?=\d\d/\d\d,? [A-Za-z])"
_OF_AGES = r"(?![- ]?(?:years?|yrs?)[- ]olds?\b)"
TO = r"\s*(?:(?:up )?to|TO|until|till|through to|through|-|and)\s*"
COUNT = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen)"
YEAR_WORDS = (
    r"(?:(?:the\s+)?(?:(?:financial|fiscal|academic|school|reporting)\s+)?(?:[Yy]ears?|FY)\s*)?"
)
YEAR_AFTER = r"(?:\s+(?:financial|fiscal|academic|school)\s+year)?"

_COUNT_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve"),
)
WORD_NUMBERS = {word: number for number, word in enumerate(_COUNT_WORDS)} | {
    "eighteen": 18,
    "decade": 10,
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}


def month_number(word: str) -> int:
    """1 to 12 for a month name or its short form."""
    return [name[:3].lower() for name in _NAMES].index(word[:3].lower()) + 1


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


ABSOLUTE: dict[str, re.Pattern[str]] = {
    "day_range_numeric": _compile(
        r"(?<![\d/.])(?P<d1>\d{1,2})[/.](?P<m1>\d{1,2})[/.](?P<y1>\d{4}|\d\d)"
        rf"(?P<to>{TO})(?P<d2>\d{{1,2}})[/.](?P<m2>\d{{1,2}})[/.](?P<y2>\d{{4}}|\d\d)(?![\d/])"
    ),
    "iso_day": _compile(r"(?<![\d-])(?P<y>\d{4})-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?![\d-])"),
    "day_numeric": _compile(
        r"(?<![\d/.])(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?![\d/%])"
    ),
    "day_range": _compile(
        rf"(?<![\d,.])(?P<d1>{DAY})(?:\s+(?P<m1>{MONTH})(?:,?\s+(?P<y1>{YEAR}))?)?(?P<to>{TO})"
        rf"(?P<d2>{DAY})\s+(?P<m2>{MONTH}),?\s+(?P<y2>{YEAR})(?!\d)"
    ),
    "trailing_day": _compile(
        rf"(?P<n>{COUNT})?(?:\s|-)?(?P<u>months?|years?|weeks?|quarters?)\s+"
        rf"(?:to|ending|ended|up to)\s+(?:the end of\s+)?"
        rf"(?P<d>{DAY})\s+(?P<m>{MONTH}),?\s+(?P<y>{YEAR})(?!\d)"
    ),
    "trailing_month": _compile(
        rf"(?P<n>{COUNT})?(?:\s|-)?(?P<u>months?|years?|quarters?)\s+"
        rf"(?:to|ending|ended|up to)\s+(?:the end of\s+)?"
        rf"(?P<m>{MONTH})\s+(?P<y>{YEAR})(?!\d)"
    ),
    "part_of_year": _compile(
        rf"(?:(?P<n>{COUNT})\s+)?(?P<o>[Ff]irst|[Ss]econd|[Ll]ast)\s+(?:(?P<n2>{COUNT})\s+)?"
        rf"(?P<u>half|months?|quarters?|weeks?)\s+of\s+(?P<y>{YEAR_WORDS}(?:{SPLIT}|{YEAR}))(?!\d)"
    ),
    "quarter": _compile(
        rf"(?:\b(?:[Qq](?:uarter|tr)?|QUARTER|QTR)\s?(?P<q>[1-4]|one|two|three|four)|(?P<o>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|"
        rf"[Ff]inal|[Ll]ast)\s+quarter)(?:\s*,?\s*(?:of\s+|in\s+|-\s*|\()?(?:the\s+)?"
        rf"(?P<y>{YEAR_WORDS}(?:{SPLIT}|{SHORT_SPLIT}|{YEAR})))(?!\d)"
    ),
    "quarter_after": _compile(
        rf"(?P<y>(?:{SPLIT}|{YEAR}))[ ,:-]*\(?(?:Q|[Qq]uarter\s?|QUARTER\s?)(?P<q>[1-4])\b\)?"
    ),
    "end_of_month": _compile(rf"\b[Ee]nd\s+(?:of\s+)?(?P<m>{MONTH})\s+(?P<y>{YEAR})(?!\d)"),
    "end_of_year": _compile(
        rf"\b[Ee]nd\s+of\s+(?P<y>{YEAR_WORDS}(?:{SPLIT}|{YEAR}))(?!\d)(?!\s?[-/]\s?\d)"
    ),
    "day": _compile(rf"(?<![\d,.])(?P<d>{DAY})\s*(?P<m>{MONTH}),?\s*(?P<y>{YEAR})(?!\d)"),
    "day_range_american": _compile(
        rf"(?P<m1>{MONTH})\s+(?P<d1>\d{{1,2}})(?:,?\s+(?P<y1>{YEAR}))?(?P<to>{TO})"
        rf"(?P<m2>{MONTH})\s+(?P<d2>\d{{1,2}}),?\s+(?P<y2>{YEAR})(?!\d)"
    ),
    "day_american": _compile(
        rf"(?P<m>{MONTH})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>{YEAR})(?!\d)"
    ),
    "month_range": _compile(
        rf"(?P<m1>{MONTH})(?:\s+(?P<y1>{YEAR}))?(?P<to>{TO})"
        rf"(?:the end of\s+)?(?P<m2>{MONTH}),?\s+(?P<y2>{YEAR})(?!\d)"
    ),
    "month": _compile(rf"(?<!\d )(?P<m>{MONTH})[\s,]+(?P<y>{YEAR})(?!\d)"),
    "month_short": _compile(rf"\b(?P<m>{MONTH})[\s-]?(?P<y>'\d\d|(?<=-)\d\d)(?![\d/%])"),
    "split_range": _compile(rf"(?P<word>{YEAR_WORDS})(?P<y1>{SPLIT}){TO}(?P<y2>{SPLIT})"),
    "pooled_split": _compile(
        rf"(?:{COUNT}|\d)[ -]years?(?:\s+(?:average|"
        rf"period))?,?\s+\(?(?P<y>{YEAR}\s?[-/]\s?\d\d)(?!\d)"
    ),
    "split_year": _compile(rf"{YEAR_WORDS}(?<![\d.,£-])(?P<y>{SPLIT}){YEAR_AFTER}"),
    "split_year_short": _compile(
        rf"(?:(?:[Ff]inancial|[Aa]cademic|[Ss]chool)\s+[Yy]ear\s+|FY\s?|(?<=\bin )|(?<=\bIn )|"
        rf"(?<=\bduring )|(?<=\bfor )|(?<=\bsince )|(?<=\bof )|(?<=\bfrom )|(?<=\bto )|(?<=\bby )|"
        rf"(?<=\bthan in )|(?<=\()|(?<=\bthat )|{_OPENING_SPLIT})(?P<y>{SHORT_SPLIT}){_OF_AGES}"
    ),
    "year_range": _compile(
        rf"(?<![\d.,£/-])(?P<y1>{YEAR})(?P<to>\s*(?:to|until|-|and)\s*)(?P<y2>{YEAR}|"
        rf"\d\d)(?![\d,%/]|-\d|\s+{MONTH})"
    ),
    "season": _compile(
        rf"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Mm]id-year|[Ee]arly|[Ll]ate|[Mm]id)"
        rf"(?:\s+term)?[\s-]+(?:in\s+|of\s+)?(?P<y>{YEAR})(?!\d|[-/]\d)"
    ),
    "year": _compile(rf"(?<![\d.,£/#-])(?P<y>{YEAR})(?![\d%]|,\d{{3}}|\.\d|[-/]\d|\s?%)"),
}

# Months and days without a year: the year comes from the report or the period before.
YEARLESS: dict[str, re.Pattern[str]] = {
    "yearless_trailing": _compile(
        rf"(?P<n>{COUNT})?(?:\s|-)?(?P<u>months?|years?|quarters?)\s+"
        rf"(?:to|ending|ended|up to)\s+(?:the end of\s+)?(?:(?P<d>{DAY})\s+)?"
        rf"(?P<m>{MONTH})(?!\s*\d)"
    ),
    "yearless_day": _compile(
        rf"(?:\b(?:at|on|by|to|until|from|since|At|On|"
        rf"By)\s+)(?P<d>{DAY})\s+(?P<m>{MONTH})(?!\s*\d{{4}})"
    ),
    "yearless_day_range": _compile(
        rf"\b(?:from|between|From|Between)\s+(?:(?P<d1>{DAY})\s+(?P<m1>{MONTH})|(?P<m1a>{MONTH})\s+"
        rf"(?P<d1a>{DAY}))(?P<to>{TO})(?:(?P<d2>{DAY})\s+(?P<m2>{MONTH})|(?P<m2a>{MONTH})\s+"
        rf"(?P<d2a>{DAY}))(?![\d,])(?!\s*\d{{4}})"
    ),
    "yearless_day_american": _compile(
        rf"(?:\b(?:at|on|by|to|until|from|since|On|,)\s+)(?P<m>{MONTH})\s+(?P<d>{DAY})(?![\d,])"
        r"(?!\s*\d{4})"
    ),
    "yearless_month_range": _compile(
        rf"\b(?:from|between|From|"
        rf"Between)\s+(?P<m1>{MONTH})(?P<to>{TO})(?P<m2>{MONTH})(?!\s*\d{{4}})"
    ),
    "yearless_month": _compile(
        rf"\b(?:in|by|at|since|to|during|until|of|late|early|In|By|Since|During|late)\s+"
        rf"(?P<end>(?:the\s+)?end\s+of\s+)?(?:late\s+|early\s+|mid-)?(?P<m>{MONTH})(?!\s*\d)"
        r"(?:\s+(?P<which>this|last)\s+year)?"
    ),
}

# Wording that points elsewhere; what it needs is named by the group that matched.
RELATIVE: dict[str, re.Pattern[str]] = {
    "since_last_inspection": _compile(
        r"\b[Ss]ince (?:the|its|our) (?:last|previous|most recent) (?:Ofsted )?inspection\b"
    ),
    "same_last_year": _compile(
        rf"\b(?:the |at the |this )?same (?:{COUNT} )?(?:period|point|time|stage|months|quarter|"
        rf"date|"
        rf"term)"
        rf"(?: in| of)? (?:the )?(?P<which>last year|previous year|year before|"
        rf"{YEAR}(?!\d)(?:[-/]\d\d)?|"
        rf"(?:{COUNT} )?(?:months|years?) (?:ago|earlier|before))|\b[Tt]his time last year\b"
    ),
    "same": _compile(
        r"\b(?:[Oo]ver|[Ii]n|[Oo]n|[Dd]uring|[Ff]or|[Aa]t|[Aa]cross|[Ww]ithin)?\s*(?:the|this|"
        r"that)\s+same\s+"
        r"(?:period|day|year|time|months|quarter|point|date|month|term)\b(?: of time)?"
        r"|\b(?:[Oo]n|[Aa]t|[Bb]y) that (?:day|date|point|time)\b"
        r"|\b(?:[Oo]ver|[Ii]n|[Dd]uring)\s+(?:this|that)\s+(?:period|time|year|quarter|month)\b"
        r"(?! so far)"
    ),
    "later": _compile(
        rf"\b(?P<n>{COUNT}|a|[Aa]|[Oo]ne)\s+(?P<u>years?|months?)\s+(?:later|on|after)\b"
    ),
    "before": _compile(
        rf"\b(?:(?P<n>{COUNT}|a|[Aa]|the)\s+(?P<u>years?|months?)\s+"
        r"(?:before|earlier|ago|previously|previous)"
        r"|(?:the|on|in the|In the|from the)?\s*(?:previous|preceding|prior)\s+(?P<u2>year|"
        r"quarter)"
        r"(?!'s)|(?<!the )(?<!past )[Ll]ast year(?:'s)?)\b"
    ),
    "next": _compile(
        rf"\b(?:over|in|during|within|across) the (?:next|coming) (?:(?P<n>{COUNT}) )?"
        r"(?P<u>decade|years?|months?)\b"
    ),
    "each_of_last": _compile(
        rf"\b(?:in |for |over )?each of the (?:last|past|previous) (?P<n>{COUNT}) (?P<u>years)\b"
        rf"|\bfor the (?:last|past) (?P<n2>{COUNT}) years the\b"
    ),
    "last_year_kind": _compile(
        r"\b(?P<end>[Ee]nd of )?(?P<which>the last|last|the previous|the current|this|the|our)\s+"
        r"(?P<word>financial|academic|school|reporting|calendar|fiscal)\s+year(?: to date|"
        r" so far)?\b"
    ),
    "part_of_this_year": _compile(
        r"\b(?P<part>first half|second half|first quarter|first three quarters|first six months)"
        r" of (?P<which>this|the|last) (?:financial )?year\b"
    ),
    "trailing": _compile(
        rf"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin|[Aa]cross|[Ff]or|[Tt]hroughout)?\s*(?:the|"
        rf"our|its|all of the)?"
        rf"\s*(?:last|past|previous|preceding|recent|"
        rf"most recent)\s+(?:(?P<n>{COUNT})[ -])?(?:full )?"
        r"(?P<u>years?|months?|weeks?|quarter)\b"
    ),
    "year_end": _compile(
        r"\b(?:[Aa]t|[Bb]y|at the|by the|the)\s+(?:financial )?year[- ]end\b|"
        r"\bat the end of the year\b"
    ),
    "end_of_quarter": _compile(
        r"\b(?:[Aa]t|[Bb]y|[Oo]n|to|of)?\s*(?:the )?(?:end of|close of) (?:the |this )?"
        r"(?:(?:Q(?:uarter|tr)?|quarter|QUARTER) ?(?P<q>[1-4]|one|two|three|four)\b(?!\s*(?:of |"
        r"\()?\d)|"
        r"(?P<o>first|second|third|fourth|final) quarter\b(?! of)|(?P<u>quarter|reporting period|"
        r"period)\b)"
        r"|\bquarter[- ]end\b"
    ),
    "quarter_only": _compile(
        r"\b(?:Q(?P<q>[1-4])\b|(?:[Qq]uarter|QUARTER) (?P<q2>[1-4]|one|two|three|four)\b|(?:the|"
        r"this|in) "
        r"(?P<o>first|second|third|fourth|final) quarter\b)(?! of)"
        r"(?! (?:running|in a row|in succession|in sequence))"
    ),
    "year_to_date": _compile(
        r"\b(?:[Yy]ear[ -]to[ -]date|YTD|(?:this|the) year so far|[Ss]o far (?:this|in the) year|"
        r"[Tt]his year)\b"
        rf"|\bso far in (?P<y>{YEAR})(?!\d|[-/]\d)"
    ),
    "in_the_year": _compile(
        r"\b(?:[Dd]uring|[Ii]n|[Oo]ver|[Tt]hroughout|[Ff]or|[Aa]cross) the (?:whole |full )?"
        r"(?:year|quarter)\b(?! (?:ahead|to come|end))"
    ),
    "its_first": _compile(
        rf"\b[Ii]n its first (?:(?P<n>{COUNT}) )?(?P<u>months?|years?|quarter)\b"
    ),
    "so_far": _compile(r"\b(?:so far|(?<!up )to date)\b"),
    "before_inspection": _compile(
        rf"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or|[Tt]hroughout)?\s*(?:the )?(?:last |previous )?"
        rf"(?:(?P<n>{COUNT})[ -])?(?P<u>years?|months?|weeks?|quarter) (?:immediately )?"
        r"(?:prior to|before|leading up to|up to|preceding) (?:(?:the|this|our) )?inspection\b"
    ),
    "inspection_start": _compile(
        r"\b(?:[Aa]t|[Bb]y) the (?:time|point)(?: that| when)? (?:this|the|our) inspection"
        r" (?:started|began|commenced)\b|\b[Aa]t the (?:start|beginning) of (?:the|"
        r"this) inspection\b"
    ),
    "inspection": _compile(
        r"\b(?:[Aa]t|[Bb]y|[Dd]uring) (?:the (?:time|point) of )?(?:the|this|our) inspection\b"
        r"|\bconducted for (?:the|this) inspection\b|\bsurvey[^.]{0,40} for (?:the|"
        r"this) inspection\b"
    ),
    "now": _compile(
        r"\b(?:[Cc]urrently|[Aa]t present|[Pp]resently|[Aa]t the time of writing|[Aa]s of today"
        r"|[Tt]he current (?=\w)|current (?=figure|number|rate|total|position|performance)"
        r"|(?<!until )[Nn]ow|[Tt]he (?:most recent|latest) (?:\w+ )?"
        r"(?:data|figures?|position|performance|information)|has since|have since|[Tt]oday)\b"
    ),
}
