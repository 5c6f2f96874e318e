"""The printed wording that names what a figure measures, and the thing a count counts."""

import re

from reportparse.extractors.relations.patterns import ANAPHORA, PART_OF
from reportparse.extractors.segments.model import (
    AREA,
    FIGURE,
    PERIOD,
    Figure,
    Sentence,
    Surroundings,
)
from reportparse.records import Role, Unit

_SIGNS = FIGURE + PERIOD + AREA
_STOP_AFTER = re.compile(
    rf"[{FIGURE}{PERIOD}]|[.;]\s|[.;]$|,\s(?:compared|while|whilst|with|up|down|of whom|"
    rf"of which|but|and)\b"
    r"|\s(?:compared|while|whilst|up from|down from|than)\s|\("
    r"|\s(?:an?|the) (?:further )?(?:reduction|increase|decrease|rise|fall|drop)\b"
)
# A comma before the next part of a list, not before another clause: "education, employment or".
_COMMA = re.compile(r",(?!\s(?:[\w'/-]+,?\s){1,4}(?:and|or)\s)(?!\s(?:and|or)\s[\w'-]+(?:\s|$))")
_CLAUSE_WORD = re.compile(
    r"\s(?:because|although|though|which|whose|so that|in order to|should they|if they|despite|"
    r"including|resulting|leading|thereby|therefore|however|depending|unless)\b"
)
_STOPS = (_STOP_AFTER, _COMMA, _CLAUSE_WORD)
_STOP_BEFORE = re.compile(
    r"[;:]\s|,\s(?:and|but|while|whilst|whereas|with)\s|\s(?:while|whilst|whereas)\s"
    r"|,?\s\(?(?:of|among|amongst) (?:whom|which|these|those)\b"
    r"|\b(?:show|indicat|suggest|report|demonstrat|confirm|mean|estimat|reveal|found|find|evidenc|"
    r"not|highlight|identif)\w* that\s"
)
_TRAILING = re.compile(
    r"(?:[\s,(=:-]|\b(?:is|are|was|were|has|have|had|been|be|stood|stands?|would|will|at|of|to|from|in|on|"
    r"by|for|the|a|an|"
    r"now|just|only|rose|risen|fell|fallen|reduced|increased|improved|decreased|gone|went|up|"
    r"down|over|"
    r"slightly|significantly|steadily|which|that|and|or|with|reached|averaged|remains?|represents|"
    r"this|it|these|about|some|seen|further|decrease|increase|reduction|rate of|number|total|"
    r"came|come|"
    r"recently|currently|consistently|substantially|rapidly|sharply|dramatically|markedly|"
    r"considerably|marginally|gradually|approximately|nearly|subsequently|already|"
    r"made|account|accounts|there|than|as|also|still|more|less))+$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:[\s,()=:;%*-]|\b(?:there (?:is|are|was|were|have been|has been)|of|in|at|by|on|and|"
    r"but|or|while|"
    r"we|as|during|between|however|an?|this|it)\b(?!-))+",
    re.IGNORECASE,
)
# "children looked after - much higher than the actual figure": what follows only compares.
_COMPARED = re.compile(
    r"\s(?:[-–]\s)?(?:(?:much|far|well|slightly|significantly|considerably) )?"
    r"(?:higher|lower|more|fewer|less|greater|smaller|larger|above|below) than\b.*$"
)
# A clause that only leads up to the one that states the figure.
_LEAD_CLAUSE = re.compile(
    r"^(?:to|while|although|though|as|at|for|during|if|when|despite|however|overall|since|through|"
    r"by|with|following|based|because|after|before|even|in|on|currently|recently|consequently|"
    r"therefore|additionally|furthermore|similarly|conversely|historically|positively|"
    r"encouragingly|nationally|locally)\b[^,]*,\s(?=\S+\s+\S)",
    re.IGNORECASE,
)
# Where the measure is named: "led to an increase in [the number of children in care]".
_MEASURE_HEAD = re.compile(
    r"\b(?:(?:the|our|its|total|overall|average|annual) )*(?:numbers?|proportion|percentage|"
    r"average|rates?) of (?=\w+ \w)",
    re.IGNORECASE,
)
_HANGING = re.compile(
    r"(?:[\s,(]|\b(?:in|at|by|on|for|from|to|of|the|an?|and|or|with|as|compared|"
    r"(?:who|which|that)(?: (?:is|are|was|were|has|have|had))?))+$"
)
_NOUN_STOP = re.compile(
    rf"[{_SIGNS}.,;:()]|^\s*(?:and|or|but|so)\b|\b(?:one|two|three|is|are|was|were|has|have|had|be|been|being|who|which|that|whose|"
    rf"where|when|"
    r"live|lives|lived|living|in|at|of|to|for|with|from|on|under|over|aged|by|per|ceased|"
    r"became|left|"
    r"returned|turned|moved|placed|came|went|as|subject|across|within|outside|between|during|"
    r"since|"
    r"than|compared|while|received|had|undertaken|to|more|fewer|less|higher|lower|every|this|due|"
    r"adopted|answered|took|told|an?|the|between|against|including|through|among)\b",
    re.IGNORECASE,
)
# "This is 21% of the total population": a share of what was counted before.
_IS_SHARE = re.compile(
    rf"\W*(?:this|that|it|which|these|they) (?:is|are|was|were|represents?|equates? to|makes? up|"
    rf"accounts? for) {FIGURE}+ of ",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]")
