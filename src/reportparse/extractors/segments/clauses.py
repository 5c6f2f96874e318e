"""The words of a sentence that belong to one of its figures.

Between two figures that say different things the sentence is cut where a clause ends, or else
where the grammar of the words beside the figures tells whose they are.
"""

import re

from reportparse.extractors.quantities.non_figures import NON_FIGURES
from reportparse.extractors.segments.model import AREA, FIGURE, PERIOD, Figure, Sentence

# Where a clause ends for certain, and where it may.
_HARD = re.compile(
    r"[;:]\s|\.\s|\s(?:while|whilst|whereas|but|although|though|however|because|since|so that)\s"
    r"|,\s(?:and|but|with|which|who|whom|where|compared|against|up|down|of (?:whom|which|these))\s"
    r"|,?\s(?:compared (?:to|with)|against|versus|up from|down from|up on|down on|as against)\s"
    r"|\s[-]\s|,\s(?:more|less|higher|lower|fewer|better|worse|well|just|slightly)\b"
)
# Between two levels that a measure moved between these are no break: "is down from 4% to 3.1%".
_FROM = re.compile(r",?\s(?:up from|down from)\s")
# A clause that goes on to say something of the words before it.
_RELATIVE = re.compile(r",\s(?:which|who|whom|where)\s")
_SOFT = re.compile(r",\s|\s(?:and|or)\s|\s\(|\)\s?")
# Words right before a figure that make the words before them say what it measures.
_LEADS_TO = re.compile(
    r"(?:\b(?:is|was|are|were|at|for|to|by|of|from|stood|reached|averaged?|averages|totalled|total|"
    r"being|with|had|has|have|held|than|in|on)|[:=(-])\W*(?:(?:only|just|now|also|still|about|"
    r"the|a|an|around|over)\W+){0,3}$",
    re.IGNORECASE,
)
# What is reported is what follows: "Members heard that …".
_REPORTED = re.compile(
    r"\b(?:show|indicat|suggest|report|demonstrat|confirm|mean|estimat|reveal|found|find|evidenc|"
    r"not|highlight|identif|heard|said|stat|agree|told|explain|advis|add|ask|inform|learn|ensur|"
    r"outlin|observ|clarif|remind|fact|see|saw|think|thought|felt|view|pleas)\w*"
    r"(?: (?:to|at|by) \w+)? that\s|\b(?:according to|based on)\b[^,]*,\s",
    re.IGNORECASE,
)
_CONSEQUENCE = re.compile(
    r",\s(?:which|who|whose|where)\b.*|,?\s(?:resulting in|leading to|as a result|due to|"
    r"thanks to|owing to|in order to|"
    r"to ensure|which (?:is|was|has|means|meant)|because|despite|unless|so that|although|though|"
    r"following|reflecting|suggesting|meaning)\b.*",
    re.IGNORECASE | re.DOTALL,
)
# An opening that only leads up to the clause that states the figure.
_OPENING = re.compile(
    r"^\W*(?:while|although|though|as|at|for|during|if|when|despite|however|overall|since|through|by|"
    r"with|following|based|because|after|before|even|in|on|over|currently|recently|consequently|"
    r"therefore|additionally|furthermore|similarly|conversely|historically|positively|"
    r"encouragingly|nationally|locally|unfortunately|this year|last year)\b[^,;]*,\s(?=\S+\s+\S)",
    re.IGNORECASE,
)
_OF_FIGURE = re.compile(rf"\s+(?:out )?of (?:(?:the|these|those|our|its|all) )*(?={FIGURE})")
# A figure keeps a sign in its place, so that the words around it do not run together.
_SHOWN = {FIGURE: "#", PERIOD: " ", AREA: " "}
_DATES = NON_FIGURES["yearless_date"]
_SEMICOLON = re.compile(r"[;:]\s")
_ASIDE = re.compile(rf"\([^()]*{FIGURE}[^()]*\)")
_SAID = re.compile(
    r"\s(?:is|are|was|were|has|have|had|did|do|took|came|went|left|live|lived|received)\b|[,;(]"
)


def own_words(sentence: Sentence, figure: Figure) -> str:
    """The words of the clause of a figure, without figures, periods and areas.

    A figure in brackets that says another thing than the one before them has the words in its
    brackets; one that says the same in another unit has the words of that one. "12 of the 33
    children" goes on after the second figure, whose own words are only what it counts.
    """
    first, last = _reach(sentence, figure)
    bracket = None if figure.twin else sentence.bracket(figure.start)
    if bracket is not None and not _names_bracket(sentence, figure, bracket):
        start, end = clause_span(sentence, figure, bracket)
    else:
        start, end = clause_span(sentence, figure, (0, len(sentence.text)))
    if any(is_whole_of(sentence, other, figure) for other in sentence.figures):
        return _counted(sentence, last, end)
    left = _left(sentence, start, first)
    own = _without_signs(sentence, first, last)
    right = _right(sentence, last, end)
    words = re.sub(r"#[\s#]*#", "#", f"{left} {own} {right}")
    return " ".join(words.split())


