"""Time each stage of reading a page against the size of the page, which doubles.

    python benchmarks/bench_growth.py [--steps 4] [--first 100]

Pages are made of one kind of thing each: boxes of a drawing, slanted lines, curves, words, cells
of a ruled grid. For each stage the time for twice the page is given as a multiple of that for the
page; about 2 is a line, 4 a square.
"""

import argparse
import time
from collections.abc import Callable
from io import BytesIO
from random import Random

from reportlab.pdfgen.canvas import Canvas

from reportparse.layout.assemble import DocumentAssembler
from reportparse.layout.charts import find_charts
from reportparse.layout.page import PageContent
from reportparse.layout.tables import find_tables
from reportparse.readers.pdf.source import open_pdf, page_contents

_WIDTH, _HEIGHT = 1200, 1700
_REPEATS = 3
_WORST = 2.3
# Times below this, in seconds, are noise.
_SHORTEST = 0.004


def _boxes(canvas: Canvas, count: int, random: Random) -> None:
    for at in range(count):
        canvas.setFillColorRGB(0.2, at % 7 / 7, 0.6)
        x, y = random.randrange(_WIDTH - 40), random.randrange(_HEIGHT - 40)
        canvas.rect(x, y, 4 + at % 5, 0.5 + at % 30, stroke=0, fill=1)


def _lines(canvas: Canvas, count: int, random: Random) -> None:
    for _ in range(count):
        x, y = random.randrange(_WIDTH - 60), random.randrange(_HEIGHT - 60)
        canvas.setStrokeColorRGB(0.8, 0.1, 0.1)
        canvas.line(x, y, x + random.randrange(60), y + random.randrange(60))


def _curves(canvas: Canvas, count: int, random: Random) -> None:
    for _ in range(count):
        x, y = random.randrange(_WIDTH - 60), random.randrange(_HEIGHT - 60)
        canvas.setStrokeColorRGB(0.1, 0.1, 0.8)
        canvas.bezier(x, y, x + 20, y + 50, x + 40, y - 20, x + 60, y + 30)


def _words(canvas: Canvas, count: int, random: Random) -> None:
    canvas.setFont("Helvetica", 6)
    for at in range(count):
        row, column = divmod(at, 30)
        text = random.choice(("children", "of", "412", "the", "authority", "12.5%"))
        canvas.drawString(20 + 39 * column, _HEIGHT - 20 - 7 * row, text)


def _cells(canvas: Canvas, count: int, random: Random) -> None:
    canvas.setFont("Helvetica", 6)
    columns = 20
    for at in range(count):
        row, column = divmod(at, columns)
        x, y = 20 + 58 * column, _HEIGHT - 20 - 8 * row
        canvas.rect(x, y, 58, 8, stroke=1, fill=0)
        canvas.drawString(x + 3, y + 2, str(random.randrange(10_000)) if column else f"Row {row}")


_KINDS = {"boxes": _boxes, "lines": _lines, "curves": _curves, "words": _words, "cells": _cells}


def _page(draw: Callable[[Canvas, int, Random], None], count: int) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(_WIDTH, _HEIGHT), invariant=1)
    canvas.drawString(20, 5, "A page that is made to grow")
    draw(canvas, count, Random(7))
    canvas.save()
    return buffer.getvalue()


def _read(data: bytes) -> PageContent:
    document = open_pdf(data)
    try:
        return next(page_contents(document))
    finally:
        document.close()


def _assemble(page: PageContent) -> None:
    DocumentAssembler(page_count=1, media_type="application/pdf").assemble([page])


def _timed(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(_REPEATS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def stage_times(kind: str, count: int) -> dict[str, float]:
    """Seconds of each stage for a page of ``count`` things of ``kind``."""
    data = _page(_KINDS[kind], count)
    page = _read(data)
    return {
        "read": _timed(lambda: _read(data)),
        "charts": _timed(lambda: find_charts(page)),
        "tables": _timed(lambda: find_tables(page)),
        "assemble": _timed(lambda: _assemble(page)),
    }


def main() -> None:
    """Print times and growth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=5)
    parser.add_argument("--first", type=int, default=150)
    args = parser.parse_args()
    worst = 0.0
    for kind in _KINDS:
        before: dict[str, float] = {}
        for step in range(args.steps):
            count = args.first * 2**step
            times = stage_times(kind, count)
            parts = []
            for stage, seconds in times.items():
                last = before.get(stage, 0.0)
                growth = f" x{seconds / last:.2f}" if last >= _SHORTEST else ""
                worst = max(worst, seconds / last if last >= _SHORTEST else 0.0)
                parts.append(f"{stage} {1000 * seconds:.1f} ms{growth}")
            print(f"{kind:7} {count:6}  " + "  ".join(parts))
            before = times
    print(f"worst growth for twice the page: {worst:.2f} (a line is 2, {_WORST} is allowed)")


if __name__ == "__main__":
    main()
