"""``reportparse schema``."""

from reportparse import archive
from reportparse.cli.results import Output, check_output, put_text


def schema(
    *,
    output: Output = None,
) -> None:
    """Print the JSON Schema of what parse and convert write."""
    check_output(output, "json")
    text = archive.schema_text()
    put_text(text, output)
