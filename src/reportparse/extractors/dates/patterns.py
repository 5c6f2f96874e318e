"""Words around a date that say what it is the date of, as data.

Each rule is tried on the words before the date, from its sentence's start, in the order given.
"""

import re

from reportparse.records import DateRole

_GAP = r"(?: [^.;:]{0,40}?)?"
_BODY = r"(?:board|committee|panel|cabinet|executive|commission|forum|assembly|council)"

BEFORE: tuple[tuple[DateRole, re.Pattern[str]], ...] = (
    (
        DateRole.PUBLICATION,
        re.compile(rf"\b(?:re)?publi(?:shed|cation)(?: date)?:?{_GAP} ?$", re.I),
    ),
    (
        DateRole.REPORT_DATE,
        re.compile(r"(?:^|\b(?:report|of report) )date(?: of (?:the )?report)? ?[:|]? ?$", re.I),
    ),
    (
        DateRole.MEETING_DATE,
        re.compile(
            r"\b(?:meeting|meetings)(?: held| date)?(?: of [^.;]{3,60})?,? ?(?:on|:|of|dated)? ?$"
            rf"|\b{_BODY}(?: \([^)]*\))?(?: ?[,:-] ?| meeting (?:on|of) | ?)$"
            rf"|\bdate of (?:the )?meeting ?:? ?$",
            re.I,
        ),
    ),
    (
        DateRole.DEADLINE,
        re.compile(
            r"\b(?:deadline|due|no later than|target date|timescale|complete[d]? by|in place by"
            r"|achieved by|by the end of|by) ?:?(?: \w+)? ?$",
            re.I,
        ),
    ),
    (
        DateRole.DATA_AS_AT,
        re.compile(
            r"\b(?:as at|as of|as on|position (?:at|on)|data (?:at|to|for|as at)|snapshot)"
            r"(?: the)?(?: end of)? ?$|\b(?:at|on)(?: the end of)? ?$",
            re.I,
        ),
    ),
)
MAY_HOLD_DATES = re.compile(r"\d{4}|\d[/.]\d|[a-z] \d\d\b")
PARAGRAPH_NUMBER = re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}$")
END_OF = re.compile(r"(?:as )?at\b|(?:the )?end of\b", re.I)
NO_DATE = re.compile(
    r"\b(?:Acts?|Regulations?|Order|Guidance|Framework|Together[^.;]*),?'?(?:\s\w+)?,? ?$"
)
INSPECTED = re.compile(
    r"\b(?:inspect(?:ion|ions|ed|ors?)|ofsted|judged|focused visit|monitoring visit)\b"
    r"[^.;]{0,70}$",
    re.I,
)
INSPECTED_AFTER = re.compile(r"^ (?:\w+ ){0,4}inspections?\b|^,? (?:when )?ofsted\b", re.I)
LABELS_DATA = re.compile(
    r"^(?:at |as at |on |number |rate |\w+ ){0,3}$|\b(?:table|figure|graph|chart)\b|, $", re.I
)
