"""The queue and the records as pages of HTML; all text from reports is escaped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from reportparse.desk.corrections import Place, review_words
from reportparse.desk.words import (
    area_words,
    aspect_words,
    day_words,
    grade_words,
    group_words,
    measure_words,
    period_words,
    unit_words,
)
from reportparse.records import Direction, Explanation, IndicatorValue, Role, Unit
from reportparse.review.changes import fields_of
from reportparse.review.queue import Item, Queue
from reportparse.vocabulary import active_vocabulary

DOTS_PER_INCH = 110
PER_PAGE = 50
_CHOICES: dict[str, Sequence[str]] = {
    "unit": tuple(Unit),
    "role": tuple(Role),
    "direction": ("", *Direction),
}
_TITLES = {"inspected_to": "inspected to", "breakdown": "group", "indicator": "measure"}


@dataclass(frozen=True, slots=True)
class Site:
    """Addresses of the pages: of a server, which takes corrections, or of files.

    ``token`` proves that a correction was sent by one of the pages; empty for files.
    """

    token: str = ""
    ending: str = ""
    root: str = "/"

    def queue(self, page: int = 1) -> str:
        """Address of a page of the queue."""
        if self.ending:
            return f"{self.root}index{'' if page == 1 else page}{self.ending}"
        return f"{self.root}?page={page}"

    def record(self, number: int) -> str:
        """Address of a record."""
        return f"{self.root}record/{number}{self.ending}"

    def image(self, number: int) -> str:
        """Address of the picture of a record's page."""
        return f"{self.root}image/{number}.png"

    def file(self, name: str) -> str:
        """Address of a file of style or script."""
        return f"{self.root}files/{name}"


def queue_page(queue: Queue, site: Site, page: int) -> str:
    """One page of the queue."""
    first = (page - 1) * PER_PAGE
    rows = "".join(
        _queue_row(number, queue.items[number], site)
        for number in range(first, min(first + PER_PAGE, len(queue.items)))
    )
    n_pages = max(1, -(-len(queue.items) // PER_PAGE))
    links = [("Previous page", page - 1)] if page > 1 else []
    links += [("Next page", page + 1)] if page < n_pages else []
    pages = "".join(f'<a href="{site.queue(to)}">{words}</a>' for words, to in links)
    heads = "".join(
        f"<th>{head}</th>"
        for head in (
            "Record",
            "Value",
            "Where and when",
            "Why it is here",
            "File",
            "Quote",
            "Reviewed",
        )
    )
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    counted = f"{queue.n_open:,} of {len(queue.items):,} records to look at, least certain first"
    turn = f'<nav class="pages"><span>Page {page} of {n_pages}</span>{pages}</nav>'
    return _page("Review", f"{turn}{table}{turn}", site, counted, {})


def record_page(queue: Queue, site: Site, number: int) -> str:
    """A record beside the page of its report."""
    item = queue.items[number]
    last = len(queue.items) - 1
    data = {
        "address": site.record(number),
        "why": f"{site.root}why/{number}",
        "following": site.record(min(number + 1, last)),
        "previous": site.record(max(number - 1, 0)),
        "queue": site.queue(number // PER_PAGE + 1),
    }
    place = item.place
    where = f"Record {number + 1:,} of {last + 1:,}: {_where(place)}"
    body = (
        f'<div class="record"><section>{_paper(item, site, number)}{_words(item)}</section>'
        f"<aside>{_about(item)}{_form(item, site)}</aside></div>"
    )
    return _page(f"Record {number + 1}", body, site, where, data)


def explanation_html(found: Sequence[Explanation]) -> str:
    """What was found, offered and left out at a place, as tables."""
    parts = []
    for one in found:
        parts.append(f"<p>{escape(one.text)}</p>")
        spans = [(note.kind, note.text, note.meaning, note.rule) for note in one.spans]
        parts.append(_table(("Found", "Words", "Read as", "Rule"), spans))
        for figure in one.figures:
            parts.append(f"<p><strong>{escape(repr(figure.record)[1:-1])}</strong></p>")
            offered = [
                (note.indicator, f"{note.score:g}", " ".join(note.terms))
                for note in figure.candidates
            ]
            parts.append(_table(("Measure offered", "Score", "By the words"), offered))
            slots = [
                (one.slot, one.value, "yes" if one.chosen else "", one.where, one.rule)
                for one in figure.offers
            ]
            parts.append(_table(("Slot", "Offered", "Chosen", "Where", "Rule"), slots))
    return "".join(parts) or "<p>Nothing more is known of this place.</p>"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str | None]]) -> str:
    if not rows:
        return ""
    head = "".join(f"<th>{escape(one)}</th>" for one in heads)
    lines = "".join(
        f"<tr>{''.join(f'<td>{escape(cell or str())}</td>' for cell in row)}</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"


def _page(title: str, body: str, site: Site, words: str, data: Mapping[str, str]) -> str:
    values = {**data, "token": site.token}
    attributes = "".join(f' data-{name}="{escape(value)}"' for name, value in values.items())
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width">'
        f'<link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="{site.file("review.css")}"></head>'
        f"<body{attributes}>"
        f'<header><strong><a href="{site.queue()}">Review</a></strong>'
        f"<span>{escape(words)}</span></header><main>{body}</main>"
        f'<script src="{site.file("review.js")}"></script></body></html>'
    )


