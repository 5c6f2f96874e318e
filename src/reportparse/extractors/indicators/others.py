"""Figures that tell how something was looked into."""

import re

# "an audit of 1,095 case files", "a sample of 40 children": how something was looked into.
_EXAMINED_BEFORE = re.compile(
    r"\b(?:audits?|samples?|dip[- ]samples?|reviews?) (?:of|covering)"
    r"(?: (?:over|around|about|some|nearly|all|more than|up to|the))*\s*$",
    re.IGNORECASE,
)
_EXAMINED_AFTER = re.compile(
    r"^[^.;,]{0,60}?\b(?:files|records|cases|plans|assessments)\b"
    r"(?: of [\w ]{1,40}?)? (?:(?:were|was|have been|had been) )?"
    r"(?:audited|sampled|examined|dip[- ]sampled)\b",
    re.IGNORECASE,
)


def is_examined(text: str, start: int, end: int) -> bool:
    """Whether the number at ``text[start:end]`` is how many cases were looked at, not a measure."""
    return bool(_EXAMINED_BEFORE.search(text[:start]) or _EXAMINED_AFTER.match(text[end:]))
