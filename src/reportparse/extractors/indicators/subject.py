"""Whether a document is about services for children at all.

The vocabulary's wordings are short ("population", "university"), and mean a measure of children's
services only in a document on them. In any other document figures keep their labels and get no id.
"""

import re

_WORDS = re.compile(
    r"looked[- ]after|children (?:and young people )?in (?:our |the )?care|cared[- ]for child|"
    r"care leavers?|leaving care|care experienced|child protection|children in need|"
    r"children'?s (?:services|social care|homes?|centres?|trust|board)|ofsted|safeguarding|"
    r"fostering|foster (?:care|carers?|placements?)|"
    r"adopters?|adoption (?:service|panel|agency|order)|"
    r"social workers?|early help|corporate parent|youth (?:offending|justice)|virtual school|"
    r"special educational needs|\bSEND\b|\bEHCPs?\b|\bNEETs?\b|troubled families|"
    r"education, employment or training|young people's service|school attendance|"
    r"\bpupils\b|free school meals|good level of development|persistent absence|young carers?|"
    r"child poverty|early years",
    re.IGNORECASE,
)
_FEWEST = 2
# A page or two may well name only one.
_SHORT = 4000


def is_about_children(text: str) -> bool:
    """Whether ``text`` names two things of the field or more, or one if it is short."""
    fewest = _FEWEST if len(text) > _SHORT else 1
    named: set[str] = set()
    for match in _WORDS.finditer(text.replace("’", "'")):
        named.add(match.group().lower())
        if len(named) >= fewest:
            return True
    return False
