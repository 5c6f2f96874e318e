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
    r"(?:table|figure|fig\.|chart|exhibit|graph|map|box|panel)\s+"
    r"(?:[A-Z]{0,2}[-.]?\d|[A-Z](?:[.:)–—-]|\s*$|\s(?=[A-Z])))",
    re.IGNORECASE,
)
_NOTE = re.compile(r"(?:sources?|notes?|n\.?b\.?)\s?[:.–—-]", re.IGNORECASE)
_UNIT = re.compile(r"[\[(].*[a-z]{3}.*[\])]", re.IGNORECASE)
_PROSE_WORDS = 8
# Space between two lines of one table, in line heights; more where rulings hold them together.
_SPACE = 1.4
_RULED_SPACE = 4.0
# Space between rows whose columns are the same, and how even their steps are.
_WIDE_SPACE = 2.8
_SAME_STEP = 1.3
_SAME_EDGE = 2.0
_SHARED = 0.6
# So many lines on the next row of a table is looked for.
_REACH = 4
_MOST_SINGLES = 3
# Lines of one label in the first column.
_MOST_WRAPPED = 8
_WRAP_GAP = 0.6
_MOST_HEAD_LINES = 5
_WIDE_RULE = 60.0
# Ends of rulings of one table lie within this, in points; two of them enclose no more than that.
_SAME_END = 6.0
_TALLEST_BAY = 400.0
# So many lines of running text from edge to edge of the rulings stand between two tables.
_PROSE_LINES = 2
_PROSE_WIDTH = 0.6


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
        held = _held(above, line, rules) and not _opens_prose(lines, at, rules)
        space = _RULED_SPACE if held else _space(lines, start, at, rules)
        if line.top - above.bottom > space * line.height:
            break
        if is_caption(line) or is_note(line):
            return _above_headings(lines, start, end, rules)
        if _is_split(line):
            end, singles, wrapped = at + 1, 0, 0
            stub_end = min(stub_end, line.pieces[1].x0)
            continue
        if (
            _is_under(line, lines[max(start, at - _REACH) : at], stub_end)
            and wrapped < _MOST_WRAPPED
        ):
            wrapped += 1
            if end == at and _wraps(lines[max(start, at - _REACH) : at], line):
                end = at + 1
        else:
            singles += 1
            if not held and (_is_prose(line) or singles > _MOST_SINGLES):
                break
        if held:
            end = at + 1
    return end


def _space(lines: Sequence[TextLine], start: int, at: int, rules: Sequence[Ruling]) -> float:
    """How far line ``at`` may stand below the one above it, in line heights.

    Rows set wide apart are known by their columns: what stands in line ``at``, or in the row
    after it, begins or ends where the pieces of an earlier row do.
    """
    row = next((line for line in lines[at : at + _REACH] if _is_split(line)), None)
    if row is None or not all(_is_label(line, row) for line in lines[at : lines.index(row, at)]):
        return _SPACE
    if any(_share_columns(row, line) for line in lines[start:at] if _is_split(line)):
        above, below = lines[at - 1].baseline, lines[at].baseline
        ruled = any(above < rule.top < below and _overlaps(rule, row) for rule in rules)
        return _RULED_SPACE + 1 if ruled else _WIDE_SPACE
    following = next(
        (line for line in lines[at + 1 : at + _REACH] if _share_columns(row, line)), None
    )
    if row is not lines[at] or following is None:
        return _SPACE
    step = (following.top - row.bottom) / row.height
    return min(max(_SPACE, _SAME_STEP * step), _WIDE_SPACE)


def _is_label(line: TextLine, row: TextLine) -> bool:
    """Whether ``line`` is a label alone, set where that of ``row`` is."""
    return abs(line.x0 - row.x0) <= line.height and not _is_prose(line)


def _share_columns(line: TextLine, other: TextLine) -> bool:
    """Whether most pieces of the shorter line, right of the stub, end or begin as others do."""
    shorter, longer = sorted((line.pieces[1:], other.pieces[1:]), key=len)
    shared = sum(
        any(abs(a.x0 - b.x0) <= _SAME_EDGE or abs(a.x1 - b.x1) <= _SAME_EDGE for b in longer)
        for a in shorter
    )
    return shared >= max(1, _SHARED * len(shorter))


def _opens_prose(lines: Sequence[TextLine], at: int, rules: Sequence[Ruling]) -> bool:
    """Whether the lines from ``at`` on run as text from edge to edge of the rulings about them."""
    for line in lines[at : at + _PROSE_LINES]:
        over = [rule for rule in rules if rule.top <= line.baseline and _overlaps(rule, line)]
        if len(line.pieces) > 1 or not _is_prose(line) or not over:
            return False
        if line.x1 - line.x0 < _PROSE_WIDTH * (over[-1].x1 - over[-1].x0):
            return False
    return at + _PROSE_LINES <= len(lines)


def _above_headings(
    lines: Sequence[TextLine], start: int, end: int, rules: Sequence[Ruling]
) -> int:
    """``end`` less the headings that stand between the last ruling and the caption after them."""
    while end > start + 1 and len(lines[end - 1].pieces) == 1:
        last, before = lines[end - 1], lines[end - 2]
        if not any(before.baseline < rule.top < last.baseline for rule in rules):
            break
        end -= 1
    return end


def _is_under(line: TextLine, above: Sequence[TextLine], stub_end: float) -> bool:
    """Whether ``line`` stands in the stub, or goes on under a cell of words in the lines above."""
    if line.x1 < stub_end:
        return True
    return len(line.pieces) == 1 and any(
        abs(line.x0 - piece.x0) <= _SAME_EDGE
        and not piece.value
        and line.x1 <= piece.x1 + line.height
        for other in above
        for piece in other.pieces
    )


def _wraps(above: Sequence[TextLine], line: TextLine) -> bool:
    """Whether ``line`` is the rest of a label that begins in the lines right ``above`` it."""
    close = line.top - above[-1].bottom < _WRAP_GAP * line.height
    left = min(other.x0 for other in above)
    return close and line.pieces[0].text[:1].islower() and line.x0 >= left - 1


def _held(above: TextLine, line: TextLine, rules: Sequence[Ruling]) -> bool:
    """Whether rulings of like extent enclose both lines, or part a head from the rows below it."""
    under = next((r for r in rules if r.top >= line.baseline and _overlaps(r, line)), None)
    over = [rule for rule in rules if rule.top <= above.baseline and _overlaps(rule, line)]
    between = [
        rule
        for rule in rules
        if above.baseline < rule.top < line.baseline
        and _overlaps(rule, above)
        and rule.top - above.bottom < _SPACE * above.height
    ]
    return under is not None and any(_alike(rule, under) for rule in [*over[-1:], *between[:1]])


def _alike(over: Ruling, under: Ruling) -> bool:
    same = abs(over.x0 - under.x0) < _SAME_END and abs(over.x1 - under.x1) < _SAME_END
    return same and under.top - over.top < _TALLEST_BAY


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
