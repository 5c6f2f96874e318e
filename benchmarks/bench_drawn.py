"""Score tables drawn by reportlab, LibreOffice and Chromium, cell beside cell.

Usage: bench_drawn.py [FOLDER] (keeps the drawn files in FOLDER). Programs that are not installed
are left out; scripts/system-packages.sh installs them on Debian.
"""

import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "tests")]

from builders.drawn.programs import drawn_by_all  # noqa: E402
from builders.drawn.scores import all_tables, score_of  # noqa: E402


def main() -> None:
    """Draw, read, score and print."""
    tables = all_tables()
    with tempfile.TemporaryDirectory() as scratch:
        drawn = drawn_by_all(tables, Path(scratch))
    total = []
    for program, files in drawn.items():
        scores = []
        for name, data in files.items():
            score = score_of(data, tables[name][0])
            scores.append(score.f1)
            if len(sys.argv) > 1:
                Path(sys.argv[1], f"{program}-{name}.pdf").write_bytes(data)
            if score.f1 < 1 or not score.headed or score.found != 1:
                print(f"{program:10} {name:22} F1 {score.f1:.3f}", end=" ")
                print(f"head {'right' if score.headed else 'wrong'}, tables {score.found}")
        total.extend(scores)
        print(f"{program}: {len(scores)} tables, F1 {sum(scores) / len(scores):.4f}")
    print(f"all: {len(total)} tables, F1 {sum(total) / len(total):.4f}")


if __name__ == "__main__":
    main()
