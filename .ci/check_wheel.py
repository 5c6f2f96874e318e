"""Check that a wheel holds what the package needs at run time: ``check_wheel.py WHEEL``."""

import sys
import zipfile
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "src"


def missing(wheel: Path) -> list[str]:
    """Files of the package, code and data, that the wheel lacks."""
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    needed = {
        path.relative_to(PACKAGE).as_posix()
        for path in (PACKAGE / "reportparse").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    named = {"reportparse/py.typed", "reportparse/vocabulary/data/frameworks.json"}
    return sorted((needed | named) - packed)


if __name__ == "__main__":
    lacking = missing(Path(sys.argv[1]))
    if lacking:
        sys.exit("the wheel lacks " + ", ".join(lacking))
    sys.stdout.write("the wheel is complete\n")
