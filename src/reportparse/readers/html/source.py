"""Bytes of a web page to its element tree."""

import codecs
import re

import lxml.html
from lxml.etree import ParserError

from reportparse.document import Problem
from reportparse.errors import DamagedFileError
from reportparse.readers.encoding import DecodedText, decode_text
from reportparse.readers.traces import find_page_traces

_CHARSET = re.compile(
    rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*(?P<name>[\w.:-]+)|^\s*<\?xml[^>]*?encoding\s*=\s*"
    rb"[\"'](?P<xml>[\w.:-]+)",
    re.IGNORECASE,
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_HEAD = 4096
# What browsers read where a page says Latin-1.
_READ_AS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}


def parse_page(data: bytes) -> tuple[lxml.html.HtmlElement, tuple[Problem, ...]]:
    """The root element of a page and what could not be decoded.

    Raises:
        DamagedFileError: The page holds no element.
    """
    decoded = _decode(data)
    markup = _NOT_XML.sub("", _XML_DECLARATION.sub("", decoded.text))
    # Without huge_tree, what stands more than 256 elements deep is dropped without a word.
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = lxml.html.document_fromstring(markup, parser=parser)
    except ParserError as error:
        raise DamagedFileError(
            "the web page holds no text; open it in a browser and save it again"
        ) from error
    return root, (*decoded.problems, *find_page_traces(decoded.text))


def _decode(data: bytes) -> DecodedText:
    """Text by its byte order mark, by the charset that the page names, else by its bytes."""
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    found = None if marked else _CHARSET.search(data[:_HEAD])
    if found:
        name = (found["name"] or found["xml"]).decode("ascii").lower()
        try:
            return DecodedText(data.decode(_READ_AS.get(name, name)))
        except (LookupError, UnicodeDecodeError):
            return _decode_by_bytes(data)
    return _decode_by_bytes(data)


def _decode_by_bytes(data: bytes) -> DecodedText:
    decoded = decode_text(data)
    if decoded is None:
        raise DamagedFileError(
            "the web page is not readable as text; open it in a browser and save it again"
        )
    return decoded
