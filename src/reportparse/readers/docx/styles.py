"""Styles: outline level, numbering, bold and hidden text, each through the chain of styles."""

from dataclasses import dataclass

from lxml import etree

from reportparse.readers.docx.package import is_on, number, value, w

_HEADING_NAME = "heading "
_MAX_CHAIN = 20
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says with the styles it builds on; ``outline`` is 1-based, 0 for body text."""

    name: str = ""
    outline: int = 0
    numbering: tuple[str | None, int | None] = (None, None)
    bold: bool = False
    hidden: bool = False


class Styles:
    """Styles of a document by their id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._cache: dict[str | None, Style] = {}
        self.default_paragraph: str | None = None
        for element in root.iter(w("style")) if root is not None else ():
            identity = value(element, "styleId")
            if identity is None:
                continue
            self._elements[identity] = element
            if value(element, "type") == "paragraph" and value(element, "default") in ("1", "true"):
                self.default_paragraph = identity

    def get(self, identity: str | None) -> Style:
        """The style, empty where it is not defined."""
        if identity not in self._cache:
            self._cache[identity] = self._resolve(identity)
        return self._cache[identity]

    def _resolve(self, identity: str | None) -> Style:
        chain: list[etree._Element] = []
        while identity in self._elements and len(chain) < _MAX_CHAIN:
            chain.append(self._elements[identity])
            identity = value(chain[-1].find(w("basedOn")))
        outline, bold, hidden = 0, False, False
        numbering: tuple[str | None, int | None] = (None, None)
        for element in reversed(chain):
            outline = _outline(element, outline)
            numbering = numbering_of(element.find(w("pPr")), numbering)
            properties = element.find(w("rPr"))
            if properties is not None:
                bold = _switch(properties, "b", default=bold)
                hidden = _switch(properties, "vanish", default=hidden)
        name = (value(chain[0].find(w("name"))) or "").lower() if chain else ""
        return Style(name, outline, numbering, bold, hidden)


def _outline(style: etree._Element, inherited: int) -> int:
    level = style.find(f"{w('pPr')}/{w('outlineLvl')}")
    if level is not None:
        found = number(level, _BODY_LEVEL)
        return found + 1 if found < _BODY_LEVEL else 0
    name = (value(style.find(w("name"))) or "").lower()
    digits = name.removeprefix(_HEADING_NAME)
    return int(digits) if name.startswith(_HEADING_NAME) and digits.isdecimal() else inherited


def _switch(properties: etree._Element, name: str, *, default: bool) -> bool:
    element = properties.find(w(name))
    return default if element is None else is_on(element)


def switch(properties: etree._Element | None, name: str, *, default: bool) -> bool:
    """Whether ``w:name`` is on in run or paragraph ``properties``; ``default`` if not named."""
    return default if properties is None else _switch(properties, name, default=default)


def numbering_of(
    properties: etree._Element | None, inherited: tuple[str | None, int | None] = (None, None)
) -> tuple[str | None, int | None]:
    """(number list id, level) that paragraph ``properties`` name; each None where they do not."""
    found = properties.find(w("numPr")) if properties is not None else None
    if found is None:
        return inherited
    identity = value(found.find(w("numId"))) or inherited[0]
    level = found.find(w("ilvl"))
    return identity, number(level, 0) if level is not None else inherited[1]
