"""Regions of a page that may be tables without a grid: runs of lines with wide gaps in them."""

import re
from collections.abc import Sequence

from reportparse.document import Ruling
from reportparse.layout.tables.aligned import Region
from reportparse.layout.tables.text import TextLine

_LIST_LEAD = re.compile(
    r"^(?:[•▪▫◆❖☐➢→✓☒●○■□◦‣·*o–-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,3})+\.?|\d{1,3})$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:table|figure|fig\.|chart|exhibit|graph|map|box|panel)\s+[A-Z]{0,2}[-.]?\d", re.IGNORECASE
)
_NOTE = re.compile(r"(?:sources?|notes?|n\.?b\.?)\s?[:.–—-]", re.IGNORECASE)
_UNIT = re.compile(r"[\[(].*[a-z]{3}.*[\])]", re.IGNORECASE)
_PROSE_WORDS = 8
# Space between two lines of one table, in line heights; more where rulings hold them together.
_SPACE = 1.4
_RULED_SPACE = 4.0
_MOST_SINGLES = 3
# Lines of one label in the first column.
_MOST_WRAPPED = 8
_WRAP_GAP = 0.5
_MOST_HEAD_LINES = 5
_WIDE_RULE = 60.0


def find_regions(lines: Sequence[TextLine], rules: Sequence[Ruling]) -> list[Region]:
    """Candidate tables among ``lines``, which run from top to bottom of one text column."""
    if sum(_is_split(line) for line in lines) < 2:
        return []
    wide = [rule for rule in rules if rule.x1 - rule.x0 >= _WIDE_RULE]
    regions: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        if not _is_split(lines[at]):
            at += 1
            continue
        end = _run_end(lines, at, wide)
        start = _head_start(lines, at, end, wide, last=regions[-1][1] if regions else 0)
        while start < at and is_unit(lines[start]):
            start += 1
        regions.append((start, end))
        at = end
    return [_region(lines[start:end], rules) for start, end in regions]


def _is_split(line: TextLine) -> bool:
    """Whether a line has wide gaps that are not just the space behind a list number."""
    pieces = line.pieces
    if len(pieces) < 2:
        return False
    if _LIST_LEAD.match(pieces[0].text):
        return len(pieces) > 2 or pieces[1].value
    return True


def _is_prose(line: TextLine) -> bool:
    return any(piece.n_words >= _PROSE_WORDS and not piece.value for piece in line.pieces)


def _run_end(lines: Sequence[TextLine], start: int, rules: Sequence[Ruling]) -> int:
    """Index after the last line of the run that begins at ``start``."""
    end = start + 1
    singles = wrapped = 0
    stub_end = lines[start].pieces[1].x0
    for at in range(start + 1, len(lines)):
        above, line = lines[at - 1], lines[at]
        held = _held(above, line, rules)
        if line.top - above.bottom > (_RULED_SPACE if held else _SPACE) * line.height:
            break
        if is_caption(line) or is_note(line):
            break
        if _is_split(line):
            end, singles, wrapped = at + 1, 0, 0
            stub_end = min(stub_end, line.pieces[1].x0)
            continue
        if line.x1 < stub_end and wrapped < _MOST_WRAPPED:
            wrapped += 1
            if end == at and _wraps(above, line):
                end = at + 1
        else:
            singles += 1
            if not held and (_is_prose(line) or singles > _MOST_SINGLES):
                break
        if held:
            end = at + 1
    return end


def _wraps(above: TextLine, line: TextLine) -> bool:
    """Whether ``line`` is the rest of a label that begins in the line right above it."""
    close = line.top - above.bottom < _WRAP_GAP * line.height
    return close and line.pieces[0].text[:1].islower() and line.x0 >= above.x0 - 1


