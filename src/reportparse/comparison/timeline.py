"""A picture of grades by theme: letters in marks, so that it reads without colour."""

from datetime import date
from html import escape

from reportparse.comparison.models import Entry, History, Timeline

# Letter, fill and ink. Fills grow darker as grades fall, from the colour-blind safe blues.
_MARKS = {
    "outstanding": ("O", "#ffffff", "#000000"),
    "good": ("G", "#c6dbef", "#000000"),
    "requires_improvement": ("R", "#6baed6", "#000000"),
    "adequate": ("A", "#6baed6", "#000000"),
    "satisfactory": ("S", "#6baed6", "#000000"),
    "inadequate": ("I", "#08306b", "#ffffff"),
}
_OTHER = ("?", "#eeeeee", "#000000")
_LEFT, _WIDTH, _ROW, _MARK = 260, 700, 44, 26
_STYLE = (
    "body{font-family:sans-serif;margin:2em;max-width:64em}table{border-collapse:collapse}"
    "td,th{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}"
)


def timeline_svg(timelines: tuple[Timeline, ...]) -> str:
    """An SVG picture with one row for each timeline; marks carry O, G, R, A, S or I."""
    days = [_day(entry) for row in timelines for entry in row.entries]
    if not days:
        return ""
    first, last = min(days).year, max(days).year + 1
    height = _ROW * len(timelines) + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_LEFT + _WIDTH + 40}" height="{height}"'
        ' role="img" font-family="sans-serif" font-size="13">'
    ]
    for year in range(first, last + 1):
        x = _x(date(year, 1, 1), first, last)
        parts.append(f'<line x1="{x}" y1="0" x2="{x}" y2="{height - 24}" stroke="#cccccc"/>')
        parts.append(f'<text x="{x}" y="{height - 8}" text-anchor="middle">{year}</text>')
    for index, row in enumerate(timelines):
        parts += _row(row, _ROW * index + _ROW // 2, first, last)
    return "".join((*parts, "</svg>"))


def _row(row: Timeline, y: int, first: int, last: int) -> list[str]:
    label = escape(row.theme.replace("_", " "))
    parts = [f'<text x="{_LEFT - 20}" y="{y + 4}" text-anchor="end">{label}</text>']
    for entry in row.entries:
        letter, fill, ink = _MARKS.get(entry.grade, _OTHER)
        x = _x(_day(entry), first, last)
        dash = "" if entry.basis == "stated" else ' stroke-dasharray="4 2"'
        title = escape(f"{entry.when}: {entry.grade.replace('_', ' ')} ({entry.change.value})")
        parts.append(
            f'<g><title>{title}</title><rect x="{x - _MARK // 2}" y="{y - _MARK // 2}"'
            f' width="{_MARK}" height="{_MARK}" fill="{fill}" stroke="#000000"{dash}/>'
            f'<text x="{x}" y="{y + 5}" text-anchor="middle" fill="{ink}"'
            f' font-weight="bold">{letter}</text></g>'
        )
    return parts


def _x(day: date, first: int, last: int) -> int:
    start = date(first, 1, 1)
    return _LEFT + round(_WIDTH * (day - start).days / (date(last, 1, 1) - start).days)


def _day(entry: Entry) -> date:
    if entry.inspected_from:
        return entry.inspected_from
    year, _, rest = entry.when.partition("/")[0].partition("-")
    return date(int(year), int(rest[:2] or 7), 1)


def history_html(found: History) -> str:
    """A page that stands alone: for each provider the picture, then the same grades as a table."""
    parts = [
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Judgement history</title>',
        f"<style>{_STYLE}</style>",
    ]
    for provider in dict.fromkeys(row.provider for row in found.timelines):
        rows = tuple(row for row in found.timelines if row.provider == provider)
        parts += [f"<h1>{escape(provider)}</h1>", timeline_svg(rows), _table(rows)]
    parts.append(
        "<p>O outstanding, G good, R requires improvement, A adequate, S satisfactory,"
        " I inadequate. A dashed mark is told by another report.</p></html>"
    )
    return "\n".join(parts)


def _table(rows: tuple[Timeline, ...]) -> str:
    heads = ("Theme", "When", "Framework", "Grade", "Change", "Note", "Printed in")
    cells = ["<tr>" + "".join(f"<th>{head}</th>" for head in heads) + "</tr>"]
    for row in rows:
        for entry in row.entries:
            place = entry.places[0]
            source = f"{place.path} p. {place.page}" if place.page else str(place.path)
            values = (
                *(row.theme, entry.when, entry.framework or "", entry.grade),
                *(entry.change.value, entry.note or "", source),
            )
            marked = "".join(f"<td>{escape(value.replace('_', ' '))}</td>" for value in values[:6])
            cells.append(f"<tr>{marked}<td>{escape(source)}</td></tr>")
    return f"<table>{''.join(cells)}</table>"
