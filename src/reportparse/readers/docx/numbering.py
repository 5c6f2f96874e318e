"""The number that Word would print before a paragraph."""

import re
from dataclasses import dataclass, replace

from lxml import etree

from reportparse.readers.docx.package import is_on, number, value, w
from reportparse.readers.numerals import to_letters, to_roman

_PLACE = re.compile(r"%([1-9])")
_MAX_ROMAN = 3999
_BULLET = "•"
_NUMBER_WORDS = ("", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list: its format, its pattern ("%1.%2") and where it starts again.

    ``restart`` is the 1-based level above that starts it again, 0 for never, None for any.
    """

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    suffix: str = "\t"
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph: ``text`` as printed, or a bullet, and what follows it."""

    text: str
    suffix: str
    level: int
    is_bullet: bool


class Numbering:
    """Counts through the lists of a document in the order of its paragraphs."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, ListLevel]] = {}
        self._abstract_of: dict[str, str] = {}
        self._started: dict[str, set[int]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._overridden: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def label(
        self, identity: str | None, level: int | None, style: str | None = None
    ) -> Label | None:
        """The label of the next paragraph of list ``identity``; None where it prints none.

        ``style`` is the id of the paragraph's style, which may fix the level.
        """
        levels = self._levels.get(identity or "")
        if identity is None or not levels:
            return None
        if level is None:
            linked = (index for index, item in levels.items() if style and item.style == style)
            level = next(linked, 0)
        current = levels.get(level)
        if current is None:
            return None
        self._advance(identity, level, levels)
        if current.form == "bullet":
            return Label(_BULLET, current.suffix, level, is_bullet=True)
        text = self._printed(identity, current, levels)
        return Label(text, current.suffix, level, is_bullet=False) if text else None

    def _advance(self, identity: str, level: int, levels: dict[int, ListLevel]) -> None:
        counters = self._counters.setdefault(self._abstract_of[identity], {})
        started = self._started.setdefault(identity, set())
        if level in counters and not (level not in started and self._restarts_at(identity, level)):
            counters[level] += 1
        else:
            counters[level] = levels[level].start
        started.add(level)
        for above in range(level):
            counters.setdefault(above, levels[above].start if above in levels else 1)
        for below in [index for index in counters if index > level]:
            restart = levels[below].restart if below in levels else None
            if restart is None or (restart and level < restart):
                del counters[below]

    def _restarts_at(self, identity: str, level: int) -> bool:
        return (identity, level) in self._overridden

    def _printed(self, identity: str, current: ListLevel, levels: dict[int, ListLevel]) -> str:
        counters = self._counters[self._abstract_of[identity]]

        def counted(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            form = levels[index].form if index in levels else "decimal"
            if current.legal:
                form = "decimal"
            return format_number(counters.get(index, 1), form)

        return _PLACE.sub(counted, current.pattern).strip()

    def _read(self, root: etree._Element) -> None:
        abstract: dict[str, dict[int, ListLevel]] = {}
        links: dict[str, str] = {}
        by_style: dict[str, str] = {}
        for element in root.iter(w("abstractNum")):
            identity = value(element, "abstractNumId") or ""
            abstract[identity] = {
                number_attribute(level, "ilvl"): _level(level) for level in element.iter(w("lvl"))
            }
            link, own = value(element.find(w("numStyleLink"))), value(element.find(w("styleLink")))
            if link:
                links[identity] = link
            if own:
                by_style[own] = identity
        for element in root.iter(w("num")):
            identity = value(element, "numId") or ""
            base = value(element.find(w("abstractNumId"))) or ""
            base = by_style.get(links.get(base, ""), base)
            self._abstract_of[identity] = base
            self._levels[identity] = self._overrides(element, identity, abstract.get(base, {}))

    def _overrides(
        self, element: etree._Element, identity: str, levels: dict[int, ListLevel]
    ) -> dict[int, ListLevel]:
        levels = dict(levels)
        for override in element.iter(w("lvlOverride")):
            index = number_attribute(override, "ilvl")
            own = override.find(w("lvl"))
            if own is not None:
                levels[index] = _level(own)
            start = override.find(w("startOverride"))
            if start is not None:
                self._overridden.add((identity, index))
                levels[index] = replace(levels.get(index, ListLevel()), start=number(start, 1))
        return levels


def number_attribute(element: etree._Element, attribute: str) -> int:
    """A ``w:`` attribute as a whole number, 0 where it is none."""
    text = value(element, attribute) or ""
    return int(text) if text.isdecimal() and len(text) < 6 else 0


def _level(element: etree._Element) -> ListLevel:
    restart = element.find(w("lvlRestart"))
    suffix = {"space": " ", "nothing": ""}.get(value(element.find(w("suff"))) or "", "\t")
    return ListLevel(
        start=number(element.find(w("start")), 1),
        form=value(element.find(w("numFmt"))) or "decimal",
        pattern=value(element.find(w("lvlText"))) or "",
        suffix=suffix,
        restart=number(restart, 0) if restart is not None else None,
        legal=is_on(element.find(w("isLgl"))),
        style=value(element.find(w("pStyle"))),
    )


def format_number(count: int, form: str) -> str:
    """``count`` in one of Word's number formats; decimal where the format is not known."""
    if form == "none":
        return ""
    if form in ("lowerLetter", "upperLetter") and count > 0:
        return to_letters(count) if form == "lowerLetter" else to_letters(count).upper()
    if form in ("lowerRoman", "upperRoman") and 0 < count <= _MAX_ROMAN:
        return to_roman(count) if form == "lowerRoman" else to_roman(count).upper()
    if form == "decimalZero":
        return f"{count:02d}"
    if form == "ordinal":
        return ordinal(count)
    if form == "cardinalText" and 0 < count < len(_NUMBER_WORDS):
        return _NUMBER_WORDS[count]
    return str(count)


def ordinal(count: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if 10 <= count % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"