# What the things counted do, or what is done with them; people are "looked after".
_PARTICIPLE = re.compile(
    r"(?:(?<=s)|(?<=children)|(?<=people)|(?<=person)|(?<=child))\s+(?!looked after)"
    r"(?:\w+(?:ing|ed)|seen|made|held|known|given|taken|back|-)\b.*|\s+-\s.*"
    r"|^\s*\w+(?:ed)\s*$",
    re.DOTALL,
)
# "and" at the end, or with the verb that counts other things: "134 places and commissions one".
_JOINED = re.compile(r"\s+(?:and|or)\s*$")
_BEFORE_NEXT = re.compile(r"\s+(?:(?:and|or)(?:\s+[\w'-]+)?|\w{3,}ing)\s*$")
_JOINED_VERB = re.compile(r"\s+(?:and|or)(?:\s+[\w'-]+)?\s*$")
_RATES = {Unit.PER_10000, Unit.PER_1000, Unit.PER_100000}
_OPEN_BRACKET = re.compile(r"\s*\([^()]*$")
# "Children from minority ethnic groups account for 23% of all children".
_SHARE_OF = re.compile(
    r"\b(?:account\w* for|represent\w*|mak\w+ up|made up|compris\w+|constitut\w+|equat\w+ to)\s+$"
)
# The same in another unit, in brackets right after a figure: "two (20%) live".
_RESTATED = re.compile(rf"\s*\((?:or |about )?{FIGURE}+\)")
# "Seven children are currently using it": "currently" does not end what they do.
_NOW_DOING = re.compile(
    rf"(?:(?<=\bare)|(?<=\bis)|(?<=\bwere)|(?<=\bwas))\s+{PERIOD}+(?=\s\w+(?:ing|ed)\b)"
)
# "Four of the 13 children": the second figure says of how many.
_PART_OF_FIGURE = re.compile(
    rf"\s+(?:out )?of (?:(?:the|these|those|our|its|all) )*{FIGURE}+", re.IGNORECASE
)
# What is said of the first figure of those two, not of the second.
_SAID = re.compile(r"(?<!who)(?<!which)(?<!that)\s(?:is|are|was|were|has|have|had)\b.*", re.DOTALL)
# "Of 60 homes inspected, 12 were outstanding".
_SAID_OF = re.compile(r"\s(?:is|are|was|were|had|have|has)\s", re.IGNORECASE)
# "At 12%, the rate is": the measure stands after a figure that opens the sentence.
_OPENS_WITH = re.compile(r",\s+(?=(?:the|this|its|our|their)\s)", re.IGNORECASE)


def assign_labels(sentence: Sentence, around: Surroundings) -> None:
    """Set ``label`` and ``of`` of the figures of the sentence, in order."""
    label, of = around.label, around.of
    for index, figure in enumerate(sentence.figures):
        figure.of = _of(sentence, figure, around, of)
        figure.label = _label(sentence, index, around, label)
        label, of = figure.label or label, figure.of or of


def _label(sentence: Sentence, index: int, around: Surroundings, previous: str) -> str:
    figure = sentence.figures[index]
    if figure.twin is not None:
        return figure.twin.label
    first = index == 0
    earlier = previous if not first or ANAPHORA.match(sentence.text) else ""
    right, left = _right(sentence, figure), _left(sentence, index)
    if figure.partner is not None:
        if figure.partner in sentence.figures[:index]:
            return figure.partner.label
        return left if len(left.split()) > 1 else earlier or left or right
    if figure.comparator and earlier:
        return earlier
    if figure.role is Role.CHANGE:
        return _change_label(right, left, earlier)
    if figure.unit in _RATES and previous and _OPEN_BRACKET.search(sentence.text[: figure.start]):
        return previous
    own = _join(sentence, figure, right, left)
    if earlier and first and own == right and _IS_SHARE.match(sentence.mask):
        own = f"{earlier}, of {right}"
    if not own:
        return earlier or around.head_label
    return _with_head(sentence, index, own, around, earlier)


def _change_label(right: str, left: str, earlier: str) -> str:
    named = re.match(
        r"^(?:\w+ )?(?:increase|rise|growth|reduction|decrease|fall|drop|decline|narrowing|"
        r"extra|additional)"
        r"\w*\s+(?:in|of)?\s*(.+)$",
        right,
    )
    if named:
        return named[1]
    return earlier or left or right


