"""What stands below each ``--help``: commands as one would type them."""

EXAMPLES: dict[str, tuple[str, ...]] = {
    "parse": (
        "reportparse parse report.pdf --format table",
        "reportparse parse report.pdf --output report.json",
    ),
    "convert": (
        "reportparse convert reports out",
        "reportparse convert reports out --vocabulary own.toml --jobs 2",
        "reportparse convert reports out --retry",
    ),
    "status": ("reportparse status out",),
    "problems": (
        "reportparse problems out",
        "reportparse problems out --code no_text_layer --format csv --output problems.csv",
    ),
    "tables": (
        "reportparse tables report.pdf",
        "reportparse tables report.pdf --xlsx tables.xlsx",
    ),
    "judgements": (
        "reportparse judgements out --provider Leeds",
        "reportparse judgements out --format csv --output grades.csv",
    ),
    "history": (
        "reportparse history out --provider Leeds",
        "reportparse history out --format html --output history.html",
    ),
    "compare": (
        "reportparse compare out --indicator cla_count --area Leeds",
        "reportparse compare out --format xlsx --output series.xlsx",
    ),
    "export": (
        "reportparse export out figures.xlsx",
        "reportparse export out figures.duckdb",
        "reportparse export out figures.csv --sheet indicators",
    ),
    "review": (
        "reportparse review out",
        "reportparse review out --static pages",
    ),
    "indicators": (
        "reportparse indicators looked after",
        "reportparse indicators --format csv --output measures.csv",
    ),
    "explain": ('reportparse explain report.pdf --at "54.5%"',),
    "evaluate": (
        "reportparse evaluate out --gold gold",
        "reportparse evaluate out --gold gold --by rule",
    ),
    "schema": ("reportparse schema --output schema.json",),
    "verify": ("reportparse verify out",),
}


def examples_of(command: str) -> str:
    """The examples of a command, a paragraph each, as help prints them."""
    examples = EXAMPLES[command]
    return "\n\n".join([f"Example{'s' if examples[1:] else ''}:", *examples])
