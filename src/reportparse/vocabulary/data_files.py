"""Reading the package's own data files."""

import json
from importlib.resources import files
from typing import Any


def read_data(name: str) -> Any:
    """The JSON of ``vocabulary/data/<name>``."""
    text = files("reportparse.vocabulary").joinpath("data", name).read_text(encoding="utf-8")
    return json.loads(text)