def _where(place: Place) -> str:
    return f"{place.file}{f', page {place.page}' if place.page else ''}"


def _when(item: Item) -> str:
    """When a record holds, and where, as far as its report says."""
    record = item.record
    words = period_words(record.period)
    if isinstance(record, IndicatorValue):
        return ", ".join(filter(None, (area_words(record.area), words)))
    return words or (day_words(record.inspected_to) if record.inspected_to else "")


def _queue_row(number: int, item: Item, site: Site) -> str:
    what, value = _named(item)
    place = item.place
    done = escape(review_words(item.done, item.sha256)) if item.done else ""
    return (
        f'<tr><td><a href="{site.record(number)}">{escape(what)}</a></td>'
        f'<td class="number">{escape(value)}</td><td>{escape(_when(item))}</td>'
        f"<td>{escape(item.reason)}</td><td>{escape(_where(place))}</td>"
        f'<td>{escape(place.quote[:160])}</td><td class="done">{done}</td></tr>'
    )


def _named(item: Item) -> tuple[str, str]:
    """A record in words: what it is of, and its value."""
    record = item.record
    if isinstance(record, IndicatorValue):
        unit = "" if record.unit is Unit.COUNT else f" {unit_words(record.unit)}"
        parts = (measure_words(record.indicator, record.label), group_words(record.breakdown))
        return "; ".join(filter(None, parts)), f"{record.value:,.10g}{unit}"
    aspect = aspect_words(record.aspect, record.framework, record.aspect_text) or "no aspect"
    return f"{record.provider or 'no provider'}: {aspect}", grade_words(
        record.grade, record.framework
    )


def _paper(item: Item, site: Site, number: int) -> str:
    if not has_picture(item):
        return ""
    box = item.record.provenance.bbox
    lit = f'<div class="lit" hidden data-box="{" ".join(map(str, box))}"></div>' if box else ""
    source = f'src="{site.image(number)}" data-dpi="{DOTS_PER_INCH}"'
    return f'<div class="paper"><img {source} alt="Page {item.place.page}">{lit}</div>'


def has_picture(item: Item) -> bool:
    """Whether the page of a record can be shown."""
    is_pdf = item.file is not None and item.file.suffix.lower() == ".pdf"
    return is_pdf and item.place.page is not None


def _words(item: Item) -> str:
    quote = escape(item.record.provenance.quote)
    return f'<div class="words">{escape(item.before)}<mark>{quote}</mark>{escape(item.after)}</div>'


def _about(item: Item) -> str:
    what, value = _named(item)
    done = review_words(item.done, item.sha256) if item.done else ""
    return (
        f"<h2>{escape(what)}</h2><p><strong>{escape(value)}</strong>, printed"
        f" “{escape(item.place.printed)}”</p><p>Why it is here: {escape(item.reason)}</p>"
        f'<p class="done">{escape(done)}</p>'
    )


def _form(item: Item, site: Site) -> str:
    fields = "".join(_field(name, value) for name, value in fields_of(item.record).items())
    if not site.token:
        return f"<form><fieldset disabled>{fields}</fieldset></form>"
    measures = "".join(
        f'<option value="{escape(one.id)}">{escape(one.name)}</option>'
        for one in active_vocabulary().indicators.indicators
    )
    return (
        f'<form>{fields}<datalist id="measures">{measures}</datalist>'
        '<button type="button" data-key="a" class="main">Accept <kbd>a</kbd></button>'
        "<button>Save correction <kbd>c</kbd> <kbd>Enter</kbd></button>"
        '<button type="button" data-key="r">Reject <kbd>r</kbd></button>'
        '<button type="button" data-key="w">Why? <kbd>w</kbd></button>'
        '</form><p class="message" role="alert"></p>'
        "<p><kbd>n</kbd> next, <kbd>p</kbd> previous, <kbd>q</kbd> queue,"
        " <kbd>Esc</kbd> leaves a field</p>"
        '<div class="why"></div>'
    )


def _field(name: str, value: str) -> str:
    title = escape(_TITLES.get(name, name).capitalize())
    if name in _CHOICES:
        options = "".join(
            f"<option{' selected' if choice == value else ''}>{escape(choice)}</option>"
            for choice in _CHOICES[name]
        )
        return f'<label>{title}<select name="{name}">{options}</select></label>'
    listed = ' list="measures" placeholder="words or id"' if name == "indicator" else ""
    return f'<label>{title}<input name="{name}" value="{escape(value)}"{listed}></label>'
