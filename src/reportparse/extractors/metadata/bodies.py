"""The committee, board or council that a report went to, named in a line of its front."""

import re

from reportparse.extractors.worded import WordedRule
from reportparse.vocabulary import active_vocabulary

_NOUN = (
    r"(?:(?:Sub-?[ ]?)?Committee|Board|Panel|Cabinet|Executive|Commission|Forum|Assembly"
    r"|(?:Task(?: and Finish)?|Review|Working) Group)"
)
_WORD = r"(?:[A-Z][\w'’&.-]*,?|and|of|the|for|on|with|&|-|–|\(\w[\w' ]*\))"
# "Improvement and Scrutiny Committee - People"
_BRANCH = (
    r"(?: \((?!Item|Agenda)[^()]{1,60}\)"
    r"| [-–] (?![A-Z][a-z]+day|Minutes|Agenda|Meeting)[A-Z][a-z]+"
    r"(?:(?:,| and| &)? [A-Z][a-z]+){0,3}$)?"
)
_NAME = rf"(?P<body>(?:{_WORD} ){{0,14}}?{_NOUN}{_BRANCH})"
_DAY = (
    r"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?(?:the )?"
    r"\d{1,2}(?:\s?(?:st|nd|rd|th))?(?: of)? [A-Za-z]{3,9}|\d{1,2}[/.]\d|[A-Za-z]{3,9} \d{4})"
)
_OVER = rf"(?=\s*(?:$|[,;:|\t–—-]|\(Item|(?i:meeting|held|minutes|agenda|on|report|date|{_DAY})))"
_COUNCIL = r"(?P<body>(?:Full |County |City |Borough )?Council)"
_OPENING = r"(?:(?i:the) )?"

RULES: tuple[WordedRule, ...] = (
    WordedRule(
        "body.report_to",
        re.compile(
            r"(?i:\b(?:report|prepared|paper|briefing|presented|submitted) (?:to|for)"
            r"|decision maker|^to(?=[:\t])"
            r"|(?:committee )?name(?: of committee)? and date of (?:committee )?meeting"
            r"|(?:name of )?committee(?: name)?|panel|meeting of|meeting)[\s:]*(?i:a )?"
            rf"(?:\d\d?/\d\d?/\d{{2,4}}\s*[-–]\s*)?{_OPENING}{_NAME}{_OVER}"
        ),
        "Report to the Corporate Parenting Board, 21 April 2016",
        "Report to parents",
        "council papers and committee web pages",
        4,
    ),
    WordedRule(
        "body.minutes_of",
        re.compile(
            rf"(?i:\b(?:minutes|agenda|proceedings) (?:of|for) (?:a |the )?(?:meeting of )?)"
            rf"{_OPENING}{_NAME}{_OVER}"
        ),
        "Minutes of the Schools Forum held on 4 May 2020",
        "Minutes of the meeting held on 4 May 2020",
        "minutes",
        3,
    ),
    WordedRule(
        "body.minutes_of_council",
        re.compile(
            rf"(?i:\b(?:minutes|agenda|meeting) (?:of|for) (?:a |the )?(?:meeting of )?(?:the )?)"
            rf"{_COUNCIL}(?=\s*(?:$|[,;:|–—-]|(?i:held|on|{_DAY})))"
        ),
        "Minutes of the meeting of the County Council held on 14 July 2015",
        "Minutes of the Council of Governors",
        "minutes of full council",
        3,
    ),
    WordedRule(
        "body.line",
        re.compile(rf"^{_NAME}{_OVER}"),
        "Policy Committee",
        "Members of the committee asked for more",
        "front pages",
        2,
    ),
    WordedRule(
        "body.council",
        re.compile(
            rf"^(?:(?i:meeting of )(?:the )?)?{_COUNCIL}(?i:\s+meeting)?[\s,:–—-]+(?i:{_DAY})"
        ),
        "Council - Wednesday 1 March 2023",
        "Council tax rose on 1 March 2023",
        "minutes of full council",
        2,
    ),
)
# What stands before a body in one line and belongs to a title, and bodies that write reports.
_NOT_A_BODY = re.compile(
    r"\b(?:Reports?|Reviews?|Updates?|Plans?|Strategy|Performance|Minutes|Agenda|Inspections?"
    r"|Briefing|Safeguarding(?: Children)? Board|Youth Justice Board|Management Board"
    r"|Member|Date|Name)\b"
)
_LEAD = re.compile(r"^(?:of|the|and|for|to)\s+", re.I)
_CAPITALS = 0.8


def find_body(line: str) -> str | None:
    """The body that ``line`` names as the one that met, or that the report went to."""
    found = body_rule(line)
    return found[1] if found else None


def body_rule(line: str) -> tuple[WordedRule, str] | None:
    """The rule that finds a body in ``line``, and the body's name as printed."""
    text = _mixed(line)
    for rule in RULES:
        match = rule.pattern.search(text)
        if match is None:
            continue
        start, end = match.span("body")
        name = _LEAD.sub("", _without_council(text[start:end]))
        if name and not _NOT_A_BODY.search(name):
            return rule, name
    return None


def _mixed(line: str) -> str:
    """``line`` in title case where it is printed in capitals, so that names are seen."""
    letters = [char for char in line if char.isalpha()]
    if not letters or sum(char.isupper() for char in letters) < _CAPITALS * len(letters):
        return line
    small = {"And", "Of", "The", "For", "To", "On", "With"}
    words = re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda match: match.group().capitalize(), line)
    return " ".join(
        word.lower() if index and word in small else word
        for index, word in enumerate(words.split(" "))
    )


def _without_council(name: str) -> str:
    """``name`` without the authority whose body it is: "Leeds City Council Scrutiny Board"."""
    match = re.match(r"(?P<owner>.+?(?:Council|Borough)(?:['’]s)?)[ ,]+(?P<rest>.+)$", name)
    if match and active_vocabulary().areas.authority_in(match["owner"]):
        return match["rest"]
    return name
