"""The JSON Schema of what reportparse writes."""

import json

from reportparse.records import ParsedDocument


def schema_text() -> str:
    """JSON Schema of ``ParsedDocument`` as indented JSON that ends in a newline."""
    schema = ParsedDocument.model_json_schema(by_alias=True, mode="serialization")
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
