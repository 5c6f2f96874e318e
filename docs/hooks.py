"""What the site makes of its sources: the data dictionary, filled in from the package."""

from typing import Any

from reportparse.desk import dictionary_markdown


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """The text of a page; that of the data dictionary is made anew."""
    return dictionary_markdown() if page.file.src_uri == "dictionary.md" else markdown
