"""The data dictionary: every column, measure, group, framework, aspect and grade, as Markdown."""

from collections.abc import Iterable, Iterator

from reportparse.desk.sheets import SHEETS
from reportparse.desk.views import VIEWS
from reportparse.desk.words import plain, unit_words
from reportparse.records import Unit
from reportparse.vocabulary import Framework, Indicator, active_vocabulary, load_frameworks

_POLARITY = {
    "higher_better": "higher is better",
    "lower_better": "lower is better",
    "neutral": "neither",
}


def dictionary_markdown() -> str:
    """The dictionary of the vocabulary in use."""
    parts = [
        "# Data dictionary",
        "Made from the models and the vocabulary of this version.",
        *_sheets(),
        *_measures(),
        *_dimensions(),
        *_frameworks(),
    ]
    return "\n\n".join(parts) + "\n"


def _table(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    heads = tuple(headings)
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(value: object) -> str:
    text = " ".join(str("" if value is None else value).split())
    return text.replace("|", r"\|").replace("<", "&lt;")


def _code(identity: str | None) -> str:
    return f"`{identity}`" if identity else ""


def _sheets() -> Iterator[str]:
    yield "## Sheets and their columns"
    for sheet in SHEETS:
        yield f"### {sheet.title}"
        yield sheet.note
        rows = ((_code(one.name), one.kind, one.note) for one in sheet.columns)
        yield _table(("Column", "Holds", "Meaning"), rows)
    yield "### Views in SQL"
    yield _table(("View", "Holds"), ((_code(view.name), view.note) for view in VIEWS))
    yield "### Units"
    yield _table(("Id", "Words"), ((_code(unit), unit_words(unit)) for unit in Unit))


def _measures() -> Iterator[str]:
    indicators = active_vocabulary().indicators
    yield "## Measures"
    yield f"{len(indicators.indicators)} measures, by theme."
    for theme in indicators.themes:
        own = [one for one in indicators.indicators if one.theme == theme.id]
        if own:
            yield f"### {plain(theme.id)}"
            headings = ("Id", "Measure", "Unit", "Definition", "Good is", "Printed as", "Source")
            yield _table(headings, map(_measure, own))


def _measure(one: Indicator) -> tuple[str, ...]:
    counted = f", share of {one.denominator}" if one.denominator else ""
    period = f"{plain(one.period_type)}{counted}" if one.period_type else counted
    return (
        _code(one.id),
        one.name,
        unit_words(one.unit, one.of),
        f"{period}. {one.note or ''}",
        _POLARITY[one.polarity],
        "; ".join(one.aliases[:3]),
        ", ".join(one.codes) or "council and Ofsted reports",
    )


def _dimensions() -> Iterator[str]:
    yield "## Groups"
    for dimension in active_vocabulary().dimensions.dimensions:
        yield f"### {dimension.name}"
        yield f"Dimension {_code(dimension.id)}. {dimension.note or ''}".strip()
        if dimension.values:
            rows = ((_code(one.id), one.name, _code(one.parent)) for one in dimension.values)
            yield _table(("Id", "Group", "Part of"), rows)


def _frameworks() -> Iterator[str]:
    yield "## Inspection frameworks"
    for framework in load_frameworks().frameworks.values():
        yield f"### {framework.name}"
        yield _about(framework)
        aspects = ((_code(one.id), one.label, _code(one.part)) for one in framework.aspects)
        yield _table(("Id", "Aspect", "Part"), aspects)
        grades = (
            (_code(grade.id), grade.label, grade.number, _code(scale.id))
            for scale in framework.scales
            for grade in scale.grades
        )
        yield _table(("Id", "Grade", "Number", "Scale"), grades)


def _about(framework: Framework) -> str:
    since = framework.in_force_from or "not known"
    until = framework.in_force_to or "today"
    return f"{_code(framework.id)}, in force from {since} to {until}. {framework.comparability}"