def _names_bracket(sentence: Sentence, figure: Figure, bracket: tuple[int, int]) -> bool:
    """Whether the words before a bracket name its first figure: "children in school (96.4%) …"."""
    opens = not sentence.text[bracket[0] + 1 : figure.start].strip()
    if not opens:
        return False
    before = [other for other in sentence.figures if other.end <= bracket[0]]
    start = before[-1].end if before else 0
    return bool(_SEMICOLON.search(sentence.text[start : bracket[0]])) or not before


def clause_span(sentence: Sentence, figure: Figure, within: tuple[int, int]) -> tuple[int, int]:
    """Start and end of the clause of a figure in the part of its sentence that is ``within``."""
    first, last = _reach(sentence, figure)
    low, high = within
    inside = within != (0, len(sentence.text))
    beside = [f for f in sentence.figures if inside or sentence.bracket(f.start) is None]
    before = [other for other in beside if low <= other.start and other.end <= first]
    after = [other for other in beside if last <= other.start < high]
    paired = figure.partner is not None and figure.partner.start > figure.start
    start = _cut(sentence, before[-1].end, first, paired=paired)[1] if before else low
    end = _cut(sentence, last, after[0].start)[0] if after else high
    return _inner(sentence, start, first, last, end)


def _reach(sentence: Sentence, figure: Figure) -> tuple[int, int]:
    """From the first to the last figure that says the same: restated, or counted out of."""
    base = figure.twin or figure
    same = [base, *(f for f in sentence.figures if f.twin is base)]
    first, last = min(f.start for f in same), max(f.end for f in same)
    found = _OF_FIGURE.match(sentence.mask, last)
    if found:
        whole = next((f for f in sentence.figures if f.start == found.end()), None)
        last = whole.end if whole else last
    return first, last


def is_whole_of(sentence: Sentence, part: Figure, whole: Figure) -> bool:
    """Whether ``part`` is counted out of ``whole``: "12 of the 33 children"."""
    found = _OF_FIGURE.match(sentence.mask, part.end)
    return found is not None and found.end() == whole.start


def _counted(sentence: Sentence, start: int, end: int) -> str:
    """The noun after a figure, up to what is said of it."""
    stop = _SAID.search(sentence.mask, start, end)
    return _without_signs(sentence, start, stop.start() if stop else end).strip()


def _cut(sentence: Sentence, start: int, end: int, *, paired: bool = False) -> tuple[int, int]:
    """Where the clause of the figure before ends and that of the figure after starts."""
    gap = sentence.mask[start:end]
    hard = [
        found for found in _HARD.finditer(gap) if not (paired and _FROM.fullmatch(found.group()))
    ]
    if hard:
        told = [found for found in hard if not _RELATIVE.match(found.group())]
        return start + hard[0].start(), start + (told[-1].end() if told else 0)
    soft = list(_SOFT.finditer(gap))
    if soft:
        near_end = len(gap[soft[-1].end() :].split()) <= len(gap[: soft[0].start()].split())
        chosen = soft[-1] if near_end or _LEADS_TO.search(gap) else soft[0]
        return start + chosen.start(), start + chosen.end()
    if _LEADS_TO.search(gap) and len(gap.split()) > 1:
        return start, start
    return end, end


def _inner(sentence: Sentence, start: int, first: int, last: int, end: int) -> tuple[int, int]:
    """The clause cut at the clause ends before and after its figure."""
    before, after = sentence.mask[start:first], sentence.mask[last:end]
    breaks = [found.end() for found in re.finditer(r"[;:]\s|\.\s|\swhile\s|\swhereas\s", before)]
    breaks += [found.end() for found in _REPORTED.finditer(before)]
    if (breaks and before[max(breaks) :].strip(" (")) or (
        breaks and ":" not in before[max(breaks) - 2 : max(breaks)]
    ):
        start += max(breaks)
    stop = re.search(r"[;]\s|\.\s|\s(?:while|whilst|whereas|but|although)\s", after)
    return start, last + stop.start() if stop else end


def _left(sentence: Sentence, start: int, end: int) -> str:
    words = _without_signs(sentence, start, end)
    shorter = _OPENING.sub("", words)
    return shorter if shorter.strip() else words


def _right(sentence: Sentence, start: int, end: int) -> str:
    mask = sentence.mask[start:end]
    found = _CONSEQUENCE.search(mask)
    return _without_signs(sentence, start, start + found.start() if found else end)


def _without_signs(sentence: Sentence, start: int, end: int) -> str:
    """Words without figures, periods, areas and brackets that hold a figure."""
    mask, text = sentence.mask[start:end], sentence.text[start:end]
    for aside in reversed(list(_ASIDE.finditer(mask))):
        mask = mask[: aside.start()] + " " + mask[aside.end() :]
        text = text[: aside.start()] + " " + text[aside.end() :]
    words = "".join(_SHOWN.get(sign, char) for char, sign in zip(text, mask, strict=True))
    return _DATES.sub(" ", re.sub(r"#+", "#", words))
