"""A picture of grades by theme: letters in marks, so that it reads without colour."""

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

from reportparse.comparison.models import ClaimCheck, Entry, History, InspectionEvent, Timeline
from reportparse.vocabulary import load_frameworks

# Letter, fill and ink. Fills grow darker as grades fall, from the colour-blind safe blues.
_BEST, _SECOND = ("#ffffff", "#000000"), ("#c6dbef", "#000000")
_THIRD, _FOURTH = ("#6baed6", "#000000"), ("#08306b", "#ffffff")
_LAST = ("#000000", "#ffffff")
_MARKS = {
    "outstanding": ("O", *_BEST),
    "good": ("G", *_SECOND),
    "requires_improvement": ("R", *_THIRD),
    "adequate": ("A", *_THIRD),
    "satisfactory": ("S", *_THIRD),
    "inadequate": ("I", *_FOURTH),
    "exceptional": ("E", *_BEST),
    "strong_standard": ("St", *_SECOND),
    "expected_standard": ("Ex", *_SECOND),
    "needs_attention": ("N", *_THIRD),
    "urgent_improvement": ("U", *_LAST),
    "met": ("M", *_BEST),
    "not_met": ("NM", *_FOURTH),
    "send_positive_experiences": ("1", *_BEST),
    "send_inconsistent_experiences": ("2", *_THIRD),
    "send_systemic_failings": ("3", *_FOURTH),
    "wsoa": ("W", *_FOURTH),
    "not_judged": ("–", "#eeeeee", "#000000"),
}
_OTHER = ("?", "#eeeeee", "#000000")
_LEFT, _WIDTH, _ROW, _MARK = 260, 700, 44, 26
_STYLE = (
    "body{font-family:sans-serif;margin:2em;max-width:64em}table{border-collapse:collapse}"
    "td,th{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}"
    "td:nth-child(2){white-space:nowrap}"
    "svg{max-width:100%;height:auto}h2{margin-top:2em}@media print{h1{break-before:page}}"
)


