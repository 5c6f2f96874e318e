"""Lines that say what kind of page a document is: of a committee system, an answer, a briefing.

None of them is a title, and those of ``COUNCIL_PAGES`` show that a council wrote the page, so that
it is no report of the inspectorate even where it prints the title of one.
"""

import re

from reportparse.document import normalise
from reportparse.extractors.metadata.bodies import body_rule
from reportparse.extractors.metadata.front import FrontLine
from reportparse.extractors.worded import WordedRule

_FIRST_LINES = 8
_SURE = 2

FRAMES: tuple[WordedRule, ...] = (
    WordedRule(
        "frame.page",
        re.compile(
            r"^(?:agenda item|issue(?: -)? (?:meetings?|details)|issue"
            r"|decision(?: details| notice)?"
            r"|meeting (?:details|documents?)|agenda(?: and minutes)?"
            r"|(?:draft )?minutes(?: of (?:the )?meeting)?|(?:public |agenda )?document pack"
            r"|agenda pack|additional documents|news|news (?:story|release|article)|latest news"
            r"|(?:press|media) release|written (?:questions?|answers?))\W*$",
            re.I,
        ),
        "Issue - meetings",
        "Issues for young carers",
        "committee systems and news pages",
    ),
    WordedRule(
        "frame.furniture",
        re.compile(
            r"^(?:contents(?: page)?|home|search|menu|introduction|question(?:er)?|open|public"
            r"|restricted|(?:public |open |draft |final |cover(?:ing)? )?report)\W*$",
            re.I,
        ),
        "Open report",
        "Report on care leavers",
        "front pages",
    ),
    WordedRule(
        "frame.request",
        re.compile(
            r"^(?:freedom of information|FOI|environmental information)(?: act(?: \d{4})?)?"
            r"(?:[\s:-]+(?:request|response|disclosure|answer|reply|log)s?)*"
            r"(?:[ :#-]*\w*\d[\w/-]*)?\W*$"
            r"|^(?:request|response|decision|reference(?: number)?|your (?:request|ref\w*))\b"
            r".{0,40}$",
            re.I,
        ),
        "Freedom of Information request 24/1187",
        "Freedom of movement for young people",
        "answers to requests",
    ),
    WordedRule(
        "frame.addressed",
        re.compile(
            r"^(?:.{3,40} council(?:'s)?[\s,:-]+)?(?:(?:elected )?members'? )?"
            r"(?:briefing|bulletin|newsletter|information|circular|message|statement)"
            r"(?: note| paper)?(?: (?:for|to) (?:all )?[\w' ]{3,40})?(?:[,:-].{0,40})?$",
            re.I,
        ),
        "Briefing for councillors, 4 December 2017",
        "Briefing on school places for the autumn",
        "briefings and bulletins",
    ),
    WordedRule(
        "frame.label",
        re.compile(
            r"^(?:report (?:of|by|to|from|authors?|originator)|wards? affected|key decision|status"
            r"|classification|contact|tel|e-?mail|lead (?:officer|member|director)|portfolio|author"
            r"|prepared (?:by|for)|presented by|from|to|cc"
            r"|purpose of (?:the )?report"
            r"|(?:publication|response|decision|issue) date|meeting(?: of| date| held)?|date\b|"
            r"venue|time|present"
            r"|in attendance|apologies|inspection dates?|report published|published|ref(?:erence)?"
            r"|agenda item(?: no\.?)?|appendix)"
            r"(?:\(s\))?(?:\s*[:\t(].*|\s+(?:the )?(?-i:[A-Z\d].*)|\s+of .*|\s*\d*)$"
            r"|^item(?: no\.?| number)?\s*:?\s*[\dA-Z.]{0,5}$"
            r"|^\([^()]*\b(?:report|item)\b[^()]*\)$|^view the .{3,60}$",
            re.I,
        ),
        "Report of the Director of Children's Services",
        "Reporting abuse: a guide",
        "front pages",
    ),
    WordedRule(
        "frame.council",
        re.compile(
            r"^(?:the )?(?:[\w'-]+ ){1,5}council$"
            r"|^(?:london |royal |metropolitan )*borough of [\w' ]+$",
            re.I,
        ),
        "Ashby Borough Council",
        "How children see the council and its work",
        "front pages of councils that are no children's services authority",
    ),
    WordedRule(
        "frame.updated",
        re.compile(
            r"^(?:last |page )?(?:updated|published|reviewed|issued|revised|posted)\b.{0,40}$", re.I
        ),
        "Last updated: October 2019",
        "Updating our plan for care leavers",
        "needs assessments and news pages",
    ),
)

MEETING = WordedRule(
    "frame.meeting",
    re.compile(r"^(?:(?:draft )?minutes|agenda|notice)\b.{0,20}\bmeeting\b", re.I),
    "Minutes of the meeting held on 9 January 2019",
    "Minutes matter: how fast calls are answered",
    "minutes; the line is the title where nothing else is",
)
COUNCIL_PAGES = frozenset({"frame.page", "frame.request", "frame.addressed"})


def frame_of(text: str) -> WordedRule | None:
    """The rule that says what page or label the line ``text`` is; None for other lines."""
    folded = normalise(text).text.strip()
    return next((rule for rule in FRAMES if rule.pattern.search(folded)), None)


def is_council_page(front: tuple[FrontLine, ...]) -> bool:
    """Whether the first lines are those of a council's page: minutes, an answer, a briefing."""
    for line in front[:_FIRST_LINES]:
        if line.is_sentence:
            continue
        frame = frame_of(line.text)
        if MEETING.pattern.search(line.text) or (frame and frame.id in COUNCIL_PAGES):
            return True
        body = body_rule(line.text)
        if body is not None and body[0].weight >= _SURE:
            return True
    return False