def _join(sentence: Sentence, figure: Figure, right: str, left: str) -> str:
    """Subject and object of the figure: what stands before it, after it, or both."""
    if figure.unit in _RATES:
        return _OPEN_BRACKET.sub("", left)
    after = sentence.text[figure.end : figure.end + 4]
    if after.startswith(" of ") and left and _SHARE_OF.search(sentence.text[: figure.start]):
        return f"{left}, of {right}"
    if figure.unit is Unit.COUNT and _noun(sentence, figure) is None:
        if left and right and _SAID_OF.match(sentence.text, figure.end):
            return f"{left} {right}"
        return left if len(left.split()) > 1 else right or left
    if figure.unit is Unit.COUNT or after.startswith(" of "):
        return right or left
    if left and right:
        return f"{left} {right}"
    return right or left


def _with_head(sentence: Sentence, index: int, own: str, around: Surroundings, earlier: str) -> str:
    """The label with what it is a part of before it: the list head, or the count "of whom"."""
    if not around.in_list or not around.head_label:
        if index and PART_OF.search(_gap(sentence, index)):
            return f"{sentence.figures[index - 1].label}, of whom {own}"
        return own
    if index and PART_OF.search(_gap(sentence, index)):
        return f"{sentence.figures[0].label}, of whom {own}"
    return f"{around.head_label}: {own}"


def _gap(sentence: Sentence, index: int) -> str:
    start = sentence.figures[index - 1].end
    return sentence.text[start : sentence.figures[index].end + 12]


def _right(sentence: Sentence, figure: Figure) -> str:
    mask, text = _after(sentence, figure)
    stops = [pattern.search(mask) for pattern in _STOPS]
    end = min((stop.start() for stop in stops if stop), default=len(mask))
    words = text[:end]
    if mask[end : end + 1] == FIGURE:
        words = _BEFORE_NEXT.sub("", words)
    if any(_PART_OF_FIGURE.fullmatch(sentence.mask, f.end, figure.end) for f in sentence.figures):
        words = _SAID.sub("", words)
    return _clean(words)


def _after(sentence: Sentence, figure: Figure) -> tuple[str, str]:
    """Mask and text after a figure, without what only restates a figure in brackets.

    "Four of the 13 children" goes on after the second figure, "At 12%, the rate is" after the
    comma.
    """
    start = figure.end
    part = _PART_OF_FIGURE.match(sentence.mask, start)
    opened = _OPENS_WITH.match(sentence.mask, start)
    if part:
        start = part.end()
    elif opened and sentence.text[: figure.start].strip().lower() in {"", "at", "with"}:
        start = opened.end()
    mask, text = sentence.mask[start:], sentence.text[start:]
    aside = [*_RESTATED.finditer(mask), *_NOW_DOING.finditer(mask)]
    for found in sorted(aside, key=re.Match.start, reverse=True):
        mask = mask[: found.start()] + mask[found.end() :]
        text = text[: found.start()] + text[found.end() :]
    return mask, text


def _left(sentence: Sentence, index: int) -> str:
    figure = sentence.figures[index]
    start = sentence.figures[index - 1].end if index else 0
    before = sentence.mask[start : figure.start]
    breaks = list(_STOP_BEFORE.finditer(before))
    if breaks:
        start += breaks[-1].end()
    kept = "".join(
        char if sign not in (FIGURE, PERIOD) else " "
        for char, sign in zip(
            sentence.text[start : figure.start], sentence.mask[start : figure.start], strict=True
        )
    )
    words = _LEAD_CLAUSE.sub("", _clean(kept))
    heads = [found.start() for found in _MEASURE_HEAD.finditer(words)]
    named = _clean(words[heads[-1] :] if heads else words)
    return _TRAILING.sub("", _COMPARED.sub("", named) or named)


def _clean(words: str) -> str:
    text = re.sub(r"\s+", " ", _LEADING.sub("", words)).strip(" ,.;:()*-")
    text = _HANGING.sub("", text)
    return text if _WORD.search(text) else ""


def _of(
    sentence: Sentence, figure: Figure, around: Surroundings, previous: str | None
) -> str | None:
    """The noun that a count counts; the one counted before where none follows."""
    if figure.unit is not Unit.COUNT:
        return None
    return _noun(sentence, figure) or previous or around.head_of


def _noun(sentence: Sentence, figure: Figure) -> str | None:
    """The noun phrase right after a figure."""
    mask, text = _after(sentence, figure)
    stop = _NOUN_STOP.search(mask)
    words = text[: stop.start() if stop else None]
    noun = re.sub(r"^(?:\s*(?:new|extra|additional|or so|more|other|further)\b)+", "", words)
    noun = _PARTICIPLE.split(noun, maxsplit=1)[0]
    before_figure = stop is not None and stop.group().startswith(FIGURE)
    noun = (_JOINED_VERB if before_figure else _JOINED).sub("", noun).strip(" '\"-")
    return noun if noun and len(noun.split()) <= 6 and _WORD.search(noun) else None
