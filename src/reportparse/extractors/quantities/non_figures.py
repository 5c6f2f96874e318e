"""What carries a number and measures nothing: matched first and discarded on purpose.

The list follows the record contract: references, names, ages that define a group, sections of an
Act, thresholds inside a definition, times, telephone numbers.
"""

import re

from reportparse.extractors.quantities.patterns import PERSON_BASE

_N = r"(?:\d+(?:\.\d+)*[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
# The last of a list may be a figure of its own: "at stage 1 and 12 children".
_COUNTS = (
    r"(?!\s+(?:child|children|young people|people|pupils|cases|referrals|families|carers|"
    r"complaints)\b)"
)
_SUB = r"(?:\(\w{1,4}\))*"
_LIST = rf"{_N}{_SUB}(?:\s*(?:,|and|or|to|-|&|/)\s*{_N}(?!\w){_COUNTS}{_SUB})*"
_DURATION = r"(?:working |workings |calendar |school )?(?:minute|hour|day|week|month|year)"
_AGE = r"\d{1,2}(?!\d|,\d|\.\d|%)"
_AGES = rf"{_AGE}-?(?:\s*(?:to|-|and|or|&|/|,)?-?\s*{_AGE}{_COUNTS}-?){{0,3}}"
_AGE_WORD = rf"(?:{_AGE}|five|ten|eleven|twelve|sixteen|seventeen|eighteen|twenty[- ](?:one|five))"
_PEOPLE = (
    r"(?:child(?:ren)?|young (?:people|person|adults?)|people|pupils|students|leavers?|adults|"
    r"boys|girls|women|men|females|males|mothers|those|anyone|everyone|someone|babies|learners)"
)
# What may follow an age, where a count would be followed by what it counts.
_AGE_END = (
    r"(?=\s*(?:[.,;:)]|$)|\s+(?:and|or|to|when|if|where|should|but|who|they|in|on|as|with|by|"
    r"unless|depending|for|at|because|so|while|before|after|until|are|is|were|was|have|has|had|"
    r"live|lives|living|can|will|would|may|do|does|did|not|years?)\b)"
)


