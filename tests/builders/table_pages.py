"""Pages with tables in them, each a function that gives a finished sheet."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from builders import table_contents as contents
from builders.typeset import Content, Sheet, Style

SOURCE = "Source: Bureau of Invented Statistics, Annual Survey of Districts, 2009."
NOTE = "NOTE: Details may not add to totals because of rounding. NA = not available."
CAPTION = "Table 4.—Persons served, by region and type of service: Fiscal years 2005 to 2009"

_STYLES = {
    "grid": Style(rules="grid", gutter=10),
    "booktabs": Style(rules="booktabs", font="Times-Roman", size=10),
    "head_rule": Style(rules="head"),
    "none": Style(rules="none", gutter=20),
    "rows": Style(rules="rows"),
    "columns": Style(rules="columns", size=8, gutter=12),
    "bands": Style(rules="bands"),
    "segments": Style(rules="segments", gutter=12),
    "sums": Style(rules="sums", gutter=12),
    "box": Style(rules="box", gutter=12),
    "stub_rule": Style(rules="stub", gutter=12),
    "boxed_head": Style(rules="boxed_head", gutter=12),
    "boxed_columns": Style(rules="boxed_columns", gutter=12),
    "tight": Style(rules="none", size=8, gutter=5.5),
    "typewriter": Style(rules="none", font="Courier", size=8, gutter=14, span_rules=False),
}
_MADE_FOR = {
    "long_labels": {"stub_width": 150.0, "text_width": 70.0},
    "words": {
        "text_width": 110.0,
        "figures": "left",
        "header": "left",
        "last_line": False,
        "stub_width": 80.0,
        "row_gap": 5.0,
    },
    "narrow": {"size": 6.5, "gutter": 7.0, "text_width": 60.0, "every": 5},
    "three_levels": {"stub_width": 130.0, "text_width": 60.0},
    "spanned": {"text_width": 60.0},
    "money": {"text_width": 70.0},
    "wide": {"size": 6.5, "gutter": 8.0, "text_width": 40.0},
    "leadered": {"leaders": ".", "stub_width": 200.0},
    "two_columns": {"leaders": " .", "stub_width": 200.0},
    "regression": {"figures": "centre"},
    "numbered": {"text_width": 70.0},
    "numbers_head": {"text_width": 60.0},
    "months": {"text_width": 80.0},
    "tall_head": {"text_width": 80.0},
    "long_categories": {"stub_width": 150.0, "text_width": 70.0},
    "long_table": {"text_width": 60.0, "size": 8.0},
}
# Tables that are not set in every style.
_STYLES_OF = {
    "words": ("grid", "rows", "columns", "bands"),
    "merged": ("grid",),
    "grouped": tuple(style for style in _STYLES if style != "boxed_columns"),
    "parts": tuple(style for style in _STYLES if style != "boxed_columns"),
    **dict.fromkeys(
        (
            "lines",
            "two_up",
            "ages",
            "months",
            "intervals",
            "sparse",
            "slashed_notes",
            "commented",
            "balance",
            "tall_head",
            "spaced_thousands",
            "long_categories",
            "long_table",
            "key_facts",
        ),
        ("booktabs", "none", "columns", "boxed_head", "tight"),
    ),
}


def _styled(name: str, content: str) -> Style:
    return replace(_STYLES[name], **_MADE_FOR.get(content, {}))


def in_text(content: Content, style: Style) -> Sheet:
    """A table between a caption and its notes, prose above and below."""
    sheet = Sheet()
    sheet.paragraph(7)
    sheet.caption(CAPTION)
    sheet.table(content, style)
    sheet.note(SOURCE)
    sheet.paragraph(6, start=60)
    return sheet


def _variants() -> Iterator[tuple[str, Callable[[], Sheet]]]:
    for content, table in contents.BY_NAME.items():
        for style in _STYLES_OF.get(content, tuple(_STYLES)):
            yield (
                f"{content}-{style}",
                lambda table=table, content=content, style=style: in_text(
                    table, _styled(style, content)
                ),
            )


def stacked() -> Sheet:
    sheet = Sheet()
    sheet.caption("Table 1. Births and deaths")
    sheet.table(contents.YEARS, _STYLES["booktabs"])
    sheet.note(SOURCE)
    sheet.caption("Table 2. Responses")
    sheet.table(contents.PERCENTS, _STYLES["booktabs"])
    sheet.note(NOTE)
    sheet.paragraph(8)
    return sheet


def stacked_close() -> Sheet:
    """Two tables without rules, only a caption between them."""
    sheet = Sheet()
    sheet.paragraph(5)
    sheet.caption("Table 1. Births and deaths", font="Helvetica")
    sheet.table(contents.YEARS, _STYLES["none"])
    sheet.caption("Table 2. Cases by region and year", font="Helvetica")
    sheet.table(contents.PLAIN, _STYLES["none"])
    return sheet


def side_by_side(style: str) -> Sheet:
    sheet = Sheet()
    sheet.paragraph(5)
    top = sheet.y
    small = replace(_STYLES[style], size=8, gutter=10, stub_width=90, text_width=40)
    sheet.table(contents.PERCENTS, small)
    sheet.y = top
    sheet.table(contents.TWO_COLUMNS, replace(small, text_width=50), x=330)
    sheet.y += 30
    sheet.paragraph(6)
    return sheet


def in_column(style: str) -> Sheet:
    """A two-column page with a table in the left column."""
    sheet = Sheet()
    top = sheet.y
    sheet.paragraph(12, width=225, size=9)
    sheet.caption("Table 3. Responses")
    sheet.table(contents.PERCENTS, replace(_STYLES[style], size=8, gutter=12))
    sheet.note(SOURCE, width=225)
    sheet.paragraph(20, width=225, size=9, start=50)
    sheet.y = top
    sheet.paragraph(46, x=310, width=225, size=9, start=100)
    return sheet


def across_columns() -> Sheet:
    """A wide table over a page set in two columns."""
    sheet = Sheet()
    sheet.table(contents.PLAIN, _STYLES["booktabs"])
    sheet.note(SOURCE)
    top = sheet.y
    sheet.paragraph(25, width=225, size=9)
    sheet.y = top
    sheet.paragraph(25, x=310, width=225, size=9, start=100)
    return sheet


def landscape() -> Sheet:
    sheet = Sheet(width=842, height=595)
    sheet.caption(CAPTION)
    sheet.table(contents.WIDE, replace(_STYLES["booktabs"], size=8, gutter=18))
    sheet.note(NOTE)
    return sheet


def rotated() -> Sheet:
    """A landscape table on an upright page that viewers turn."""
    sheet = Sheet(rotate=90)
    sheet.lay_sideways()
    sheet.caption(CAPTION)
    sheet.table(contents.WIDE, replace(_STYLES["booktabs"], size=8, gutter=18))
    sheet.note(NOTE)
    return sheet


def sideways(style: str) -> Sheet:
    """A landscape table on an upright page that viewers do not turn."""
    sheet = Sheet()
    sheet.lay_sideways()
    sheet.caption(CAPTION)
    sheet.table(contents.WIDE, replace(_STYLES[style], size=8, gutter=18))
    sheet.note(NOTE)
    return sheet


def filled(style: str) -> Sheet:
    """A long table spread over the width of the page, nothing else on it."""
    sheet = Sheet()
    sheet.table(contents.NARROW, replace(_styled(style, "narrow"), width=475.0))
    return sheet


def money_apart() -> Sheet:
    return in_text(
        contents.MONEY, replace(_STYLES["head_rule"], currency_apart=True, text_width=80)
    )


def spread(content: str, style: str) -> Sheet:
    """Columns spread over the text width, so that gaps are far wider than the figures."""
    return in_text(contents.BY_NAME[content], replace(_styled(style, content), width=475.0))


def top_aligned() -> Sheet:
    """Figures beside the first line of labels of several lines."""
    return in_text(
        contents.LONG_LABELS, replace(_styled("booktabs", "long_labels"), last_line=False)
    )


def narrow_stub() -> Sheet:
    """Labels wrapped in a narrow first column, figures beside their first line."""
    style = replace(_styled("booktabs", "wide"), stub_width=42.0, last_line=False, row_gap=1.0)
    return in_text(contents.WIDE, style)


def left_figures(style: str) -> Sheet:
    return in_text(contents.PLAIN, replace(_STYLES[style], figures="left", header="left"))


def decimals(style: str) -> Sheet:
    return in_text(contents.SPANNED, replace(_styled(style, "spanned"), figures="decimal"))


def units_line(style: str) -> Sheet:
    """The unit in brackets between caption and head."""
    sheet = Sheet()
    sheet.paragraph(5)
    sheet.caption(CAPTION)
    sheet.text(120, sheet.y + 8, "(In thousands of dollars)", font="Helvetica", size=8)
    sheet.y += 11
    sheet.table(contents.PLAIN, _STYLES[style])
    sheet.note(SOURCE)
    return sheet


def between_paragraphs() -> Sheet:
    """A table in the midst of text, close to it, without caption."""
    sheet = Sheet()
    sheet.paragraph(5)
    sheet.y -= 8
    sheet.table(contents.PLAIN, replace(_STYLES["none"], font="Times-Roman", size=10))
    sheet.y -= 4
    sheet.paragraph(5)
    return sheet


def beside_text() -> Sheet:
    """A small table with running text at its right."""
    sheet = Sheet()
    top = sheet.y
    sheet.table(contents.KEY_FACTS, replace(_STYLES["head_rule"], size=8))
    sheet.y = top + 3
    sheet.paragraph(14, x=310, width=225, size=9)
    sheet.y += 20
    sheet.paragraph(10)
    return sheet


def three_on_a_page() -> Sheet:
    sheet = Sheet()
    for number, table in enumerate((contents.PERCENTS, contents.KEY_FACTS, contents.BALANCE), 1):
        sheet.caption(f"Table {number}. Results for the districts")
        sheet.table(table, _STYLES["head_rule"])
        sheet.note(SOURCE)
    return sheet


def two_without_numbers() -> Sheet:
    """Two tables without rules whose captions have no number."""
    sheet = Sheet()
    sheet.paragraph(4)
    for table in (contents.PERCENTS, contents.BALANCE):
        sheet.caption("Results of the survey")
        sheet.table(table, _STYLES["none"])
        sheet.y += 14
    return sheet


def note_close() -> Sheet:
    sheet = Sheet()
    sheet.paragraph(4)
    sheet.caption(CAPTION)
    sheet.table(contents.YEARS, _STYLES["none"])
    sheet.note(NOTE + " " + SOURCE, gap=-2)
    sheet.note("1 Includes districts 3 and 4 from 2006.", gap=-8)
    return sheet


PAGES: dict[str, Callable[[], Sheet]] = {
    **dict(_variants()),
    "stacked": stacked,
    "stacked_close": stacked_close,
    **{
        f"side_by_side-{style}": lambda style=style: side_by_side(style)
        for style in ("grid", "booktabs", "none", "bands")
    },
    **{
        f"in_column-{style}": lambda style=style: in_column(style)
        for style in ("grid", "booktabs", "none", "head_rule")
    },
    "across_columns": across_columns,
    "landscape": landscape,
    "rotated": rotated,
    **{f"sideways-{style}": lambda style=style: sideways(style) for style in ("booktabs", "grid")},
    **{
        f"filled-{style}": lambda style=style: filled(style)
        for style in ("booktabs", "none", "columns", "typewriter")
    },
    "money_apart": money_apart,
    **{
        f"spread-{content}-{style}": lambda content=content, style=style: spread(content, style)
        for content in ("plain", "spanned", "three_levels", "two_columns", "marks")
        for style in ("booktabs", "none", "head_rule")
    },
    "top_aligned": top_aligned,
    "narrow_stub": narrow_stub,
    "left_figures-booktabs": lambda: left_figures("booktabs"),
    "left_figures-none": lambda: left_figures("none"),
    "decimals-booktabs": lambda: decimals("booktabs"),
    "decimals-none": lambda: decimals("none"),
    "note_close": note_close,
    "units_line-booktabs": lambda: units_line("booktabs"),
    "units_line-none": lambda: units_line("none"),
    "between_paragraphs": between_paragraphs,
    "beside_text": beside_text,
    "three_on_a_page": three_on_a_page,
    "two_without_numbers": two_without_numbers,
}