def timeline_svg(timelines: tuple[Timeline, ...]) -> str:
    """An SVG picture with one row for each timeline; each mark carries the letter of its grade."""
    days = [_day(entry) for row in timelines for entry in row.entries]
    if not days:
        return ""
    first, last = min(days).year, max(days).year + 1
    height = _ROW * len(timelines) + 40
    width = _LEFT + _WIDTH + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="img" font-family="sans-serif" font-size="13">'
    ]
    step = 1 if last - first <= 16 else 2
    for year in range(first, last + 1):
        x = _x(date(year, 1, 1), first, last)
        parts.append(f'<line x1="{x}" y1="0" x2="{x}" y2="{height - 24}" stroke="#cccccc"/>')
        if (year - first) % step == 0:
            parts.append(f'<text x="{x}" y="{height - 8}" text-anchor="middle">{year}</text>')
    for index, row in enumerate(timelines):
        parts += _row(row, _ROW * index + _ROW // 2, first, last)
    return "".join((*parts, "</svg>"))


def _row(row: Timeline, y: int, first: int, last: int) -> list[str]:
    label = escape(_words(row.theme))
    parts = [f'<text x="{_LEFT - 20}" y="{y + 4}" text-anchor="end">{label}</text>']
    free = 0
    for entry in row.entries:
        letter, fill, ink = _MARKS.get(entry.grade, _OTHER)
        x = max(_x(_day(entry), first, last), free)
        free = x + _MARK + 2
        dash = "" if entry.basis == "stated" else ' stroke-dasharray="4 2"'
        title = escape(f"{entry.when}: {_words(entry.grade)} ({_words(entry.change.value)})")
        parts.append(
            f'<g><title>{title}</title><rect x="{x - _MARK // 2}" y="{y - _MARK // 2}"'
            f' width="{_MARK}" height="{_MARK}" fill="{fill}" stroke="#000000"{dash}/>'
            f'<text x="{x}" y="{y + 5}" text-anchor="middle" fill="{ink}"'
            f' font-weight="bold">{letter}</text></g>'
        )
    return parts


def _words(identity: str) -> str:
    return identity.replace("_", " ").replace("/", ": ")


def _x(day: date, first: int, last: int) -> int:
    start = date(first, 1, 1)
    return _LEFT + round(_WIDTH * (day - start).days / (date(last, 1, 1) - start).days)


def _day(entry: Entry) -> date:
    if entry.inspected_from:
        return entry.inspected_from
    year, _, rest = entry.when.partition("/")[0].partition("-")
    return date(int(year), int(rest[:2] or 7), 1)


def history_html(found: History) -> str:
    """A page that stands alone: for each provider the picture, then its facts as tables.

    The picture shows the themes that run through the frameworks and other aspects with more than
    one grade; the tables hold every grade, every inspection and every claim that was checked.
    """
    parts = [
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Judgement history</title>',
        f"<style>{_STYLE}</style>",
    ]
    for provider in dict.fromkeys(row.provider for row in found.timelines):
        rows = tuple(row for row in found.timelines if row.provider == provider)
        events = [event for event in found.inspections if event.provider == provider]
        shown = tuple(row for row in rows if _is_shown(row)) or rows
        parts += [f"<h1>{escape(provider)}</h1>", timeline_svg(shown), _legend(shown)]
        parts += ["<h2>Grades</h2>", _grades(rows), "<h2>Inspections</h2>", _inspections(events)]
    if found.checks:
        parts += ["<h2>Reported by other reports</h2>", _checks(found.checks)]
    parts.append("</html>")
    return "\n".join(parts)


def _is_shown(row: Timeline) -> bool:
    return row.theme in load_frameworks().themes or len(row.entries) > 1


def _legend(rows: tuple[Timeline, ...]) -> str:
    used = {entry.grade for row in rows for entry in row.entries}
    marks = [f"{mark[0]} {_words(grade)}" for grade, mark in _MARKS.items() if grade in used]
    if used - _MARKS.keys():
        marks.append("? another grade, see the table")
    told = any(entry.basis != "stated" for row in rows for entry in row.entries)
    note = " A dashed mark is told by another report." if told else ""
    return f"<p>{escape(', '.join(marks))}.{note}</p>"


def _grades(rows: tuple[Timeline, ...]) -> str:
    cells = [
        (
            *(_words(row.theme), entry.when, _framework(entry), _words(entry.grade)),
            *(_words(entry.change.value), entry.note or ""),
            "; ".join(_place(place.path, place.page) for place in entry.places),
        )
        for row in rows
        for entry in row.entries
    ]
    heads = ("Theme", "When", "Framework", "Grade", "Change", "Note", "Printed in")
    return _table(heads, cells)


def _framework(entry: Entry) -> str:
    name = entry.framework or ""
    return f"{name} (inferred)" if entry.framework_inferred else name


def _inspections(events: list[InspectionEvent]) -> str:
    cells = [
        (
            *(event.when, event.framework or "", str(event.published or "")),
            *("" if days is None else str(days) for days in (event.lag_days, event.gap_months)),
            "no grades" if not event.graded else "re-inspection" if event.re_inspection else "",
            event.path or "",
        )
        for event in events
    ]
    heads = ("When", "Framework", "Published", "Lag, days", "Gap, months", "", "Report")
    return _table(heads, cells)


def _checks(checks: tuple[ClaimCheck, ...]) -> str:
    cells = [
        (
            *(check.provider or "", check.when or "", _words(check.aspect or "")),
            _words(f"{check.count} {check.grade}" if check.count else check.grade),
            f"{_words(check.verdict.value)}: {_words(check.reason)}",
            f"{_place(check.claim.path, check.claim.page)}: “{check.claim.quote}”",
            f"{_place(check.source.path, check.source.page)}: “{check.source.quote}”"
            if check.source
            else "",
        )
        for check in checks
    ]
    heads = ("Provider", "When", "Aspect", "Grade", "Verdict", "Told in", "Inspection report")
    return _table(heads, cells)


def _place(path: str | None, page: int | None) -> str:
    return f"{path} p. {page}" if page else str(path)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    parts = ["<tr>" + "".join(f"<th>{escape(head)}</th>" for head in heads) + "</tr>"]
    parts += [
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    ]
    return f"<table>{''.join(parts)}</table>"