def _exact(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _flexible(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


NON_FIGURES: dict[str, re.Pattern[str]] = {
    "reference": _flexible(
        r"\b(?:sections?|s\.|regulations?|paragraphs?|paras?\.?|pages?|pp?\.|"
        r"figures?(?= \d+(?:\W|$))|"
        r"fig\.?|tables?|graphs?|charts?|appendi(?:x|ces)|annex(?:es)?|chapters?|schedules?|"
        r"agenda items?|items?(?= \d)|minutes?(?= \d)|notes?(?= \d)|footnotes?|clauses?|articles?|"
        r"volumes?|rooms?(?= \d)|recommendations?(?= \d)|priorit(?:y|ies)(?= \d)|"
        r"objectives?(?= \d)|"
        r"outcomes?(?= \d)|themes?(?= \d)|actions?(?= \d)|standards?(?= \d)|nos?\.|"
        r"ref(?:erence)?s?:?)"
        rf"\s*:?\s?{_LIST}(?![%,]\d|%|\d)"
    ),
    "source": _flexible(
        r"\b(?:stud(?:y|ies)|research|reviews?|sources?|authors?|papers?|another|others?)"
        r" \(\d{1,2}(?:, ?\d{1,2})*\)"
        r"|\b(?:retrieved|accessed)(?: on)?:? \d{1,2}(?:[ /.-]\d{1,2})?,? (?:19|20)\d\d\b"
    ),
    "coded": _exact(r"\b[Cc]oded?s?:(?:\s*\d{1,4}\s?[-=–]\s?[A-Z][A-Za-z ]*[,;]?)+"),
    "act_short": _exact(
        r"\b[sS]\.?\s?(?:17|20|31|38|47|175|11)\b(?!,\d|\.\d|%)|\bS17/|\bPart (?:\d|[IVX])+\b"
    ),
    "name": _exact(
        r"\b(?:Key Stages?|KS|Years?|Yr|Y|Levels?|Tiers?|Stages?|Phases?|Grades?|Bands?|Entry|"
        r"Types?|Steps?|"
        r"Wards?|Groups?|Units?|Blocks?|Zones?|Version|Progress|Attainment|Entry Level|"
        r"Category|Cat|"
        rf"Weeks?|Terms?|Modules?|Parts?|Articles?|Questions?|Top)\s?{_LIST}(?!,\d|%|\.\d)"
        r"|\bQuarters? [1-4](?![\d,.]*\d|%)"
    ),
    "stage": _flexible(
        r"\b(?:key stages?|levels?|year group|reception and year|"
        r"stages?|tiers?|phases?|step|bands?|category|type|grade|wave|strand|domain|module|version|"
        r"questions?|(?<!\bthe )(?<!\bthis )(?<!\blast )(?<!\bsame )(?<!\bnext )"
        r"(?<!\beach )(?<!\bevery )(?<!\bone )(?<!\bfull )"
        r"(?<!\bany )(?<!\bthat )(?<!financial )(?<!academic )"
        r"(?:year|week|day|term)(?= \d{1,2}(?![\d.,]*\d)))"
        rf"\s{_LIST}(?!,\d|%|\d|\.\d)(?=\W|$)|\bquarter [1-4](?![\d,.]*\d|%)"
    ),
    "code": _exact(
        r"\b(?:NI|BV|BVPI|PAF|LPI|KPI|CF|LAA|LI|SP|CP|URN|ISBN|COVID|Covid)[\s-]?\d+[a-z]?\b"
    ),
    "glued": _exact(
        r"(?<![\w£])(?=[\w-]*[A-Za-z])(?=[\w-]*\d)(?!\d+(?:st|nd|rd|th|k|K|m|M|bn|"
        r"pp)\b)(?!\d+-)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\b"
    ),
    "rate_base": _flexible(rf"\b(?:per|(?:in|for) every)\s+{PERSON_BASE}\b"),
    "age_group": _flexible(
        r"\b(?:aged?|ages|aged? of|(?:under|over|below|above) the ages? of|between the ages of|"
        r"aged? (?:between|over|under|from|up to|at least)|the ages? of|at ages?)"
        rf"\s+(?:between\s+|of\s+|over\s+|under\s+)?(?:{_AGES}|{_N})"
        r"(?:\s+(?:and|to|or)\s+\w+(?= years?))?"
        r"(?:\s+(?:years?|and (?:over|above|under)|or (?:over|under|above|older)))*"
    ),
    "age_band": _flexible(
        rf"\b(?:{_AGES}|{_N}(?:\s?(?:-|to|and|or)\s?{_N})?)[- ]?(?:year|yr|month)s?[- ]olds?\b"
        rf"|\b(?:under|over|post|pre|turn(?:ed|s|ing)?|reach(?:ed|es|ing)?|until|before|"
        rf"after)[- ](?:they (?:are|were|turn(?:ed)?) )?"
        rf"(?:{_AGE}|five)(?:'?s\b|(?=\s+(?:years? of age|years|living|leaving|and\b|provision|"
        rf"education|population|conception)|[,.;)]|\s*$))"
        rf"(?:\s+years?(?: of age)?)?"
        rf"|\b{_AGE}\s?(?:\+|plus)(?=\s*(?:\W|age|population|services?|provision|year))"
        rf"|\b{_AGE}\s?(?:-|to)\s?{_AGE}\s?(?:years?|population|service|offer|group|range|"
        rf"cohort|provision)\b"
        rf"|\b(?:{_N}|eighteen|sixteen)(?:th|teenth)? birthday|\bsixteenth|\beighteenth"
        rf"|\bunder (?:one|two|five|ten|eighteen|sixteen)s?\b(?= year| years|s\b)"
        rf"|\b{_AGE}\s+years? of age\b|\b0 ?(?:-|to) ?(?:5|17|18|19|25)\b(?!%)"
    ),
    "age_reached": _flexible(
        rf"\b(?:becom(?:es?|ing)|became|turn(?:s|ed|ing)?|reach(?:es|ed|ing)?|until|till|before|"
        rf"(?:they|she|he|who|child|person) (?:are|is|were|was)(?: (?:at least|over|under|nearly|"
        rf"approaching|between))?|(?:leav\w+|home|care|school|education|transition\w*|start\w*|"
        rf"mov\w+) at|(?:birth|nought|zero|0) to|(?:up )?to(?= \d+ (?:should|if they)))\s+"
        rf"(?:they (?:are|were|turn|reach|become)\s+|the age of\s+)?(?:at least\s+)?{_AGE_WORD}"
        rf"(?:\s*(?:and|or|to)\s*{_AGE_WORD})?{_AGE_END}"
    ),
    "age_of_people": _flexible(
        rf"\b{_PEOPLE}(?: \w+)? (?:who are )?(?:under|over|above|below|between|up to|beyond)\s+"
        rf"{_AGE_WORD}(?:\s*(?:and|to|-)\s*{_AGE_WORD})?{_AGE_END}"
    ),
    "age_plus": _flexible(r"\b(?:11|14|16|17|18|19|21|25)(?:[- ]plus|\s?\+)(?!\w)"),
    "age_range": _flexible(
        r"(?<![\d.,£/-])(?:\d|1\d|2[0-5])-(?:\d|1\d|2[0-5])(?![\d%/-]|\.\d|,\d| ?per)"
    ),
    "committee": _exact(r"\b(?:Board|Committee|Panel)s? \(\d+\)"),
    "attainment": _flexible(
        r"\b(?:at least )?(?:\d\+?|five|one) ?(?:or more )?(?:good |higher level |higher grade )?"
        r"(?:\+? ?A\*?(?: ?- ?[A-G]| to [A-G])|GCSEs?\b|grades? A)|\bgrades? \d(?: ?(?:-|"
        r"to) ?\d)?\b|\b%A\*-"
        r"|\b(?:maths|english) at grade \d"
    ),
    "deprivation": _flexible(
        rf"\b(?:\d+%|{_N}|\d+ per ?cent) (?:of )?(?:most|least) (?:deprived|affluent|"
        rf"disadvantaged)"
        r"|\b(?:top|bottom|lowest|highest|worst|best) (?:\d+(?:%| per ?cent)|quartile|decile|\d+)"
        r"|\b\d+(?:%| per ?cent) (?:absence |attendance )?threshold"
    ),
    "repeat_threshold": _flexible(
        r"\b(?:(?:one|two|three|four|five|six|seven|ten|\d{1,2}) or more|(?:three|3|two|"
        r"2)\+)(?=\s+(?:or more )?(?:\w+ ){0,2}"
        r"(?:placements?|moves?|times|occasions|changes|schools?|social workers|years?|months?|"
        r"weeks?|days?|"
        r"children|plans?|episodes|agencies|fixed))"
        r"|\b(?:second|third) or subsequent\b|\b(?:at least|more than|fewer than|"
        r"only) one (?:occasion|of)\b"
    ),
    "defined": _flexible(
        r"\b(?:with|having|miss(?:es|ed|ing)?|who (?:have|had|has|hold|held))\s+"
        rf"(?:\d+|{_N})(?:\s?%| per ?cent)?\s+or (?:more|fewer|less|over|above)\b"
        r"|\b(?:workers?|practitioners?|staff|managers|families|parents|children|pupils|schools) "
        r"(?:with|having|who (?:have|had|hold|held)|holding|carrying) "
        r"(?:more than|over|at least|fewer than|less than|up to|under) \d+(?![\d%]| per)"
        r"|\b(?:which means?|defined as|means that|meaning that)\b[^.;\d]{0,40}\b\d+(?:\s?%)? or "
        r"(?:more|less|fewer)\b"
    ),
    "quoted": _flexible(rf"(?<![\w'\"])['\"]{_N} \w+(?: \w+)?['\"]"),
    "distance": _flexible(
        rf"\b(?:{_N}|twenty)[- ](?:plus |or more )?(?:miles?|kilomet(?:re|er)s|km)\b"
    ),
    "frequency": _flexible(
        rf"\b(?:every|each|once every|per)\s+{_N}[- ]{_DURATION}s?|\b{_N}[- ](?:weekly|monthly|"
        rf"yearly)\b"
        rf"|\b(?:once|twice|{_N} times) (?:a|per|every|each) {_DURATION}\b"
    ),
    "threshold": _flexible(
        r"\b(?:within(?: the)?(?: (?:first|last|next|required|statutory))?|after|"
        r"for (?:at least|more than|over|less than|up to|"
        r"fewer than|under)|lasting(?: for)?(?: more than| over| at least| less than)?|"
        r"longer than|"
        r"more than|less than|over|under|exceed(?:s|ing)?|at least|up to|next|first|coming|"
        r"following|"
        rf"for|beyond|between|before)\s+(?:the (?:next|first|last)\s+)?"
        rf"(?:{_N}|twenty|eighteen|\d+\.\d)(?:\s*(?:to|-|and|"
        rf"or)\s*{_N})?[- ](?:and a half )?{_DURATION}s?"
        r"(?:\s+or (?:more|less|longer|over))?\b"
        rf"|\b{_N}\s*(?:to|-|or)\s*{_N}\s+{_DURATION}s\b"
        rf"|\b(?:{_N}|eighteen)[- ]{_DURATION}s? (?:or (?:more|longer|less|over)|and over|plus|"
        rf"review|plan|period|target|timescale|window|programme|limit)\b"
        rf"|\b{_N} (?:working )?hours?\b|\b{_N} (?:and a half|\.5) {_DURATION}s?\b"
    ),
    "scale_point": _flexible(
        r"\bscore of \d+ is (?:usually|generally|normally)|\bthe \d+ that would\b|"
        r"\bout of(?: a (?:possible|total of))? \d+(?= (?:local )?(?:authorit|council|area|"
        r"district))"
    ),
    "file_size": _flexible(r"\b\d[\d.,]*\s?(?:KB|MB|GB)\b"),
    "yearless_date": _exact(
        r"\b\d{1,2}(?:st|nd|rd|th)?(?:\s?(?:-|to|and|or|&)\s?\d{1,2}(?:st|nd|rd|th)?)? (?:of )?"
        r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    ),
    "clock": _flexible(
        r"\b\d{1,2}[.:]\d\d ?(?:am|pm|hrs?|hours)?\b(?=\W|$)(?:(?<=m)|(?<=s)|(?<=:\d\d))|"
        r"\b\d{1,2} ?(?:am|pm)\b|\b24/7\b"
    ),
    "telephone": _exact(
        r"(?<![\w,.])0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,6}\b|(?<![\w,.])0\d{2,4} \d{2} \d{5}\b"
    ),
    "web": _flexible(r"\b(?:https?://|www\.)\S+|\S+@\S+|\b[\w.]+\.(?:gov|org|co)\.uk\S*"),
    "postcode": _exact(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"),
    "long_number": _exact(r"(?<![\d,.£])0\d+(?![\d,.%])|(?<![\d,.£])\d{7,}(?![\d,.])"),
    "list_number": _exact(r"^\s*\(?\d{1,2}(?:\.\d{1,2})*[.)]\s"),
    "stray_number": _exact(
        r"(?<=[a-z,] )\d{1,3}\.(?= [a-z])|^\s*\d{1,3}\.?\s*$|(?<=[;,] )\d(?= (?:all|both|none)\b)"
        r"|(?<=[a-z] )\d{1,2}(?= ,)|(?<=[A-Z]{3} )\d\.(?= [A-Z]|\s*$)"
    ),
    "one_as_pronoun": _flexible(
        r"\bone (?:of (?:the|its|our|their|these|those|a|her)\b|another|or (?:more|two)|to one|"
        r"stop|day|such|example|"
        r"way|hand|aspect|area|key|time|point|in which|that|who|which|could|can|should|must|"
        r"would|may|place|case)"
        r"|\b(?:no|any|each|every|every|some|this|that|the|which|another|only|at least|"
        r"number) one\b"
        r"|\bone-to-one|\b(?:at|as) one\b|\b1 ?(?::|to) ?1\b|\bone and two\b"
    ),
}
