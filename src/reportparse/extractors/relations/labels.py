"""The printed wording that names what a figure measures, and the thing a count counts."""

import re

from reportparse.extractors.relations.model import (
    AREA,
    FIGURE,
    PERIOD,
    Figure,
    Sentence,
    Surroundings,
)
from reportparse.extractors.relations.patterns import ANAPHORA, PART_OF
from reportparse.records import Role, Unit

_SIGNS = FIGURE + PERIOD + AREA
_STOP_AFTER = re.compile(
    rf"[{FIGURE}{PERIOD}]|[.;]\s|[.;]$|,\s(?:compared|while|whilst|with|up|down|of whom|"
    rf"of which|but|and)\b"
    r"|\s(?:compared|while|whilst|up from|down from|than)\s|\("
    r"|\s(?:an?|the) (?:further )?(?:reduction|increase|decrease|rise|fall|drop)\b"
)
_STOP_BEFORE = re.compile(
    r"[;:]\s|,\s(?:and|but|while|whilst|whereas|with)\s|\s(?:while|whilst|whereas)\s"
    r"|,?\s\(?(?:of|among|amongst) (?:whom|which|these|those)\b"
)
_TRAILING = re.compile(
    r"(?:[\s,(=:-]|\b(?:is|are|was|were|has|have|had|been|be|stood|stands|at|of|to|from|in|on|"
    r"by|for|the|a|an|"
    r"now|just|only|rose|risen|fell|fallen|reduced|increased|improved|decreased|gone|went|up|"
    r"down|over|"
    r"slightly|significantly|steadily|which|that|and|or|with|reached|averaged|remains?|represents|"
    r"this|it|these|about|some|seen|further|decrease|increase|reduction|rate of|number|total|"
    r"came|come|"
    r"made|account|accounts|there|than|as|also|still|more|less))+$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:[\s,()=:;%*-]|\b(?:there (?:is|are|was|were|have been|has been)|of|in|at|by|on|and|"
    r"but|or|while|"
    r"we|as|during|between|however|an?|this|it)\b)+",
    re.IGNORECASE,
)
_HANGING = re.compile(
    r"(?:[\s,(]|\b(?:in|at|by|on|for|from|to|of|the|an?|and|or|with|as|compared))+$"
)
_NOUN_STOP = re.compile(
    rf"[{_SIGNS}.,;:()]|^\s*(?:and|or|but|so)\b|\b(?:is|are|was|were|has|have|had|be|been|being|who|which|that|whose|"
    rf"where|when|"
    r"live|lives|lived|living|in|at|of|to|for|with|from|on|under|over|aged|by|per|ceased|"
    r"became|left|"
    r"returned|turned|moved|placed|came|went|as|subject|across|within|outside|between|during|"
    r"since|"
    r"than|compared|while|received|had|undertaken|to|more|fewer|less|higher|lower|every|this|due|"
    r"adopted|answered|took|told|an?|the|between|against|including|through|among)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]")
# The same in another unit, in brackets right after a figure: "two (20%) live".
_RESTATED = re.compile(rf"\s*\((?:or |about )?{FIGURE}+\)")


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
    own = _join(sentence, figure, right, left)
    if not own:
        return earlier or around.head_label or around.heading
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
    if figure.unit in {Unit.PER_10000, Unit.PER_1000, Unit.PER_100000}:
        return left
    after = sentence.text[figure.end : figure.end + 4]
    if figure.unit is Unit.COUNT and _noun(sentence, figure) is None:
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
    restated = _RESTATED.match(sentence.mask, figure.end)
    start = restated.end() if restated else figure.end
    stop = _STOP_AFTER.search(sentence.mask, start)
    end = stop.start() if stop else len(sentence.mask)
    return _clean(sentence.text[start:end])


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
    return _TRAILING.sub("", _clean(kept))


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
    rest = sentence.mask[figure.end :]
    stop = _NOUN_STOP.search(rest)
    words = sentence.text[figure.end : figure.end + (stop.start() if stop else len(rest))]
    noun = re.sub(r"^(?:\s*(?:new|extra|additional|or so|more|other|further)\b)+", "", words).strip(
        " '\"-"
    )
    return noun if noun and len(noun.split()) <= 6 and _WORD.search(noun) else None