def _held(above: TextLine, line: TextLine, rules: Sequence[Ruling]) -> bool:
    """Whether a ruling above and one of like extent below enclose both lines."""
    over = [rule for rule in rules if rule.top <= above.baseline and _overlaps(rule, line)]
    under = [rule for rule in rules if rule.top >= line.baseline and _overlaps(rule, line)]
    if not over or not under:
        return False
    nearest, last = over[-1], under[0]
    alike = abs(nearest.x0 - last.x0) < 6 and abs(nearest.x1 - last.x1) < 6
    return alike and last.top - nearest.top < 400


def _overlaps(rule: Ruling, line: TextLine) -> bool:
    return rule.x0 <= line.x0 + 6 and rule.x1 >= line.x1 - 6


def _head_start(
    lines: Sequence[TextLine], start: int, end: int, rules: Sequence[Ruling], *, last: int
) -> int:
    """Index of the first header line above the run ``start`` to ``end``."""
    x0 = min(line.x0 for line in lines[start:end])
    x1 = max(line.x1 for line in lines[start:end])
    head = start
    for at in range(start - 1, max(last, start - _MOST_HEAD_LINES) - 1, -1):
        line, below = lines[at], lines[at + 1]
        if is_caption(line) or is_note(line):
            return _below_caption(lines, at, head)
        if line.top > below.top or below.top - line.bottom > _SPACE * line.height:
            break
        if line.x0 < x0 - 10 or line.x1 > x1 + 10:
            break
        if _under_rule(lines, at, head, rules, x0, x1):
            head = at
            continue
        if line.x0 < x0 + 0.12 * (x1 - x0) or _is_prose(line):
            break
        if any(
            line.bottom - 2 <= rule.top <= below.top + 2 and rule.x0 < x0 + 10 for rule in rules
        ):
            break
        head = at
    return head


def is_caption(line: TextLine) -> bool:
    """Whether ``line`` opens the caption of a table or figure ("Table 3.2")."""
    return bool(_CAPTION.match(" ".join(piece.text for piece in line.pieces[:2])))


def is_note(line: TextLine) -> bool:
    """Whether ``line`` opens the notes or the source under a table."""
    return bool(_NOTE.match(line.pieces[0].text))


def is_unit(line: TextLine) -> bool:
    """Whether ``line`` is a remark in brackets alone, as "(In thousands of dollars)"."""
    return len(line.pieces) == 1 and bool(_UNIT.fullmatch(line.pieces[0].text))


def _below_caption(lines: Sequence[TextLine], caption: int, head: int) -> int:
    """``head`` moved below those lines that run on from ``caption`` in its type."""
    first = lines[caption].pieces[0]
    while head < len(lines) - 1 and len(lines[head].pieces) == 1:
        piece = lines[head].pieces[0]
        if piece.bold != first.bold or abs(piece.size - first.size) > 0.2:
            break
        head += 1
    return head


def _under_rule(
    lines: Sequence[TextLine],
    at: int,
    head: int,
    rules: Sequence[Ruling],
    x0: float,
    x1: float,
) -> bool:
    """Whether a ruling as wide as the table stands above line ``at``, not far, and none below."""
    line = lines[at]
    wide = [rule for rule in rules if min(rule.x1, x1) - max(rule.x0, x0) > 0.7 * (x1 - x0)]
    if any(line.baseline < rule.top < lines[head].baseline for rule in wide):
        return _under_rule_twice(line, wide)
    return any(0 <= line.baseline - rule.top <= _MOST_HEAD_LINES * line.height for rule in wide)


def _under_rule_twice(line: TextLine, wide: Sequence[Ruling]) -> bool:
    """Whether a line above the topmost inner ruling has yet another close above it."""
    return any(0 <= line.baseline - rule.top <= 3 * line.height for rule in wide)


def _region(lines: Sequence[TextLine], rules: Sequence[Ruling]) -> Region:
    top = lines[0].top - lines[0].height
    bottom = lines[-1].bottom + lines[-1].height
    x0 = min(line.x0 for line in lines)
    x1 = max(line.x1 for line in lines)
    inside = tuple(
        rule for rule in rules if top <= rule.top <= bottom and rule.x0 < x1 and rule.x1 > x0
    )
    return Region(tuple(lines), inside)
