"""Fitting columns of text to the width of a screen without cutting words."""

import re
from collections.abc import Sequence

GAP = 3  # between two cells, as box.SIMPLE_HEAD sets them
_EDGES = 2  # at the sides of a table
# Names of our own and of files may break behind a joint: "looked_after_|children".
# A period of days breaks between them: "2015-06-01/|2015-06-25".
_JOINT = re.compile(r"(?<=[^\W\d][_/-])(?=\w)|(?<=\d/)(?=\d{4}-)")


def _pieces(text: str) -> list[str]:
    return [piece for word in text.split() for piece in _JOINT.split(word)]


def least_width(texts: Sequence[str], *, limit: int | None = None) -> int:
    """Width at which no word of ``texts`` is cut, up to ``limit``."""
    longest = max((len(piece) for text in texts for piece in _pieces(text)), default=1)
    return min(longest, limit) if limit else max(longest, 1)


def fit_widths(least: Sequence[int], wanted: Sequence[int], width: int) -> list[int]:
    """Widths of columns on a screen of ``width``: the least ones, and room where text is longest.

    Columns take from the widest where even the least widths do not fit.
    """
    widths = list(least)
    room = width - sum(widths) - GAP * (len(widths) - 1) - _EDGES
    while room < 0 and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
        room += 1
    while room > 0:
        lines = [want / given for want, given in zip(wanted, widths, strict=True)]
        if max(lines, default=0) <= 1:
            break
        widths[lines.index(max(lines))] += 1
        room -= 1
    return widths


def fold(text: str, width: int) -> str:
    """``text`` in lines of at most ``width``, broken at spaces and at the joints of names."""
    lines = []
    for paragraph in text.split("\n"):
        line = paragraph[: len(paragraph) - len(paragraph.lstrip())][: width // 2]
        for word in paragraph.split():
            space = " " if line.strip() else ""
            if len(line) + len(space) + len(word) <= width:
                line += space + word
                continue
            for piece in _JOINT.split(word):
                for part in _cut(piece, width):
                    if line and len(line) + len(space) + len(part) > width:
                        lines.append(line)
                        line = ""
                    line += (space if line else "") + part
                    space = ""
        lines.append(line)
    return "\n".join(lines)


def _cut(piece: str, width: int) -> list[str]:
    return [piece[start : start + width] for start in range(0, len(piece), width)]
